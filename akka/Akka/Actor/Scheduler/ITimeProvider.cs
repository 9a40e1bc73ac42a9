using System.Diagnostics;

namespace Akka.Actor;

/// <summary>Tells the time.</summary>
public interface ITimeProvider
{
    /// <summary>The wall clock, UTC; it can jump.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Time since some start; it never goes back.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>As <see cref="MonotonicClock"/>, at the best resolution there is.</summary>
    TimeSpan HighResMonotonicClock { get; }
}

/// <summary>An <see cref="ITimeProvider"/> whose wall clock is <see cref="DateTimeOffset.UtcNow"/>.</summary>
public interface IDateTimeOffsetNowTimeProvider : ITimeProvider;

/// <summary>The clocks of the machine.</summary>
public class DateTimeOffsetNowTimeProvider : IDateTimeOffsetNowTimeProvider
{
    private DateTimeOffsetNowTimeProvider() { }

    /// <summary>The one instance.</summary>
    public static DateTimeOffsetNowTimeProvider Instance { get; } = new();

    /// <inheritdoc/>
    public DateTimeOffset Now => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public TimeSpan MonotonicClock => MonotonicTime.Elapsed;

    /// <inheritdoc/>
    public TimeSpan HighResMonotonicClock => MonotonicTime.Elapsed;
}

/// <summary>Time since the process first asked, from the machine's monotonic clock.</summary>
internal static class MonotonicTime
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    internal static TimeSpan Elapsed => Stopwatch.GetElapsedTime(Start);
}
