using System.Buffers;

namespace Vod.Actors.Settings;

/// <summary>Something wrong in a HOCON text, and where it begins.</summary>
/// <param name="Position">The place in the text.</param>
/// <param name="Message">What is wrong there.</param>
internal readonly record struct HoconFault(int Position, string Message)
{
    /// <summary>One line: the place as an editor shows it, and what is wrong.</summary>
    public string In(string text) => $"{Place(text, Position)}: {Message}";

    /// <summary>A position as a line and a column, both from 1.</summary>
    public static string Place(string text, int position)
    {
        var before = text.AsSpan(0, position);
        return $"line {before.Count('\n') + 1}, column {position - before.LastIndexOf('\n')}";
    }
}

/// <summary>A substitution: <c>${name}</c>, or <c>${?name}</c> for one that may be missing.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it has ended.</param>
/// <param name="Name">Of a key or of an environment variable.</param>
/// <param name="IsOptional">Whether it may be missing.</param>
/// <param name="FieldStart">Where the key or the list element whose value it belongs to begins.</param>
/// <param name="IsAlone">Whether it is all of that value.</param>
internal readonly record struct HoconReference(int Start, int End, string Name, bool IsOptional, int FieldStart, bool IsAlone);

/// <summary>
/// Reads a HOCON text for what Akka.NET's parser accepts in silence although it cannot be meant: brackets and quotes that are not closed, or
/// close nothing. Finds the substitutions on the way.
/// </summary>
internal sealed class HoconScan
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    private readonly string _text;
    private readonly Stack<Group> _outer = new();
    private readonly List<HoconReference> _references = [];
    private Group _group = new('\0', 0, isBare: false);

    private HoconScan(string text) => _text = text;

    /// <summary>The first thing that is wrong, if any.</summary>
    public HoconFault? Fault { get; private set; }

    /// <summary>The substitutions, in the order of the text.</summary>
    public IReadOnlyList<HoconReference> References => _references;

    /// <summary>Reads a text to its end, or to the first thing that is wrong.</summary>
    public static HoconScan Of(string text)
    {
        var scan = new HoconScan(text);
        for (var at = 0; at < text.Length && scan.Fault is null;) at = scan.Step(at);
        if (scan.Fault is null && scan._outer.Count > 0) scan.Fault = new HoconFault(scan._group.Start, $"{scan._group.Bracket} is not closed");
        return scan;
    }

    /// <summary>Reads one token and returns the position behind it.</summary>
    private int Step(int at)
    {
        switch (_text[at])
        {
            case '\n':
                if (_group.HasContent) _group.EndField();
                return at + 1;
            case var c when char.IsWhiteSpace(c):
                return at + 1;
            case '#':
            case '/' when _text.AsSpan(at).StartsWith("//"):
                return _text.IndexOf('\n', at) is >= 0 and var end ? end : _text.Length;
            case '"':
                _group.Add(at, _references);
                return Quoted(at);
            case '$' when _text.AsSpan(at).StartsWith("${"):
                return Reference(at);
            case '{' or '[':
                _group.Add(at, _references);
                _outer.Push(_group);
                _group = new Group(_text[at], at, isBare: !_group.InValue);
                return at + 1;
            case '}' or ']':
                Close(at);
                return at + 1;
            case ',' when _group.IsAfterBrace:
                return Fail(at, "a comma may not follow the closing brace of a group");
            case ',':
                _group.EndField();
                return at + 1;
            case '=' or ':':
                _group.InValue = true;
                return at + 1;
            default:
                _group.Add(at, _references);
                return at + 1;
        }
    }

    private int Quoted(int at)
    {
        const string triple = "\"\"\"";
        if (_text.AsSpan(at).StartsWith(triple))
        {
            return _text.IndexOf(triple, at + triple.Length, StringComparison.Ordinal) is >= 0 and var last ? last + triple.Length : Fail(at, triple + " is not closed");
        }
        for (var i = at + 1; i < _text.Length && _text[i] != '\n'; i++)
        {
            if (_text[i] == '"') return i + 1;
            if (_text[i] == '\\') i++;
        }
        return Fail(at, "\" is not closed on its line");
    }

    private int Reference(int at)
    {
        var end = _text.IndexOfAny(['}', '\n'], at);
        if (end < 0 || _text[end] == '\n') return Fail(at, "${ is not closed on its line");
        var isOptional = _text[at + 2] == '?';
        var name = _text[(at + (isOptional ? 3 : 2))..end];
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters)) return Fail(at, $"{_text[at..(end + 1)]} must have the name of a key or of an environment variable in it");
        _group.Add(at, _references);
        _references.Add(new HoconReference(at, end + 1, name, isOptional, _group.FieldStart, _group.IsFirst));
        return end + 1;
    }

    private void Close(int at)
    {
        var bracket = _text[at];
        if (_outer.Count == 0)
        {
            Fail(at, $"{bracket} closes nothing");
            return;
        }
        if (bracket != (_group.Bracket == '{' ? '}' : ']'))
        {
            Fail(at, $"{bracket} stands where the {_group.Bracket} of {HoconFault.Place(_text, _group.Start)} is to be closed");
            return;
        }
        var isBare = _group.IsBare;
        _group = _outer.Pop();
        if (!isBare) return;
        _group.EndField();
        _group.IsAfterBrace = true;
    }

    private int Fail(int at, string message)
    {
        Fault = new HoconFault(at, message);
        return _text.Length;
    }

    /// <summary>What is between two brackets, or the whole text; and how far the field or the list element that is being read has come.</summary>
    private sealed class Group(char bracket, int start, bool isBare)
    {
        private int _parts;

        public char Bracket => bracket;

        public int Start => start;

        /// <summary>Whether it is the value of a key without an equals sign.</summary>
        public bool IsBare => isBare;

        public int FieldStart { get; private set; } = -1;

        public bool InValue { get; set; } = bracket == '[';

        /// <summary>Whether the value has begun: then the end of the line ends it.</summary>
        public bool HasContent => InValue && _parts > 0;

        public bool IsFirst => _parts == 1;

        public bool IsAfterBrace { get; set; }

        /// <summary>A part of a key or of a value. A second part of a value: a substitution before it does not stand alone.</summary>
        public void Add(int at, List<HoconReference> references)
        {
            IsAfterBrace = false;
            if (FieldStart < 0) FieldStart = at;
            if (!InValue) return;
            if (++_parts == 2 && references.Count > 0 && references[^1] is { IsAlone: true } last && last.FieldStart == FieldStart) references[^1] = last with { IsAlone = false };
        }

        public void EndField() => (FieldStart, InValue, _parts, IsAfterBrace) = (-1, bracket == '[', 0, false);
    }
}
