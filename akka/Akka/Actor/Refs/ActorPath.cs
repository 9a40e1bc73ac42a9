using System.Buffers;
using Akka.Util;

namespace Akka.Actor;

/// <summary>
/// Where an actor is in the tree of its system, as in <c>akka://vod/user/listener/17</c>. Equality is by address and names;
/// the uid tells one incarnation of a name from the next.
/// </summary>
public abstract class ActorPath : IEquatable<ActorPath>, IComparable<ActorPath>, ISurrogated
{
    /// <summary>What a name may have besides letters and digits.</summary>
    public const string ValidSymbols = "\"-_.*$+:@&=,!~';()";

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + ValidSymbols);

    private readonly ActorPath? _parent;
    private readonly int _hash;

    /// <summary>A root.</summary>
    protected ActorPath(Address address, string name)
    {
        Address = address;
        Name = name;
        _hash = HashCode.Combine(address, name);
    }

    /// <summary>A child.</summary>
    protected ActorPath(ActorPath parentPath, string name, long uid)
    {
        _parent = parentPath;
        Address = parentPath.Address;
        Name = name;
        Uid = uid;
        Depth = parentPath.Depth + 1;
        _hash = HashCode.Combine(parentPath._hash, name);
    }

    /// <summary>The system.</summary>
    public Address Address { get; }

    /// <summary>The last name.</summary>
    public string Name { get; }

    /// <summary>Which incarnation of that name; 0 when it does not matter.</summary>
    public long Uid { get; }

    /// <summary>How many names there are: 0 for the root.</summary>
    public int Depth { get; }

    /// <summary>The path above; that of a root is the root.</summary>
    public ActorPath Parent => _parent ?? this;

    /// <summary>The root of the tree.</summary>
    public ActorPath Root => ParentOf(0);

    /// <summary>The names from the root on.</summary>
    public IReadOnlyList<string> Elements
    {
        get
        {
            var names = new string[Depth];
            var path = this;
            for (var i = Depth - 1; i >= 0; i--, path = path.Parent) names[i] = path.Name;
            return names;
        }
    }

    /// <summary>The ancestor at a depth; a negative one counts from this path upwards.</summary>
    public ActorPath ParentOf(int depth)
    {
        var path = this;
        if (depth >= 0)
            while (path.Depth > depth) path = path.Parent;
        else
            for (; depth < 0 && path.Depth > 0; depth++) path = path.Parent;
        return path;
    }

    /// <summary>The path of a child; <c>name#uid</c> carries the incarnation.</summary>
    public ActorPath Child(string childName) => this / childName;

    /// <summary>This path with another uid.</summary>
    public ActorPath WithUid(long uid) =>
        uid == Uid || _parent is null ? this : new ChildActorPath(_parent, Name, uid);

    /// <summary>Whether a name is valid: letters, digits, <see cref="ValidSymbols"/> and %hex, not empty, not starting with <c>$</c>.</summary>
    public static bool IsValidPathElement(string s)
    {
        if (string.IsNullOrEmpty(s) || s[0] == '$') return false;
        for (var i = 0; i < s.Length; i++)
        {
            if (NameCharacters.Contains(s[i])) continue;
            if (s[i] != '%' || i + 2 >= s.Length || !char.IsAsciiHexDigit(s[i + 1]) || !char.IsAsciiHexDigit(s[i + 2])) return false;
            i += 2;
        }

        return true;
    }

    /// <summary>A child's path.</summary>
    public static ActorPath operator /(ActorPath path, string name)
    {
        var hash = name.IndexOf('#');
        return hash >= 0 && long.TryParse(name.AsSpan(hash + 1), out var uid)
            ? new ChildActorPath(path, name[..hash], uid)
            : new ChildActorPath(path, name, ActorCell.UndefinedUid);
    }

    /// <summary>A descendant's path; empty names are left out.</summary>
    public static ActorPath operator /(ActorPath path, IEnumerable<string> name)
    {
        foreach (var element in name)
            if (!string.IsNullOrEmpty(element)) path /= element;
        return path;
    }

    /// <summary>Reads a path.</summary>
    /// <exception cref="UriFormatException">It is none.</exception>
    public static ActorPath Parse(string path) =>
        TryParse(path, out var result) ? result : throw new UriFormatException($"Can not parse an ActorPath: {path}");

    /// <summary>Reads a path; false where it is none.</summary>
    public static bool TryParse(string path, out ActorPath actorPath)
    {
        actorPath = null!;
        return Address.TryParse(path, out var address, out var absolute)
            && TryParse(new RootActorPath(address), absolute, out actorPath);
    }

    /// <summary>Reads the names of an absolute path below another; false where they are none.</summary>
    public static bool TryParse(ActorPath basePath, string absoluteUri, out ActorPath actorPath) =>
        TryParse(basePath, absoluteUri.AsSpan(), out actorPath);

    /// <inheritdoc cref="TryParse(ActorPath, string, out ActorPath)"/>
    public static bool TryParse(ActorPath basePath, ReadOnlySpan<char> absoluteUri, out ActorPath actorPath)
    {
        actorPath = basePath;
        foreach (var part in absoluteUri.Split('/'))
        {
            var name = absoluteUri[part];
            if (name.IsEmpty) continue;
            var hash = name.IndexOf('#');
            if (hash == 0 || (hash > 0 && !long.TryParse(name[(hash + 1)..], out _))) return false;
            actorPath /= name.ToString();
        }

        return true;
    }

    /// <summary>Reads the address of a path; false where it has none.</summary>
    public static bool TryParseAddress(string path, out Address address) => Address.TryParse(path, out address);

    /// <summary>Reads the address of a path, and what follows it, from <c>/</c> on; false where it has none.</summary>
    public static bool TryParseAddress(string path, out Address address, out ReadOnlySpan<char> absoluteUri) =>
        Address.TryParse(path.AsSpan(), out address, out absoluteUri);

    /// <summary>Splits a path where its address ends; false where it has none. What follows the address is <c>/</c> where there is nothing.</summary>
    public static bool TryParseParts(ReadOnlySpan<char> path, out ReadOnlySpan<char> address, out ReadOnlySpan<char> absoluteUri)
    {
        var start = path.IndexOf("://");
        var slash = start < 0 ? -1 : path[(start + 3)..].IndexOf('/');
        address = start < 0 ? default : slash < 0 ? path : path[..(start + 3 + slash)];
        absoluteUri = start < 0 || slash < 0 ? "/" : path[(start + 3 + slash)..];
        return start >= 0;
    }

    /// <summary>The names with slashes.</summary>
    public static string FormatPathElements(IEnumerable<string> pathElements) => "/" + string.Join('/', pathElements);

    /// <summary><c>/user/a</c>.</summary>
    public string ToStringWithoutAddress() => Depth > 0 ? FormatPathElements(Elements) : Name.StartsWith('/') ? Name : "/" + Name;

    /// <summary>With the address.</summary>
    public string ToStringWithAddress() => ToStringWithAddress(Address);

    /// <summary>With another address where this one is local.</summary>
    public string ToStringWithAddress(Address address) =>
        (Address.Host is null ? address : Address) + ToStringWithoutAddress();

    /// <summary>With the address and the uid.</summary>
    public string ToStringWithUid() => Uid == ActorCell.UndefinedUid ? ToStringWithAddress() : $"{ToStringWithAddress()}#{Uid}";

    /// <summary>As it would travel: with the address and the uid.</summary>
    public string ToSerializationFormat() => ToStringWithUid();

    /// <summary>As it would travel, with another address where this one is local.</summary>
    public string ToSerializationFormatWithAddress(Address address) =>
        Uid == ActorCell.UndefinedUid ? ToStringWithAddress(address) : $"{ToStringWithAddress(address)}#{Uid}";

    /// <inheritdoc/>
    public override string ToString() => ToStringWithAddress();

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorPath);

    /// <inheritdoc/>
    public bool Equals(ActorPath? other)
    {
        if (other is null || _hash != other._hash || Depth != other.Depth) return false;
        ActorPath a = this, b = other;
        while (!ReferenceEquals(a, b))
        {
            if (a.Name != b.Name) return false;
            if (a.Depth == 0) return a.Address.Equals(b.Address);
            a = a.Parent;
            b = b.Parent;
        }

        return true;
    }

    /// <summary>By names from the last to the first, a shorter path after the longer one that ends like it, and by address in the end.</summary>
    public int CompareTo(ActorPath? other)
    {
        if (other is null) return 1;
        ActorPath a = this, b = other;
        for (; !ReferenceEquals(a, b); a = a.Parent, b = b.Parent)
        {
            if (a.Depth == 0 || b.Depth == 0)
                return a.Depth != 0 ? -1 : b.Depth != 0 ? 1 : string.CompareOrdinal(a.ToString(), b.ToString());
            if (string.CompareOrdinal(a.Name, b.Name) is var byName and not 0) return byName;
        }

        return 0;
    }

    /// <summary>Equal by address and names.</summary>
    public static bool operator ==(ActorPath? left, ActorPath? right) => Equals(left, right);

    /// <summary>Different in address or names.</summary>
    public static bool operator !=(ActorPath? left, ActorPath? right) => !Equals(left, right);
}
