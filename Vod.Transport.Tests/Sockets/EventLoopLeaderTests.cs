using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Transport.Sockets;
using Vod.Transport.Tests.Scheduling;
using Xunit.Abstractions;

namespace Vod.Transport.Tests.Sockets;

/// <summary>Who waits for events when the thread that does is blocked.</summary>
public sealed class EventLoopLeaderTests(ITestOutputHelper output) : TestKit(RunNextConfig.Default, output: output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private sealed class Player : ReceiveActor
    {
        public Player(Action<object> then) => ReceiveAny(then);
    }

    [SkippableFact]
    public void A_loop_whose_thread_is_never_blocked_stays_on_it()
    {
        var loop = TestLoop.Start(out var name, out _);
        using var signal = TestLoop.NewSignal();
        var watcher = new Watcher();
        using var registration = loop.Add(signal, watcher, write: false);
        var changes = 0;
        for (var (i, last) = (0, name); i < 1000; i++)
        {
            TestLoop.Signal(signal);
            var thread = watcher.NextWithThread().Thread!;
            if (thread != last) changes++;
            last = thread;
        }
        Assert.InRange(changes, 0, 50); // on a busy machine a thread may look blocked that only waits for a processor
    }

    [SkippableFact]
    public void No_other_thread_is_started_while_nothing_waits_for_the_one_that_is_blocked()
    {
        var loop = TestLoop.Start(out _, out var watchdog);
        var gate = new ManualResetEventSlim();
        using var blocked = Block(loop, gate);
        for (var i = 0; i < 5; i++)
        {
            Thread.Sleep(20); // some ticks
            Assert.True(watchdog.IsTicking);
            Assert.Equal(1, loop.Threads);
        }
        gate.Set();
    }

    [SkippableFact]
    public void Actors_that_an_event_wakes_run_on_the_thread_of_the_loop()
    {
        var loop = TestLoop.Start(out var name, out _);
        var second = Sys.ActorOf(Props.Create(() => new Player(_ => TestActor.Tell(Thread.CurrentThread.Name!))));
        var first = Sys.ActorOf(Props.Create(() => new Player(message => second.Tell(message))));
        using var signal = TestLoop.NewSignal();
        using var registration = loop.Add(signal, new Watcher(_ => first.Tell("ready")), write: false);
        SignalUntilRunOn(name, signal);
    }

    [SkippableFact]
    public void Another_thread_waits_while_an_actor_blocks_the_first()
    {
        var loop = TestLoop.Start(out var name, out _);
        var gate = new ManualResetEventSlim();
        Action<object> block = _ =>
        {
            TestActor.Tell(Thread.CurrentThread.Name!);
            if (Thread.CurrentThread.Name == name) gate.Wait();
        };
        var actor = Sys.ActorOf(Props.Create(() => new Player(block)));
        using SocketDescriptor blocks = TestLoop.NewSignal(), other = TestLoop.NewSignal();
        var watcher = new Watcher();
        using var blocking = loop.Add(blocks, new Watcher(_ => actor.Tell("block")), write: false);
        using var registration = loop.Add(other, watcher, write: false);
        SignalUntilRunOn(name, blocks);
        try
        {
            for (var i = 0; i < 100; i++)
            {
                TestLoop.Signal(other);
                Assert.Equal((Readiness.Readable, name + ".2"), watcher.NextWithThread());
            }
        }
        finally
        {
            gate.Set();
        }
    }

    [SkippableFact]
    public void Threads_take_over_from_each_other_as_long_as_one_is_free()
    {
        var loop = TestLoop.Start();
        var gate = new ManualResetEventSlim();
        var blocked = Enumerable.Range(0, 15).Select(_ => Block(loop, gate)).ToArray();
        TestLoop.Drain(loop); // which the last one does
        Assert.Equal(16, loop.Threads);
        var last = Block(loop, gate);
        gate.Set();
        TestLoop.Drain(loop);
        Assert.True(SpinWait.SpinUntil(() => loop.Threads <= 3, Patience), "threads that nobody needs remain");
        var again = new ManualResetEventSlim();
        var once = Block(loop, again);
        TestLoop.Drain(loop);
        again.Set();
        foreach (var one in (IDisposable[])[.. blocked, last, once]) one.Dispose();
    }

    [SkippableFact]
    public void A_loop_whose_threads_are_all_blocked_goes_on_with_the_first_that_comes_back()
    {
        var loop = TestLoop.Start();
        ManualResetEventSlim first = new(), others = new();
        using var one = Block(loop, first);
        var blocked = Enumerable.Range(0, 15).Select(_ => Block(loop, others)).ToArray();
        using var signal = TestLoop.NewSignal();
        var watcher = new Watcher();
        using var registration = loop.Add(signal, watcher, write: false);
        TestLoop.Signal(signal);
        Assert.Equal(0, watcher.Unseen);
        first.Set();
        watcher.Await(Readiness.Readable);
        others.Set();
        foreach (var other in blocked) other.Dispose();
    }

    [SkippableFact]
    public void The_rest_of_a_batch_is_reported_once_its_thread_is_not_blocked_any_more()
    {
        var loop = TestLoop.Start();
        using SocketDescriptor trigger = TestLoop.NewSignal(), blocks = TestLoop.NewSignal(), other = TestLoop.NewSignal();
        var gate = new ManualResetEventSlim();
        var isBlocked = new ManualResetEventSlim();
        var watcher = new Watcher();
        using var triggering = loop.Add(trigger, new Watcher(_ =>
        {
            TestLoop.Signal(blocks);
            TestLoop.Signal(other);
        }), write: false);
        using var blocking = loop.Add(blocks, new Watcher(_ =>
        {
            isBlocked.Set();
            gate.Wait();
        }), write: false);
        using var registration = loop.Add(other, watcher, write: false);
        TestLoop.Signal(trigger);
        Assert.True(isBlocked.Wait(Patience));
        TestLoop.Drain(loop); // by another thread; this batch is still with the blocked one
        gate.Set();
        watcher.Await(Readiness.Readable);
    }

    [SkippableFact]
    public async Task An_idle_loop_and_its_watchdog_sleep()
    {
        var loop = TestLoop.Start(out var name, out var watchdog);
        var gate = new ManualResetEventSlim();
        using (var blocked = Block(loop, gate))
        {
            TestLoop.Drain(loop); // now there is a standby too
            Assert.True(watchdog.IsTicking);
            gate.Set();
        }
        Assert.True(SpinWait.SpinUntil(() => !watchdog.IsTicking, Patience), "the watchdog does not go to sleep");
        // A busy machine may take a while until all are asleep. What ticks ticks in each of the periods.
        for (var period = 1; ; period++)
        {
            var before = Switches(name);
            Assert.Equal(3, before.Count);
            await Task.Delay(300);
            var after = Switches(name);
            if (before.SequenceEqual(after)) return;
            if (period == 10) Assert.Equal(before, after);
        }
    }

    // An actor that is just being started, or ends its turn, has a thread of the pool already.
    private void SignalUntilRunOn(string thread, SocketDescriptor signal)
    {
        for (var attempts = 0; attempts < 100; attempts++)
        {
            TestLoop.Signal(signal);
            if (ExpectMsg<string>(Patience) == thread) return;
        }
        Assert.Fail("the actor never ran on " + thread);
    }

    /// <summary>Blocks the thread that leads now until the gate opens.</summary>
    private static Blocker Block(EventLoop loop, ManualResetEventSlim gate)
    {
        var blocker = new Blocker(gate);
        blocker.Start(loop);
        Assert.True(blocker.HasBegun.Wait(Patience), "nobody leads");
        return blocker;
    }

    /// <summary>How often each thread of the loop has given up its processor.</summary>
    private static SortedDictionary<string, string> Switches(string name)
    {
        var switches = new SortedDictionary<string, string>();
        foreach (var task in Directory.GetDirectories("/proc/self/task"))
        {
            try
            {
                var thread = File.ReadAllText(task + "/comm").Trim();
                if (thread.Contains(name, StringComparison.Ordinal))
                    switches[thread] = string.Join(' ', File.ReadLines(task + "/status").Where(line => line.Contains("_switches", StringComparison.Ordinal)));
            }
            catch (IOException)
            {
                // a thread that has ended meanwhile, not one of the loop
            }
        }
        return switches;
    }

    private sealed class Blocker(ManualResetEventSlim gate) : IReadiness, IDisposable
    {
        private readonly SocketDescriptor _signal = TestLoop.NewSignal();
        private Registration? _registration;

        public ManualResetEventSlim HasBegun { get; } = new();

        public void Start(EventLoop loop)
        {
            _registration = loop.Add(_signal, this, write: false);
            TestLoop.Signal(_signal);
        }

        public void OnReady(Readiness ready)
        {
            HasBegun.Set();
            gate.Wait();
        }

        public void Dispose()
        {
            _registration?.Dispose();
            _signal.Dispose();
        }
    }
}
