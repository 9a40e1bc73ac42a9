namespace Akka.Configuration.Hocon;

/// <summary>One piece of a HOCON value: a literal, an object or an array.</summary>
public interface IHoconElement
{
    /// <summary>Whether this piece is text.</summary>
    bool IsString();

    /// <summary>The text, or null for the literal <c>null</c>.</summary>
    /// <exception cref="NotSupportedException">This piece is not text.</exception>
    string? GetString();

    /// <summary>Whether this piece is an array.</summary>
    bool IsArray();

    /// <summary>The values of the array.</summary>
    /// <exception cref="NotSupportedException">This piece is not an array.</exception>
    IList<HoconValue> GetArray();
}
