using Akka.Util;

namespace Akka.Event;

/// <summary>Prints log entries on standard output, in colours where that is a terminal.</summary>
public class StandardOutLogger : MinimalLogger
{
    /// <summary>One more; all print to the same place.</summary>
    public StandardOutLogger() { }

    /// <summary>Whether to use colours.</summary>
    public static bool UseColors { get; set; } = true;

    /// <summary>The colour of debug entries.</summary>
    public static ConsoleColor DebugColor { get; set; } = ConsoleColor.Gray;

    /// <summary>The colour of info entries.</summary>
    public static ConsoleColor InfoColor { get; set; } = ConsoleColor.White;

    /// <summary>The colour of warnings.</summary>
    public static ConsoleColor WarningColor { get; set; } = ConsoleColor.Yellow;

    /// <summary>The colour of errors.</summary>
    public static ConsoleColor ErrorColor { get; set; } = ConsoleColor.Red;

    /// <inheritdoc/>
    protected override void Log(object message)
    {
        if (message is LogEvent logEvent) Print(logEvent);
        else StandardOutWriter.WriteLine(message.ToString() ?? "");
    }

    internal static void Print(LogEvent logEvent) =>
        StandardOutWriter.WriteLine(Line(logEvent), UseColors ? ColorOf(logEvent.LogLevel()) : null);

    /// <summary>The line of an entry. One whose arguments do not fit its text is an error of its own, with all there is to find it.</summary>
    internal static string Line(LogEvent logEvent)
    {
        try
        {
            return logEvent.ToString();
        }
        catch (FormatException cause)
        {
            var what = logEvent.Message is LogMessage message ? message.Unformatted() : "";
            var text = $"Received a malformed formatted message. Log level: [{logEvent.LogLevel()}], {what}";
            Exception all = logEvent.Cause is null ? cause : new AggregateException(text, cause, logEvent.Cause);
            return new Error(all, logEvent.LogSource, logEvent.LogClass, text).ToString();
        }
    }

    private static ConsoleColor ColorOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => DebugColor,
        LogLevel.InfoLevel => InfoColor,
        LogLevel.WarningLevel => WarningColor,
        _ => ErrorColor,
    };
}
