using Akka.Actor;
using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>
/// Hands what actors log to the host's logging as the message alone: its base class puts time, level and thread into the text, which
/// <see cref="LineFormatter"/> adds too.
/// </summary>
internal sealed class HostLogger : LoggerFactoryLogger
{
    /// <summary>How messages of Akka.NET begin that the server has said already, in words for its operator.</summary>
    private static readonly string[] ToldElsewhere =
    [
        "Bind failed for TCP channel", // by the program when it starts, later by the listener, and without a stack trace
        "Binding TCP channel", // the listener says where it listens
        "CoordinatedShutdown invoked due to", // the lines that begin with "Stopping"
        "LoggerFactoryLogger", // that logging has begun, and ended
    ];

    private readonly ILogger _log = Context.System.Settings.Setup.Get<LoggerFactorySetup>().Value.LoggerFactory.CreateLogger<ActorSystem>();

    /// <inheritdoc/>
    protected override void Log(LogEvent log, ActorPath path)
    {
        var level = LogLine.Level(log.LogLevel());
        if (_log.IsEnabled(level) && !IsToldElsewhere(log.Message)) _log.Log(level, default, log.Message, log.Cause, static (message, _) => message.ToString() ?? "");
    }

    private static bool IsToldElsewhere(object message)
    {
        var text = message is LogMessage { Format: var template } ? template : message as string;
        return text is not null && ToldElsewhere.Any(start => text.StartsWith(start, StringComparison.Ordinal));
    }
}
