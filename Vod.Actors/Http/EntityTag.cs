using System.Globalization;

namespace Vod.Actors.Http;

/// <summary>An entity tag (RFC 9110 §8.8.3).</summary>
/// <param name="Opaque">The quoted part, without its quotes.</param>
/// <param name="IsWeak">Whether it is marked <c>W/</c>: equal tags then only promise equivalent content, not equal bytes.</param>
public readonly record struct EntityTag(string Opaque, bool IsWeak = false)
{
    /// <summary>
    /// The strong tag of a file: modification time and size, as nginx makes it, and what else tells versions apart. It changes whenever the file
    /// is replaced or written to: use all the precision that the file system has, not whole seconds.
    /// </summary>
    /// <param name="size">The file's size in bytes.</param>
    /// <param name="lastWriteTicks">Its modification time in 100 ns ticks, UTC.</param>
    /// <param name="version">Differs between versions that have size and modification time in common; 0 where nothing tells them apart.</param>
    public static EntityTag ForFile(long size, long lastWriteTicks, ulong version = 0) => new(version == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{lastWriteTicks:x}-{size:x}")
        : string.Create(CultureInfo.InvariantCulture, $"{lastWriteTicks:x}-{size:x}-{version:x}"));

    /// <summary>Whether it is the tag of a file with this size and modification time, whatever else it tells apart.</summary>
    /// <param name="size">The file's size in bytes.</param>
    /// <param name="lastWriteTicks">Its modification time in 100 ns ticks, UTC.</param>
    public bool IsFor(long size, long lastWriteTicks)
    {
        Span<char> expected = stackalloc char[34];
        return expected.TryWrite(CultureInfo.InvariantCulture, $"{lastWriteTicks:x}-{size:x}", out var length)
            && Opaque.AsSpan().StartsWith(expected[..length]) && (Opaque.Length == length || Opaque[length] == '-');
    }

    /// <summary>Strong comparison: the same octets, and neither weak (RFC 9110 §8.8.3.2).</summary>
    public bool StronglyEquals(EntityTag other) => !IsWeak && !other.IsWeak && Opaque == other.Opaque;

    /// <summary>Weak comparison: the same octets, weak or not (RFC 9110 §8.8.3.2).</summary>
    public bool WeaklyEquals(EntityTag other) => Opaque == other.Opaque;

    /// <summary>The tag as it is sent.</summary>
    public override string ToString() => IsWeak ? $"W/\"{Opaque}\"" : $"\"{Opaque}\"";
}
