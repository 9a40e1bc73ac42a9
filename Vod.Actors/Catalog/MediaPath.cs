using System.Text;

namespace Vod.Actors.Catalog;

/// <summary>
/// The path of a request, percent-decoded once and normalised: segments separated by single slashes, none at the start, no dot segments.
/// Two paths are equal when they name the same file; names are case-sensitive.
/// </summary>
public sealed class MediaPath : IEquatable<MediaPath>
{
    private const string Confidential = "confidential";
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private MediaPath(string value, bool isDirectory)
    {
        Value = value;
        IsDirectory = isDirectory;
        IsConfidential = value.StartsWith(Confidential, StringComparison.OrdinalIgnoreCase)
            && (value.Length == Confidential.Length || value[Confidential.Length] == '/');
        IsHidden = value.StartsWith('.') || value.Contains("/.", StringComparison.Ordinal);
    }

    /// <summary>The root directory.</summary>
    public static MediaPath Root { get; } = new("", isDirectory: true);

    /// <summary>The normalised path, e.g. <c>films/a.mp4</c>; empty for the root. It never ends with a slash.</summary>
    public string Value { get; }

    /// <summary>Whether the path asks for a directory: it is the root, or ended with a slash or a dot segment.</summary>
    public bool IsDirectory { get; }

    /// <summary>Whether the first segment is <c>confidential</c>, in any case.</summary>
    public bool IsConfidential { get; }

    /// <summary>Whether any segment begins with a dot.</summary>
    public bool IsHidden { get; }

    /// <summary>
    /// Decodes and normalises the path of a request target (without its query): each percent-encoded octet is decoded once, dot segments are
    /// then removed without ever leaving the root (RFC 3986 §5.2.4), and runs of slashes count as one. An encoded slash separates segments too.
    /// </summary>
    /// <param name="encoded">The path as it was sent; it begins with a slash.</param>
    /// <returns>Null when it cannot be decoded, which is 400: a bad escape, invalid UTF-8 (overlong forms and surrogates too), or a NUL,
    /// another control character or a backslash after decoding.</returns>
    public static MediaPath? Parse(ReadOnlySpan<char> encoded)
    {
        if (!Ascii.IsValid(encoded))
        {
            return null;
        }

        if (!encoded.Contains('%'))
        {
            return Normalise(encoded);
        }

        return PercentDecode(encoded) is { } text ? Normalise(text) : null;
    }

    /// <summary>The path of a file, relative to the content directory and with '/' between segments: not encoded, already normal.</summary>
    public static MediaPath OfFile(string relative) => new(relative, isDirectory: relative.Length == 0);

    /// <inheritdoc/>
    public bool Equals(MediaPath? other) =>
        other is not null && IsDirectory == other.IsDirectory && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MediaPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => "/" + Value;

    private static string? PercentDecode(ReadOnlySpan<char> encoded)
    {
        Span<byte> bytes = encoded.Length <= 512 ? stackalloc byte[encoded.Length] : new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var c = encoded[i];
            if (c == '%')
            {
                if (i + 2 >= encoded.Length || !char.IsAsciiHexDigit(encoded[i + 1]) || !char.IsAsciiHexDigit(encoded[i + 2]))
                {
                    return null;
                }

                bytes[length++] = (byte)((HexValue(encoded[i + 1]) << 4) | HexValue(encoded[i + 2]));
                i += 2;
            }
            else
            {
                bytes[length++] = (byte)c;
            }
        }

        try
        {
            return StrictUtf8.GetString(bytes[..length]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static MediaPath? Normalise(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c == '\\' || char.IsControl(c))
            {
                return null;
            }
        }

        if (IsNormal(text))
        {
            return text.Length == 1 ? Root : new MediaPath(text[1..].ToString(), isDirectory: false);
        }

        var segments = new List<string>();
        var isDirectory = true;
        foreach (var part in text.Split('/'))
        {
            var segment = text[part];
            isDirectory = segment is "" or "." or "..";
            if (!isDirectory)
            {
                segments.Add(segment.ToString());
            }
            else if (segment is ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return segments.Count == 0 ? Root : new MediaPath(string.Join('/', segments), isDirectory);
    }

    /// <summary>Whether there is nothing to do but drop the leading slash, as is usual.</summary>
    private static bool IsNormal(ReadOnlySpan<char> text) =>
        text.StartsWith('/') && !text.Contains("//", StringComparison.Ordinal) && !text.Contains("/.", StringComparison.Ordinal) && (text.Length == 1 || !text.EndsWith('/'));
}
