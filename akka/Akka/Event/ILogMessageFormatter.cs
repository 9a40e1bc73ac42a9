using System.Globalization;

namespace Akka.Event;

/// <summary>Puts arguments into the text of a log entry.</summary>
public interface ILogMessageFormatter
{
    /// <summary>The text with <paramref name="args"/> in their places.</summary>
    string Format(string format, params object?[] args);

    /// <summary>The text with <paramref name="args"/> in their places.</summary>
    string Format(string format, IEnumerable<object?> args);
}

/// <summary>Places are written as for <see cref="string.Format(string, object?[])"/>: <c>{0}</c>, <c>{1:N2}</c>.</summary>
public class DefaultLogMessageFormatter : ILogMessageFormatter
{
    /// <summary>The one instance.</summary>
    public static readonly DefaultLogMessageFormatter Instance = new();

    private DefaultLogMessageFormatter() { }

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text has a place without an argument, or a brace without its other.</exception>
    public string Format(string format, params object?[] args) => string.Format(CultureInfo.CurrentCulture, format, args);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text has a place without an argument, or a brace without its other.</exception>
    public string Format(string format, IEnumerable<object?> args) => Format(format, args as object?[] ?? args.ToArray());
}
