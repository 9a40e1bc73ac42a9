using System.Text;

namespace Vod.Actors.Settings;

/// <summary>
/// Resolves what Akka.NET's parser does not: optional substitutions, and those of environment variables. What names a key stays for the parser.
/// </summary>
internal static class HoconReferences
{
    /// <summary>Writes a text without the substitutions that the parser does not know.</summary>
    /// <param name="text">The text.</param>
    /// <param name="references">The substitutions in it.</param>
    /// <param name="isKey">Whether the text has a key of that name; it comes before a variable.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="fault">The first substitution of something that there is not.</param>
    public static string Resolve(
        string text, IReadOnlyList<HoconReference> references, Func<string, bool> isKey, Func<string, string?> environment, out HoconFault? fault)
    {
        fault = null;
        var resolved = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var reference in references)
        {
            var (start, end) = (reference.Start, reference.End);
            string value;
            if (isKey(reference.Name)) value = $"${{{reference.Name}}}";
            else if (environment(reference.Name) is { } variable) value = Quote(variable);
            else if (!reference.IsOptional)
            {
                fault ??= new HoconFault(start, $"{text[start..end]}: there is neither such a key nor such an environment variable");
                value = "";
            }
            else if (!reference.IsAlone) value = "\"\"";
            else
            {
                // The key keeps what it has: the whole field goes, with the comma behind it.
                (start, end, value) = (reference.FieldStart, BehindComma(text, end), "");
            }
            resolved.Append(text, copied, start - copied).Append(value);
            copied = end;
        }
        return resolved.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>A text in quotes, as HOCON has it.</summary>
    public static string Quote(string value) => '"' + value.Replace("\\", "\\\\").Replace("\"", "\\\"") + '"';

    private static int BehindComma(string text, int end)
    {
        var at = end;
        while (at < text.Length && text[at] is (' ' or '\t')) at++;
        return at < text.Length && text[at] == ',' ? at + 1 : end;
    }
}
