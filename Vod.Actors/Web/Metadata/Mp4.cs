using System.Buffers.Binary;
using System.Text;

namespace Vod.Actors.Web.Metadata;

/// <summary>The header of MP4 and QuickTime (ISO/IEC 14496-12): boxes of a size, a type and a content; all that matters is in <c>moov</c>.</summary>
internal static class Mp4
{
    private const int MaxBoxes = 1000;

    /// <summary>Goes from box to box at the top, then through <c>moov</c>.</summary>
    public static MediaInfo Read(IByteSource file)
    {
        var hasData = false;
        Span<byte> head = stackalloc byte[16];
        long at = 0;
        for (var count = 0; at < file.Length && count < MaxBoxes; count++)
        {
            var read = file.Read(at, head);
            if (Box(head[..read], file.Length - at, out var type, out var header) is not { } size) return Broken();
            if (type.SequenceEqual("moov"u8))
            {
                if (size > Containers.MaxHeader || at + size > file.Length) return Broken();
                var content = new byte[size - header];
                if (file.Read(at + header, content) < content.Length) return Broken();
                return Moov(content) with { IndexAtFront = !hasData };
            }
            hasData |= type.SequenceEqual("mdat"u8);
            at += size;
        }
        return Broken();

        static MediaInfo Broken() => new("MP4", IsBroken: true);
    }

    /// <summary>Reads a box's head: its size with the head, or null when it has none that fits.</summary>
    private static long? Box(ReadOnlySpan<byte> bytes, long rest, out ReadOnlySpan<byte> type, out int header)
    {
        type = default;
        header = 8;
        if (bytes.Length < 8) return null;
        long size = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        type = bytes.Slice(4, 4);
        if (size == 0) return rest;
        if (size == 1)
        {
            header = 16;
            if (bytes.Length < 16) return null;
            size = BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
        }
        return size >= header && size <= long.MaxValue / 2 ? size : null;
    }

    private static MediaInfo Moov(ReadOnlySpan<byte> moov)
    {
        var info = new MediaInfo("MP4");
        foreach (var box in new Boxes(moov))
        {
            if (box.Type.SequenceEqual("mvhd"u8)) info = info with { Duration = Duration(box.Content) };
            else if (box.Type.SequenceEqual("trak"u8)) info = Track(box.Content, info);
        }
        return info;
    }

    /// <summary>The film's time scale and its duration in that; twice as wide in version 1.</summary>
    private static TimeSpan? Duration(ReadOnlySpan<byte> mvhd)
    {
        if (mvhd.Length >= 32 && mvhd[0] == 1) return Of(BinaryPrimitives.ReadUInt32BigEndian(mvhd[20..]), BinaryPrimitives.ReadUInt64BigEndian(mvhd[24..]));
        return mvhd.Length >= 20 ? Of(BinaryPrimitives.ReadUInt32BigEndian(mvhd[12..]), BinaryPrimitives.ReadUInt32BigEndian(mvhd[16..])) : null;

        static TimeSpan? Of(uint scale, ulong duration) => scale == 0 ? null : Containers.Seconds((double)duration / scale);
    }

    private static MediaInfo Track(ReadOnlySpan<byte> trak, MediaInfo info)
    {
        var media = Find(trak, "mdia"u8);
        var handler = Find(media, "hdlr"u8);
        var samples = Find(Find(Find(media, "minf"u8), "stbl"u8), "stsd"u8);
        if (handler.Length < 12 || samples.Length < 16) return info;
        var codec = Encoding.Latin1.GetString(samples.Slice(12, 4));
        if (handler.Slice(8, 4).SequenceEqual("soun"u8)) return info.Audio is null ? info with { Audio = Codecs.OfMp4(codec) } : info;
        if (!handler.Slice(8, 4).SequenceEqual("vide"u8) || info.Video is not null) return info;
        info = info with { Video = Codecs.OfMp4(codec) };
        // The first entry of stsd: 8 bytes of head, 24 bytes of no interest, then width and height.
        if (samples.Length < 44) return info;
        var width = BinaryPrimitives.ReadUInt16BigEndian(samples[40..]);
        var height = BinaryPrimitives.ReadUInt16BigEndian(samples[42..]);
        return width > 0 && height > 0 ? info with { Width = width, Height = height } : info;
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> parent, ReadOnlySpan<byte> type)
    {
        foreach (var box in new Boxes(parent))
        {
            if (box.Type.SequenceEqual(type)) return box.Content;
        }
        return default;
    }

    /// <summary>The boxes in a box, to the first that does not fit.</summary>
    private ref struct Boxes(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public ReadOnlySpan<byte> Type { get; private set; }

        public ReadOnlySpan<byte> Content { get; private set; }

        public readonly Boxes Current => this;

        public readonly Boxes GetEnumerator() => this;

        public bool MoveNext()
        {
            if (Box(_rest, _rest.Length, out var type, out var header) is not { } size || size > _rest.Length) return false;
            Type = type;
            Content = _rest[header..(int)size];
            _rest = _rest[(int)size..];
            return true;
        }
    }
}
