using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vod.Bench.Load;

/// <summary>
/// HEAD requests, each on the answer to the one before, on connections shared by two threads. wrk cannot: it waits for the body that
/// Content-Length speaks of.
/// </summary>
internal sealed class HeadLoop
{
    private const int Threads = 2;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly int _port;
    private readonly byte[] _request;
    private readonly int _answerSize;
    private readonly Faults _faults;

    private HeadLoop(int port, string path, Faults faults)
    {
        (_port, _faults) = (port, faults);
        _request = Requests.Head(path);
        using var client = new BlockingClient(port);
        client.Send(_request);
        _answerSize = client.ReadHead().Fields.Length;
    }

    /// <summary>Loads the server.</summary>
    public static LoadResult Run(int port, string path, int connections, TimeSpan duration, Faults faults)
    {
        var load = new HeadLoop(port, path, faults);
        var results = new Latencies[Threads];
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, Threads).Select(n => new Thread(() => results[n] = load.Loop(connections / Threads, clock, duration)) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        var all = results[0];
        foreach (var result in results[1..]) all.Add(result);
        return all.Over(clock.Elapsed);
    }

    /// <summary>One thread: its connections until time is over, and what is under way then until it is answered.</summary>
    private Latencies Loop(int count, Stopwatch clock, TimeSpan duration)
    {
        var latencies = new Latencies();
        using var epoll = new Epoll();
        var connections = new List<Connection>(count);
        try
        {
            for (var key = 0; key < count; key++)
            {
                connections.Add(new Connection(_port));
                epoll.Watch(connections[key].Socket, key);
            }
            foreach (var connection in connections) connection.Send(_request);
            for (var waiting = count; waiting > 0;)
            {
                var ready = epoll.Wait(TimeSpan.FromMilliseconds(100));
                var over = clock.Elapsed >= duration;
                for (var i = 0; i < ready; i++)
                {
                    var connection = connections[epoll.Key(i)];
                    if (!connection.Receive(_answerSize)) continue;
                    latencies.Since(connection.Sent);
                    if (!IsExpected(connection.Answer)) _faults.Error("HEAD: another answer than the first");
                    if (over) waiting--;
                    else connection.Send(_request);
                }
                if (clock.Elapsed > duration + Grace) throw new IOException($"HEAD: {waiting} connections wait for an answer");
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            _faults.Error(e.Message);
        }
        finally
        {
            foreach (var connection in connections) connection.Socket.Dispose();
        }
        return latencies;
    }

    /// <summary>The status line and the end; the date between them passes.</summary>
    private static bool IsExpected(ReadOnlySpan<byte> answer) => answer.StartsWith("HTTP/1.1 200 "u8) && answer.EndsWith("\r\n\r\n"u8);

    private sealed class Connection
    {
        private readonly byte[] _buffer = new byte[8 << 10];
        private int _received;

        public Connection(int port)
        {
            Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            Socket.Blocking = false;
        }

        public Socket Socket { get; }

        public long Sent { get; private set; }

        public ReadOnlySpan<byte> Answer => _buffer.AsSpan(0, _received);

        public void Send(byte[] request)
        {
            (Sent, _received) = (Stopwatch.GetTimestamp(), 0);
            if (Socket.Send(request) != request.Length) throw new IOException("HEAD: a request was not taken whole");
        }

        /// <summary>Reads; says whether so much is there.</summary>
        public bool Receive(int size)
        {
            var count = Socket.Receive(_buffer.AsSpan(_received), SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock) return false;
            if (error != SocketError.Success || count == 0) throw new IOException($"HEAD: a connection broke: {error}");
            _received += count;
            // A body that follows would be seen here, or in the next answer.
            return _received <= size ? _received == size : throw new IOException("HEAD: an answer is longer than the first");
        }
    }
}
