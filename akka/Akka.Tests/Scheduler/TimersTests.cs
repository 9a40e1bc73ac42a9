using Akka.Actor;
using Akka.Configuration;
using Akka.Tests.Event;

namespace Akka.Tests.Scheduler;

public sealed class TimersTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    private readonly ActorSystem _system = ActorSystem.Create("timers", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF"));
    private readonly Collector _seen = new("seen");
    private readonly IActorRef _actor;

    public TimersTests() => _actor = _system.ActorOf(Props.Create(() => new Timed(_seen)), "timed");

    public void Dispose() => _system.Terminate().Wait(TimeSpan.FromSeconds(10));

    [Fact]
    public void A_single_timer_sends_once_and_is_then_no_longer_active()
    {
        Do(timers => timers.StartSingleTimer("key", "tick", Soon));
        Assert.Equal("tick", _seen.Next());
        Assert.Equal("", Active());
    }

    [Fact]
    public void A_periodic_timer_sends_until_it_is_cancelled()
    {
        Do(timers => timers.StartPeriodicTimer("key", "tick", Soon));
        for (var i = 0; i < 3; i++) Assert.Equal("tick", _seen.Next());
        Assert.Equal("key", Active());
        Do(timers => timers.Cancel("key"));
        Assert.Equal("", Active());
        _seen.Take();
        LetPass();
        Assert.Empty(_seen.Take());
    }

    [Fact]
    public void A_periodic_timer_can_begin_at_another_time()
    {
        Do(timers => timers.StartPeriodicTimer("key", "tick", TimeSpan.Zero, Late));
        Assert.Equal("tick", _seen.Next());
        Assert.Equal("key", Active());
    }

    [Fact]
    public void A_timer_can_send_in_the_name_of_another()
    {
        Do(timers => timers.StartSingleTimer("key", "who", Soon, _seen));
        Assert.Equal(_seen.Path.ToString(), _seen.Next());
        Do(timers => timers.StartPeriodicTimer("key", "who", Soon, _seen));
        Assert.Equal(_seen.Path.ToString(), _seen.Next());
        Do(timers => timers.StartPeriodicTimer("key", "who", TimeSpan.Zero, Late, _seen));
        _seen.Take();
        Do(timers => timers.StartPeriodicTimer("key", "who", TimeSpan.Zero, Late, _seen));
        Assert.Equal(_seen.Path.ToString(), _seen.Next());
    }

    [Fact]
    public void Timers_are_told_apart_by_their_keys()
    {
        Do(timers =>
        {
            timers.StartSingleTimer(1, "one", Late);
            timers.StartSingleTimer("2", "two", Late);
            timers.StartPeriodicTimer(1, "one again", Late);
            Assert.True(timers.IsTimerActive(1));
            Assert.False(timers.IsTimerActive(2));
        });
        Assert.Equal("1 2", Active());
        Do(timers => timers.CancelAll());
        Assert.Equal("", Active());
    }

    [Fact]
    public void A_message_of_a_timer_that_was_replaced_is_not_received_though_it_was_in_the_mailbox()
    {
        Do(timers =>
        {
            timers.StartSingleTimer("key", "old", Soon);
            LetPass();
            timers.StartSingleTimer("key", "new", Soon);
        });
        Assert.Equal("new", _seen.Next());
    }

    [Fact]
    public void A_message_of_a_timer_that_was_cancelled_is_not_received_though_it_was_in_the_mailbox()
    {
        Do(timers =>
        {
            timers.StartPeriodicTimer("key", "old", Soon);
            LetPass();
            timers.Cancel("key");
        });
        _actor.Tell("after");
        Assert.Equal("after", _seen.Next());
    }

    [Fact]
    public void A_message_of_a_timer_from_before_a_restart_is_not_received_though_it_was_in_the_mailbox()
    {
        _actor.Tell((Action<ITimerScheduler>)(timers =>
        {
            timers.StartSingleTimer("key", "old", Soon);
            LetPass();
            throw new InvalidOperationException("restart me");
        }));
        Assert.Equal("", Active());
        _actor.Tell("after");
        Assert.Equal("after", _seen.Next());
        Do(timers => timers.StartSingleTimer("key", "new", Soon));
        Assert.Equal("new", _seen.Next());
    }

    [Fact]
    public async Task Timers_end_with_their_actor()
    {
        Do(timers => timers.StartPeriodicTimer("key", "tick", Soon));
        _seen.Next();
        Assert.True(await _actor.GracefulStop(TimeSpan.FromSeconds(10)));
        _seen.Take();
        LetPass();
        Assert.Empty(_seen.Take());
        Assert.Equal(0, ((HashedWheelTimerScheduler)_system.Scheduler).Count);
    }

    [Fact]
    public void A_constructor_can_start_timers_and_an_actor_that_could_not_be_made_has_none()
    {
        _system.ActorOf(Props.Create(() => new Early(_seen, false)));
        Assert.Equal("early", _seen.Next());
        _system.ActorOf(Props.Create(() => new Early(_seen, true)));
        LetPass();
        Assert.Empty(_seen.Take());
        Assert.Equal(0, ((HashedWheelTimerScheduler)_system.Scheduler).Count);
    }

    [Fact]
    public void What_a_timer_sent_can_be_put_aside()
    {
        var actor = _system.ActorOf(Props.Create(() => new PutsAside(_seen)));
        Assert.Equal("put aside", _seen.Next());
        actor.Tell("open");
        Assert.Equal("tick", _seen.Next());
    }

    [Fact]
    public void A_timer_needs_a_key() => Do(timers => Assert.Throws<ArgumentNullException>(() => timers.StartSingleTimer(null!, "tick", Late)));

    [Fact]
    public void A_timer_can_send_what_the_system_handles()
    {
        var watched = _system.ActorOf(Props.Create(() => new Timed(_seen)));
        watched.Tell((Action<ITimerScheduler>)(timers => timers.StartSingleTimer("end", PoisonPill.Instance, Soon)));
        Assert.Equal("stopped", _seen.Next());
    }

    [Fact]
    public void A_timer_does_not_restart_the_receive_timeout_when_its_message_says_not_to()
    {
        Do(timers =>
        {
            Timed.Timeout(TimeSpan.FromMilliseconds(200));
            timers.StartPeriodicTimer("key", new QuietTick(), TimeSpan.FromMilliseconds(40));
        });
        var message = _seen.Next();
        for (var ticks = 0; message is QuietTick && ticks < 250; ticks++) message = _seen.Next();
        Assert.Equal("timeout", message);
    }

    private void Do(Action<ITimerScheduler> action)
    {
        _actor.Tell(action);
        Active(); // it has been done by now
    }

    private string Active() => _actor.Ask<string>(ActiveQuestion, TimeSpan.FromSeconds(10)).GetAwaiter().GetResult();

    /// <summary>Waits on the scheduler: whatever was due before is in its mailbox by then.</summary>
    private void LetPass()
    {
        using var over = new ManualResetEventSlim();
        _system.Scheduler.Advanced.ScheduleOnce(TimeSpan.FromMilliseconds(60), over.Set);
        Assert.True(over.Wait(TimeSpan.FromSeconds(10)));
    }

    private static readonly object ActiveQuestion = new();

    private sealed class QuietTick : INotInfluenceReceiveTimeout;

    private sealed class Timed(IActorRef seen) : ActorBase, IWithTimers
    {
        public ITimerScheduler Timers { get; set; } = null!;

        internal static void Timeout(TimeSpan timeout) => Context.SetReceiveTimeout(timeout);

        protected override void PostStop() => seen.Tell("stopped");

        protected override void PreRestart(Exception reason, object? message) { }

        protected override bool Receive(object message)
        {
            if (message is Action<ITimerScheduler> action) action(Timers);
            else if (message == ActiveQuestion) Sender.Tell(string.Join(' ', Timers.ActiveTimers.Order(Comparer<object>.Create((a, b) => string.CompareOrdinal($"{a}", $"{b}")))));
            else if (message is "who") seen.Tell(Sender.Path.ToString()!);
            else if (message is ReceiveTimeout) seen.Tell("timeout");
            else seen.Tell(message);
            return true;
        }
    }

    private sealed class Early : ReceiveActor, IWithTimers
    {
        public Early(IActorRef seen, bool fails)
        {
            Timers.StartSingleTimer("key", "early", Soon);
            if (fails) throw new InvalidOperationException("not made");
            Receive<string>(s => seen.Tell(s));
        }

        public ITimerScheduler Timers { get; set; } = null!;
    }

    private sealed class PutsAside : ReceiveActor, IWithTimers, IWithUnboundedStash
    {
        public PutsAside(IActorRef seen)
        {
            Timers.StartSingleTimer("key", "tick", Soon);
            Receive<string>(s => s == "open", _ =>
            {
                Become(() => Receive<string>(s => seen.Tell(s)));
                Stash.UnstashAll();
            });
            Receive<string>(_ =>
            {
                Stash.Stash();
                seen.Tell("put aside");
            });
        }

        public ITimerScheduler Timers { get; set; } = null!;

        public IStash Stash { get; set; } = null!;
    }
}
