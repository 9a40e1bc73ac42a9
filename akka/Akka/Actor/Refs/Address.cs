namespace Akka.Actor;

/// <summary>Where an actor system is: <c>akka://name</c>, or <c>protocol://name@host:port</c>.</summary>
public sealed class Address : IEquatable<Address>, IComparable<Address>, IComparable, ICloneable
{
    /// <summary>The address that no system has.</summary>
    public static readonly Address AllSystems = new("akka", "all-systems");

    /// <summary>An address; without host and port that of a system in this process.</summary>
    public Address(string protocol, string system, string? host = null, int? port = null)
    {
        Protocol = protocol;
        System = system;
        Host = host?.ToLowerInvariant();
        Port = port;
    }

    /// <summary>The protocol, <c>akka</c> within a process.</summary>
    public string Protocol { get; }

    /// <summary>The system's name.</summary>
    public string System { get; }

    /// <summary>The host, or null within a process.</summary>
    public string? Host { get; }

    /// <summary>The port, or null within a process.</summary>
    public int? Port { get; }

    /// <summary>True within a process.</summary>
    public bool HasLocalScope => string.IsNullOrEmpty(Host);

    /// <summary>True for an address with a host.</summary>
    public bool HasGlobalScope => !HasLocalScope;

    /// <inheritdoc/>
    public override string ToString() => $"{Protocol}://{HostPort()}";

    /// <summary><c>system@host:port</c>, or the system alone.</summary>
    public string HostPort() =>
        System + (Host is null ? "" : "@" + Host) + (Port is null ? "" : ":" + Port);

    /// <inheritdoc/>
    public bool Equals(Address? other) =>
        other is not null && Port == other.Port && Host == other.Host && System == other.System && Protocol == other.Protocol;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Address);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Protocol, System, Host, Port);

    /// <summary>The order of addresses: by protocol, system, host and port.</summary>
    public static readonly IComparer<Address> Comparer = Comparer<Address>.Default;

    /// <inheritdoc/>
    public int CompareTo(Address? other)
    {
        if (other is null) return 1;
        if (string.CompareOrdinal(Protocol, other.Protocol) is var byProtocol and not 0) return byProtocol;
        if (string.CompareOrdinal(System, other.System) is var bySystem and not 0) return bySystem;
        if (string.CompareOrdinal(Host ?? "", other.Host ?? "") is var byHost and not 0) return byHost;
        return (Port ?? 0).CompareTo(other.Port ?? 0);
    }

    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        Address other => CompareTo(other),
        _ => throw new ArgumentException($"Cannot compare an address with a {obj.GetType()}.", nameof(obj)),
    };

    /// <summary>The same with another protocol.</summary>
    public Address WithProtocol(string protocol) => new(protocol, System, Host, Port);

    /// <summary>The same with another system.</summary>
    public Address WithSystem(string system) => new(Protocol, system, Host, Port);

    /// <summary>The same with another host, or with none.</summary>
    public Address WithHost(string? host = null) => new(Protocol, System, host, Port);

    /// <summary>The same with another port, or with none.</summary>
    public Address WithPort(int? port = null) => new(Protocol, System, Host, port);

    /// <inheritdoc/>
    public object Clone() => new Address(Protocol, System, Host, Port);

    /// <summary>Reads an address. Its protocol begins with <c>akka</c>, and is lower case from then on.</summary>
    /// <exception cref="UriFormatException">It is none.</exception>
    public static Address Parse(string address) =>
        TryParse(address, out var result) ? result : throw new UriFormatException($"[{address}] is not an address: protocol://system or protocol://system@host:port.");

    /// <summary>Reads an address; false where it is none.</summary>
    public static bool TryParse(string path, out Address address) => TryParse(path, out address, out _);

    /// <summary>Reads an address; false where it is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> span, out Address address) => TryParse(span, out address, out _);

    /// <summary>Reads the address at the start of a path, and what follows it, from <c>/</c> on.</summary>
    public static bool TryParse(string path, out Address address, out string absolutUri)
    {
        var isAddress = TryParse(path.AsSpan(), out address, out var rest);
        absolutUri = isAddress ? rest.ToString() : null!;
        return isAddress;
    }

    /// <inheritdoc cref="TryParse(string, out Address, out string)"/>
    public static bool TryParse(ReadOnlySpan<char> span, out Address address, out ReadOnlySpan<char> absolutUri)
    {
        address = null!;
        absolutUri = default;
        var colon = span.IndexOf("://");
        if (!span.StartsWith("akka", StringComparison.OrdinalIgnoreCase) || colon < 4 || span[..colon].ContainsAnyExcept(ProtocolSymbols)) return false;
        var rest = span[(colon + 3)..];
        var slash = rest.IndexOf('/');
        absolutUri = slash < 0 ? "/" : rest[slash..];
        if (slash >= 0) rest = rest[..slash];
        if (rest.IsEmpty) return false;

        string? host = null;
        int? port = null;
        var at = rest.IndexOf('@');
        if (at >= 0)
        {
            var hostPort = rest[(at + 1)..];
            var portColon = hostPort.LastIndexOf(':');
            if (at == 0 || portColon <= 0 || !int.TryParse(hostPort[(portColon + 1)..], out var number) || number < 0) return false;
            host = hostPort[..portColon].ToString();
            port = number;
            rest = rest[..at];
        }

        address = new Address(span[..colon].ToString().ToLowerInvariant(), rest.ToString(), host, port);
        return true;
    }

    /// <summary>Equal by value.</summary>
    public static bool operator ==(Address? left, Address? right) => Equals(left, right);

    /// <summary>Different by value.</summary>
    public static bool operator !=(Address? left, Address? right) => !Equals(left, right);

    private static readonly global::System.Buffers.SearchValues<char> ProtocolSymbols =
        global::System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
