using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Microsoft.Win32.SafeHandles;

namespace Akka.Tests.IO;

public sealed class TcpWriteFileTests : TcpTest
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        File.Delete(_path);
    }

    private SafeFileHandle Open(FileOptions options = FileOptions.None) =>
        Using(File.OpenHandle(_path, share: FileShare.ReadWrite | FileShare.Delete, options: options));

    private static Tcp.Write Head(string text) => Tcp.Write.Create(ByteString.FromString(text));

    [Theory]
    [InlineData(FileOptions.None)]
    [InlineData(FileOptions.Asynchronous)]
    public async Task A_head_and_a_region_of_a_file_are_sent_and_acknowledged(FileOptions options)
    {
        var content = Noise(12_000_000); // more than the kernel takes at once
        await File.WriteAllBytesAsync(_path, content);
        var (handler, connection, peer) = await Pair();
        var file = Open(options);

        handler.Send(connection, Head("head:").Append(Tcp.WriteFile.Create(file, 1000, 10_000_000, new Ack(1))));
        handler.Send(connection, Head(":tail"));

        var received = await ReadExactly(peer, 10_000_010);
        Assert.Equal("head:"u8.ToArray(), received[..5]);
        Assert.True(received.AsSpan(5, 10_000_000).SequenceEqual(content.AsSpan(1000, 10_000_000)));
        Assert.Equal(":tail"u8.ToArray(), received[^5..]);
        Assert.Equal(1, handler.ExpectMsg<Ack>(Patience).Number);
        Assert.False(file.IsClosed);
    }

    [Fact]
    public async Task Heads_and_files_alternate_in_one_command()
    {
        await File.WriteAllTextAsync(_path, "0123456789");
        var (handler, connection, peer) = await Pair();
        var file = Open();

        handler.Send(connection, Tcp.WriteCommand.Create(
            Head("a"), Head("b"), Tcp.WriteFile.Create(file, 1, 2, Tcp.NoAck.Instance),
            Head("c"), Tcp.WriteFile.Create(file, 5, 0, new Ack(1)), Tcp.WriteFile.Create(file, 9, 1, Tcp.NoAck.Instance),
            Head("d"), Tcp.Write.Create(ByteString.Empty, new Ack(2))));

        Assert.Equal("ab12c9d"u8.ToArray(), await ReadExactly(peer, 7));
        Assert.Equal(1, handler.ExpectMsg<Ack>(Patience).Number);
        Assert.Equal(2, handler.ExpectMsg<Ack>(Patience).Number);
    }

    [Fact]
    public async Task A_small_response_leaves_at_once_with_its_head()
    {
        await File.WriteAllTextAsync(_path, "body");
        var (handler, connection, peer) = await Pair();
        var file = Open();
        for (var i = 0; i < 100; i++)
        {
            handler.Send(connection, Head("head").Append(Tcp.WriteFile.Create(file, 0, 4, new Ack(i))));

            // In one segment, though nobody waits for the second half.
            var buffer = new byte[100];
            Assert.Equal(8, await peer.ReceiveAsync(buffer).WaitAsync(Patience));
            handler.ExpectMsg<Ack>(Patience);
        }
    }

    [Fact]
    public async Task A_region_beyond_two_gigabytes_is_sent()
    {
        using (var writing = File.OpenHandle(_path, FileMode.Create, FileAccess.Write))
            RandomAccess.Write(writing, "beyond"u8, 5_000_000_000);
        var (handler, connection, peer) = await Pair();

        handler.Send(connection, Tcp.WriteFile.Create(Open(), 5_000_000_000, 6, new Ack(1)));

        Assert.Equal("beyond"u8.ToArray(), await ReadExactly(peer, 6));
    }

    [Fact]
    public async Task A_region_of_more_than_two_gigabytes_is_sent()
    {
        const long Size = (2L << 30) + 12345;
        using (var writing = File.OpenHandle(_path, FileMode.Create, FileAccess.Write))
            RandomAccess.Write(writing, "end"u8, Size - 3); // sparse: it takes no room
        var (handler, connection, peer) = await Pair();

        handler.Send(connection, Tcp.WriteFile.Create(Open(), 0, Size, new Ack(1)));

        var buffer = new byte[4 << 20];
        long received = 0;
        var last = new byte[3];
        while (received < Size)
        {
            var count = await peer.ReceiveAsync(buffer).WaitAsync(Patience);
            Assert.NotEqual(0, count);
            for (var i = 0; i < 3; i++)
                if (Size - 3 + i - received is >= 0 and var at && at < count) last[i] = buffer[at];
            received += count;
        }
        Assert.Equal(Size, received);
        Assert.Equal("end"u8.ToArray(), last);
        handler.ExpectMsg<Ack>(Patience);
    }

    [Theory]
    [InlineData(0, 1001)]    // ends within
    [InlineData(1000, 1)]    // nothing left
    [InlineData(5000, 100)]  // starts after the end
    public async Task A_file_that_ends_early_aborts_the_connection(long position, long count)
    {
        await File.WriteAllBytesAsync(_path, new byte[1000]);
        var (handler, connection, peer) = await Pair();

        handler.Send(connection, Head("head").Append(Tcp.WriteFile.Create(Open(), position, count, new Ack(1))));

        Assert.Contains("early", handler.ExpectMsg<Tcp.ErrorClosed>(Patience).Cause);
        handler.ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
    }

    [Fact]
    public async Task A_file_truncated_while_it_is_sent_aborts_the_connection()
    {
        using (var growing = File.OpenHandle(_path, FileMode.Create, FileAccess.Write)) RandomAccess.SetLength(growing, 100_000_000);
        var (handler, connection, peer) = await Pair();
        handler.Send(connection, Tcp.WriteFile.Create(Open(), 0, 100_000_000, new Ack(1)));
        await ReadExactly(peer, 1000);

        using (var shrinking = File.OpenHandle(_path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) RandomAccess.SetLength(shrinking, 1000);
        await ExpectReset(peer);

        handler.ExpectMsg<Tcp.ErrorClosed>(Patience);
    }

    [Fact]
    public async Task A_closed_file_aborts_the_connection()
    {
        await File.WriteAllBytesAsync(_path, new byte[1000]);
        var (handler, connection, _) = await Pair();
        var file = Open();
        file.Dispose();

        handler.Send(connection, Tcp.WriteFile.Create(file, 0, 1000, new Ack(1)));

        handler.ExpectMsg<Tcp.ErrorClosed>(Patience);
        handler.ExpectTerminated(connection, Patience);
    }

    [Fact]
    public async Task A_file_may_be_given_by_its_path()
    {
        await File.WriteAllTextAsync(_path, "by path");
        var (handler, connection, peer) = await Pair();
        var missing = new Tcp.WriteFile(_path + ".missing", 0, 1, new Ack(1));

        handler.Send(connection, missing);
        handler.Send(connection, new Tcp.WriteFile(_path, 3, 4, new Ack(2)));

        var failed = handler.ExpectMsg<Tcp.CommandFailed>(Patience);
        Assert.Same(missing, failed.Cmd);
        Assert.IsType<FileNotFoundException>(failed.Cause.Value);
        Assert.Equal(2, handler.ExpectMsg<Ack>(Patience).Number);
        Assert.Equal("path"u8.ToArray(), await ReadExactly(peer, 4));
    }

    [Fact]
    public async Task Slow_readers_take_no_threads_and_get_all_in_the_end()
    {
        var content = Noise(8_000_000);
        await File.WriteAllBytesAsync(_path, content);
        var file = Open();
        var readers = new List<(TestKit.TestProbe Handler, Socket Peer)>();
        var before = ThreadPool.ThreadCount;
        for (var i = 0; i < 100; i++)
        {
            var (handler, connection, peer) = await Pair();
            handler.Send(connection, Tcp.WriteFile.Create(file, 0, content.Length, new Ack(i)));
            readers.Add((handler, peer));
        }
        readers[^1].Handler.ExpectNoMsg(Moment);
        Assert.InRange(ThreadPool.ThreadCount, 1, before + 30);

        foreach (var (handler, peer) in readers)
        {
            handler.ExpectNoMsg(TimeSpan.Zero);
            Assert.True((await ReadExactly(peer, content.Length)).AsSpan().SequenceEqual(content));
            handler.ExpectMsg<Ack>(Patience);
        }
    }

    [Fact]
    public async Task A_pending_file_is_given_up_when_the_connection_is_aborted()
    {
        await File.WriteAllBytesAsync(_path, new byte[50_000_000]);
        var (handler, connection, peer) = await Pair();
        var file = Open();
        handler.Send(connection, Tcp.WriteFile.Create(file, 0, 50_000_000, new Ack(1)));
        await ReadExactly(peer, 1000);

        handler.Send(connection, Tcp.Abort.Instance);

        handler.ExpectMsg<Tcp.Aborted>(Patience);
        handler.ExpectTerminated(connection, Patience);
        await ExpectReset(peer);
        Assert.Equal(50_000_000, RandomAccess.GetLength(file));
    }

    [Fact]
    public void Regions_that_cannot_be_are_refused()
    {
        File.WriteAllText(_path, "");
        Assert.Throws<ArgumentOutOfRangeException>(() => Tcp.WriteFile.Create(Open(), -1, 1, new Ack(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tcp.WriteFile.Create(Open(), 0, -1, new Ack(1)));
        Assert.Throws<ArgumentNullException>(() => Tcp.WriteFile.Create(Open(), 0, 1, null!));
    }
}
