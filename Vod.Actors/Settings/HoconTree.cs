using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Vod.Actors.Settings;

/// <summary>Walks what was written in a HOCON text.</summary>
internal static class HoconTree
{
    /// <summary>The keys right under a path with their values; none when there is no such group.</summary>
    public static IEnumerable<KeyValuePair<string, HoconValue>> Children(Config config, string path)
    {
        var value = config.HasPath(path) ? config.GetValue(path) : null;
        return value is not null && value.IsObject() ? value.GetObject().Items : [];
    }

    /// <summary>Full paths of the values under a path, in which the groups in <paramref name="whole"/> count as one value each.</summary>
    public static IEnumerable<string> Leaves(Config config, string path, IReadOnlySet<string> whole)
    {
        var value = config.HasPath(path) ? config.GetValue(path) : null;
        if (value is null) return [];
        return value.IsObject() && !whole.Contains(path)
            ? value.GetObject().Items.SelectMany(child => Leaves(path, child.Key, child.Value, whole))
            : [path];
    }

    private static IEnumerable<string> Leaves(string parent, string key, HoconValue value, IReadOnlySet<string> whole)
    {
        var path = $"{parent}.{key}";
        return value.IsObject() && !whole.Contains(path)
            ? value.GetObject().Items.SelectMany(child => Leaves(path, child.Key, child.Value, whole))
            : [path];
    }
}
