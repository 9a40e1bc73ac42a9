using System.Globalization;

namespace Vod.Actors.Http;

/// <summary>The value of <c>Content-Range</c> (RFC 9110 §14.4).</summary>
public readonly record struct ContentRange
{
    private ContentRange(long first, long last, long size)
    {
        First = first;
        Last = last;
        Size = size;
    }

    /// <summary>The first byte sent; -1 when the range was unsatisfiable.</summary>
    public long First { get; }

    /// <summary>The last byte sent; -1 when the range was unsatisfiable.</summary>
    public long Last { get; }

    /// <summary>The size of the whole file in bytes.</summary>
    public long Size { get; }

    /// <summary>The bytes from <paramref name="first"/> to <paramref name="last"/>, both sent, of a file of <paramref name="size"/> bytes.</summary>
    public static ContentRange Of(long first, long last, long size) => new(first, last, size);

    /// <summary>None of the ranges asked for lies in a file of <paramref name="size"/> bytes: for 416.</summary>
    public static ContentRange Unsatisfied(long size) => new(-1, -1, size);

    /// <summary>The value as it is sent: <c>bytes 0-99/1000</c> or <c>bytes */1000</c>.</summary>
    public override string ToString() => First < 0
        ? string.Create(CultureInfo.InvariantCulture, $"bytes */{Size}")
        : string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{Last}/{Size}");
}
