using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Keys and their values. Keys are single path elements: a dotted key is a chain of objects.</summary>
public class HoconObject : IHoconElement
{
    /// <summary>The keys, in order of first mention as long as none is removed.</summary>
    public Dictionary<string, HoconValue> Items { get; } = new();

    /// <summary>The keys with their values; objects as dictionaries of the same kind, all else as <see cref="HoconValue"/>.</summary>
    public IDictionary<string, object?> Unwrapped
    {
        get
        {
            var plain = new Dictionary<string, object?>(Items.Count);
            foreach (var (key, value) in Items)
                plain.Add(key, value.GetObject() is { } inner ? inner.Unwrapped : value);
            return plain;
        }
    }

    /// <summary>Always false.</summary>
    public bool IsString() => false;

    /// <summary>Not for objects.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public string GetString() => throw new NotSupportedException("A HOCON object is not a string.");

    /// <summary>Always false.</summary>
    public bool IsArray() => false;

    /// <summary>Not for objects.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public IList<HoconValue> GetArray() => throw new NotSupportedException("A HOCON object is not an array.");

    /// <summary>The value of a key, or null when there is none.</summary>
    public HoconValue? GetKey(string key) => Items.GetValueOrDefault(key);

    /// <summary>The value of a key, which is put in, empty, when there is none.</summary>
    public HoconValue GetOrCreateKey(string key)
    {
        if (!Items.TryGetValue(key, out var value))
            Items.Add(key, value = new HoconValue());
        return value;
    }

    /// <summary>Takes in the keys of another object that this one lacks, those of objects below as well; that one stays as it is.</summary>
    public void Merge(HoconObject other)
    {
        foreach (var (key, value) in other.Items)
            Items[key] = Items.TryGetValue(key, out var mine) ? HoconValue.Merged(mine, value) : value;
    }

    /// <summary>The object as HOCON without its own braces.</summary>
    public override string ToString() => ToString(0);

    /// <summary>The object as HOCON without its own braces, indented by two spaces for each step of <paramref name="indent"/>.</summary>
    public string ToString(int indent)
    {
        var text = new StringBuilder();
        HoconPrinter.AppendMembers(text, this, indent);
        return text.ToString();
    }

    /// <summary>
    /// Sets a key as a later line of the same document does: objects merge, anything else replaces. What cannot be decided before
    /// substitutions are resolved stays behind the new value as <see cref="HoconValue.Overridden"/>.
    /// </summary>
    internal void Assign(string key, HoconValue value)
    {
        if (!Items.TryGetValue(key, out var earlier))
        {
            Items.Add(key, value);
            return;
        }

        if (!value.IsPending && value.GetObject() is { } newer)
        {
            if (!earlier.IsPending && earlier.GetObject() is { } older)
            {
                foreach (var (innerKey, inner) in newer.Items)
                    older.Assign(innerKey, inner);
                return;
            }

            if (earlier.IsPending)
                value.PutBehind(earlier);
        }
        else if (value.IsPending)
        {
            value.PutBehind(earlier);
        }

        Items[key] = value;
    }

    /// <summary>A new object of both, sharing their values; <paramref name="primary"/> wins where both have a key, unless both are objects there.</summary>
    internal static HoconObject Merged(HoconObject primary, HoconObject fallback)
    {
        var merged = new HoconObject();
        merged.Items.EnsureCapacity(primary.Items.Count + fallback.Items.Count);
        foreach (var (key, value) in primary.Items)
            merged.Items.Add(key, fallback.Items.TryGetValue(key, out var under) ? HoconValue.Merged(value, under) : value);
        foreach (var (key, value) in fallback.Items)
            merged.Items.TryAdd(key, value);
        return merged;
    }
}
