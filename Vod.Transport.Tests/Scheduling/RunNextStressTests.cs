using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit.Xunit2;
using Vod.Transport.Scheduling;
using Xunit.Abstractions;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>Many threads, dispatchers and mailboxes; the seed is printed and can be set by STRESS_SEED.</summary>
public sealed class RunNextStressTests : TestKit
{
    private const string Config =
        $$"""
        run-next { type = Dispatcher, throughput = 3, executor = {{RunNextConfig.Executor}} }
        short { type = Dispatcher, throughput = 1, executor = {{RunNextConfig.Executor}}, run-next { max-runs = 2, max-time = 1ms } }
        brief { type = Dispatcher, throughput = 2, shutdown-timeout = 1ms, executor = {{RunNextConfig.Executor}} }
        pool { type = Dispatcher, throughput = 2 }
        bounded { mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka", mailbox-capacity = 1000, mailbox-push-timeout-time = 30s }
        deque { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox, Akka" }
        unbounded { mailbox-type = "Akka.Dispatch.UnboundedMailbox, Akka" }
        """;

    private static readonly string[] Dispatchers = ["run-next", "short", "pool"];
    private static readonly string[] MailboxTypes = ["unbounded", "bounded", "deque"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("STRESS_SEED"), out var seed) ? seed : Environment.TickCount;

    public RunNextStressTests(ITestOutputHelper output)
        : base(ConfigurationFactory.ParseString(Config).WithFallback(ConfigurationFactory.ParseString(RunNextConfig.Default)), output: output) =>
        output.WriteLine($"STRESS_SEED={_seed}");

    private sealed record Numbered(int Sender, int Number, IActorRef To);

    private sealed class Relay : ReceiveActor
    {
        public Relay() => Receive<Numbered>(message => message.To.Tell(message));
    }

    /// <summary>Checks that each sender's messages come in order, one thread at a time, and says when it has all.</summary>
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
                var isAlone = Interlocked.Increment(ref _inside) == 1;
                var isInOrder = message.Number == _last.GetValueOrDefault(message.Sender) + 1;
                _last[message.Sender] = message.Number;
                if (!isAlone || !isInOrder) all.TrySetException(new InvalidOperationException($"{message}: alone {isAlone}, in order {isInOrder}"));
                Interlocked.Decrement(ref _inside);
                if (--_left == 0) all.TrySetResult();
            });
        }
    }

    [Fact]
    public async Task Nothing_is_lost_or_overtaken_and_an_actor_is_never_on_two_threads()
    {
        const int senders = 4, messages = 2000;
        var random = new Random(_seed);
        var actors = Dispatchers.SelectMany(dispatcher => MailboxTypes.Select(mailbox =>
        {
            var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var props = Props.Create<Checking>(senders * messages, all).WithDispatcher(dispatcher).WithMailbox(mailbox);
            return (Actor: Sys.ActorOf(props), All: all.Task);
        })).ToArray();
        var threads = Enumerable.Range(0, senders).Select(sender =>
        {
            var mine = new Random(random.Next());
            var relay = Sys.ActorOf(Props.Create<Relay>().WithDispatcher(Dispatchers[sender % Dispatchers.Length]));
            var thread = new Thread(() =>
            {
                var next = new int[actors.Length];
                for (var left = actors.Length * messages; left > 0;)
                {
                    // Like a thread that reads events in batches.
                    RunNext.Run(0, _ =>
                    {
                        var to = mine.Next(actors.Length);
                        for (var burst = mine.Next(1, 20); burst > 0 && next[to] < messages; burst--, left--)
                            relay.Tell(new Numbered(sender, ++next[to], actors[to].Actor), ActorRefs.NoSender);
                    });
                }
            }) { IsBackground = true };
            thread.Start();
            return thread;
        }).ToArray();
        await Task.WhenAll(actors.Select(actor => actor.All)).WaitAsync(Patience);
        Assert.All(threads, thread => Assert.True(thread.Join(Patience)));
    }

    [Fact]
    public async Task Actors_that_come_and_go_lose_nothing_when_their_dispatcher_shuts_its_executor_down()
    {
        var random = new Random(_seed);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
        {
            var mine = new Random(random.Next());
            return Task.Run(async () =>
            {
                for (var round = 0; round < 150; round++)
                {
                    var count = mine.Next(1, 30);
                    var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                    var actor = Sys.ActorOf(Props.Create<Checking>(count, all).WithDispatcher("brief"));
                    for (var i = 1; i <= count; i++) actor.Tell(new Numbered(0, i, actor), ActorRefs.NoSender);
                    await all.Task.WaitAsync(Patience);
                    Assert.True(await actor.GracefulStop(Patience));
                }
            });
        })).WaitAsync(Patience);
    }
}
