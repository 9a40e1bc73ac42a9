using Akka.Event;

namespace Akka.Tests.Event;

public class DeadLetterCountTests
{
    private static readonly TimeSpan Forever = Timeout.InfiniteTimeSpan;

    [Fact]
    public void All_are_logged_when_there_is_no_limit()
    {
        var count = new DeadLetterCount(int.MaxValue, TimeSpan.FromMinutes(5));
        Assert.Equal("[1] dead letters encountered", count.Next(TimeSpan.Zero));
        Assert.Equal("[2] dead letters encountered", count.Next(TimeSpan.Zero));
        Assert.False(count.IsOver);
    }

    [Fact]
    public void After_the_last_one_none_is_logged_for_the_pause_and_then_the_missed_ones_are_counted()
    {
        var count = new DeadLetterCount(2, TimeSpan.FromMinutes(5));
        Assert.Equal("[1] dead letters encountered", count.Next(TimeSpan.Zero));
        Assert.Equal("[2] dead letters encountered, no more dead letters will be logged in next [00:05:00]", count.Next(TimeSpan.Zero));
        Assert.Null(count.Next(TimeSpan.FromMinutes(1)));
        Assert.Null(count.Next(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1)));
        Assert.Equal("[5] dead letters encountered, of which 2 were not logged. The counter will be reset now", count.Next(TimeSpan.FromMinutes(5)));
        Assert.Equal("[1] dead letters encountered", count.Next(TimeSpan.FromMinutes(5)));
        Assert.False(count.IsOver);
    }

    [Fact]
    public void With_an_endless_pause_it_is_over_after_the_last_one()
    {
        var count = new DeadLetterCount(2, Forever);
        count.Next(TimeSpan.Zero);
        Assert.False(count.IsOver);
        Assert.Equal("[2] dead letters encountered, no more dead letters will be logged", count.Next(TimeSpan.Zero));
        Assert.True(count.IsOver);
    }
}
