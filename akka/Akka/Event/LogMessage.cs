namespace Akka.Event;

/// <summary>A text and its arguments, put together only when a logger asks.</summary>
public abstract class LogMessage
{
    /// <summary>Puts the arguments into the text.</summary>
    protected readonly ILogMessageFormatter Formatter;

    /// <summary>Takes the text and who can fill it.</summary>
    public LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    /// <summary>The text with its places.</summary>
    public string Format { get; }

    /// <summary>The text with its places and the arguments beside it, for when they do not fit.</summary>
    public abstract string Unformatted();

    /// <summary>The arguments.</summary>
    public abstract IEnumerable<object?> Parameters();
}

/// <summary>A text with its arguments in an array.</summary>
internal sealed class ArgumentsLogMessage(ILogMessageFormatter formatter, string format, object?[] args) : LogMessage(formatter, format)
{
    public override string Unformatted() => $"Template: [{Format}], args: [{string.Join(',', args)}]";

    public override IEnumerable<object?> Parameters() => args;

    public override string ToString() => Formatter.Format(Format, args);
}
