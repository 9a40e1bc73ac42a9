using Akka.Actor;
using Akka.Configuration;

namespace Akka.Routing;

/// <summary>
/// Adds routees while all of them are under pressure, and removes some while only few are. A routee is under pressure, by the threshold:
/// at 0 when it processes a message, at 1 when others wait besides, above when at least so many wait.
/// </summary>
public class DefaultResizer : Resizer, IEquatable<DefaultResizer>
{
    /// <param name="lower">The fewest routees, at least 0.</param>
    /// <param name="upper">The most routees, not below the fewest.</param>
    /// <param name="pressureThreshold">When a routee is under pressure.</param>
    /// <param name="rampupRate">By which part to grow when all are under pressure; 0.2 is a fifth.</param>
    /// <param name="backoffThreshold">Below which part under pressure to shrink; 0 for never.</param>
    /// <param name="backoffRate">By which part to shrink.</param>
    /// <param name="messagesPerResize">How many messages lie between two looks, at least 1.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public DefaultResizer(
        int lower, int upper, int pressureThreshold = 1, double rampupRate = 0.2, double backoffThreshold = 0.3, double backoffRate = 0.1,
        int messagesPerResize = 10)
    {
        Check(lower >= 0, nameof(lower), $"lower-bound must be at least 0, not {lower}");
        Check(upper >= 0, nameof(upper), $"upper-bound must be at least 0, not {upper}");
        Check(upper >= lower, nameof(upper), $"upper-bound must be at least lower-bound, {lower}, not {upper}");
        Check(rampupRate >= 0, nameof(rampupRate), $"rampup-rate must be at least 0, not {rampupRate}");
        Check(backoffThreshold is >= 0 and <= 1, nameof(backoffThreshold), $"backoff-threshold must be from 0 to 1, not {backoffThreshold}");
        Check(backoffRate >= 0, nameof(backoffRate), $"backoff-rate must be at least 0, not {backoffRate}");
        Check(messagesPerResize > 0, nameof(messagesPerResize), $"messages-per-resize must be positive, not {messagesPerResize}");
        LowerBound = lower;
        UpperBound = upper;
        PressureThreshold = pressureThreshold;
        RampupRate = rampupRate;
        BackoffThreshold = backoffThreshold;
        BackoffRate = backoffRate;
        MessagesPerResize = messagesPerResize;
    }

    /// <summary>The fewest routees.</summary>
    public int LowerBound { get; set; }

    /// <summary>The most routees.</summary>
    public int UpperBound { get; set; }

    /// <summary>When a routee is under pressure.</summary>
    public int PressureThreshold { get; }

    /// <summary>By which part to grow.</summary>
    public double RampupRate { get; }

    /// <summary>Below which part under pressure to shrink.</summary>
    public double BackoffThreshold { get; }

    /// <summary>By which part to shrink.</summary>
    public double BackoffRate { get; }

    /// <summary>How many messages lie between two looks.</summary>
    public int MessagesPerResize { get; }

    /// <summary>As a section <c>resizer</c> says.</summary>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public static new DefaultResizer FromConfig(Config resizerConfig) => new(
        resizerConfig.GetInt("lower-bound"),
        resizerConfig.GetInt("upper-bound"),
        resizerConfig.GetInt("pressure-threshold", 1),
        resizerConfig.GetDouble("rampup-rate", 0.2),
        resizerConfig.GetDouble("backoff-threshold", 0.3),
        resizerConfig.GetDouble("backoff-rate", 0.1),
        resizerConfig.GetInt("messages-per-resize", 10));

    /// <inheritdoc/>
    public override bool IsTimeForResize(long messageCounter) => messageCounter % MessagesPerResize == 0;

    /// <inheritdoc/>
    public override int Resize(IEnumerable<Routee> currentRoutees) => Capacity(currentRoutees);

    /// <summary>How many routees to add, or, if negative, to remove: within the bounds afterwards.</summary>
    public int Capacity(IEnumerable<Routee> currentRoutees)
    {
        var routees = currentRoutees.ToArray();
        var proposed = routees.Length + Filter(Pressure(routees), routees.Length);
        return Math.Clamp(proposed, LowerBound, UpperBound) - routees.Length;
    }

    /// <summary>How many routees are under pressure.</summary>
    public int Pressure(IEnumerable<Routee> currentRoutees)
        => currentRoutees.Count(routee => routee is ActorRefRoutee { Actor: LocalActorRef { Cell: var cell } } && IsUnderPressure(cell));

    /// <summary>The change that so much pressure on so many routees asks for, bounds aside.</summary>
    public int Filter(int pressure, int capacity) => Rampup(pressure, capacity) + Backoff(pressure, capacity);

    /// <summary>How many to add: none unless all are under pressure.</summary>
    public int Rampup(int pressure, int capacity) => pressure < capacity ? 0 : (int)Math.Ceiling(RampupRate * capacity);

    /// <summary>How many to remove, as a negative number: none unless few enough are under pressure.</summary>
    public int Backoff(int pressure, int capacity)
        => BackoffThreshold > 0 && BackoffRate > 0 && capacity > 0 && (double)pressure / capacity < BackoffThreshold
            ? (int)Math.Floor(-BackoffRate * capacity)
            : 0;

    /// <summary>Whether both resize alike.</summary>
    public bool Equals(DefaultResizer? other)
        => other is not null && LowerBound == other.LowerBound && UpperBound == other.UpperBound
            && PressureThreshold == other.PressureThreshold && RampupRate.Equals(other.RampupRate)
            && BackoffThreshold.Equals(other.BackoffThreshold) && BackoffRate.Equals(other.BackoffRate)
            && MessagesPerResize == other.MessagesPerResize;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DefaultResizer);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(PressureThreshold, RampupRate, BackoffThreshold, BackoffRate, MessagesPerResize);

    private bool IsUnderPressure(ActorCell cell) => PressureThreshold switch
    {
        < 1 => cell.CurrentMessage is not null,
        1 => cell.CurrentMessage is not null && cell.HasMessages,
        _ => cell.NumberOfMessages >= PressureThreshold,
    };

    private static void Check(bool valid, string parameter, string message)
    {
        if (!valid) throw new ArgumentException(message, parameter);
    }
}
