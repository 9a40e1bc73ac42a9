using System.Text.RegularExpressions;

namespace Akka.Actor;

/// <summary>A step of a selection.</summary>
public abstract class SelectionPathElement;

/// <summary>The child of a name.</summary>
/// <param name="name">The name.</param>
public class SelectChildName(string name) : SelectionPathElement
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectChildName other && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>All children whose names fit a pattern with <c>*</c> and <c>?</c>.</summary>
public class SelectChildPattern : SelectionPathElement
{
    private readonly Regex _regex;

    /// <summary>By that pattern.</summary>
    public SelectChildPattern(string patternStr)
    {
        PatternStr = patternStr;
        _regex = new Regex("^" + Regex.Escape(patternStr).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.CultureInvariant);
    }

    /// <summary>The pattern.</summary>
    public string PatternStr { get; }

    internal bool Matches(string name) => _regex.IsMatch(name);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectChildPattern other && PatternStr == other.PatternStr;

    /// <inheritdoc/>
    public override int GetHashCode() => PatternStr.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => PatternStr;
}

/// <summary>The parent.</summary>
public class SelectParent : SelectionPathElement
{
    /// <summary>An instance to share.</summary>
    public static readonly SelectParent Instance = new();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectParent;

    /// <inheritdoc/>
    public override int GetHashCode() => 17;

    /// <inheritdoc/>
    public override string ToString() => "..";
}

/// <summary>All actors below.</summary>
public class SelectChildRecursive : SelectionPathElement
{
    /// <summary>An instance to share.</summary>
    public static readonly SelectChildRecursive Instance = new();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SelectChildRecursive;

    /// <inheritdoc/>
    public override int GetHashCode() => 19;

    /// <inheritdoc/>
    public override string ToString() => "**";
}
