using System.Globalization;
using System.Text;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>A response as it came over the wire.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Reason">The reason phrase.</param>
/// <param name="Fields">All header fields in order.</param>
/// <param name="Body">The body; empty until it has been read.</param>
public sealed record RawResponse(int Status, string Reason, IReadOnlyList<(string Name, string Value)> Fields, byte[] Body)
{
    /// <summary>The value of the field <paramref name="name"/>, or null; two of a name fail the test.</summary>
    public string? this[string name] => Fields.SingleOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Content-Length, 0 if there is none.</summary>
    public int ContentLength => int.Parse(this["Content-Length"] ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>True when the server said that it closes after this response.</summary>
    public bool Closes => string.Equals(this["Connection"], "close", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a head apart strictly: anything not as RFC 9112 has it fails the test.</summary>
    public static RawResponse Parse(string head)
    {
        var lines = head[..^4].Split("\r\n");
        Assert.DoesNotContain(lines, line => line.Contains('\r') || line.Contains('\n'));
        Assert.Matches("^HTTP/1\\.1 [1-5][0-9][0-9] [A-Za-z -]*$", lines[0]);
        var fields = lines[1..].Select(line =>
        {
            Assert.Matches("^[!#-'*+.^_`|~0-9A-Za-z-]+: [^\\x00-\\x08\\x0a-\\x1f]*$", line);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            return (line[..colon], line[(colon + 2)..]);
        });
        return new RawResponse(int.Parse(lines[0].AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture), lines[0][13..], [.. fields], []);
    }
}
