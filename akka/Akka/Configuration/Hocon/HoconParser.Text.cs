using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <content>Characters, space, comments, keys and quoted text.</content>
internal sealed partial class HoconParser
{
    /// <summary>
    /// Whether a character may stand in text without quotes, white space aside: a plus only if no <c>=</c> follows, a slash only if no other does.
    /// </summary>
    private static bool IsPlain(char c) => c switch
    {
        '\0' or '\n' or '$' or '"' or '{' or '}' or '[' or ']' or ':' or '=' or ',' or '#' or '`' or '^' or '?' or '!' or '@' or '*' or '&' or '\\' => false,
        _ => true,
    };

    /// <summary>The character to read next; NUL at the end of the text.</summary>
    private char Current => _pos < _text.Length ? _text[_pos] : '\0';

    private char Peek(int ahead) => _pos + ahead < _text.Length ? _text[_pos + ahead] : '\0';

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' || (c > '\u007f' && (char.IsWhiteSpace(c) || c == '\ufeff')) || c is '\v' or '\f';

    private bool AtComment => Current == '#' || (Current == '/' && Peek(1) == '/');

    /// <summary>Skips white space and comments; true when that led to another line.</summary>
    private bool SkipSpaceAndComments()
    {
        var line = false;
        while (_pos < _text.Length)
        {
            if (_text[_pos] == '\n')
            {
                line = true;
                _pos++;
            }
            else if (IsSpace(_text[_pos]))
            {
                _pos++;
            }
            else if (AtComment)
            {
                var end = _text.IndexOf('\n', _pos);
                _pos = end < 0 ? _text.Length : end;
            }
            else
            {
                break;
            }
        }

        return line;
    }

    private static bool IsUnquoted(char c) => c != '+' && IsPlain(c) && !IsSpace(c);

    private static bool IsKeyStart(char c) => c == '"' || c == '.' || IsUnquoted(c);

    /// <summary>Reads a dotted key into the path.</summary>
    private void ReadKeys()
    {
        while (true)
        {
            _path.Add(ReadKey());
            if (Current != '.')
                return;
            _pos++;
            SkipInlineSpace();
        }
    }

    /// <summary>Reads one element of a path, which may be put together of quoted and other text. Stands behind the white space that follows.</summary>
    private string ReadKey()
    {
        string? key = null;
        while (true)
        {
            var start = _pos;
            if (Current == '"')
            {
                key += ReadQuoted();
            }
            else
            {
                while (IsUnquoted(Current) && Current != '.' && !AtComment)
                    _pos++;
                if (_pos > start)
                    key += _text[start.._pos];
            }

            var space = _pos;
            SkipInlineSpace();
            var goesOn = Current == '"' || (IsUnquoted(Current) && Current != '.' && !AtComment);
            if (!goesOn)
                return key ?? throw _source.Unexpected(_pos, "a key (one that is empty or has such a character needs quotes)");
            key += _text[space.._pos];
        }
    }

    private void SkipInlineSpace()
    {
        while (_pos < _text.Length && IsSpace(_text[_pos]))
            _pos++;
    }

    /// <summary>Reads <c>"..."</c> or <c>"""..."""</c>.</summary>
    private string ReadQuoted()
    {
        var opened = _pos++;
        if (Current == '"' && Peek(1) == '"')
            return ReadTripleQuoted(opened);

        var start = _pos;
        StringBuilder? unescaped = null;
        while (true)
        {
            if (_pos == _text.Length)
                throw _source.Broken(opened, "this text has no closing '\"': the document ends before it");
            switch (_text[_pos])
            {
                case '"':
                    var last = _text.AsSpan(start, _pos++ - start);
                    return unescaped is null ? last.ToString() : unescaped.Append(last).ToString();
                case '\\':
                    unescaped = (unescaped ?? new StringBuilder()).Append(_text, start, _pos - start).Append(ReadEscape());
                    start = _pos;
                    break;
                case '\n':
                    throw _source.Unexpected(_pos, "a closing '\"' (text of several lines stands in triple quotes)");
                default:
                    _pos++;
                    break;
            }
        }
    }

    private char ReadEscape()
    {
        var c = Peek(1);
        _pos += 2;
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _pos + 4 <= _text.Length
                && ushort.TryParse(_text.AsSpan(_pos, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _pos += 4;
                return (char)code;
            default:
                throw _source.Unexpected(_pos - 1, "one of \" \\ / b f n r t, or u and four hexadecimal digits, after a backslash");
        }
    }

    /// <summary>No escapes; quotes before the closing three belong to the text.</summary>
    private string ReadTripleQuoted(int opened)
    {
        var start = _pos += 2;
        var end = _text.IndexOf("\"\"\"", start, StringComparison.Ordinal);
        if (end < 0)
            throw _source.Broken(opened, "this text has no closing '\"\"\"': the document ends before it");
        for (_pos = end + 3; Current == '"'; _pos++)
            end++;
        return _text[start..end];
    }
}
