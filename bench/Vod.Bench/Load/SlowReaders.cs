using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Vod.Bench.Load;

/// <summary>
/// Viewers on slow lines: each takes 1 Mbit/s of slices, 12,500 bytes ten times a second, and has a small receive buffer, so that it is the
/// server that waits. One thread reads for all.
/// </summary>
internal sealed class SlowReaders : IDisposable
{
    /// <summary>Bytes per second of each: 1 Mbit/s.</summary>
    public const int BytesPerSecond = 125_000;

    private const int TurnsPerSecond = 10;
    private const int Groups = 10;
    private const int ReceiveBuffer = 32 << 10;

    private readonly TestFiles _files;
    private readonly Faults _faults;
    private readonly Reader[] _readers;
    private readonly Thread _thread;
    private readonly byte[] _buffer = new byte[BytesPerSecond / TurnsPerSecond];
    private readonly Stopwatch _clock = new();
    private long _received;
    private volatile bool _stopping;

    /// <summary>Connects and starts to read.</summary>
    public SlowReaders(int port, TestFiles files, int count, Faults faults)
    {
        _files = files;
        _faults = faults;
        _readers = [.. Enumerable.Range(0, count).Select(n => new Reader(port, n))];
        _clock.Start();
        _thread = new Thread(Run) { IsBackground = true, Name = "slow readers" };
        _thread.Start();
    }

    /// <summary>What each got on average, as a part of what it could have taken.</summary>
    public double Share => Interlocked.Read(ref _received) / (_clock.Elapsed.TotalSeconds * BytesPerSecond * _readers.Length);

    public void Dispose()
    {
        _stopping = true;
        _thread.Join();
        foreach (var reader in _readers) reader.Socket.Dispose();
    }

    private void Run()
    {
        for (var turn = 0L; !_stopping; turn++)
        {
            var due = TimeSpan.FromSeconds((double)turn / (TurnsPerSecond * Groups));
            var pause = due - _clock.Elapsed;
            if (pause > TimeSpan.Zero) Thread.Sleep(pause);
            for (var i = turn % Groups; i < _readers.Length; i += Groups) Turn(_readers[i]);
        }
    }

    private void Turn(Reader reader)
    {
        if (reader.Broken) return;
        try
        {
            for (var allowed = _buffer.Length; allowed > 0;)
            {
                if (reader.Left == 0 && reader.HeadDone) reader.Ask(_files);
                var count = reader.Socket.Receive(_buffer.AsSpan(0, allowed), SocketFlags.None, out var error);
                if (error == SocketError.WouldBlock) return;
                if (error != SocketError.Success || count == 0) throw new IOException($"A slow reader's connection broke: {error}");
                allowed -= count;
                Interlocked.Add(ref _received, count);
                if (!reader.Take(_buffer.AsSpan(0, count))) _faults.WrongBody("at a slow reader");
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            reader.Broken = true;
            _faults.Error(e.Message);
        }
    }

    private sealed class Reader
    {
        private readonly byte[] _head = new byte[1 << 10];
        private int _headLength;
        private int _next;
        private TestFile? _file;
        private long _offset;

        public Reader(int port, int number)
        {
            _next = number;
            Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = ReceiveBuffer };
            Socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
            Socket.Blocking = false;
        }

        public Socket Socket { get; }

        public bool Broken { get; set; }

        public bool HeadDone { get; private set; } = true;

        public long Left { get; private set; }

        public void Ask(TestFiles files)
        {
            (_file, _offset, var request) = Requests.Slice(files, _next++);
            (HeadDone, _headLength) = (false, 0);
            Socket.Send(request);
        }

        /// <summary>Takes bytes of the head and the body; says whether the body's are right.</summary>
        public bool Take(ReadOnlySpan<byte> bytes)
        {
            if (!HeadDone)
            {
                var before = _headLength;
                var count = Math.Min(bytes.Length, _head.Length - before);
                bytes[..count].CopyTo(_head.AsSpan(before));
                _headLength += count;
                var end = _head.AsSpan(0, _headLength).IndexOf("\r\n\r\n"u8) + 4;
                if (end < 4) return _headLength < _head.Length ? true : throw new IOException("A response's head over 1 KiB.");
                var head = ResponseHead.Parse(_head.AsSpan(0, end));
                if (head.Status != 206) throw new IOException($"Status {head.Status} for a slow reader.");
                (HeadDone, Left) = (true, head.Length);
                bytes = bytes[(end - before)..];
            }
            var right = bytes.SequenceEqual(_file!.Bytes(_offset, bytes.Length));
            _offset += bytes.Length;
            Left -= bytes.Length;
            return right;
        }
    }
}
