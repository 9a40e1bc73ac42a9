using Akka.Event;
using MelLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vod.Actors.Hosting;

/// <summary>Which log entries are let through: the one place that both ways of logging ask, so that it can change while the server runs.</summary>
internal sealed class LogLevels(LogLevel level)
{
    private volatile LogLevel _level = level;

    /// <summary>The least severe level that is logged.</summary>
    public LogLevel Level { get => _level; set => _level = value; }

    /// <summary>Whether an entry of the host's logging is let through: the framework's own from warnings on, unless all is asked for.</summary>
    public bool IsEnabled(string? category, MelLevel level)
    {
        // What the hosted service has to say of a failed start is said by the program, in a line.
        if (category?.StartsWith("Akka.Hosting", StringComparison.Ordinal) == true) return false;
        var least = Least(_level);
        var isOurs = category?.StartsWith("Microsoft", StringComparison.Ordinal) != true;
        return level >= (isOurs || least == MelLevel.Debug ? least : (MelLevel)Math.Max((int)least, (int)MelLevel.Warning));
    }

    private static MelLevel Least(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => MelLevel.Debug,
        LogLevel.InfoLevel => MelLevel.Information,
        LogLevel.WarningLevel => MelLevel.Warning,
        LogLevel.ErrorLevel => MelLevel.Error,
        _ => MelLevel.None,
    };
}
