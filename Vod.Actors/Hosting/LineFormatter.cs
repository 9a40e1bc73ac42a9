using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Vod.Actors.Hosting;

/// <summary>Writes a log entry in a line: time, level, message. An exception follows in lines of its own.</summary>
internal sealed class LineFormatter() : ConsoleFormatter(FormatterName)
{
    /// <summary>What the console logger knows it by.</summary>
    public const string FormatterName = "line";

    private readonly bool _colours = !Console.IsErrorRedirected;

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var (level, colour) = logEntry.LogLevel switch
        {
            LogLevel.Critical or LogLevel.Error => ("ERROR", "31"),
            LogLevel.Warning => ("WARN ", "33"),
            LogLevel.Information => ("INFO ", "32"),
            _ => ("DEBUG", "90"),
        };
        textWriter.Write(DateTime.Now.ToString("HH:mm:ss.fff "));
        textWriter.Write(_colours ? $"\u001b[{colour}m{level}\u001b[0m " : $"{level} ");
        textWriter.WriteLine(logEntry.Formatter(logEntry.State, logEntry.Exception).ReplaceLineEndings(" "));
        if (logEntry.Exception is { } exception) textWriter.WriteLine(exception.ToString());
    }
}
