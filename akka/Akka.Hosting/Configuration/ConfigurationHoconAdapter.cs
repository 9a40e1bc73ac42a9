using System.Globalization;
using System.Text;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Microsoft.Extensions.Configuration;

namespace Akka.Hosting.Configuration;

/// <summary>Turns configuration of the host (JSON files, environment variables, arguments) into HOCON.</summary>
public static class ConfigurationHoconAdapter
{
    /// <summary>Turns a section, under its own key, or a whole configuration into HOCON.</summary>
    /// <param name="config">The section, or the root. Keys with dots are paths, unless in quotes; sections numbered from 0 on are arrays.</param>
    /// <param name="normalizeKeys">Whether keys that are not quoted become lower-case with <c>_</c> as <c>-</c>.</param>
    public static Config ToHocon(this IConfiguration config, bool normalizeKeys = true)
    {
        var text = new StringBuilder();
        IEnumerable<IConfigurationSection> fields = config is not IConfigurationSection section ? config.GetChildren()
            : section.Exists() ? [section] : [];
        foreach (var field in fields)
        {
            AppendField(text, field, normalizeKeys);
        }

        return ConfigurationFactory.ParseString(text.ToString());
    }

    private static void AppendField(StringBuilder text, IConfigurationSection section, bool normalizeKeys)
    {
        AppendKey(text, section.Key, normalizeKeys);
        text.Append(" = ");
        AppendValue(text, section, normalizeKeys);
        text.Append('\n');
    }

    private static void AppendKey(StringBuilder text, string key, bool normalizeKeys)
    {
        if (key.Length > 1 && key[0] == '"' && key[^1] == '"')
        {
            text.Append(HoconPath.Quote(key[1..^1]));
            return;
        }

        var normalized = normalizeKeys ? key.ToLowerInvariant().Replace('_', '-') : key;
        text.AppendJoin('.', normalized.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(HoconPath.Quote));
    }

    private static void AppendValue(StringBuilder text, IConfigurationSection section, bool normalizeKeys)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            // Quoted or not, HOCON converts a scalar when it is read as a number, a duration or a switch. Switches of JSON come as True
            // and False, which HOCON does not know.
            text.Append(section.Value switch
            {
                null => "null",
                "True" => "true",
                "False" => "false",
                var value => HoconPath.Quote(value),
            });
        }
        else if (children.TrueForAll(child => Index(child) >= 0))
        {
            text.Append("[\n");
            foreach (var item in children.OrderBy(Index))
            {
                AppendValue(text, item, normalizeKeys);
                text.Append('\n');
            }

            text.Append(']');
        }
        else
        {
            text.Append("{\n");
            foreach (var child in children)
            {
                AppendField(text, child, normalizeKeys);
            }

            text.Append('}');
        }
    }

    private static int Index(IConfigurationSection section) =>
        int.TryParse(section.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
}
