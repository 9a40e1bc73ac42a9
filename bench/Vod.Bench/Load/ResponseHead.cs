using System.Globalization;
using System.Text;

namespace Vod.Bench.Load;

/// <summary>What the load needs to know of a response's head.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Length">Content-Length; 0 where there is no body.</param>
/// <param name="Fields">The head, as text.</param>
internal sealed record ResponseHead(int Status, long Length, string Fields)
{
    /// <summary>Parses a whole head, its blank line included.</summary>
    /// <exception cref="IOException">It is not one.</exception>
    public static ResponseHead Parse(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        if (!text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || !int.TryParse(text.AsSpan(9, 3), CultureInfo.InvariantCulture, out var status))
        {
            throw new IOException($"Not a response: {text[..Math.Min(text.Length, 80)]}");
        }
        var length = status is 204 or 304 ? 0
            : long.TryParse(FieldOf(text, "Content-Length"), CultureInfo.InvariantCulture, out var value) ? value
            : throw new IOException("A response without Content-Length.");
        return new ResponseHead(status, length, text);
    }

    /// <summary>A field's value; null when there is none.</summary>
    public string? Field(string name) => FieldOf(Fields, name);

    private static string? FieldOf(string text, string name)
    {
        var start = text.IndexOf($"\r\n{name}:", StringComparison.OrdinalIgnoreCase);
        if (start < 0) return null;
        start += name.Length + 3;
        return text[start..text.IndexOf("\r\n", start, StringComparison.Ordinal)].Trim();
    }
}
