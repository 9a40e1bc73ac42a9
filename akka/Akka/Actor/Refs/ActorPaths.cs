namespace Akka.Actor;

/// <summary>The top of a system's tree.</summary>
/// <param name="address">The system.</param>
/// <param name="name">Empty, as a rule.</param>
public sealed class RootActorPath(Address address, string name = "") : ActorPath(address, name);

/// <summary>Any path below a root.</summary>
/// <param name="parentPath">The path above.</param>
/// <param name="name">The last name.</param>
/// <param name="uid">The incarnation; 0 when it does not matter.</param>
public sealed class ChildActorPath(ActorPath parentPath, string name, long uid) : ActorPath(parentPath, name, uid);

/// <summary>A path without an address, such as <c>a/b</c> or <c>../b</c>.</summary>
public static class RelativeActorPath
{
    /// <summary>The names of a relative path, the last one with its uid where it has one; null where it is no path, or one with an address.</summary>
    public static IEnumerable<string>? Unapply(string addr) =>
        Uri.TryCreate(addr, UriKind.Relative, out _) && !addr.Contains("://", StringComparison.Ordinal)
            ? addr.Split('/').SkipWhile(string.IsNullOrEmpty)
            : null;
}
