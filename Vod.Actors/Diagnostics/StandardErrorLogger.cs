using Akka.Event;
using MelLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// Logs to standard error while the loggers of the actor system are not there: before it has started and after it has stopped.
/// Standard output is for what the server says when it is ready. <c>akka.stdout-logger-class</c> names this type.
/// </summary>
public sealed class StandardErrorLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message)
    {
        var line = new StringWriter();
        if (message is LogEvent entry) LogLine.Write(line, LogLine.Level(entry.LogLevel()), entry.Message.ToString() ?? "", entry.Cause);
        else LogLine.Write(line, MelLevel.Information, message.ToString() ?? "", null);
        // In one piece: several threads may log.
        Console.Error.Write(line.ToString());
    }
}
