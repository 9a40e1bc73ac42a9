namespace Akka.Configuration.Hocon;

/// <content>Values: text, arrays, substitutions, and what stands side by side.</content>
internal sealed partial class HoconParser
{
    private HoconValue ReadValue()
    {
        var start = _pos;
        if (ReadPiece() is not { } first)
        {
            throw _pos < _text.Length
                ? _source.Unexpected(_pos, "a value (text with such a character needs quotes)")
                : _source.Broken(_pos, "the text ends where a value is expected");
        }

        var value = new HoconValue(first);
        while (true)
        {
            var space = _pos;
            SkipInlineSpace();
            var separator = _text.AsSpan(space, _pos - space);
            if (ReadPiece() is not { } next)
                break;
            if (!separator.IsEmpty)
                value.Values.Add(new HoconLiteral { Value = separator.ToString(), IsSeparator = true });
            value.Values.Add(next);
        }

        if (value.Values.Exists(piece => piece is HoconSubstitution))
        {
            _hasSubstitutions = true;
            value.State = HoconValue.ResolveState.Pending;
        }
        else if (value.Values.Count > 1)
        {
            Join(value, start);
        }

        return value;
    }

    /// <summary>Reads one piece of a value, or nothing when there is none here.</summary>
    private IHoconElement? ReadPiece()
    {
        switch (Current)
        {
            case '{':
                var obj = new HoconObject();
                ReadBraces(obj);
                return obj;
            case '[':
                return ReadArray();
            case '"':
                return new HoconLiteral { Value = ReadQuoted() };
            case '$' when Peek(1) == '{':
                return ReadSubstitution();
            default:
                return ReadUnquoted();
        }
    }

    /// <summary>Reads text without quotes; white space inside of it belongs to it.</summary>
    private HoconLiteral? ReadUnquoted()
    {
        var start = _pos;
        var end = start;
        for (; end < _text.Length && IsPlain(_text[end]); end++)
        {
            if (_text[end] is '/' or '+' && end + 1 < _text.Length && _text[end + 1] == (_text[end] == '/' ? '/' : '='))
                break;
        }

        while (end > start && IsSpace(_text[end - 1]))
            end--;
        if (end == start)
            return null;
        _pos = end;
        var text = _text.AsSpan(start, end - start);
        return new HoconLiteral { Value = text is "null" ? null : text.ToString() };
    }

    private HoconArray ReadArray()
    {
        var opened = _pos++;
        Enter(opened);
        var outer = _path.Count;
        var array = new HoconArray();
        while (true)
        {
            SkipSpaceAndComments();
            if (_pos == _text.Length)
                throw _source.Broken(opened, "this '[' has no ']': the text ends before it");
            if (Current == ']')
                break;
            array.Add(ReadValue());
            ReadSeparator(']');
        }

        _pos++;
        _depth--;
        _path.RemoveRange(outer, _path.Count - outer);
        return array;
    }

    private HoconSubstitution ReadSubstitution()
    {
        var start = _pos;
        _pos += 2;
        var optional = Current == '?';
        if (optional)
            _pos++;
        SkipInlineSpace();

        var outer = _path.Count;
        ReadKeys();
        if (Current != '}')
        {
            throw _pos < _text.Length
                ? _source.Unexpected(_pos, "a path and '}'")
                : _source.Broken(start, "this '${' has no '}': the text ends before it");
        }

        _pos++;
        var keys = _path.GetRange(outer, _path.Count - outer).ToArray();
        _path.RemoveRange(outer, keys.Length);
        return new HoconSubstitution
        {
            Keys = keys, IncludedAt = _includedAt, IsOptional = optional, Source = _source, Position = start,
        };
    }

    /// <summary>Makes one piece of several that stand side by side, none of which is a substitution.</summary>
    private void Join(HoconValue value, int start)
    {
        var pieces = value.Values;
        if (pieces.TrueForAll(piece => piece is HoconLiteral))
        {
            value.NewValue(new HoconLiteral { Value = string.Concat(pieces.Select(piece => piece.ToString())) });
            return;
        }

        pieces.RemoveAll(piece => piece is HoconLiteral { IsSeparator: true });
        var first = pieces[0];
        foreach (var next in pieces.Skip(1))
        {
            if (first is HoconObject obj && next is HoconObject newer)
            {
                foreach (var (key, inner) in newer.Items)
                    obj.Assign(key, inner);
            }
            else if (first is HoconArray array && next is HoconArray more)
            {
                array.AddRange(more);
            }
            else
            {
                throw _source.Wrong(start, MixedPieces);
            }
        }

        value.NewValue(first);
    }
}
