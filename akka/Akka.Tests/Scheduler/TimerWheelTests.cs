using Akka.Actor;

namespace Akka.Tests.Scheduler;

public class TimerWheelTests
{
    private readonly TimerWheel _wheel = new(8);
    private readonly List<ScheduledEntry> _due = [];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(1000)]
    public void An_entry_is_due_at_its_tick_and_not_before(long tick)
    {
        var entry = Add(tick);
        for (var now = 1L; now < tick; now++) _wheel.Advance(now, _due);
        Assert.Empty(_due);
        _wheel.Advance(tick, _due);
        Assert.Same(entry, Assert.Single(_due));
        Assert.Equal(0, _wheel.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void After_a_pause_all_that_is_due_comes_at_once_in_order_of_time(long pause)
    {
        var expected = new[] { 900L, 3, 8, 1, 16, 2, 2 }.Select(Add).Where(entry => entry.DueTick <= pause)
            .OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Sequence).ToArray();
        _wheel.Advance(pause, _due);
        Assert.Equal(expected, _due);
        Assert.Equal(7 - expected.Length, _wheel.Count);
    }

    [Fact]
    public void What_is_overdue_when_added_is_due_at_the_next_tick()
    {
        _wheel.Advance(100, _due);
        var entry = Add(50);
        Assert.Equal(101, entry.DueTick);
        Assert.Equal(101, _wheel.NextTick());
        _wheel.Advance(101, _due);
        Assert.Single(_due);
    }

    [Fact]
    public void A_removed_entry_is_never_due()
    {
        var (first, middle, last) = (Add(5), Add(5), Add(5));
        _wheel.Remove(middle);
        _wheel.Remove(middle);
        _wheel.Advance(5, _due);
        Assert.Equal([first, last], _due);
        _wheel.Remove(first);
        Assert.Equal(0, _wheel.Count);
    }

    [Fact]
    public void The_next_tick_is_that_of_the_next_bucket_with_anything_in_it()
    {
        Assert.Null(_wheel.NextTick());
        var far = Add(12);
        Assert.Equal(4, _wheel.NextTick());
        Add(6);
        Assert.Equal(4, _wheel.NextTick());
        _wheel.Remove(far);
        Assert.Equal(6, _wheel.NextTick());
        _wheel.Clear();
        Assert.Null(_wheel.NextTick());
    }

    [Fact]
    public void It_agrees_with_a_sorted_list_whatever_is_added_removed_and_let_pass()
    {
        var random = new Random(4711);
        var waiting = new List<ScheduledEntry>();
        var now = 0L;
        for (var step = 0; step < 20_000; step++)
        {
            switch (random.Next(4))
            {
                case 0:
                case 1:
                    waiting.Add(Add(now + random.Next(1, 40)));
                    break;
                case 2 when waiting.Count > 0:
                    var victim = waiting[random.Next(waiting.Count)];
                    waiting.Remove(victim);
                    _wheel.Remove(victim);
                    break;
                default:
                    now += random.Next(0, 20);
                    _due.Clear();
                    _wheel.Advance(now, _due);
                    Assert.Equal(waiting.Where(e => e.DueTick <= now).OrderBy(e => e.DueAt).ThenBy(e => e.Sequence), _due);
                    waiting.RemoveAll(e => e.DueTick <= now);
                    break;
            }
            Assert.Equal(waiting.Count, _wheel.Count);
        }
    }

    private ScheduledEntry Add(long tick)
    {
        var entry = new ScheduledAction(() => { }, null) { DueTick = tick, DueAt = tick * 10 };
        _wheel.Add(entry);
        return entry;
    }
}
