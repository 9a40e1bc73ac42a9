using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Dotted paths such as <c>akka.actor."a.b".type</c>: walked without allocation, and split for substitutions.</summary>
internal static class HoconPath
{
    /// <summary>The value at a path below an object, or null. A path element in quotes may hold dots.</summary>
    internal static HoconValue? Find(HoconValue root, ReadOnlySpan<char> path)
    {
        HoconValue? value = root;
        while (true)
        {
            if (value?.GetObject() is not { } obj)
                return null;
            var key = NextKey(path, out var rest);
            if (!obj.Items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out value))
                return null;
            if (rest.IsEmpty)
                return value;
            path = rest[1..];
        }
    }

    /// <summary>Whether a key can stand without quotes in a path.</summary>
    internal static bool IsPlainKey(string key)
    {
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_'))
                return false;
        }

        return key.Length > 0;
    }

    /// <summary>A path of these keys, quoted where need be.</summary>
    internal static string Join(IEnumerable<string> keys) =>
        string.Join('.', keys.Select(key => IsPlainKey(key) ? key : Quote(key)));

    /// <summary>Text in double quotes, with JSON's escapes.</summary>
    internal static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append("\\u").Append(((int)c).ToString("x4")),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>The first key; <paramref name="rest"/> is empty or starts with the dot behind it.</summary>
    private static ReadOnlySpan<char> NextKey(ReadOnlySpan<char> path, out ReadOnlySpan<char> rest)
    {
        if (path.IndexOf('"') is var quote && (quote < 0 || path.IndexOf('.') is var dot && dot >= 0 && dot < quote))
        {
            var end = path.IndexOf('.');
            rest = end < 0 ? default : path[end..];
            return end < 0 ? path : path[..end];
        }

        // An element with quotes somewhere: rare, so put together plainly. A backslash keeps the character behind it.
        var key = new StringBuilder();
        var quoted = false;
        var i = 0;
        for (; i < path.Length && (quoted || path[i] != '.'); i++)
        {
            if (path[i] == '"')
                quoted = !quoted;
            else if (quoted && path[i] == '\\' && i + 1 < path.Length)
                key.Append(path[++i]);
            else
                key.Append(path[i]);
        }

        rest = path[i..];
        return key.ToString();
    }
}
