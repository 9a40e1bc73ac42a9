namespace Akka.TestKit.Internal;

/// <summary>Tells durations apart from those that mean no limit.</summary>
internal static class TimeSpanExtensions
{
    /// <summary>Whether it means no limit: negative, or the longest of all.</summary>
    internal static bool IsInfinite(this TimeSpan timeSpan) => timeSpan < TimeSpan.Zero || timeSpan == TimeSpan.MaxValue;

    internal static bool IsPositiveFinite(this TimeSpan timeSpan) => timeSpan > TimeSpan.Zero && timeSpan != TimeSpan.MaxValue;

    internal static void EnsureIsPositiveFinite(this TimeSpan timeSpan, string parameterName)
    {
        if (timeSpan.IsInfinite())
        {
            throw new ArgumentException($"The duration must be finite and not negative; it is {timeSpan}.", parameterName);
        }
    }

    internal static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
