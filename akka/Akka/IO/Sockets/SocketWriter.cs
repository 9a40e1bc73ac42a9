using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Akka.Actor;
using Microsoft.Win32.SafeHandles;

namespace Akka.IO.Sockets;

/// <summary>How far a <see cref="SocketWriter"/> got.</summary>
internal enum WriteProgress
{
    /// <summary>All is written.</summary>
    Done,

    /// <summary>The kernel takes no more for now; <see cref="SocketSignal.Sent"/> will come.</summary>
    Pending,

    /// <summary>There is more to write, but others should have their turn.</summary>
    Yielded,

    /// <summary>The connection is broken, see <see cref="SocketWriter.Error"/>.</summary>
    Failed,
}

/// <summary>
/// Writes to one socket, in order, and acknowledges. Writes that wait are gathered, up to and including a file, into one batch, which is
/// acknowledged once the kernel has taken all of it. Belongs to the connection's actor, except for the batch while it is pending.
/// </summary>
/// <param name="socket">A connected socket that does not block.</param>
/// <param name="owner">The actor, told <see cref="SocketSignal.Sent"/> when the batch is no longer pending.</param>
/// <param name="sendFile">Whether files go to the socket by sendfile; otherwise they are read and sent.</param>
internal sealed partial class SocketWriter(Socket socket, IActorRef owner, bool sendFile) : IDisposable
{
    private const int MaxSegments = 64;    // of one batch; far below the kernel's IOV_MAX
    private const long MaxBytes = 8 << 20; // of files, sent before others have their turn

    private readonly Queue<(Tcp.SimpleWriteCommand Write, IActorRef Sender)> _waiting = new();
    private readonly List<(Tcp.SimpleWriteCommand Write, IActorRef Sender)> _batch = [];

    /// <summary>How many bytes wait in memory to be sent, besides those of the batch.</summary>
    public long WaitingBytes { get; private set; }

    /// <summary>Whether there is anything to write, or being written.</summary>
    public bool HasWork => _batch.Count > 0 || _waiting.Count > 0;

    /// <summary>Why writing failed.</summary>
    public string? Error { get; private set; }

    /// <summary>Puts a write behind those that wait.</summary>
    public void Enqueue(Tcp.SimpleWriteCommand write, IActorRef sender)
    {
        if (write is Tcp.Write { Data.Count: var bytes }) WaitingBytes += bytes;
        _waiting.Enqueue((write, sender));
    }

    /// <summary>Writes as far as the kernel takes it. Not to be called while the batch is pending.</summary>
    public WriteProgress Run()
    {
        var budget = MaxBytes;
        while (true)
        {
            if (_batch.Count == 0 && !Gather()) return WriteProgress.Done;
            if (Send(ref budget) is var progress && progress != WriteProgress.Done) return progress;
            Acknowledge();
        }
    }

    /// <summary>The batch is no longer pending: writes on.</summary>
    public WriteProgress Resume() => _outcome == WriteProgress.Failed ? _outcome : Run();

    /// <summary>Frees everything. What waits is dropped, and a pending batch is given up with its socket.</summary>
    public void Dispose()
    {
        _operation?.Dispose();
        _opened?.Dispose();
    }

    private bool Gather()
    {
        while (_left == 0 && _segments.Count < MaxSegments && _waiting.TryDequeue(out var next))
        {
            switch (next.Write)
            {
                case Tcp.Write { Data: var data }:
                    WaitingBytes -= data.Count;
                    for (var i = 0; i < data.SegmentCount; i++)
                        if (data.Segment(i) is { Count: > 0 } segment) _segments.Add(segment);
                    break;
                case Tcp.WriteFile { Count: > 0 } write:
                    if (!TryOpen(write, out var file, out var failure))
                    {
                        next.Sender.Tell(write.FailureMessage.WithCause(failure), owner);
                        continue;
                    }
                    _file = file;
                    _position = write.Position;
                    _left = write.Count;
                    break;
            }
            _batch.Add(next);
        }
        return _batch.Count > 0;
    }

    private bool TryOpen(Tcp.WriteFile write, [NotNullWhen(true)] out SafeFileHandle? file, [NotNullWhen(false)] out Exception? failure)
    {
        failure = null;
        file = write.File;
        if (file is not null) return true;
        try
        {
            file = _opened = File.OpenHandle(write.FilePath!, share: FileShare.ReadWrite | FileShare.Delete, options: FileOptions.SequentialScan);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = e;
            return false;
        }
    }

    private void Acknowledge()
    {
        foreach (var (write, sender) in _batch)
            if (write.WantsAck) sender.Tell(write.Ack, owner);
        _batch.Clear();
        _file = null;
        _opened?.Dispose();
        _opened = null;
        if (_chunk is not null) ArrayPool<byte>.Shared.Return(_chunk);
        _chunk = null;
    }
}
