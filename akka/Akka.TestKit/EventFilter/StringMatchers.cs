using System.Text.RegularExpressions;

namespace Akka.TestKit.Internal.StringMatcher;

/// <summary>Says whether a text is one that a filter is for.</summary>
public interface IStringMatcher
{
    /// <summary>Whether the text matches.</summary>
    bool IsMatch(string s);
}

/// <summary>Matches every text.</summary>
public class MatchesAll : IStringMatcher
{
    private MatchesAll()
    {
    }

    /// <summary>The only instance.</summary>
    public static IStringMatcher Instance { get; } = new MatchesAll();

    /// <inheritdoc/>
    public bool IsMatch(string s) => true;

    /// <inheritdoc/>
    public override string ToString() => "";
}

/// <summary>Matches one text.</summary>
public class EqualsString : IStringMatcher
{
    private readonly string _expected;

    /// <summary>Creates the matcher.</summary>
    public EqualsString(string s) => _expected = s;

    /// <inheritdoc/>
    public bool IsMatch(string s) => string.Equals(_expected, s, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"== \"{_expected}\"";
}

/// <summary>Matches texts that start with another.</summary>
/// <param name="start">The start.</param>
public class StartsWithString(string start) : IStringMatcher
{
    /// <inheritdoc/>
    public bool IsMatch(string s) => s.StartsWith(start, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"starts with \"{start}\"";
}

/// <summary>Matches texts that contain another.</summary>
/// <param name="part">The part.</param>
public class ContainsString(string part) : IStringMatcher
{
    /// <inheritdoc/>
    public bool IsMatch(string s) => s.Contains(part, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"contains \"{part}\"";
}

/// <summary>Matches texts that an expression finds something in.</summary>
/// <param name="regex">The expression.</param>
public class RegexMatcher(Regex regex) : IStringMatcher
{
    /// <inheritdoc/>
    public bool IsMatch(string s) => regex.IsMatch(s);

    /// <inheritdoc/>
    public override string ToString() => $"matches \"{regex}\"";
}

/// <summary>Text that a predicate holds for.</summary>
/// <param name="predicate">The predicate.</param>
/// <param name="hint">What it looks for, in words.</param>
public class PredicateMatcher(Predicate<string> predicate, string hint = "") : IStringMatcher
{
    /// <inheritdoc/>
    public bool IsMatch(string s) => predicate(s);

    /// <inheritdoc/>
    public override string ToString() => $"matches predicate {hint}".TrimEnd();
}

/// <summary>Matches a log source: the same text, or the actor of a path with or without its system and its incarnation's number.</summary>
public class EqualsStringAndPathMatcher : IStringMatcher
{
    private readonly string _expected;
    private readonly bool _canBeRelative;

    /// <summary>Creates the matcher.</summary>
    /// <param name="path">The text or path.</param>
    /// <param name="canBeRelative">Whether the path may lack the system, as in <c>/user/name</c> or <c>user/name</c>.</param>
    public EqualsStringAndPathMatcher(string path, bool canBeRelative = true)
    {
        _expected = path;
        _canBeRelative = canBeRelative;
    }

    /// <inheritdoc/>
    public bool IsMatch(string path)
    {
        if (string.Equals(_expected, path, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var expected = Bare(_expected);
        var actual = Bare(path);
        return string.Equals(expected, actual, StringComparison.OrdinalIgnoreCase)
            || (_canBeRelative && string.Equals(expected.TrimStart('/'), Relative(actual), StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override string ToString() => $"== \"{_expected}\"";

    /// <summary>Without the brackets that loggers put around it, and the number of the incarnation.</summary>
    private static string Bare(string source)
    {
        var bare = source is ['[', .., ']'] ? source[1..^1] : source;
        var uid = bare.IndexOf('#');
        return uid < 0 ? bare : bare[..uid];
    }

    /// <summary><c>user/name</c> of <c>akka://system/user/name</c>; nothing of what is no path.</summary>
    private static string? Relative(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var uri) ? uri.AbsolutePath.TrimStart('/') : null;
}
