using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>Writes entries of the host's logging as <see cref="LogLine"/> has them.</summary>
internal sealed class LineFormatter() : ConsoleFormatter(FormatterName)
{
    /// <summary>What the console logger knows it by.</summary>
    public const string FormatterName = "line";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter) =>
        LogLine.Write(textWriter, logEntry.LogLevel, logEntry.Formatter(logEntry.State, logEntry.Exception), logEntry.Exception);
}
