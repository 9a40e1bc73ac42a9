using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Vod.Actors.Settings;

/// <summary>Walks what was written in a HOCON text.</summary>
internal static class HoconTree
{
    /// <summary>The keys right under a path with their values; none when there is no such group.</summary>
    public static IEnumerable<KeyValuePair<string, HoconValue>> Children(Config config, string path) =>
        config.HasPath(path) ? Children(config.GetValue(path)) ?? [] : [];

    /// <summary>Full paths of the values under a path, in which the groups in <paramref name="whole"/> count as one value each.</summary>
    public static IEnumerable<string> Leaves(Config config, string path, IReadOnlySet<string> whole) =>
        config.HasPath(path) ? Leaves(path, config.GetValue(path), whole) : [];

    private static IEnumerable<string> Leaves(string path, HoconValue? value, IReadOnlySet<string> whole) =>
        !whole.Contains(path) && Children(value) is { } children
            ? children.SelectMany(child => Leaves($"{path}.{child.Key}", child.Value, whole))
            : [path];

    private static Dictionary<string, HoconValue>? Children(HoconValue? value) => value is not null && value.IsObject() ? value.GetObject()?.Items : null;
}
