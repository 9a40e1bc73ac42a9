namespace Akka.Configuration.Hocon;

/// <content>
/// <c>include "x"</c>, <c>include file("x")</c>, and either in <c>required(...)</c>. A callback is asked for <c>x</c> if there is one.
/// Otherwise <c>x</c> is a file, relative to the file of this document or else to the working directory; one that does not exist
/// adds nothing, unless it is required.
/// </content>
internal sealed partial class HoconParser
{
    private string[] _includedAt = [];

    private bool TryReadInclude(HoconObject obj)
    {
        const string Keyword = "include";
        var start = _pos;
        if (!_text.AsSpan(start).StartsWith(Keyword))
            return false;

        _pos += Keyword.Length;
        SkipInlineSpace();
        var required = TryTake("required(");
        var file = TryTake("file(");
        if (Current != '"')
        {
            if (required || file)
                throw _source.Unexpected(_pos, "a name in quotes");
            // A key that starts like this.
            _pos = start;
            return false;
        }

        var name = ReadQuoted();
        for (var open = (required ? 1 : 0) + (file ? 1 : 0); open > 0; open--)
        {
            SkipInlineSpace();
            if (!TryTake(")"))
                throw _source.Unexpected(_pos, "')'");
        }

        Include(obj, name, required, start);
        return true;
    }

    private bool TryTake(string what)
    {
        if (!_text.AsSpan(_pos).StartsWith(what))
            return false;
        _pos += what.Length;
        SkipInlineSpace();
        return true;
    }

    private void Include(HoconObject obj, string name, bool required, int position)
    {
        if (_includeCallback is not null)
            IncludeRoot(obj, _includeCallback(name), name, position);
        else
            IncludeFile(obj, name, required, position);
    }

    private void IncludeRoot(HoconObject obj, HoconRoot? root, string name, int position)
    {
        if (root?.Value.GetObject() is not { } included)
            throw _source.Broken(position, $"the include '{name}' is not an object");
        foreach (var (key, value) in included.Items)
            obj.Assign(key, Copied(value));
    }

    /// <summary>A copy of objects all the way down, so that what follows the include does not change what the callback gave.</summary>
    private static HoconValue Copied(HoconValue value)
    {
        if (value.GetObject() is not { } original)
            return value;
        var copy = new HoconObject();
        foreach (var (key, inner) in original.Items)
            copy.Items.Add(key, Copied(inner));
        return new HoconValue(copy);
    }

    private void IncludeFile(HoconObject obj, string name, bool required, int position)
    {
        var path = Path.GetFullPath(name, Path.GetDirectoryName(_source.File) ?? Environment.CurrentDirectory);
        for (var outer = _source; outer is not null; outer = outer.IncludedBy)
        {
            if (outer.File == path)
                throw _source.Broken(position, $"the include '{name}' leads back to {path}");
        }

        if (!required && !File.Exists(path))
            return;

        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw _source.Broken(position, $"the include '{name}' cannot be read: {e.Message}", e);
        }

        var parser = new HoconParser(new HoconSource(text, path, _source), null, _path) { _includedAt = [.. _path], _depth = _depth };
        parser.ReadDocument(obj);
        _hasSubstitutions |= parser._hasSubstitutions;
    }
}
