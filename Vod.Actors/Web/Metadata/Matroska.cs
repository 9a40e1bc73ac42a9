using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Vod.Actors.Web.Metadata;

/// <summary>The header of Matroska and WebM (RFC 9559): EBML elements (RFC 8794), of which <c>Info</c> and <c>Tracks</c> matter.</summary>
internal static class Matroska
{
    public const uint EbmlHeader = 0x1A45DFA3;
    private const uint Segment = 0x18538067, Info = 0x1549A966, Tracks = 0x1654AE6B, Cluster = 0x1F43B675;
    private const uint TimestampScale = 0x2AD7B1, DurationId = 0x4489, TrackEntry = 0xAE, TrackType = 0x83, CodecId = 0x86, Video = 0xE0;
    private const uint PixelWidth = 0xB0, PixelHeight = 0xBA, DocType = 0x4282;
    private const int MaxElements = 1000;

    /// <summary>Goes from element to element at the top of the segment, to the first cluster.</summary>
    public static MediaInfo Read(IByteSource file)
    {
        Span<byte> head = stackalloc byte[12];
        var info = new MediaInfo("Matroska");
        if (Element(head[..file.Read(0, head)], out var id, out var start) is not { } size || size > 4096 || Content(file, start, size) is not { } ebml) return info with { IsBroken = true };
        if (Text(Find(ebml, DocType)) == "webm") info = info with { Container = "WebM" };
        var at = start + size;
        if (Element(head[..file.Read(at, head)], out id, out start) is not { } segment || id != Segment) return info with { IsBroken = true };
        var end = segment == Unknown ? file.Length : Math.Min(file.Length, at + start + segment);
        at += start;
        var (hasInfo, hasTracks) = (false, false);
        for (var count = 0; at < end && count < MaxElements; count++)
        {
            if (Element(head[..file.Read(at, head)], out id, out start) is not { } length) return info with { IsBroken = true };
            if (id == Cluster) break;
            if (length == Unknown || at + start + length > file.Length) return info with { IsBroken = true };
            if (id is Info or Tracks)
            {
                if (Content(file, at + start, length) is not { } content) return info with { IsBroken = true };
                info = id == Info ? info with { Duration = Duration(content) } : WithTracks(content, info);
                (hasInfo, hasTracks) = (hasInfo || id == Info, hasTracks || id == Tracks);
            }
            at += start + length;
        }
        return info with { IsBroken = !hasInfo || !hasTracks };
    }

    private const long Unknown = -1;

    /// <summary>Reads an element's id and size; null when they are no such, <see cref="Unknown"/> when it lasts as long as it lasts.</summary>
    private static long? Element(ReadOnlySpan<byte> bytes, out uint id, out int header)
    {
        (id, header) = (0, 0);
        if (bytes.Length < 2) return null;
        var idLength = BitOperations.LeadingZeroCount(bytes[0]) - 23;
        if (idLength > 4 || bytes.Length <= idLength) return null;
        for (var i = 0; i < idLength; i++) id = (id << 8) | bytes[i];
        var sizeLength = BitOperations.LeadingZeroCount(bytes[idLength]) - 23;
        header = idLength + sizeLength;
        if (sizeLength > 8 || bytes.Length < header) return null;
        long size = bytes[idLength] & ((1 << (8 - sizeLength)) - 1);
        for (var i = 1; i < sizeLength; i++) size = (size << 8) | bytes[idLength + i];
        return size == (1L << (7 * sizeLength)) - 1 ? Unknown : size > long.MaxValue / 4 ? null : size;
    }

    private static byte[]? Content(IByteSource file, long at, long size)
    {
        if (size < 0 || size > Containers.MaxHeader || at + size > file.Length) return null;
        var content = new byte[size];
        return file.Read(at, content) == size ? content : null;
    }

    private static TimeSpan? Duration(ReadOnlySpan<byte> info)
    {
        var scale = Number(Find(info, TimestampScale)) ?? 1_000_000;
        var duration = Find(info, DurationId);
        double? ticks = duration.Length switch
        {
            4 => BinaryPrimitives.ReadSingleBigEndian(duration),
            8 => BinaryPrimitives.ReadDoubleBigEndian(duration),
            _ => null,
        };
        return ticks is { } value ? Containers.Seconds(value * scale / 1e9) : null;
    }

    private static MediaInfo WithTracks(ReadOnlySpan<byte> tracks, MediaInfo info)
    {
        foreach (var track in new Elements(tracks))
        {
            if (track.Id != TrackEntry) continue;
            var codec = Codecs.OfMatroska(Text(Find(track.Content, CodecId)));
            switch (Number(Find(track.Content, TrackType)))
            {
                case 1 when info.Video is null:
                    var video = Find(track.Content, Video);
                    info = info with { Video = codec };
                    if (Number(Find(video, PixelWidth)) is > 0 and < 65536 and var width && Number(Find(video, PixelHeight)) is > 0 and < 65536 and var height)
                    {
                        info = info with { Width = (int)width, Height = (int)height };
                    }
                    break;
                case 2 when info.Audio is null:
                    info = info with { Audio = codec };
                    break;
            }
        }
        return info;
    }

    private static long? Number(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > 7) return null;
        long number = 0;
        foreach (var b in bytes) number = (number << 8) | b;
        return number;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes.TrimEnd((byte)0));

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> parent, uint id)
    {
        foreach (var element in new Elements(parent))
        {
            if (element.Id == id) return element.Content;
        }
        return default;
    }

    /// <summary>The elements in an element, to the first that does not fit.</summary>
    private ref struct Elements(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public uint Id { get; private set; }

        public ReadOnlySpan<byte> Content { get; private set; }

        public readonly Elements Current => this;

        public readonly Elements GetEnumerator() => this;

        public bool MoveNext()
        {
            if (Element(_rest, out var id, out var header) is not (>= 0 and var size) || size > _rest.Length - header) return false;
            Id = id;
            Content = _rest.Slice(header, (int)size);
            _rest = _rest[(header + (int)size)..];
            return true;
        }
    }
}
