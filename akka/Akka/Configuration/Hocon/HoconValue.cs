using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>A value of a HOCON document: text, an object or an array, put together of one or more pieces.</summary>
public partial class HoconValue : IMightBeAHoconObject
{
    /// <summary>An empty value.</summary>
    public HoconValue() => Values = [];

    internal HoconValue(IHoconElement single) => Values = new List<IHoconElement>(1) { single };

    /// <summary>The pieces, in order.</summary>
    public List<IHoconElement> Values { get; }

    /// <summary>Whether there is nothing in it: no piece, or an object without keys.</summary>
    public bool IsEmpty => Values.Count == 0 || (Values[0] is HoconObject first && first.Items.Count == 0);

    /// <summary>Whether this is the literal <c>null</c>.</summary>
    internal bool IsNull => Values.Count == 1 && Values[0] is HoconLiteral { Value: null };

    /// <summary>Whether this is an object.</summary>
    public bool IsObject() => GetObject() is not null;

    /// <summary>The object, or null when this is not one.</summary>
    public HoconObject? GetObject()
    {
        if (Values.Count == 0)
            return null;
        return Values[0] switch
        {
            HoconObject single => single,
            IMightBeAHoconObject maybe => maybe.GetObject(),
            _ => null,
        };
    }

    /// <summary>Whether this is text.</summary>
    public bool IsString()
    {
        foreach (var piece in Values)
        {
            if (!piece.IsString())
                return false;
        }

        return Values.Count > 0;
    }

    /// <summary>The text, or null when this is <c>null</c> or not text.</summary>
    public string? GetString()
    {
        if (Values.Count == 1)
            return Values[0].IsString() ? Values[0].GetString() : null;
        return IsString() ? string.Concat(Values.Select(piece => piece.GetString() ?? "null")) : null;
    }

    /// <summary>Whether this is an array.</summary>
    public bool IsArray() => Values.Count > 0 && Values.TrueForAll(piece => piece.IsArray());

    /// <summary>The values of the array; none when this is not an array.</summary>
    public IList<HoconValue> GetArray()
    {
        if (Values.Count == 1 && Values[0].IsArray())
            return Values[0].GetArray();
        return Values.Where(piece => piece.IsArray()).SelectMany(piece => piece.GetArray()).ToList();
    }

    /// <summary>The value of a key of this object, or null when there is no such key, or this is not an object.</summary>
    public HoconValue? GetChildObject(string key) => GetObject()?.GetKey(key);

    /// <summary>Removes every piece.</summary>
    public void Clear() => Values.Clear();

    /// <summary>Adds a piece behind the ones there are. Text is put together; an object takes the place of all before it.</summary>
    public void AppendValue(IHoconElement value)
    {
        if (value is HoconObject)
            Values.Clear();
        Values.Add(value);
    }

    /// <summary>Makes one piece the whole value.</summary>
    public void NewValue(IHoconElement value)
    {
        Values.Clear();
        Values.Add(value);
    }

    /// <summary>A configuration with this value under one key.</summary>
    public Config AtKey(string key)
    {
        var parent = new HoconObject();
        parent.Items.Add(key, this);
        return new Config(new HoconRoot(new HoconValue(parent)));
    }

    /// <summary>A configuration with this value as its root.</summary>
    public Config ToConfig() => new(new HoconRoot(this));

    /// <summary>
    /// The value as HOCON: an object without its own braces, but with its lines indented as if they were there. Text stands as it is, in quotes
    /// only if there is white space in it.
    /// </summary>
    public override string ToString() => ToString(0);

    /// <summary>The value as HOCON, indented by two spaces for each step of <paramref name="indent"/>; an object at 0 without its own braces.</summary>
    public virtual string ToString(int indent)
    {
        if (indent == 0 && GetObject() is { } root)
            return root.ToString(1);
        if (IsString())
            return GetString() is not { } plain ? "" : plain.AsSpan().ContainsAny(' ', '\t') ? $"\"{plain}\"" : plain;
        var text = new StringBuilder();
        HoconPrinter.Append(text, this, indent);
        return text.ToString();
    }

    /// <summary>The value of <paramref name="primary"/>, with the keys of <paramref name="fallback"/> that it lacks when both are objects.</summary>
    internal static HoconValue Merged(HoconValue primary, HoconValue fallback) =>
        primary.GetObject() is { } newer && fallback.GetObject() is { } older
            ? new HoconValue(HoconObject.Merged(newer, older))
            : primary;
}
