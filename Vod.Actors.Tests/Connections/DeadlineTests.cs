using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>The one deadline of a connection: to the tick, and with as few timers as can be.</summary>
public sealed class DeadlineTests : TestKit
{
    private readonly IActorRef _owner;

    public DeadlineTests() : base("""akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit" """)
    {
        var clock = new TestClock((TestScheduler)Sys.Scheduler);
        var observer = TestActor;
        _owner = Sys.ActorOf(Props.Create(() => new Owner(clock, observer)));
    }

    [Fact]
    public void It_comes_when_its_time_is_over_and_once()
    {
        Set(10);
        Pass(9.999);
        ExpectNoMsg(TimeSpan.Zero);
        Pass(0.001);
        ExpectMsg("come");
        Pass(100);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(10, 5, 10)] // later
    [InlineData(10, 5, 3)] // sooner
    [InlineData(10, 5, 5)] // the same
    [InlineData(10, 9.999, 60)]
    public void Setting_it_anew_moves_it(double first, double passed, double second)
    {
        Set(first);
        Pass(passed);
        Set(second);
        Pass(second - 0.001);
        ExpectNoMsg(TimeSpan.Zero);
        Pass(0.001);
        ExpectMsg("come");
        Pass(100);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void It_can_be_moved_again_and_again()
    {
        for (var second = 0; second < 100; second++)
        {
            Set(10);
            Pass(1);
        }

        ExpectNoMsg(TimeSpan.Zero);
        Pass(9);
        ExpectMsg("come");
    }

    [Fact]
    public void It_can_be_set_again_after_it_came()
    {
        Set(10);
        Pass(10);
        ExpectMsg("come");
        Set(20);
        Pass(19);
        ExpectNoMsg(TimeSpan.Zero);
        Pass(1);
        ExpectMsg("come");
    }

    [Fact]
    public void Moving_it_away_starts_no_timer_before_the_old_one_ends()
    {
        Set(10);
        for (var times = 0; times < 1000; times++) Set(10 + times);
        Pass(10);
        Assert.Equal(2, TimersStarted());
        Pass(1000);
        Assert.Equal(2, TimersStarted());
        ExpectMsg("come");
    }

    private void Set(double seconds)
    {
        _owner.Tell(TimeSpan.FromSeconds(seconds));
        TimersStarted();
    }

    private void Pass(double seconds)
    {
        ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(seconds));
        TimersStarted();
    }

    /// <summary>Also waits until the owner has done all that it was told.</summary>
    private int TimersStarted() => _owner.Ask<int>("timers", RemainingOrDefault).GetAwaiter().GetResult();

    private sealed class Owner : ReceiveActor, IWithTimers
    {
        private readonly ITimeProvider _clock;
        private Deadline? _deadline;

        public Owner(ITimeProvider clock, IActorRef observer)
        {
            _clock = clock;
            Receive<TimeSpan>(delay => _deadline!.Set(delay));
            Receive<DeadlineCheck>(_ =>
            {
                if (_deadline!.HasCome()) observer.Tell("come");
            });
            Receive<string>(_ => Sender.Tell(((CountingTimers)_timers!).Started));
        }

        private ITimerScheduler? _timers;

        public ITimerScheduler Timers
        {
            get => _timers!;
            set => _timers = new CountingTimers(value);
        }

        protected override void PreStart() => _deadline = new Deadline(_clock, Timers);
    }

    private sealed class CountingTimers(ITimerScheduler timers) : ITimerScheduler
    {
        public int Started { get; private set; }

        public IReadOnlyCollection<object> ActiveTimers => timers.ActiveTimers;

        public void StartSingleTimer(object key, object msg, TimeSpan timeout)
        {
            Started++;
            timers.StartSingleTimer(key, msg, timeout);
        }

        public void StartSingleTimer(object key, object msg, TimeSpan timeout, IActorRef sender) => throw new NotSupportedException();

        public void StartPeriodicTimer(object key, object msg, TimeSpan interval) => throw new NotSupportedException();

        public void StartPeriodicTimer(object key, object msg, TimeSpan interval, IActorRef sender) => throw new NotSupportedException();

        public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval) => throw new NotSupportedException();

        public void StartPeriodicTimer(object key, object msg, TimeSpan initialDelay, TimeSpan interval, IActorRef sender) => throw new NotSupportedException();

        public bool IsTimerActive(object key) => timers.IsTimerActive(key);

        public void Cancel(object key) => timers.Cancel(key);

        public void CancelAll() => timers.CancelAll();
    }
}
