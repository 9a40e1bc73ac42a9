using Akka.Event;

namespace Vod.Actors.Admin;

/// <summary>Log levels by the names that <c>akka.loglevel</c> has for them.</summary>
internal static class LogLevelNames
{
    /// <summary>All of them, for a sentence.</summary>
    public const string All = "DEBUG, INFO, WARNING, ERROR, OFF";

    /// <summary>The name of a level.</summary>
    public static string NameOf(LogLevel level) => level > LogLevel.ErrorLevel ? "OFF" : Logging.StringFor(level);

    /// <summary>The level of a name in any case; null when there is none.</summary>
    public static LogLevel? Parse(string? name) =>
        name?.Trim().ToUpperInvariant() is { } word && All.Split(", ").Contains(word) ? Logging.LogLevelFor(word) : null;
}
