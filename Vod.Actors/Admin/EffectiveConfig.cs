using System.Text;
using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Vod.Actors.Settings;

namespace Vod.Actors.Admin;

/// <summary>Writes a configuration as HOCON, a line for each key, so that it can be read, compared and searched. Secrets are masked.</summary>
internal static partial class EffectiveConfig
{
    /// <summary>What stands for a secret.</summary>
    public const string Mask = "***";

    /// <summary>Writes all keys with the values that they have, in the order of their names.</summary>
    public static string Render(Config config)
    {
        var paths = new SortedSet<string>(StringComparer.Ordinal);
        Collect("", config.Root, paths);
        var text = new StringBuilder();
        foreach (var path in paths)
        {
            if (config.GetValue(path) is { } value && !value.IsObject()) text.Append(path).Append(" = ").Append(Text(path, value)).Append('\n');
        }
        return text.ToString();
    }

    private static void Collect(string path, HoconValue? value, SortedSet<string> paths)
    {
        if (value is null) return;
        if (!value.IsObject())
        {
            if (path.Length > 0) paths.Add(path);
            return;
        }
        foreach (var (key, child) in value.GetObject()?.Items ?? []) Collect(path.Length == 0 ? HoconTree.Key(key) : $"{path}.{HoconTree.Key(key)}", child, paths);
    }

    private static string Text(string path, HoconValue value)
    {
        if (HoconTree.List(value) is { } list) return $"[{string.Join(", ", list.Select(item => Text(path, item)))}]";
        if (value.IsObject()) return $"{{ {string.Join(", ", (value.GetObject()?.Items ?? []).Select(item => $"{HoconTree.Key(item.Key)} = {Text(item.Key, item.Value)}"))} }}";
        var text = value.GetString() ?? "";
        if (SecretKey().IsMatch(path[(path.LastIndexOf('.') + 1)..]) && text.Length > 0) return Quoted(Mask);
        return PlainValue().IsMatch(text) ? text : Quoted(text);
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append($"\\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z0-9_-]([A-Za-z0-9_. -]*[A-Za-z0-9_-])?$")]
    private static partial Regex PlainValue();

    [GeneratedRegex("token|secret|password|passphrase|credential|cookie|(api|private|access)-?key", RegexOptions.IgnoreCase)]
    private static partial Regex SecretKey();
}
