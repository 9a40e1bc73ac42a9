using System.Buffers;

namespace Vod.Actors.Http;

/// <summary>
/// Finds the end of a request head and the first byte in it that breaks RFC 9112, however the head is split over reads: bytes are judged in
/// their order, so that the verdict never depends on how many have come. It keeps its place between calls.
/// </summary>
internal struct HeadScanner(RequestLimits limits)
{
    /// <summary>Token characters (RFC 9110 §5.6.2): methods and field names.</summary>
    internal static readonly SearchValues<byte> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>
    /// Visible ASCII without '#', which cannot stand in a target. Characters that a URI must encode, such as '|' and '{', are let through,
    /// as browsers send them; other bytes are not.
    /// </summary>
    private static readonly SearchValues<byte> Target = SearchValues.Create([.. Enumerable.Range(0x21, 0x5E).Where(b => b != '#').Select(b => (byte)b)]);

    /// <summary>What ends a field value or cannot stand in it: all controls but tab. Bytes above 0x7F are obs-text (RFC 9110 §5.5).</summary>
    private static readonly SearchValues<byte> NotInValue = SearchValues.Create([.. Enumerable.Range(0, 0x20).Where(b => b != '\t').Select(b => (byte)b), 0x7F]);

    private int _lineStart;
    private int _fields;
    private bool _inFields;

    /// <summary>Where the request line begins: after the empty lines that may precede it (RFC 9112 §2.2).</summary>
    public int Start { get; private set; }

    /// <summary>Whether the method is known to be HEAD.</summary>
    public bool IsHead { get; private set; }

    /// <summary>How many bytes the head has, when <see cref="Scan"/> has said that it is complete.</summary>
    public readonly int End => _lineStart;

    /// <summary>Goes on where the last call stopped.</summary>
    /// <param name="buffer">All that has come, from the first byte of the head.</param>
    /// <param name="rejection">Why the head is refused, or null.</param>
    /// <returns>Whether the head is complete.</returns>
    public bool Scan(ReadOnlySpan<byte> buffer, out Rejection? rejection)
    {
        var window = buffer[..Math.Min(buffer.Length, limits.MaxHeadBytes)];
        while (true)
        {
            var line = window[_lineStart..];
            var length = _inFields ? FieldLine(line, out rejection) : FirstLine(line, out rejection);
            if (rejection is not null)
            {
                return false;
            }

            if (length == 0)
            {
                rejection = buffer.Length > limits.MaxHeadBytes ? Rejection.HeadTooLong : null;
                return false;
            }

            _lineStart += length;
            if (length == 2 && _inFields)
            {
                return true;
            }

            if (length == 2)
            {
                Start = _lineStart;
            }
            else
            {
                _inFields = true;
            }
        }
    }

    /// <summary>The length of a complete request line, or of an empty line before it; 0 when it is not complete.</summary>
    private int FirstLine(ReadOnlySpan<byte> line, out Rejection? rejection)
    {
        rejection = null;
        if (line.IsEmpty)
        {
            return 0;
        }

        if (line[0] is (byte)'\r' or (byte)'\n')
        {
            return EndOfLine(line, out rejection);
        }

        var method = line.IndexOfAnyExcept(Token);
        if (method > limits.MaxMethodBytes || (method < 0 && line.Length > limits.MaxMethodBytes))
        {
            rejection = Rejection.MethodTooLong;
            return 0;
        }

        if (method < 0)
        {
            return 0;
        }

        if (method == 0 || line[method] != ' ')
        {
            rejection = Rejection.RequestLine;
            return 0;
        }

        IsHead = line[..method].SequenceEqual("HEAD"u8);
        var rest = line[(method + 1)..];
        if (rest is [(byte)'?' or (byte)'%', ..])
        {
            rejection = Rejection.Target;
            return 0;
        }

        var target = rest.IndexOfAnyExcept(Target);
        if (target > limits.MaxTargetBytes || (target < 0 && rest.Length > limits.MaxTargetBytes))
        {
            rejection = Rejection.TargetTooLong;
            return 0;
        }

        if (target < 0)
        {
            return 0;
        }

        if (target == 0 || rest[target] != ' ')
        {
            rejection = rest[target] is (byte)' ' or (byte)'\r' or (byte)'\n' ? Rejection.RequestLine : Rejection.Target;
            return 0;
        }

        var version = Version(rest[(target + 1)..], out rejection);
        return version == 0 ? 0 : method + 1 + target + 1 + version;
    }

    /// <summary>The length of a complete version with its line end; 0 when it is not complete.</summary>
    private static int Version(ReadOnlySpan<byte> text, out Rejection? rejection)
    {
        var name = "HTTP/"u8;
        var known = Math.Min(text.Length, name.Length);
        if (!text[..known].SequenceEqual(name[..known])
            || (text.Length > 5 && !IsDigit(text[5]))
            || (text.Length > 6 && text[6] != '.')
            || (text.Length > 7 && !IsDigit(text[7])))
        {
            rejection = Rejection.Version;
            return 0;
        }

        if (text.Length <= 8)
        {
            rejection = null;
            return 0;
        }

        if (text[8] is not ((byte)'\r' or (byte)'\n'))
        {
            rejection = Rejection.Version;
            return 0;
        }

        if (EndOfLine(text[8..], out rejection) == 0)
        {
            return 0;
        }

        if (text[5] != '1' || text[7] > '1')
        {
            rejection = Rejection.UnsupportedVersion;
        }

        return 10;
    }

    /// <summary>The length of a complete field line, 2 for the empty line that ends the head; 0 when it is not complete.</summary>
    private int FieldLine(ReadOnlySpan<byte> line, out Rejection? rejection)
    {
        rejection = null;
        if (line.IsEmpty)
        {
            return 0;
        }

        switch (line[0])
        {
            case (byte)'\r' or (byte)'\n':
                return EndOfLine(line, out rejection);
            case (byte)' ' or (byte)'\t':
                rejection = Rejection.Folding;
                return 0;
        }

        if (_fields == limits.MaxFields)
        {
            rejection = Rejection.TooManyFields;
            return 0;
        }

        var name = line.IndexOfAnyExcept(Token);
        if (name < 0)
        {
            return 0;
        }

        if (name == 0 || line[name] != ':')
        {
            rejection = Rejection.FieldName;
            return 0;
        }

        var value = line[(name + 1)..];
        var length = value.IndexOfAny(NotInValue);
        if (length < 0)
        {
            return 0;
        }

        if (value[length] is not ((byte)'\r' or (byte)'\n'))
        {
            rejection = Rejection.FieldValue;
            return 0;
        }

        if (EndOfLine(value[length..], out rejection) == 0)
        {
            return 0;
        }

        _fields++;
        return name + 1 + length + 2;
    }

    /// <summary>2 for a CRLF, 0 when only its CR has come.</summary>
    private static int EndOfLine(ReadOnlySpan<byte> text, out Rejection? rejection)
    {
        rejection = text[0] != '\r' || (text.Length > 1 && text[1] != '\n') ? Rejection.BareLineBreak : null;
        return rejection is null && text.Length > 1 ? 2 : 0;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
