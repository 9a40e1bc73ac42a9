using Akka.Event;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// Logs to standard error while the loggers of the actor system are not there: before it has started and after it has stopped.
/// Standard output is for what the server says when it is ready. <c>akka.stdout-logger-class</c> names this type.
/// </summary>
public sealed class StandardErrorLogger : MinimalLogger
{
    /// <inheritdoc/>
    protected override void Log(object message) => Console.Error.WriteLine(message);
}
