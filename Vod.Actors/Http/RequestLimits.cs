namespace Vod.Actors.Http;

/// <summary>How much of a request is read before it is refused. All sizes are bytes; a value equal to its limit is still accepted.</summary>
public sealed record RequestLimits
{
    /// <summary>The limits of the specification: 8 KiB target, 32 KiB head, 100 fields, 1 MiB body.</summary>
    public static readonly RequestLimits Default = new();

    /// <summary>Longest method name. A longer one cannot be a method of ours: 501 (RFC 9112 §3). Default 1 KiB.</summary>
    public int MaxMethodBytes { get; init; } = 1024;

    /// <summary>Longest request target; beyond it 414. Default 8 KiB.</summary>
    public int MaxTargetBytes { get; init; } = 8 * 1024;

    /// <summary>Longest head, from its first byte to the empty line that ends it; beyond it 431. Default 32 KiB.</summary>
    public int MaxHeadBytes { get; init; } = 32 * 1024;

    /// <summary>Most field lines in a head; beyond it 431. Default 100.</summary>
    public int MaxFields { get; init; } = 100;

    /// <summary>Most body content that is read and thrown away to keep a connection; beyond it the connection is closed. Default 1 MiB.</summary>
    public long MaxBodyBytes { get; init; } = 1024 * 1024;
}
