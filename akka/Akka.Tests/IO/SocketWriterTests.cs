using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.IO.Sockets;

namespace Akka.Tests.IO;

/// <summary>Runs with and without sendfile, since systems that lack it are not tested otherwise.</summary>
public sealed class SocketWriterTests : TcpTest
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly TestKit.TestProbe _owner;

    public SocketWriterTests() => _owner = CreateTestProbe();

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        File.Delete(_path);
    }

    public static TheoryData<bool> Ways => KernelSend.IsSupported ? new(false, true) : new(false);

    private async Task<(SocketWriter Writer, Socket Peer)> Writer(bool sendFile)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var peer = await Dial((IPEndPoint)listener.LocalEndPoint!);
        var socket = Using(await listener.AcceptAsync().WaitAsync(Patience));
        socket.Blocking = false;
        return (Using(new SocketWriter(socket, _owner.Ref, sendFile)), peer);
    }

    private WriteProgress Finish(SocketWriter writer)
    {
        var progress = writer.Run();
        while (progress is WriteProgress.Pending or WriteProgress.Yielded)
        {
            if (progress == WriteProgress.Pending) _owner.ExpectMsg<SocketSignal>(Patience);
            progress = writer.Resume();
        }
        return progress;
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task Bytes_and_files_are_sent_in_order_and_then_acknowledged(bool sendFile)
    {
        var content = Noise(12_000_000);
        await File.WriteAllBytesAsync(_path, content);
        var file = Using(File.OpenHandle(_path));
        var (writer, peer) = await Writer(sendFile);
        writer.Enqueue(Tcp.Write.Create(ByteString.FromString("head") + ByteString.FromString(":")), _owner.Ref);
        writer.Enqueue(Tcp.WriteFile.Create(file, 5, 11_000_000, new Ack(1)), _owner.Ref);
        writer.Enqueue(Tcp.Write.Create(ByteString.FromString(":tail"), new Ack(2)), _owner.Ref);
        Assert.Equal(10, writer.WaitingBytes);
        Assert.True(writer.HasWork);
        var receiving = ReadExactly(peer, 11_000_010);
        var acknowledged = CreateTestProbe();
        writer.Enqueue(Tcp.Write.Create(ByteString.Empty, new Ack(3)), acknowledged.Ref);

        var progress = writer.Run();
        var acks = new List<int>();
        while (progress != WriteProgress.Done)
        {
            Assert.NotEqual(WriteProgress.Failed, progress);
            if (progress == WriteProgress.Pending)
                _owner.FishForMessage(message => message is SocketSignal || Note(message), Patience);
            progress = writer.Resume();
        }

        var received = await receiving;
        Assert.Equal("head:"u8.ToArray(), received[..5]);
        Assert.True(received.AsSpan(5, 11_000_000).SequenceEqual(content.AsSpan(5, 11_000_000)));
        Assert.Equal(":tail"u8.ToArray(), received[^5..]);
        acknowledged.ExpectMsg<Ack>(Patience);
        while (acks.Count < 2) Note(_owner.ReceiveOne(Patience)!);
        Assert.Equal([1, 2], acks);
        Assert.False(writer.HasWork);
        Assert.Equal(0, writer.WaitingBytes);

        bool Note(object message)
        {
            acks.Add(((Ack)message).Number);
            return false;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_file_that_ends_early_fails(bool sendFile)
    {
        await File.WriteAllBytesAsync(_path, new byte[1000]);
        var (writer, _) = await Writer(sendFile);
        writer.Enqueue(Tcp.WriteFile.Create(Using(File.OpenHandle(_path)), 0, 1001, new Ack(1)), _owner.Ref);

        Assert.Equal(WriteProgress.Failed, Finish(writer));
        Assert.Contains("early", writer.Error);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_file_that_is_closed_fails(bool sendFile)
    {
        await File.WriteAllBytesAsync(_path, new byte[1000]);
        var (writer, _) = await Writer(sendFile);
        var file = File.OpenHandle(_path);
        file.Dispose();
        writer.Enqueue(Tcp.WriteFile.Create(file, 0, 1000, new Ack(1)), _owner.Ref);

        Assert.Equal(WriteProgress.Failed, Finish(writer));
        Assert.NotEmpty(writer.Error!);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_peer_that_resets_fails(bool sendFile)
    {
        await File.WriteAllBytesAsync(_path, new byte[50_000_000]);
        var (writer, peer) = await Writer(sendFile);
        writer.Enqueue(Tcp.WriteFile.Create(Using(File.OpenHandle(_path)), 0, 50_000_000, new Ack(1)), _owner.Ref);
        var progress = writer.Run();
        while (progress == WriteProgress.Yielded) progress = writer.Run();
        Assert.Equal(WriteProgress.Pending, progress);

        Reset(peer);

        _owner.ExpectMsg<SocketSignal>(Patience);
        Assert.Equal(WriteProgress.Failed, writer.Resume());
        Assert.NotEmpty(writer.Error!);
    }
}
