namespace Akka.Configuration.Hocon;

/// <summary>
/// Reads a HOCON document in one pass over its text. This part reads objects and keys; the others values, text and includes.
/// </summary>
internal sealed partial class HoconParser
{
    internal const string MixedPieces = "text, lists and objects cannot be joined to one value";

    /// <summary>Far deeper than any configuration, and shallow enough for the stack.</summary>
    private const int MaxDepth = 200;

    private readonly HoconSource _source;
    private readonly string _text;
    private readonly Func<string, HoconRoot>? _includeCallback;
    private readonly List<string> _path;
    private int _pos;
    private int _depth;
    private bool _hasSubstitutions;

    private HoconParser(HoconSource source, Func<string, HoconRoot>? includeCallback, List<string> path)
    {
        _source = source;
        _text = source.Text;
        _includeCallback = includeCallback;
        _path = path;
    }

    /// <summary>Parses a document and resolves its substitutions.</summary>
    /// <exception cref="FormatException">Something stands where it cannot, or a substitution has no value.</exception>
    /// <exception cref="ConfigurationException">The text ends too early, or an include cannot be read.</exception>
    internal static HoconRoot Parse(HoconSource source, Func<string, HoconRoot>? includeCallback = null)
    {
        var parser = new HoconParser(source, includeCallback, []);
        var root = new HoconObject();
        parser.ReadDocument(root);
        if (parser._hasSubstitutions)
            new SubstitutionResolver(root).Resolve();
        return new HoconRoot(new HoconValue(root));
    }

    private void ReadDocument(HoconObject root)
    {
        SkipSpaceAndComments();
        if (Current == '{')
        {
            ReadBraces(root);
            SkipSpaceAndComments();
        }
        else
        {
            ReadMembers(root);
        }

        if (_pos < _text.Length)
            throw _source.Unexpected(_pos, "a key or the end of the text");
    }

    private void ReadBraces(HoconObject obj)
    {
        var opened = _pos++;
        Enter(opened);
        ReadMembers(obj);
        if (Current != '}')
        {
            throw _pos < _text.Length
                ? _source.Unexpected(_pos, "a key or '}'")
                : _source.Broken(opened, "this '{' has no '}': the text ends before it");
        }

        _pos++;
        _depth--;
    }

    /// <summary>Reads keys and values up to a <c>}</c>, the end of the text, or something that is no key.</summary>
    private void ReadMembers(HoconObject obj)
    {
        while (true)
        {
            SkipSpaceAndComments();
            if (!IsKeyStart(Current))
                return;
            if (!TryReadInclude(obj))
                ReadMember(obj);
            ReadSeparator('}');
        }
    }

    /// <summary>At least a newline or one comma has to come between two members or items, unless none follows.</summary>
    private void ReadSeparator(char closing)
    {
        var line = SkipSpaceAndComments();
        if (Current == ',')
            _pos++;
        else if (!line && _pos < _text.Length && Current != closing)
            throw _source.Unexpected(_pos, $"',', a new line or '{closing}'");
    }

    private void ReadMember(HoconObject obj)
    {
        var outer = _path.Count;
        ReadKeys();
        SkipSpaceAndComments();
        var append = false;
        switch (Current)
        {
            case ':' or '=':
                _pos++;
                break;
            case '+' when Peek(1) == '=':
                _pos += 2;
                append = true;
                break;
            case '{':
                break;
            default:
                throw _pos < _text.Length
                    ? _source.Unexpected(_pos, "':', '=', '+=' or '{' after a key")
                    : _source.Broken(_pos, "the text ends after a key");
        }

        SkipSpaceAndComments();
        var value = ReadValue();
        Assign(obj, outer, append ? Appended(value) : value);
        _path.RemoveRange(outer, _path.Count - outer);
    }

    /// <summary>Sets the value at the keys that the path has from <paramref name="outer"/> on.</summary>
    private void Assign(HoconObject obj, int outer, HoconValue value)
    {
        var i = outer;
        for (; i < _path.Count - 1 && obj.GetKey(_path[i]) is { IsPending: false } next && next.GetObject() is { } inner; i++)
            obj = inner;

        for (var last = _path.Count - 1; last > i; last--)
        {
            var wrapper = new HoconObject();
            wrapper.Items.Add(_path[last], value);
            value = new HoconValue(wrapper);
        }

        obj.Assign(_path[i], value);
    }

    /// <summary><c>a += b</c> is what <c>a</c> was, or nothing, joined with <c>[b]</c>.</summary>
    private HoconValue Appended(HoconValue item)
    {
        _hasSubstitutions = true;
        var value = new HoconValue(new HoconSubstitution { IsEarlierValue = true, IsOptional = true, Source = _source, Position = _pos })
        {
            State = HoconValue.ResolveState.Pending,
        };
        value.Values.Add(new HoconArray { item });
        return value;
    }

    private void Enter(int opened)
    {
        if (++_depth > MaxDepth)
            throw _source.Wrong(opened, $"nested deeper than {MaxDepth} levels");
    }
}
