namespace Akka.Configuration.Hocon;

/// <summary>A piece of text: a string, a number, a boolean or <c>null</c>, as written.</summary>
public class HoconLiteral : IHoconElement
{
    /// <summary>The text; null stands for the literal <c>null</c>.</summary>
    public string? Value { get; set; }

    /// <summary>Whether this is the white space between two pieces, which only counts when they join to a string.</summary>
    internal bool IsSeparator { get; init; }

    /// <summary>Always true.</summary>
    public bool IsString() => true;

    /// <summary>The text, or null for the literal <c>null</c>.</summary>
    public string? GetString() => Value;

    /// <summary>Always false.</summary>
    public bool IsArray() => false;

    /// <summary>Not for literals.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public IList<HoconValue> GetArray() => throw new NotSupportedException("A HOCON literal is not an array.");

    /// <summary>The text.</summary>
    public override string ToString() => Value ?? "null";
}
