using System.Globalization;
using Akka.IO;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Streaming;

public sealed class SliceTransportTests : IDisposable
{
    private static readonly Tcp.Event Part = new Ack(), All = new Ack();

    private readonly TempDirectory _dir = new();

    public void Dispose() => _dir.Dispose();

    [Fact]
    public void A_slice_is_as_long_as_asked_for()
    {
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));
        Assert.Equal(4, SliceTransport.Load(file, 3, 4).Count);
    }

    [Fact]
    public void A_small_slice_without_a_head_is_one_command_with_the_last_ack()
    {
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));

        var command = SliceTransport.Write(ByteString.Empty, SliceTransport.Load(file, 3, 4), Part, All);

        Assert.Same(All, Assert.IsAssignableFrom<Tcp.SimpleWriteCommand>(command).Ack);
    }

    [Theory]
    [InlineData("head")]
    [InlineData("")]
    public void Of_a_large_slice_the_last_part_has_the_last_ack_and_a_head_none(string head)
    {
        var count = SliceTransport.MaxCount;
        using var file = File.OpenHandle(_dir["a"], FileMode.Create, FileAccess.ReadWrite);
        RandomAccess.SetLength(file, count);

        var command = SliceTransport.Write(ByteString.FromString(head), SliceTransport.Load(file, 0, count), Part, All);

        Tcp.SimpleWriteCommand[] writes = command is Tcp.CompoundWrite compound ? [.. compound] : [(Tcp.SimpleWriteCommand)command];
        Assert.Same(All, writes[^1].Ack);
        var acks = writes[..^1].Where(write => write.WantsAck).ToArray();
        Assert.All(acks, write => Assert.Same(Part, write.Ack));
        if (writes.Length > 1) Assert.Equal(head.Length == 0, writes[0].WantsAck);
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
