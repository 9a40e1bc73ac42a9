using System.Text;

namespace Akka.Hosting;

/// <summary>None, some or all.</summary>
public enum TriStateValue
{
    /// <summary>None at all.</summary>
    None,

    /// <summary>As many as is said elsewhere.</summary>
    Some,

    /// <summary>All.</summary>
    All,
}

/// <summary>Which undeliverable messages are logged at level INFO.</summary>
public class DeadLetterOptions
{
    /// <summary>Whether none is logged, <see cref="LogCount"/> of them, or all.</summary>
    public TriStateValue ShouldLog { get; set; } = TriStateValue.All;

    /// <summary>How many are logged, where some are, before logging is suspended.</summary>
    public int LogCount { get; set; } = 10;

    /// <summary>Whether they are logged while the system terminates; null leaves it as it is.</summary>
    public bool? LogDuringShutdown { get; set; }

    /// <summary>For how long logging is suspended; infinite for good, null leaves it as it is.</summary>
    public TimeSpan? LogSuspendDuration { get; set; }

    /// <summary>The options as HOCON.</summary>
    public override string ToString()
    {
        var count = ShouldLog switch
        {
            TriStateValue.None => "off",
            TriStateValue.All => "on",
            _ => LogCount.ToHocon(),
        };
        var hocon = new StringBuilder().AppendLine($"akka.log-dead-letters = {count}");
        if (LogDuringShutdown is { } during) hocon.AppendLine($"akka.log-dead-letters-during-shutdown = {during.ToHocon()}");
        if (LogSuspendDuration is { } suspend) hocon.AppendLine($"akka.log-dead-letters-suspend-duration = {suspend.ToHocon(allowInfinite: true)}");
        return hocon.ToString();
    }
}
