using System.Globalization;
using Akka.IO;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;
using Vod.Actors.Tests.EndToEnd;
using Vod.Transport;

namespace Vod.Actors.Tests.Streaming;

public sealed class SliceTransportTests : IDisposable
{
    private static readonly Tcp.Event All = new Ack();

    private readonly TempDirectory _dir = new();

    public void Dispose() => _dir.Dispose();

    [Fact]
    public void A_slice_is_as_long_as_asked_for()
    {
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));
        Assert.Equal(4, SliceTransport.Load(file, 3, 4).Count);
    }

    [Theory]
    [InlineData("", "", false, "Write 0")]
    [InlineData("head", "", false, "Write 4")]
    [InlineData("head", "bytes", false, "Write 4, Write 5")]
    [InlineData("", "bytes", false, "Write 5")]
    [InlineData("", "", true, "WriteFile 0 + 3")]
    [InlineData("head", "", true, "WriteFile 4 + 3")]
    [InlineData("", "bytes", true, "WriteFile 5 + 3")]
    [InlineData("head", "bytes", true, "Write 4, WriteFile 5 + 3")]
    public void The_last_of_the_writes_of_an_answer_wants_the_acknowledgment(string head, string literal, bool hasSlice, string expected)
    {
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));
        var slice = hasSlice ? SliceTransport.Load(file, 3, 3) : null;

        var command = SliceTransport.Write(ByteString.FromString(head), ByteString.FromString(literal), slice, All);

        Tcp.SimpleWriteCommand[] writes = command is Tcp.CompoundWrite compound ? [.. compound] : [(Tcp.SimpleWriteCommand)command];
        Assert.Equal(expected, string.Join(", ", writes.Select(write => write is WriteFile sent ? $"WriteFile {sent.Head.Count} + {sent.Count}" : $"Write {write.Bytes}")));
        Assert.Same(All, writes[^1].Ack);
        Assert.All(writes[..^1], write => Assert.False(write.WantsAck));
    }

    [Theory]
    [InlineData(0, 11)]
    [InlineData(8, 3)]
    [InlineData(10, 1)]
    public void A_slice_beyond_the_end_of_the_file_is_refused(long offset, int count)
    {
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));
        Assert.Throws<EndOfStreamException>(() => SliceTransport.Load(file, offset, count));
    }

    [SkippableFact]
    public async Task A_slice_that_was_on_the_disk_only_is_in_memory_when_it_is_ready()
    {
        Tool.Require("fincore");
        Tool.Require("dd");
        var path = _dir["film"];
        await Tool.RunAsync(_dir.FullPath, 60, "dd", "if=/dev/urandom", "of=film", "bs=1M", "count=16", "conv=fsync");
        await Tool.RunAsync(_dir.FullPath, 60, "dd", "if=film", "iflag=nocache", "count=0");
        Skip.If(await CachedAsync(path) > 0, "this file system keeps files in memory");
        using var file = File.OpenHandle(path);

        Assert.Null(SliceTransport.LoadAtHand(file, 4 << 20, SliceTransport.MaxCount));

        SliceTransport.Load(file, 4 << 20, SliceTransport.MaxCount);

        Assert.InRange(await CachedAsync(path), SliceTransport.MaxCount, 16 << 20);
    }

    [SkippableFact]
    public void A_slice_in_memory_is_at_hand_up_to_the_last_byte_of_the_file_and_not_beyond()
    {
        Skip.If(Environment.OSVersion.Version < new Version(6, 5), "Linux tells what is in the page cache since 6.5");
        const int size = (3 << 20) + 1;
        using var file = File.OpenHandle(_dir.Write("a", new string('x', size)));

        SliceTransport.Load(file, 0, size);

        Assert.NotNull(SliceTransport.LoadAtHand(file, 0, size));
        Assert.NotNull(SliceTransport.LoadAtHand(file, size - 1, 1));
        Assert.Null(SliceTransport.LoadAtHand(file, 0, size + 1));
        Assert.Null(SliceTransport.LoadAtHand(file, size, 1));
    }

    private async Task<long> CachedAsync(string path) =>
        long.Parse((await Tool.RunAsync(_dir.FullPath, 60, "fincore", "--bytes", "--noheadings", "--output", "RES", path)).Output.Trim(), CultureInfo.InvariantCulture);

    private sealed class Ack : Tcp.Event;
}
