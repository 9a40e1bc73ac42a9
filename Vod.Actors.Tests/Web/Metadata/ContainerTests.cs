using System.Buffers.Binary;
using System.Text;
using Vod.Actors.Tests.Browser;
using Vod.Actors.Web;
using Vod.Actors.Web.Metadata;

namespace Vod.Actors.Tests.Web.Metadata;

public class ContainerTests
{
    private static readonly byte[] Avc = Track("vide", "avc1", 1920, 1080);
    private static readonly byte[] Aac = Track("soun", "mp4a", 0, 0);

    public static TheoryData<byte[], MediaInfoRow> Mp4s => new()
    {
        { [.. Ftyp, .. Box("moov", Mvhd(1000, 90_500), Avc, Aac), .. Box("mdat")], new("MP4", 90.5, 1920, 1080, "H.264", "AAC", true) },
        { [.. Ftyp, .. Box("mdat", new byte[100]), .. Box("moov", Mvhd(1000, 90_500), Avc)], new("MP4", 90.5, 1920, 1080, "H.264", null, false) },
        { [.. Ftyp, .. Large("mdat", new byte[50]), .. Box("moov", Mvhd1(600, 6000))], new("MP4", 10, null, null, null, null, false) },
        { [.. Box("free"), .. Box("moov", Mvhd(0, 5), Track("vide", "hvc1", 640, 360))], new("MP4", null, 640, 360, "HEVC", null, true) },
        { [.. Ftyp, .. Box("moov", Track("vide", "xyz?", 0, 0))], new("MP4", null, null, null, null, null, true) },
        { [.. Ftyp, .. Box("moov", Mvhd(1, 0xFFFFFFFF))], new("MP4", null, null, null, null, null, true) },
        { [.. Ftyp, 0, 0, 0, 0, .. "moov"u8, .. Mvhd(1, 5)], new("MP4", 5, null, null, null, null, true) },
        { Ftyp, new("MP4", IsBroken: true) },
        { [.. Ftyp, 0, 0, 0, 7, .. "moov"u8], new("MP4", IsBroken: true) },
        { [.. Ftyp, 0, 0, 1], new("MP4", IsBroken: true) },
        { [.. Ftyp, 0, 0, 0, 1, .. "mdat"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], new("MP4", IsBroken: true) },
        { [.. Ftyp, 0, 0, 0, 1, .. "mdat"u8, 0x3F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], new("MP4", IsBroken: true) },
        { [.. Ftyp, 0, 0, 2, 0, .. "moov"u8, 1, 2, 3], new("MP4", IsBroken: true) },
    };

    [Theory]
    [MemberData(nameof(Mp4s))]
    public void The_header_of_MP4_is_read(byte[] file, MediaInfoRow expected) => Assert.Equal(expected, Row(Containers.Read(new Bytes(file))));

    public static TheoryData<byte[], MediaInfoRow> Matroskas => new()
    {
        { [.. Ebml("matroska"), .. Segment(Info(1_000_000, 90_500), Tracks(VideoTrack, AudioTrack))], new("Matroska", 90.5, 1280, 720, "HEVC", "AC-3") },
        { [.. Ebml("webm"), .. Segment(Tracks(VideoTrack), Info(null, 1000))], new("WebM", 1, 1280, 720, "HEVC", null) },
        { [.. Ebml("webm"), 0x18, 0x53, 0x80, 0x67, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. Info(null, 1000), .. Tracks(AudioTrack), .. Element([0x1F, 0x43, 0xB6, 0x75], new byte[9])],
            new("WebM", 1, null, null, null, "AC-3") },
        { [.. Ebml("webm"), .. Segment(Info(null, 1000))], new("WebM", 1, IsBroken: true) },
        { Ebml("webm"), new("WebM", IsBroken: true) },
        { [.. Ebml("webm"), .. Segment(Info(null, 1000))[..^3]], new("WebM", IsBroken: true) },
        { [.. Ebml("webm"), .. Segment([0, 0, 0, 0])], new("WebM", IsBroken: true) },
        { [0x1A, 0x45, 0xDF, 0xA3], new("Matroska", IsBroken: true) },
        { [0x1A, 0x45, 0xDF, 0xA3, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], new("Matroska", IsBroken: true) },
    };

    [Theory]
    [MemberData(nameof(Matroskas))]
    public void The_header_of_Matroska_is_read(byte[] file, MediaInfoRow expected) => Assert.Equal(expected, Row(Containers.Read(new Bytes(file))));

    [Theory]
    [InlineData("")]
    [InlineData("RIFF....AVI LIST")]
    [InlineData("\0\0\0")]
    public void Other_containers_are_left_alone(string start) => Assert.Null(Containers.Read(new Bytes(Encoding.Latin1.GetBytes(start))));

