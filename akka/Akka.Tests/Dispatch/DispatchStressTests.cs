using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Xunit.Abstractions;

namespace Akka.Tests.Dispatch;

/// <summary>Every kind of dispatcher with every kind of mailbox, under many threads; the seed is printed and can be set.</summary>
public class DispatchStressTests
{
    private const string Config =
        """
        pool { type = Dispatcher, throughput = 3 }
        fork-join { type = ForkJoinDispatcher, throughput = 2, shutdown-timeout = 1ms, dedicated-thread-pool.thread-count = 2 }
        pinned { type = PinnedDispatcher, shutdown-timeout = 1ms }
        task { type = TaskDispatcher, throughput = 1 }
        channel { type = Dispatcher, executor = channel-executor, throughput = 5 }
        bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 3, mailbox-push-timeout-time = 30s }
        bounded-deque { mailbox-type = "Akka.Dispatch.BoundedDequeBasedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 30s }
        deque { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox" }
        """;

    private static readonly string[] Dispatchers = ["pool", "fork-join", "pinned", "task", "channel"];
    private static readonly string[] Mailboxes = ["unbounded", "bounded", "bounded-deque", "deque", "stable"];

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("STRESS_SEED"), out var seed) ? seed : Environment.TickCount;
    private readonly string _config = Config + $"\nstable.mailbox-type = \"{typeof(Even).AssemblyQualifiedName}\"";

    public DispatchStressTests(ITestOutputHelper output) => output.WriteLine($"STRESS_SEED={_seed}");

    /// <summary>All messages are as urgent as each other, and so keep their order.</summary>
    public sealed class Even(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => 0;
    }

    private sealed record Numbered(int Sender, int Number);

    /// <summary>Holds that each sender's messages come in order, one thread at a time, and says when it has all.</summary>
    private sealed class Checking : ReceiveActor
    {
        private readonly Dictionary<int, int> _last = [];
        private int _inside;
        private int _left;

        public Checking(int messages, TaskCompletionSource all)
        {
            _left = messages;
            Receive<Numbered>(message =>
            {
                var alone = Interlocked.Increment(ref _inside) == 1;
                var inOrder = message.Number == _last.GetValueOrDefault(message.Sender) + 1;
                _last[message.Sender] = message.Number;
                if (!alone || !inOrder) all.TrySetException(new InvalidOperationException($"{message}: alone {alone}, in order {inOrder}"));
                Interlocked.Decrement(ref _inside);
                if (--_left == 0) all.TrySetResult();
            });
        }
    }

    [Fact]
    public async Task Nothing_is_lost_or_overtaken_and_an_actor_is_never_on_two_threads()
    {
        const int senders = 4, messages = 1500;
        var random = new Random(_seed);
        await using var fixture = new SystemFixture(_config);
        var actors = Dispatchers.SelectMany(dispatcher => Mailboxes.Select(mailbox =>
        {
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var props = Props.Create<Checking>(senders * messages, all).WithDispatcher(dispatcher).WithMailbox(mailbox);
            return (Actor: fixture.System.ActorOf(props), All: all.Task);
        })).ToArray();

        // Threads of their own: those that a full mailbox holds up must not be the ones that empty it.
        var threads = Enumerable.Range(0, senders).Select(sender =>
        {
            var mine = new Random(random.Next());
            var thread = new Thread(() =>
            {
                var next = new int[actors.Length];
                for (var left = actors.Length * messages; left > 0;)
                {
                    var to = mine.Next(actors.Length);
                    for (var burst = mine.Next(1, 20); burst > 0 && next[to] < messages; burst--, left--)
                        actors[to].Actor.Tell(new Numbered(sender, ++next[to]), ActorRefs.NoSender);
                }
            }) { IsBackground = true };
            thread.Start();
            return thread;
        }).ToArray();
        await Task.WhenAll(actors.Select(actor => actor.All)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(threads, thread => Assert.True(thread.Join(SystemFixture.Soon)));
    }

    [Fact]
    public async Task Dispatchers_whose_actors_come_and_go_lose_nothing_when_they_give_their_threads_back()
    {
        const int rounds = 150;
        var random = new Random(_seed);
        await using var fixture = new SystemFixture(_config);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
        {
            var mine = new Random(random.Next());
            return Task.Run(async () =>
            {
                for (var round = 0; round < rounds; round++)
                {
                    var dispatcher = mine.Next(2) == 0 ? "fork-join" : "pinned";
                    var count = mine.Next(1, 30);
                    var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    var actor = fixture.System.ActorOf(Props.Create<Checking>(count, all).WithDispatcher(dispatcher));
                    for (var i = 1; i <= count; i++) actor.Tell(new Numbered(0, i), ActorRefs.NoSender);
                    await all.Task.WaitAsync(SystemFixture.Soon);
                    Assert.True(await actor.GracefulStop(SystemFixture.Soon));
                    // About as long as the dispatcher keeps its threads: some rounds find them, others end and make them.
                    if (mine.Next(3) == 0) await Task.Delay(mine.Next(20));
                }
            });
        })).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
