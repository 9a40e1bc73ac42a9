using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Vod.Actors.Settings;

/// <summary>Parses a HOCON text that a person wrote: with Akka.NET's parser, and checked before and after for what that one lets pass.</summary>
internal static class HoconDocument
{
    private const int IncludesInEachOther = 20;

    /// <summary>Parses a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">Its path, or what messages call it.</param>
    /// <param name="environment">Environment variables.</param>
    /// <param name="read">Reads a file that is included.</param>
    /// <exception cref="VodConfigurationException">It is not HOCON; says in one line where and why.</exception>
    public static HoconRoot Parse(string text, string name, Func<string, string?> environment, Func<string, string> read) =>
        Parse(text, name, environment, read, 0);

    private static HoconRoot Parse(string text, string name, Func<string, string?> environment, Func<string, string> read, int depth)
    {
        try
        {
            var scan = HoconScan.Of(text);
            if (scan.Fault is { } fault) throw new VodConfigurationException($"{name}: {fault.In(text)}");
            var root = Parser.Parse(Resolved(text, name, scan.References, environment, Include), Include);
            return HoconTree.Mistake(root.Value) is { } mistake ? throw new VodConfigurationException($"{name}: {mistake}") : root;
        }
        // The parser's contract names no exception type: whatever it throws on this text is about this text.
        catch (Exception e) when (e is not VodConfigurationException)
        {
            throw new VodConfigurationException($"{name}: {e.Message.ReplaceLineEndings(" ").Trim()}", e);
        }

        HoconRoot Include(string other)
        {
            if (depth == IncludesInEachOther) throw new VodConfigurationException($"{name}: includes {other}: more than {IncludesInEachOther} files include each other");
            var path = Path.Combine(Path.GetDirectoryName(name) ?? "", other);
            // Its substitutions are resolved: handed on, the parser would look for them again, and under another path.
            return new HoconRoot(Parse(read(path), path, environment, read, depth + 1).Value);
        }
    }

    private static string Resolved(
        string text, string name, IReadOnlyList<HoconReference> references, Func<string, string?> environment, Func<string, HoconRoot> include)
    {
        if (references.Count == 0) return text;
        // Only the text itself knows its keys: it is parsed once with something in the place of each substitution.
        var keys = new Config(Parser.Parse(HoconReferences.Resolve(text, references, _ => false, _ => "", out _), include));
        var resolved = HoconReferences.Resolve(text, references, keys.HasPath, environment, out var fault);
        return fault is { } missing ? throw new VodConfigurationException($"{name}: {missing.In(text)}") : resolved;
    }
}
