using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>When the innermost <c>Within</c> block has to end, on the clock of <see cref="Now"/>; null outside of one.</summary>
    private TimeSpan? _end;

    /// <summary>Whether the last thing expected was that nothing comes: such a wait may use up a <c>Within</c> block's time.</summary>
    private bool _lastWasNoMsg;

    /// <summary>The time left of the innermost <c>Within</c> block.</summary>
    /// <exception cref="InvalidOperationException">There is no such block.</exception>
    public TimeSpan Remaining =>
        _end is { } end ? AtLeastZero(end - Now) : throw new InvalidOperationException("Only a Within block has time remaining.");

    /// <summary>The time left of the innermost <c>Within</c> block; outside of one <c>akka.test.single-expect-default</c>, stretched.</summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>A duration, stretched by <c>akka.test.timefactor</c>. Infinite ones stay what they are.</summary>
    public TimeSpan Dilated(TimeSpan duration) =>
        duration.IsPositiveFinite() ? new TimeSpan((long)(duration.Ticks * TestKitSettings.TestTimeFactor)) : duration;

    /// <summary>The duration, stretched; without one, what is left or the default.</summary>
    /// <exception cref="ArgumentException">The duration is infinite.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration)
    {
        if (duration is not { } value)
        {
            return RemainingOrDefault;
        }

        return value.IsInfinite()
            ? throw new ArgumentException("The duration must not be infinite.", nameof(duration))
            : Dilated(value);
    }

    /// <summary>The duration as it is, not stretched; without one, what is left or the default.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? RemainingOrDefault;

    /// <summary>The time left of the innermost <c>Within</c> block, or the duration outside of one.</summary>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? AtLeastZero(end - Now) : duration;

    private static TimeSpan AtLeastZero(TimeSpan duration) => duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
}
