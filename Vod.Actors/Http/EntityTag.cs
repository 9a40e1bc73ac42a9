using System.Globalization;

namespace Vod.Actors.Http;

/// <summary>An entity tag (RFC 9110 §8.8.3).</summary>
/// <param name="Opaque">The quoted part, without its quotes.</param>
/// <param name="IsWeak">Whether it is marked <c>W/</c>: equal tags then only promise equivalent content, not equal bytes.</param>
public readonly record struct EntityTag(string Opaque, bool IsWeak = false)
{
    /// <summary>
    /// The strong tag of a file: size and modification time, as nginx and IIS make it. It changes whenever the file is replaced or written to,
    /// as long as the file system's clock moves between two writes: use all the precision that it has, not whole seconds.
    /// </summary>
    /// <param name="size">The file's size in bytes.</param>
    /// <param name="lastWriteTicks">Its modification time in 100 ns ticks, UTC.</param>
    public static EntityTag ForFile(long size, long lastWriteTicks) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{lastWriteTicks:x}-{size:x}"));

    /// <summary>Strong comparison: the same octets, and neither weak (RFC 9110 §8.8.3.2).</summary>
    public bool StronglyEquals(EntityTag other) => !IsWeak && !other.IsWeak && Opaque == other.Opaque;

    /// <summary>Weak comparison: the same octets, weak or not (RFC 9110 §8.8.3.2).</summary>
    public bool WeaklyEquals(EntityTag other) => Opaque == other.Opaque;

    /// <summary>The tag as it is sent.</summary>
    public override string ToString() => IsWeak ? $"W/\"{Opaque}\"" : $"\"{Opaque}\"";
}
