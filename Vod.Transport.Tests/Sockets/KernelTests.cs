using System.Net.Sockets;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

public class KernelTests
{
    [SkippableFact]
    public void Bytes_go_both_ways()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.Equal(5, Kernel.Send(pair.Server, "hello"u8));
        Assert.Equal("hello"u8, Read(pair.Client, 5));
        pair.Client.Send("there"u8);
        pair.Client.Poll(-1, SelectMode.SelectWrite);
        Assert.Equal("there"u8, ReceiveAll(pair.Server, 5));
    }

    [SkippableFact]
    public void Head_and_body_leave_in_one_call()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.Equal(8, Kernel.Send(pair.Server, "head"u8, "body"u8));
        Assert.Equal("headbody"u8, Read(pair.Client, 8));
        Assert.Equal(4, Kernel.Send(pair.Server, "head"u8, default));
        Assert.Equal("head"u8, Read(pair.Client, 4));
    }

    [SkippableFact]
    public void Bytes_that_others_follow_wait_for_them()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.Equal(4, Kernel.Send(pair.Server, "head"u8, more: true));
        Assert.Equal(0, pair.Client.Available); // the kernel keeps them for up to 200 ms
        Assert.Equal(4, Kernel.Send(pair.Server, "body"u8));
        Assert.Equal("headbody"u8, Read(pair.Client, 8));
    }

    [SkippableFact]
    public void A_region_of_a_file_is_sent_and_its_end_is_zero()
    {
        SocketPair.SkipUnlessLinux();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "0123456789");
            using var file = File.OpenHandle(path);
            using var pair = SocketPair.Connect();
            Assert.Equal(4, Kernel.SendFile(pair.Server, file.DangerousGetHandle(), 3, 4));
            Assert.Equal("3456"u8, Read(pair.Client, 4));
            Assert.Equal(2, Kernel.SendFile(pair.Server, file.DangerousGetHandle(), 8, 4));
            Assert.Equal(0, Kernel.SendFile(pair.Server, file.DangerousGetHandle(), 10, 4));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [SkippableFact]
    public void A_full_socket_takes_no_more_and_an_empty_one_has_none()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.Equal(Kernel.Empty, Kernel.Receive(pair.Server, new byte[10]));
        var bytes = new byte[1 << 20];
        while (Kernel.Send(pair.Server, bytes) is var sent && sent != Kernel.Full) Assert.InRange(sent, 1, bytes.Length);
        Assert.Equal(Kernel.Full, Kernel.Send(pair.Server, bytes, bytes));
        using var zero = File.OpenHandle(typeof(KernelTests).Assembly.Location);
        Assert.Equal(Kernel.Full, Kernel.SendFile(pair.Server, zero.DangerousGetHandle(), 0, 100));
    }

    [SkippableFact]
    public void The_end_of_the_peer_is_zero_bytes_and_sending_goes_on()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        pair.Client.Shutdown(SocketShutdown.Send);
        Assert.Empty(ReceiveAll(pair.Server, 1));
        Assert.Equal(4, Kernel.Send(pair.Server, "last"u8));
        Assert.True(Kernel.Shutdown(pair.Server, SocketShutdown.Send));
        Assert.Equal("last"u8, Read(pair.Client, 4));
        Assert.Equal(0, pair.Client.Receive(new byte[1]));
    }

    [SkippableFact]
    public void A_failed_call_leaves_its_error()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.True(Kernel.Shutdown(pair.Server, SocketShutdown.Send));
        Assert.Equal(Kernel.Failure, Kernel.Send(pair.Server, "x"u8));
        Assert.Equal(Errno.BrokenPipe, Kernel.LastError);
        Assert.NotEmpty(Kernel.LastErrorMessage);
    }

    [SkippableFact]
    public void A_closed_descriptor_is_refused()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        pair.Server.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Kernel.Send(pair.Server, "x"u8));
        Assert.Equal(0, pair.Client.Receive(new byte[1])); // and it was closed indeed
    }

    [SkippableFact]
    public void A_close_after_ResetOnClose_resets_the_connection()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.True(Kernel.ResetOnClose(pair.Server));
        pair.Server.Dispose();
        Assert.Equal(SocketError.ConnectionReset, Assert.Throws<SocketException>(() => pair.Client.Receive(new byte[1])).SocketErrorCode);
    }

    [SkippableFact]
    public void A_reset_by_the_peer_is_a_pending_error()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.Equal(0, Kernel.TakeError(pair.Server));
        pair.Client.Close(0);
        var error = 0;
        SpinWait.SpinUntil(() => (error = Kernel.TakeError(pair.Server)) != 0, TimeSpan.FromSeconds(10));
        Assert.Equal(Errno.Reset, error);
    }

    [SkippableFact]
    public void Confirmed_bytes_are_those_the_peer_has()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.Equal(0, Kernel.BytesConfirmed(pair.Server));
        Assert.Equal(1000, Kernel.Send(pair.Server, new byte[1000]));
        Assert.True(SpinWait.SpinUntil(() => Kernel.BytesConfirmed(pair.Server) == 1000, TimeSpan.FromSeconds(10)));
        using var file = File.OpenHandle(typeof(KernelTests).Assembly.Location);
        Assert.Equal(Kernel.Failure, Kernel.BytesConfirmed(file));
    }

    [SkippableFact]
    public void An_option_is_set_or_its_refusal_is_reported()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        Assert.True(Kernel.SetNoDelay(pair.Server, true));
        using var file = File.OpenHandle(typeof(KernelTests).Assembly.Location);
        Assert.False(Kernel.SetNoDelay(file, true));
        Assert.Equal(Errno.NotSocket, Kernel.LastError);
    }

    [SkippableFact]
    public void A_transfer_moves_every_byte_and_allocates_nothing()
    {
        SocketPair.SkipUnlessLinux();
        using var pair = SocketPair.Connect();
        byte[] bytes = new byte[100], buffer = new byte[100];
        pair.Client.Blocking = false;
        Round(1); // what is set up once is not counted
        Assert.Equal(0, Round(100));

        long Round(int times)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < times; i++)
            {
                if (Kernel.Send(pair.Server, bytes) != 100 || Kernel.Receive(pair.Client.SafeHandle, buffer) != 100) return -1;
                if (Kernel.BytesConfirmed(pair.Server) < 0 || Kernel.Receive(pair.Server, buffer) != Kernel.Empty) return -1;
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static byte[] Read(Socket socket, int count)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            var got = socket.Receive(bytes, read, count - read, SocketFlags.None);
            if (got == 0) return bytes[..read];
            read += got;
        }
        return bytes;
    }

    private static byte[] ReceiveAll(SocketDescriptor socket, int count)
    {
        var bytes = new byte[count];
        var read = 0;
        Assert.True(SpinWait.SpinUntil(() =>
        {
            var got = Kernel.Receive(socket, bytes.AsSpan(read));
            if (got > 0) read += got;
            return got == 0 || read == count;
        }, TimeSpan.FromSeconds(10)));
        return bytes[..read];
    }
}
