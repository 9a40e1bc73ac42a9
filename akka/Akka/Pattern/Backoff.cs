using Akka.Actor;

namespace Akka.Pattern;

/// <summary>Options of supervisors that start their child again after a pause, which is twice as long each time.</summary>
public static class Backoff
{
    /// <summary>For a child that stops itself, or is stopped, when something is wrong. One that fails is restarted at once as usual.</summary>
    /// <param name="childProps">The child.</param>
    /// <param name="childName">Its name.</param>
    /// <param name="minBackoff">The first pause.</param>
    /// <param name="maxBackoff">The longest pause.</param>
    /// <param name="randomFactor">By how much a pause may be longer than that, at random: 0.2 for up to 20 %.</param>
    public static BackoffOptions OnStop(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        new BackoffOptionsImpl(BackoffType.OnStop, childProps, childName, minBackoff, maxBackoff, randomFactor);

    /// <inheritdoc cref="OnStop(Props, string, TimeSpan, TimeSpan, double)"/>
    /// <param name="childProps">The child.</param>
    /// <param name="childName">Its name.</param>
    /// <param name="minBackoff">The first pause.</param>
    /// <param name="maxBackoff">The longest pause.</param>
    /// <param name="randomFactor">By how much a pause may be longer than that, at random: 0.2 for up to 20 %.</param>
    /// <param name="maxNrOfRetries">After how many starts the supervisor gives up and stops; -1 for never.</param>
    public static BackoffOptions OnStop(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        OnStop(childProps, childName, minBackoff, maxBackoff, randomFactor).WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>For a child that throws when something is wrong. When it stops, the supervisor stops as well.</summary>
    /// <inheritdoc cref="OnStop(Props, string, TimeSpan, TimeSpan, double)"/>
    public static BackoffOptions OnFailure(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor) =>
        new BackoffOptionsImpl(BackoffType.OnFailure, childProps, childName, minBackoff, maxBackoff, randomFactor);

    /// <summary>For a child that throws when something is wrong. When it stops, the supervisor stops as well.</summary>
    /// <inheritdoc cref="OnStop(Props, string, TimeSpan, TimeSpan, double, int)"/>
    public static BackoffOptions OnFailure(Props childProps, string childName, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, int maxNrOfRetries) =>
        OnFailure(childProps, childName, minBackoff, maxBackoff, randomFactor).WithMaxNrOfRetries(maxNrOfRetries);

    /// <summary>How long to wait before the child is started for the <paramref name="restartCount"/>-th time again, counted from 0.</summary>
    internal static TimeSpan Delay(int restartCount, TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor, double random)
    {
        if (restartCount >= 30) return maxBackoff; // the power would run over
        var ticks = Math.Min(maxBackoff.Ticks, minBackoff.Ticks * Math.Pow(2, restartCount)) * (1.0 + random * randomFactor);
        return ticks < TimeSpan.MaxValue.Ticks ? TimeSpan.FromTicks((long)ticks) : maxBackoff;
    }

    /// <exception cref="ArgumentException">The three do not make sense.</exception>
    internal static void Check(TimeSpan minBackoff, TimeSpan maxBackoff, double randomFactor)
    {
        if (minBackoff <= TimeSpan.Zero) throw new ArgumentException("MinBackoff must be greater than 0");
        if (maxBackoff < minBackoff) throw new ArgumentException("MaxBackoff must be greater than MinBackoff");
        if (randomFactor is not (>= 0.0 and <= 1.0)) throw new ArgumentException("RandomFactor must be between 0.0 and 1.0");
    }
}
