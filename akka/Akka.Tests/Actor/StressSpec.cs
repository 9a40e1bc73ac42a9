using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Tests.Actor;

/// <summary>Many threads against a few actors that fail, stop, watch and are made again; the seed is printed and can be set.</summary>
public class StressSpec : ActorSpec
{
    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("STRESS_SEED"), out var seed) ? seed : Environment.TickCount;

    public StressSpec(ITestOutputHelper output) => output.WriteLine($"STRESS_SEED={_seed}");

    [Fact]
    public async Task Every_message_is_handled_once_in_the_senders_order_however_often_the_actor_is_restarted()
    {
        const int senders = 4, messages = 20_000;
        var seen = new Dictionary<int, int>();
        var done = new TaskCompletionSource();
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e => e.Message == "resume" ? Directive.Resume : Directive.Restart)));
        parent.Tell(new Make(Props.Create<Ordered>(seen, senders * messages, done)));
        var actor = ExpectMsg<IActorRef>(Soon);
        await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(() =>
        {
            var random = new Random(_seed + sender);
            for (var i = 1; i <= messages; i++)
                actor.Tell(new Numbered(sender, i, random.Next(1000) switch { 0 => "restart", 1 => "resume", _ => null }), ActorRefs.NoSender);
        })));
        await done.Task.WaitAsync(Soon);
        Assert.All(seen.Values, last => Assert.Equal(messages, last));
    }

    [Fact]
    public async Task What_is_stashed_is_handled_once_in_the_senders_order_however_often_the_actor_is_restarted()
    {
        const int senders = 4, messages = 10_000;
        var seen = new Dictionary<int, int>();
        var done = new TaskCompletionSource();
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e => e.Message == "resume" ? Directive.Resume : Directive.Restart)));
        parent.Tell(new Make(Props.Create<Closing>(seen, senders * messages, done, new System.Runtime.CompilerServices.StrongBox<bool>())));
        var actor = ExpectMsg<IActorRef>(Soon);
        await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(() =>
        {
            var random = new Random(_seed + sender);
            for (var i = 1; i <= messages; i++)
            {
                var what = random.Next(500) switch { 0 => "restart", 1 => "resume", < 10 => "close", _ => null };
                actor.Tell(new Numbered(sender, i, what), ActorRefs.NoSender);
            }
        })));
        actor.Tell("stay open");
        await done.Task.WaitAsync(Soon);
        Assert.All(seen.Values, last => Assert.Equal(messages, last));
    }

    [Fact]
    public async Task Watchers_hear_of_every_end_once_whenever_it_comes()
    {
        const int rounds = 1500;
        var random = new Random(_seed);
        for (var round = 0; round < rounds; round += 50)
        {
            var tasks = Enumerable.Range(0, 50).Select(_ =>
            {
                var (how, delay) = (random.Next(4), random.Next(30));
                var subject = Sys.ActorOf(Scripted.Props((_, _) => throw new ActorKilledException("x")));
                var heard = new TaskCompletionSource<int>();
                var watcher = Sys.ActorOf(Props.Create<Listening>(subject, heard));
                var end = Task.Run(() =>
                {
                    Thread.SpinWait(delay * 20);
                    switch (how)
                    {
                        case 0: Sys.Stop(subject); break;
                        case 1: subject.Tell(PoisonPill.Instance); break;
                        case 2: subject.Tell("fail"); break;
                        default: ((IInternalActorRef)subject).Stop(); break;
                    }
                });
                return Task.WhenAll(end, heard.Task.ContinueWith(h =>
                {
                    Assert.Equal(1, h.Result);
                    Sys.Stop(watcher);
                }));
            });
            await Task.WhenAll(tasks).WaitAsync(Soon);
        }
    }

    [Fact]
    public async Task Every_message_is_handled_or_a_dead_letter_when_actors_stop_amid_their_senders()
    {
        const int actors = 60, senders = 4, messages = 200;
        var accounted = 0;
        var done = new TaskCompletionSource();
        void Account()
        {
            if (Interlocked.Increment(ref accounted) == actors * senders * messages) done.SetResult();
        }

        Sys.EventStream.Subscribe(Start((m, _) =>
        {
            if (m is Akka.Event.DeadLetter { Message: Numbered }) Account();
        }), typeof(Akka.Event.DeadLetter));
        for (var a = 0; a < actors; a++)
        {
            var actor = Start((_, _) => Account());
            var stopAt = new Random(_seed + a).Next(senders * messages);
            var told = 0;
            await Task.WhenAll(Enumerable.Range(0, senders).Select(sender => Task.Run(() =>
            {
                for (var i = 0; i < messages; i++)
                {
                    if (Interlocked.Increment(ref told) == stopAt) Sys.Stop(actor);
                    actor.Tell(new Numbered(sender, i, null), ActorRefs.NoSender);
                }
            })));
            Sys.Stop(actor);
        }

        await done.Task.WaitAsync(Soon);
    }

    [Fact]
    public async Task Families_are_made_and_ended_by_many_threads_and_leave_nothing_behind()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            var random = new Random(_seed + thread);
            for (var i = 0; i < 150; i++)
            {
                var top = Sys.ActorOf(Props.Create<Family>(random.Next(4), random.Next(3)));
                if (random.Next(3) == 0) top.Tell("fail");
                if (random.Next(3) == 0) Sys.ActorSelection(top.Path / "*").Tell("fail");
                Assert.True(await top.GracefulStop(Soon));
            }
        }))).WaitAsync(Soon);
        await AwaitAssertAsync(() => Assert.DoesNotContain(((ExtendedActorSystem)Sys).Provider.Guardian.Children, c => c.Path.Name.StartsWith('$')));
    }

    [Fact]
    public async Task A_system_ends_while_threads_still_make_actors()
    {
        for (var round = 0; round < 5; round++)
        {
            var system = ActorSystem.Create("busy", "akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }");
            var makers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                try
                {
                    for (var i = 0; ; i++)
                    {
                        system.ActorOf(Props.Create<Family>(2, 1)).Tell("fail");
                        if (i > 1000) Thread.Sleep(1); // so that there is an end to what is to be ended
                    }
                }
                catch (InvalidOperationException)
                {
                    // The system takes no more.
                }
            })).ToArray();
            await Task.Delay(new Random(_seed + round).Next(30));
            await system.Terminate().WaitAsync(Soon);
            await Task.WhenAll(makers).WaitAsync(Soon);
        }
    }

    private sealed record Numbered(int Sender, int Number, string? Failure);

    private sealed class Ordered(Dictionary<int, int> seen, int expected, TaskCompletionSource done) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            var (sender, number, failure) = (Numbered)message;
            var last = seen.GetValueOrDefault(sender);
            if (number != last + 1) done.TrySetException(new InvalidOperationException($"{number} after {last} from {sender}"));
            seen[sender] = number;
            if (seen.Values.Sum() == expected) done.TrySetResult();
            if (failure is not null) throw new InvalidOperationException(failure);
        }
    }

    /// <summary>Stashes what comes while it is closed, and opens when that has become much, or when it is restarted.</summary>
    private sealed class Closing(
        Dictionary<int, int> seen, int expected, TaskCompletionSource done, System.Runtime.CompilerServices.StrongBox<bool> staysOpen)
        : UntypedActor, IWithUnboundedStash
    {
        private bool _isClosed;
        private int _kept;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is not Numbered(var sender, var number, var what))
            {
                staysOpen.Value = true;
                Open();
            }
            else if (_isClosed)
            {
                Stash.Stash();
                if (++_kept == 40) Open();
            }
            else
            {
                var last = seen.GetValueOrDefault(sender);
                if (number != last + 1) done.TrySetException(new InvalidOperationException($"{number} after {last} from {sender}"));
                seen[sender] = number;
                if (seen.Values.Sum() == expected) done.TrySetResult();
                if (what == "close") _isClosed = !staysOpen.Value;
                else if (what is not null) throw new InvalidOperationException(what);
            }
        }

        private void Open()
        {
            _isClosed = false;
            _kept = 0;
            Stash.UnstashAll();
        }
    }

    private sealed class Listening : ReceiveActor
    {
        private int _heard;

        public Listening(IActorRef subject, TaskCompletionSource<int> heard)
        {
            Context.Watch(subject);
            Receive<Terminated>(_ =>
            {
                _heard++;
                Self.Tell("report");
            });
            Receive<string>(_ => heard.TrySetResult(_heard));
        }
    }

    private sealed class Family : ReceiveActor
    {
        public Family(int children, int depth)
        {
            if (depth > 0)
                for (var i = 0; i < children; i++)
                    Context.Watch(Context.ActorOf(Props.Create<Family>(children, depth - 1)));
            Receive<Terminated>(_ => { });
            Receive<string>(_ => throw new InvalidOperationException("x"));
        }
    }
}
