using Akka.Actor;
using Akka.TestKit;

namespace Vod.Actors.Tests.Connections;

/// <summary>The time of a <see cref="TestScheduler"/>: it passes only when a test says so.</summary>
internal sealed class TestClock(TestScheduler scheduler) : ITimeProvider
{
    private readonly DateTimeOffset _start = scheduler.Now;

    public DateTimeOffset Now => scheduler.Now;

    public TimeSpan MonotonicClock => scheduler.Now - _start;

    public TimeSpan HighResMonotonicClock => MonotonicClock;
}
