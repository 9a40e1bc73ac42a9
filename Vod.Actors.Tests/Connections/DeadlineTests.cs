using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>The deadlines of connections: each comes within a tick of its time, and once.</summary>
public sealed class DeadlineTests : TestKit
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private readonly Clock _clock;
    private readonly Deadlines _deadlines;

    public DeadlineTests() : base(ConnectionTest.Config)
    {
        _clock = new Clock(new TestClock(Scheduler));
        _deadlines = new Deadlines(Scheduler, _clock, Tick);
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void It_comes_when_its_time_is_over_and_once()
    {
        var deadline = Add(10);
        Pass(9.9);
        ExpectNoMsg(TimeSpan.Zero);
        Assert.False(deadline.HasCome);
        Pass(0.1);
        ExpectMsg<DeadlineCheck>();
        Assert.True(deadline.HasCome);
        Pass(100);
        Pass(100);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(10, 5, 10)] // later
    [InlineData(10, 5, 3)] // sooner
    [InlineData(10, 5, 5)] // the same
    [InlineData(10, 9.9, 60)]
    public void Setting_it_anew_moves_it(double first, double passed, double second)
    {
        var deadline = Add(first);
        Pass(passed);
        Set(deadline, second);
        Pass(second - 0.1);
        ExpectNoMsg(TimeSpan.Zero);
        Pass(0.1);
        ExpectMsg<DeadlineCheck>();
        Pass(100);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void It_can_be_moved_again_and_again()
    {
        var deadline = Add(10);
        for (var second = 0; second < 100; second++)
        {
            Set(deadline, 10);
            Pass(1);
        }

        ExpectNoMsg(TimeSpan.Zero);
        Pass(9);
        ExpectMsg<DeadlineCheck>();
    }

    [Fact]
    public void It_can_be_set_again_after_it_came()
    {
        var deadline = Add(10);
        Pass(10);
        ExpectMsg<DeadlineCheck>();
        Set(deadline, 20);
        Assert.False(deadline.HasCome);
        Pass(19);
        ExpectNoMsg(TimeSpan.Zero);
        Pass(1);
        ExpectMsg<DeadlineCheck>();
    }

    [Fact]
    public void One_that_was_not_set_never_comes()
    {
        var deadline = _deadlines.Add(TestActor);
        Pass(1_000_000);
        Assert.False(deadline.HasCome);
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void The_shortest_that_can_be_set_comes_within_two_ticks()
    {
        Add(0.001);
        Pass(0.1);
        ExpectMsg<DeadlineCheck>();
    }

    [Fact]
    public void Each_owner_is_told_of_its_own_and_those_who_left_are_not()
    {
        var owners = Enumerable.Range(1, 20).Select(n => (Probe: CreateTestProbe(), Seconds: n)).ToList();
        var deadlines = owners.Select(owner => Add(owner.Seconds, owner.Probe.Ref)).ToList();
        foreach (var index in new[] { 19, 0, 7, 8, 18 }) // the last, the first, and some between
        {
            deadlines[index].Leave();
            deadlines[index].Leave();
            owners[index].Probe.ExpectNoMsg(TimeSpan.Zero);
            owners[index] = owners[index] with { Seconds = int.MaxValue };
        }

        for (var second = 1; second <= 20; second++)
        {
            Pass(1);
            foreach (var (probe, seconds) in owners)
            {
                if (seconds == second) probe.ExpectMsg<DeadlineCheck>();
                else probe.ExpectNoMsg(TimeSpan.Zero);
            }
        }
    }

    [Fact]
    public void While_there_are_none_nothing_ticks()
    {
        Pass(1);
        Assert.Equal(0, _clock.Looks);

        var deadline = Add(10);
        Pass(1);
        deadline.Leave();
        Pass(1); // the tick that finds nobody
        var looks = _clock.Looks;
        for (var second = 0; second < 10; second++) Pass(1);
        Assert.Equal(looks, _clock.Looks);

        Add(1);
        Pass(1);
        ExpectMsg<DeadlineCheck>();
    }

    [Fact]
    public void A_tick_looks_at_the_clock_once_for_all()
    {
        for (var n = 0; n < 1000; n++) _deadlines.Add(TestActor);
        Pass(1);
        Assert.Equal(1, _clock.Looks);
    }

    private Deadline Add(double seconds, IActorRef? owner = null)
    {
        var deadline = _deadlines.Add(owner ?? TestActor);
        Set(deadline, seconds);
        return deadline;
    }

    private static void Set(Deadline deadline, double seconds) => deadline.Set(TimeSpan.FromSeconds(seconds));

    private void Pass(double seconds) => Scheduler.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Counts who asks for the time.</summary>
    private sealed class Clock(TestClock clock) : ITimeProvider
    {
        public int Looks { get; private set; }

        public DateTimeOffset Now => clock.Now;

        public TimeSpan MonotonicClock
        {
            get
            {
                Looks++;
                return clock.MonotonicClock;
            }
        }

        public TimeSpan HighResMonotonicClock => MonotonicClock;
    }
}

/// <summary>The same with the scheduler and the clock of a server, and many threads.</summary>
public sealed class DeadlineThreadsTests : TestKit
{
    [Fact]
    public async Task Of_many_threads_that_come_and_go_each_is_told_once_unless_it_left()
    {
        const int threads = 8, each = 200;
        var deadlines = new Deadlines(Sys.Scheduler, tick: TimeSpan.FromMilliseconds(10));

        await Task.WhenAll(Enumerable.Range(0, threads).Select(thread => Task.Run(() =>
        {
            for (var n = 0; n < each; n++)
            {
                deadlines.Add(TestActor).Set(TimeSpan.FromMilliseconds(n % 20));
                var left = deadlines.Add(TestActor);
                left.Set(TimeSpan.FromHours(1));
                left.Leave();
            }
        })));

        Assert.Equal(threads * each, ReceiveN(threads * each, TimeSpan.FromSeconds(30)).Count);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }
}
