namespace Vod.Actors.Http;

/// <summary>
/// The chunked coding (RFC 9112 §7.1), strictly: sizes are hex digits only, every line ends in CRLF, extensions and trailers keep to their
/// grammar. What lenient and strict recipients would frame differently is malformed.
/// </summary>
internal sealed class ChunkedFraming(long maxBytes)
{
    /// <summary>The most bytes that extensions, trailers and leading zeros may have, all together; nobody needs them here.</summary>
    private const int MaxOverhead = 16 * 1024;

    private Step _step = Step.SizeStart;
    private long _size;
    private long _content;
    private int _overhead;
    private int _digits;

    private enum Step
    {
        SizeStart, Size, ExtensionSpace, ExtensionStart, ExtensionName, ExtensionNameEnd, ExtensionValueStart, ExtensionValue,
        ExtensionQuoted, ExtensionEscape, ExtensionEnd, SizeLf, Data, DataCr, DataLf, TrailerStart, TrailerName, TrailerValue, TrailerLf, LastLf,
    }

    public BodyProgress Read(ReadOnlySpan<byte> data)
    {
        var position = 0;
        while (position < data.Length)
        {
            if (_step == Step.Data)
            {
                var count = (int)Math.Min(_size, data.Length - position);
                position += count;
                _size -= count;
                _step = _size == 0 ? Step.DataCr : Step.Data;
                continue;
            }

            if (_step == Step.LastLf)
            {
                return data[position] == '\n' ? new(BodyState.Complete, position + 1) : new(BodyState.Malformed, position);
            }

            if (Next(data[position]) is not { } next)
            {
                return new(BodyState.Malformed, position);
            }

            position++;
            _step = next;
            if (_content > maxBytes || _overhead > MaxOverhead)
            {
                return new(BodyState.TooLarge, position);
            }
        }

        return new(BodyState.NeedMore, position);
    }

    /// <summary>The step after a byte of framing; null when the byte may not stand there.</summary>
    private Step? Next(byte b)
    {
        switch (_step)
        {
            case Step.SizeStart:
                _size = 0;
                _digits = 0;
                return IsHex(b) ? AddDigit(b) : null;
            case Step.Size:
                return IsHex(b) ? AddDigit(b) : AfterSize(b);
            case Step.SizeLf:
                return b == '\n' ? AfterSizeLine() : null;
            case Step.DataCr:
                return b == '\r' ? Step.DataLf : null;
            case Step.DataLf:
                return b == '\n' ? Step.SizeStart : null;
            case < Step.SizeLf:
                _overhead++;
                return Extension(b);
            default:
                _overhead++;
                return Trailer(b);
        }
    }

    private Step? AddDigit(byte b)
    {
        if (_size > long.MaxValue >> 4)
        {
            return null;
        }

        // More digits than any size needs are leading zeros: valid, but not without end.
        if (++_digits > 16)
        {
            _overhead++;
        }

        _size = (_size << 4) | (uint)(b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
        return Step.Size;
    }

    private static Step? AfterSize(byte b) => b switch
    {
        (byte)'\r' => Step.SizeLf,
        (byte)';' => Step.ExtensionStart,
        (byte)' ' or (byte)'\t' => Step.ExtensionSpace,
        _ => null,
    };

    private Step AfterSizeLine()
    {
        if (_size == 0)
        {
            return Step.TrailerStart;
        }

        // A sum that overflows is beyond the limit too.
        _content = _size > maxBytes - _content ? long.MaxValue : _content + _size;
        return Step.Data;
    }

    /// <summary><c>*( BWS ";" BWS token [ BWS "=" BWS ( token / quoted-string ) ] )</c>.</summary>
    private Step? Extension(byte b)
    {
        var isSpace = b is (byte)' ' or (byte)'\t';
        return _step switch
        {
            Step.ExtensionSpace => isSpace ? _step : b == ';' ? Step.ExtensionStart : null,
            Step.ExtensionStart => isSpace ? _step : IsToken(b) ? Step.ExtensionName : null,
            Step.ExtensionName => IsToken(b) ? _step : b == '=' ? Step.ExtensionValueStart : isSpace ? Step.ExtensionNameEnd : EndOrNext(b),
            Step.ExtensionNameEnd => isSpace ? _step : b == '=' ? Step.ExtensionValueStart : b == ';' ? Step.ExtensionStart : null,
            Step.ExtensionValueStart => isSpace ? _step : b == '"' ? Step.ExtensionQuoted : IsToken(b) ? Step.ExtensionValue : null,
            Step.ExtensionValue => IsToken(b) ? _step : isSpace ? Step.ExtensionSpace : EndOrNext(b),
            Step.ExtensionQuoted => b == '"' ? Step.ExtensionEnd : b == '\\' ? Step.ExtensionEscape : IsText(b) ? _step : null,
            Step.ExtensionEscape => IsText(b) ? Step.ExtensionQuoted : null,
            _ => isSpace ? Step.ExtensionSpace : EndOrNext(b),
        };
    }

    private static Step? EndOrNext(byte b) => b == '\r' ? Step.SizeLf : b == ';' ? Step.ExtensionStart : null;

    /// <summary><c>*( field-line CRLF ) CRLF</c>; its fields are ignored.</summary>
    private Step? Trailer(byte b) => _step switch
    {
        Step.TrailerStart => b == '\r' ? Step.LastLf : IsToken(b) ? Step.TrailerName : null,
        Step.TrailerName => b == ':' ? Step.TrailerValue : IsToken(b) ? _step : null,
        Step.TrailerValue => b == '\r' ? Step.TrailerLf : IsText(b) ? _step : null,
        _ => b == '\n' ? Step.TrailerStart : null,
    };

    private static bool IsHex(byte b) => char.IsAsciiHexDigit((char)b);

    private static bool IsToken(byte b) => HeadScanner.Token.Contains(b);

    private static bool IsText(byte b) => b is (byte)'\t' or >= 0x20 and not 0x7F;
}
