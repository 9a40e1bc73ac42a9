using System.Net.Sockets;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>Connections that come and go while others transfer: every byte comes back, and every connection ends.</summary>
public class EventLoopEchoTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2.5);

    [SkippableFact]
    public async Task Thousands_of_connections_get_every_byte_back_and_end()
    {
        EventLoop[] loops = [TestLoop.Start(), TestLoop.Start()];
        using var server = new EchoServer(loops);
        using var ends = new CancellationTokenSource(Duration);
        var clients = await Task.WhenAll(Enumerable.Range(0, 6).Select(seed => Task.Run(() => Client(server, new Random(seed), ends.Token))));
        var received = clients.Sum(client => client.Bytes);
        Assert.Equal(clients.Sum(client => client.Connections), server.Accepted);
        Assert.InRange(received, 1, server.Echoed); // those who reset do not read all
        Assert.True(SpinWait.SpinUntil(() => server.Open == 0, TimeSpan.FromSeconds(20)), $"{server.Open} connections never ended");
        Assert.Equal(1, loops[0].Count); // the listener
        Assert.Equal(0, loops[1].Count);
    }

    private static async Task<(int Connections, long Bytes)> Client(EchoServer server, Random random, CancellationToken ends)
    {
        var (connections, bytes) = (0, 0L);
        while (!ends.IsCancellationRequested)
        {
            using var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await client.ConnectAsync(server.EndPoint, CancellationToken.None);
            connections++;
            for (var rounds = random.Next(4); rounds > 0; rounds--) bytes += await Exchange(client, random);
            switch (random.Next(4))
            {
                case 0:
                    client.Close(0); // a reset
                    break;
                case 1:
                    await client.SendAsync(new byte[random.Next(100_000)]);
                    client.Close(0); // with bytes on their way in both directions
                    break;
                case 2:
                    client.Shutdown(SocketShutdown.Send);
                    Assert.Equal(0, await Within(client.ReceiveAsync(new byte[1])));
                    break;
                default:
                    break; // just closed
            }
        }
        return (connections, bytes);
    }

    // Mostly small ones, some that fill the socket in both directions.
    private static async Task<int> Exchange(Socket client, Random random)
    {
        var sent = new byte[random.Next(20) == 0 ? random.Next(1, 8 << 20) : random.Next(1, 4000)];
        random.NextBytes(sent);
        var received = new byte[sent.Length];
        var sending = Send();
        for (var read = 0; read < received.Length;)
        {
            var got = await Within(client.ReceiveAsync(received.AsMemory(read)).AsTask());
            Assert.NotEqual(0, got);
            read += got;
        }
        await sending;
        Assert.True(sent.AsSpan().SequenceEqual(received), "other bytes came back");
        return sent.Length;

        async Task Send()
        {
            for (var from = 0; from < sent.Length;) from += await client.SendAsync(sent.AsMemory(from));
        }
    }

    private static Task<int> Within(Task<int> receiving) => receiving.WaitAsync(TimeSpan.FromSeconds(20)); // a lost event would be for ever
}
