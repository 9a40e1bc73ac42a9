using Akka.IO;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Streaming;

public sealed class SliceTransportTests : IDisposable
{
    private sealed class Ack : Tcp.Event;

    private readonly TempDirectory _dir = new();

    public void Dispose() => _dir.Dispose();

    [Fact]
    public void A_slice_is_as_long_as_asked_for()
    {
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));
        Assert.Equal(4, SliceTransport.Load(file, 3, 4).Count);
    }

    [Fact]
    public void A_slice_without_a_head_is_one_command_with_the_ack()
    {
        var ack = new Ack();
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));

        var command = SliceTransport.Write(ByteString.Empty, SliceTransport.Load(file, 3, 4), ack);

        Assert.Same(ack, Assert.IsAssignableFrom<Tcp.SimpleWriteCommand>(command).Ack);
    }

    [Fact]
    public void Of_a_slice_with_a_head_only_the_last_command_has_the_ack()
    {
        var ack = new Ack();
        using var file = File.OpenHandle(_dir.Write("a", "0123456789"));

        var command = SliceTransport.Write(ByteString.FromString("head"), SliceTransport.Load(file, 3, 4), ack);

        Tcp.SimpleWriteCommand[] parts = command is Tcp.CompoundWrite compound ? [.. compound] : [(Tcp.SimpleWriteCommand)command];
        Assert.Same(ack, parts[^1].Ack);
        Assert.DoesNotContain(parts[..^1], part => part.WantsAck);
    }
}
