using System.Text;

namespace Vod.Actors.Http;

/// <summary>Codings in which content can be sent, besides as it is.</summary>
[Flags]
public enum ContentCodings
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>gzip</c>.</summary>
    Gzip = 1,

    /// <summary><c>br</c>.</summary>
    Brotli = 2,
}

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110 §12.5.3), without allocating: it comes with most requests and matters to few.</summary>
internal static class ContentCoding
{
    /// <summary>The codings that the field names and does not rule out with a weight of zero.</summary>
    public static ContentCodings Parse(ReadOnlySpan<byte> value)
    {
        var accepted = ContentCodings.None;
        foreach (var range in value.Split((byte)','))
        {
            var item = value[range].Trim(" \t"u8);
            var end = item.IndexOf((byte)';');
            var name = end < 0 ? item : item[..end].TrimEnd(" \t"u8);
            var coding = Ascii.EqualsIgnoreCase(name, "gzip"u8) ? ContentCodings.Gzip
                : Ascii.EqualsIgnoreCase(name, "br"u8) ? ContentCodings.Brotli
                : ContentCodings.None;
            if (coding != ContentCodings.None && (end < 0 || !IsZero(item[(end + 1)..])))
            {
                accepted |= coding;
            }
        }

        return accepted;
    }

    /// <summary>Whether a weight is q=0, q=0. or q=0.000.</summary>
    private static bool IsZero(ReadOnlySpan<byte> weight)
    {
        weight = weight.Trim(" \t"u8);
        return weight.Length > 2 && (weight[0] | 0x20) == 'q' && weight[1] == '=' && weight[2..].TrimEnd((byte)'0').TrimEnd((byte)'.').TrimEnd((byte)'0').IsEmpty;
    }
}