    [Theory]
    [InlineData("the-long-clock.mp4", "MP4", 600.0, "H.264")]
    [InlineData("short.mp4", "MP4", null, null)]
    [InlineData("clock.webm", "WebM", 90.0, "VP9")]
    public void The_sample_films_are_read(string film, string container, double? duration, string? video)
    {
        var info = Containers.Read(new Bytes(File.ReadAllBytes(Path.Combine(SampleFilms.Folder, film))))!;
        Assert.Equal((container, false), (info.Container, info.IsBroken));
        Assert.NotNull(info.Width);
        if (duration is { } seconds) Assert.Equal(seconds, info.Duration!.Value.TotalSeconds, tolerance: 0.5);
        if (video is not null) Assert.Equal(video, info.Video);
    }

    /// <summary>Whatever is broken, cut or overwritten: there is an answer, after few reads.</summary>
    [Theory]
    [InlineData("short.mp4")]
    [InlineData("clock.webm")]
    public void No_bytes_make_it_fail(string film)
    {
        var whole = File.ReadAllBytes(Path.Combine(SampleFilms.Folder, film));
        var random = new Random(42);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = whole.AsSpan(0, random.Next(4) == 0 ? random.Next(2000) : Math.Min(whole.Length, 20_000)).ToArray();
            for (var change = random.Next(1, 12); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(Math.Min(bytes.Length, 600))] = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) });
            }
            var source = new Bytes(bytes);
            Containers.Read(source);
            Assert.InRange(source.Reads, 1, 2100);
        }
    }

    /// <summary>What is told, in seconds and without the type that is the program's own.</summary>
    public sealed record MediaInfoRow(
        string? Container, double? Seconds = null, int? Width = null, int? Height = null, string? Video = null, string? Audio = null, bool? IndexAtFront = null, bool IsBroken = false);

    private static MediaInfoRow? Row(MediaInfo? info) => info is null ? null : new(
        info.Container, info.Duration?.TotalSeconds, info.Width, info.Height, info.Video, info.Audio, info.IndexAtFront, info.IsBroken);

    private static byte[] Ftyp => Box("ftyp", "isom"u8.ToArray());

    private static byte[] Box(string type, params byte[][] content)
    {
        byte[] body = [.. content.SelectMany(part => part)];
        return [.. Big(8 + body.Length), .. Encoding.ASCII.GetBytes(type), .. body];
    }

    private static byte[] Large(string type, byte[] body) => [0, 0, 0, 1, .. Encoding.ASCII.GetBytes(type), 0, 0, 0, 0, .. Big(16 + body.Length), .. body];

    private static byte[] Mvhd(uint scale, uint duration) => Box("mvhd", [.. new byte[12], .. Big((int)scale), .. Big(unchecked((int)duration)), .. new byte[80]]);

    private static byte[] Mvhd1(uint scale, uint duration) => Box("mvhd", [1, .. new byte[19], .. Big((int)scale), .. new byte[4], .. Big((int)duration), .. new byte[80]]);

    private static byte[] Track(string handler, string codec, short width, short height)
    {
        byte[] entry = [.. new byte[24], (byte)(width >> 8), (byte)width, (byte)(height >> 8), (byte)height, .. new byte[50]];
        var stsd = Box("stsd", [0, 0, 0, 0, 0, 0, 0, 1], Box(codec, entry));
        return Box("trak", Box("mdia", Box("hdlr", [.. new byte[8], .. Encoding.ASCII.GetBytes(handler), .. new byte[13]]), Box("minf", Box("stbl", stsd))));
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] VideoTrack => Element([0xAE], Element([0x83], [1]), Element([0x86], "V_MPEGH/ISO/HEVC"u8.ToArray()), Element([0xE0], Element([0xB0], [5, 0]), Element([0xBA], [2, 0xD0])));

    private static byte[] AudioTrack => Element([0xAE], Element([0x83], [2]), Element([0x86], "A_AC3"u8.ToArray()));

    private static byte[] Ebml(string type) => Element([0x1A, 0x45, 0xDF, 0xA3], Element([0x42, 0x82], Encoding.ASCII.GetBytes(type)));

    private static byte[] Segment(params byte[][] content) => Element([0x18, 0x53, 0x80, 0x67], content);

    private static byte[] Tracks(params byte[][] content) => Element([0x16, 0x54, 0xAE, 0x6B], content);

    private static byte[] Info(int? scale, double duration)
    {
        var bits = new byte[8];
        BinaryPrimitives.WriteDoubleBigEndian(bits, duration);
        return Element([0x15, 0x49, 0xA9, 0x66], scale is { } value ? Element([0x2A, 0xD7, 0xB1], Big(value)) : [], Element([0x44, 0x89], bits));
    }

    private static byte[] Element(byte[] id, params byte[][] content)
    {
        byte[] body = [.. content.SelectMany(part => part)];
        return [.. id, 0x10, .. Big(body.Length)[1..], .. body];
    }

    private sealed class Bytes(byte[] bytes) : IByteSource
    {
        public int Reads { get; private set; }

        public long Length => bytes.Length;

        public int Read(long offset, Span<byte> buffer)
        {
            Reads++;
            if (offset >= bytes.Length) return 0;
            var part = bytes.AsSpan((int)offset);
            part = part[..Math.Min(part.Length, buffer.Length)];
            part.CopyTo(buffer);
            return part.Length;
        }
    }
}
