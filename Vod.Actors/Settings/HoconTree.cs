using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Vod.Actors.Settings;

/// <summary>Walks what was written in a HOCON text, as Akka.NET's parser gives it.</summary>
internal static partial class HoconTree
{
    /// <summary>The keys right under a path with their values; none when there is no such group.</summary>
    public static IEnumerable<KeyValuePair<string, HoconValue>> Children(Config config, string path) =>
        config.HasPath(path) ? Children(config.GetValue(path)) ?? [] : [];

    /// <summary>Full paths of the values under a path, in which the groups in <paramref name="whole"/> count as one value each.</summary>
    public static IEnumerable<string> Leaves(Config config, string path, IReadOnlySet<string> whole) =>
        config.HasPath(path) ? Leaves(path, config.GetValue(path), whole) : [];

    /// <summary>
    /// The elements of a list; null when it is none. <c>HoconValue.IsArray</c> takes an empty list for none, and the parser takes the space in
    /// <c>[ ]</c> for an element without a value.
    /// </summary>
    public static IReadOnlyList<HoconValue>? List(HoconValue value) =>
        value.Values.Any(part => part is HoconArray || (part is HoconSubstitution { ResolvedValue: { } resolved } && List(resolved) is not null))
            ? [.. value.GetArray().Where(element => element.Values.Count > 0)]
            : null;

    /// <summary>A value as HOCON that reads as the same: the parser's own way to write one leaves out quotes that it needs.</summary>
    public static string Write(HoconValue? value) =>
        value is null ? "\"\""
        : value.IsObject() ? $"{{ {string.Join(", ", value.GetObject().Items.Select(item => $"{Key(item.Key)} = {Write(item.Value)}"))} }}"
        : List(value) is { } list ? $"[{string.Join(", ", list.Select(Write))}]"
        : HoconReferences.Quote(value.GetString() ?? "");

    /// <summary>A key as a path has it: in quotes when it has characters that mean something in a path.</summary>
    public static string Key(string key) => PlainKey().IsMatch(key) ? key : HoconReferences.Quote(key);

    /// <summary>
    /// What the parser accepts although nothing can be made of it: a key without a value, or one that refers to itself, for which the parser's
    /// own methods recurse without end. Null when there is neither.
    /// </summary>
    public static string? Mistake(HoconValue root) => Mistake("", root, new HashSet<HoconValue>(ReferenceEqualityComparer.Instance));

    private static string? Mistake(string path, HoconValue value, HashSet<HoconValue> around)
    {
        if (value.Values.Count == 0) return $"{path} has no value";
        if (!around.Add(value)) return $"{path} refers to itself";
        foreach (var part in value.Values)
        {
            var found = part switch
            {
                HoconObject group => group.Items.Select(item => Mistake(path.Length == 0 ? Key(item.Key) : $"{path}.{Key(item.Key)}", item.Value, around)).FirstOrDefault(m => m is not null),
                HoconArray array => array.Where(element => element.Values.Count > 0).Select(element => Mistake(path, element, around)).FirstOrDefault(m => m is not null),
                HoconSubstitution { ResolvedValue: { } resolved } => Mistake(path, resolved, around),
                _ => null,
            };
            if (found is not null) return found;
        }
        around.Remove(value);
        return null;
    }

    private static IEnumerable<string> Leaves(string path, HoconValue? value, IReadOnlySet<string> whole) =>
        !whole.Contains(path) && Children(value) is { } children
            ? children.SelectMany(child => Leaves($"{path}.{Key(child.Key)}", child.Value, whole))
            : [path];

    private static Dictionary<string, HoconValue>? Children(HoconValue? value) => value is not null && value.IsObject() ? value.GetObject()?.Items : null;

    [GeneratedRegex("^/?[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$")]
    private static partial Regex PlainKey();
}
