using Microsoft.Extensions.Logging;
using AkkaLevel = Akka.Event.LogLevel;

namespace Vod.Actors.Diagnostics;

/// <summary>A log entry in a line: time, level, message. An exception follows in lines of its own.</summary>
internal static class LogLine
{
    private static readonly bool Colours = !Console.IsErrorRedirected;

    /// <summary>Writes one.</summary>
    public static void Write(TextWriter writer, LogLevel severity, string message, Exception? exception)
    {
        var (level, colour) = severity switch
        {
            LogLevel.Critical or LogLevel.Error => ("ERROR", "31"),
            LogLevel.Warning => ("WARN ", "33"),
            LogLevel.Information => ("INFO ", "32"),
            _ => ("DEBUG", "90"),
        };
        writer.Write(DateTime.Now.ToString("HH:mm:ss.fff "));
        writer.Write(Colours ? $"\u001b[{colour}m{level}\u001b[0m " : $"{level} ");
        writer.WriteLine(message.ReplaceLineEndings(" "));
        if (exception is not null) writer.WriteLine(exception.ToString());
    }

    /// <summary>The level of the host's logging for one of Akka.NET's.</summary>
    public static LogLevel Level(AkkaLevel level) => level switch
    {
        AkkaLevel.DebugLevel => LogLevel.Debug,
        AkkaLevel.InfoLevel => LogLevel.Information,
        AkkaLevel.WarningLevel => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
