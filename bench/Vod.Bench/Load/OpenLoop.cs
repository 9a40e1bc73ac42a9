using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vod.Bench.Load;

/// <summary>
/// Requests of one small file at a fixed rate, whether or not the answers keep up. A latency counts from when its request was due, so that a
/// server that stalls is charged for all that it kept waiting; a load that waits for answers (wrk, h2load) would forgive it.
/// </summary>
internal sealed class OpenLoop : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Epoll _epoll = new();
    private readonly Connection[] _connections;
    private readonly Stack<Connection> _idle = new();
    private readonly byte[] _request;
    private readonly TestFile _file;
    private readonly Faults _faults;
    private readonly int _responseSize;
    private readonly byte[] _buffer = new byte[16 << 10];

    /// <summary>Connects.</summary>
    public OpenLoop(int port, TestFile file, int connections, Faults faults)
    {
        _file = file;
        _faults = faults;
        _request = Requests.Get("/" + file.Name);
        using (var client = new BlockingClient(port))
        {
            client.Send(_request);
            var head = client.ReadHead();
            _responseSize = head.Fields.Length + (int)head.Length;
        }
        _connections = [.. Enumerable.Range(0, connections).Select(key => new Connection(port, key))];
        foreach (var connection in _connections)
        {
            _epoll.Watch(connection.Socket, connection.Key);
            _idle.Push(connection);
        }
    }

    /// <summary>Loads the server, and waits for what is under way at the end.</summary>
    public LoadResult Run(double rate, TimeSpan duration)
    {
        var total = (long)(rate * duration.TotalSeconds);
        var latencies = new Latencies((int)total);
        var waiting = new Queue<long>();
        var interval = Stopwatch.Frequency / rate;
        var start = Stopwatch.GetTimestamp();
        var limit = start + (long)((duration + Grace).TotalSeconds * Stopwatch.Frequency);
        long sent = 0;
        while (latencies.Count < total)
        {
            var now = Stopwatch.GetTimestamp();
            for (; sent < total && Due(sent) <= now; sent++) waiting.Enqueue(Due(sent));
            while (waiting.Count > 0 && _idle.Count > 0) _idle.Pop().Send(_request, waiting.Dequeue());
            if (now > limit)
            {
                _faults.Error($"{total - latencies.Count} requests were not answered in time", total - latencies.Count);
                break;
            }
            var pause = sent < total && waiting.Count == 0 ? Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Due(sent)) : TimeSpan.FromMilliseconds(100);
            var ready = _epoll.Wait(pause);
            for (var i = 0; i < ready; i++) Receive(_connections[_epoll.Key(i)], latencies);
        }
        return latencies.Over(duration);

        long Due(long number) => start + (long)(number * interval);
    }

    public void Dispose()
    {
        foreach (var connection in _connections) connection.Socket.Dispose();
        _epoll.Dispose();
    }

    private void Receive(Connection connection, Latencies latencies)
    {
        var received = connection.Socket.Receive(_buffer, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock) return;
        if (error != SocketError.Success || received == 0) throw new BenchException($"A connection broke at a constant rate: {error}");
        connection.Append(_buffer.AsSpan(0, received));
        if (connection.Received < _responseSize) return;
        latencies.Since(connection.Due);
        if (!connection.Response.StartsWith("HTTP/1.1 200"u8)) _faults.Error("not a 200 at a constant rate");
        else if (!connection.Response.EndsWith(_file.Bytes(0, _file.Size))) _faults.WrongBody("at a constant rate");
        _idle.Push(connection);
    }

    private sealed class Connection
    {
        private readonly byte[] _response = new byte[16 << 10];

        public Connection(int port, int key)
        {
            Key = key;
            Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            Socket.Blocking = false;
        }

        public Socket Socket { get; }

        public int Key { get; }

        public int Received { get; private set; }

        public long Due { get; private set; }

        public ReadOnlySpan<byte> Response => _response.AsSpan(0, Received);

        public void Send(byte[] request, long due)
        {
            Due = due;
            Received = 0;
            if (Socket.Send(request) != request.Length) throw new BenchException("A request was not taken whole.");
        }

        public void Append(ReadOnlySpan<byte> bytes)
        {
            if (Received + bytes.Length > _response.Length) throw new BenchException("A response is longer than the first.");
            bytes.CopyTo(_response.AsSpan(Received));
            Received += bytes.Length;
        }
    }
}
