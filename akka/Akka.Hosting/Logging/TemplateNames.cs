using System.Collections.Concurrent;

namespace Akka.Hosting.Logging;

/// <summary>The names of a message template's holes, in the order of their arguments.</summary>
internal static class TemplateNames
{
    /// <summary>Templates are constants of the code, so few; a program that makes them up as it goes must not fill the memory.</summary>
    private const int MaxRemembered = 1024;

    private static readonly ConcurrentDictionary<string, string[]> Remembered = new();

    /// <summary>The names in a template such as <c>{Client} asked for {1:N0}</c>: <c>Client</c> and <c>1</c>. <c>{{</c> is no hole.</summary>
    internal static string[] Of(string template)
    {
        if (Remembered.TryGetValue(template, out var names))
        {
            return names;
        }

        names = Parse(template);
        if (Remembered.Count < MaxRemembered)
        {
            Remembered.TryAdd(template, names);
        }

        return names;
    }

    private static string[] Parse(string template)
    {
        var names = new List<string>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
            {
                continue;
            }

            if (i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            var end = template.IndexOf('}', i);
            if (end < 0)
            {
                break;
            }

            var hole = template.AsSpan(i + 1, end - i - 1).TrimStart("@$");
            var format = hole.IndexOfAny(',', ':');
            var name = (format < 0 ? hole : hole[..format]).Trim().ToString();
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            i = end;
        }

        // Numbered holes may come in any order: the argument's position is the number.
        return names.TrueForAll(name => int.TryParse(name, out _)) ? [] : [.. names];
    }
}
