using System.Buffers;
using System.Net.Sockets;
using Akka.Dispatch;
using Microsoft.Win32.SafeHandles;

namespace Akka.IO.Sockets;

// Sends one batch: segments of memory and then, perhaps, a region of a file.
//
// Files go from the page cache to the socket by sendfile. When the socket takes no more, the next few bytes are read and sent by an
// ordinary asynchronous send: it waits for the socket in the runtime's event loop, at the cost of no thread, and completes when there is room
// again for sendfile. (SendPacketsAsync would do likewise, but takes only files opened as asynchronous, allocates, and sends a
// response's head in a packet of its own.) All of that happens on the completing thread: the actor is told when the batch is done.
internal sealed partial class SocketWriter
{
    // Where there is sendfile a chunk only waits for the socket; elsewhere files are sent chunk by chunk.
    private readonly int _chunkSize = sendFile ? 512 : 64 << 10;
    private readonly List<ArraySegment<byte>> _segments = [];
    private SafeFileHandle? _file;
    private long _position;
    private long _left;              // bytes of the file yet to be sent
    private SafeFileHandle? _opened; // the file, if it was opened here
    private byte[]? _chunk;
    private SendOperation? _operation;
    private WriteProgress _outcome;

    private WriteProgress Send(ref long budget, SendOperation? completed = null)
    {
        try
        {
            var progress = completed is null ? WriteProgress.Done : Complete(completed);
            while (progress == WriteProgress.Done && (_segments.Count > 0 || _left > 0))
            {
                progress = _segments.Count == 0 ? SendFile(ref budget)
                    : _left > 0 && sendFile ? SendHead()
                    : SendSegments();
            }
            return progress;
        }
        catch (Exception e)
        {
            // The file was closed or cannot be read; or, on the completing thread, the actor is gone with socket and operation.
            // Whatever it is, it ends this connection and nothing else.
            return Fail(e.Message);
        }
    }

    /// <summary>Sends the segments before a file: they leave together with its beginning.</summary>
    private WriteProgress SendHead()
    {
        var sent = KernelSend.SendMore(socket, _segments[0]);
        if (sent == KernelSend.Full) return SendSegments();
        if (sent == KernelSend.Failure) return Fail(KernelSend.LastError());
        SkipSegments(sent);
        return WriteProgress.Done;
    }

    private WriteProgress SendFile(ref long budget)
    {
        if (budget <= 0) return WriteProgress.Yielded;
        if (!sendFile) return SendChunk(ref budget);
        var count = Math.Min(_left, budget);
        var sent = KernelSend.SendFile(socket, _file!, _position, count);
        if (sent == KernelSend.Full) return SendChunk(ref budget);
        if (sent == KernelSend.Failure) return Fail(KernelSend.LastError());
        // Less than asked for means that the socket takes no more, or that the file ended: the chunk finds out which.
        var progress = Advance(sent, ref budget);
        return progress == WriteProgress.Done && sent < count ? SendChunk(ref budget) : progress;
    }

    private WriteProgress SendChunk(ref long budget)
    {
        _chunk ??= ArrayPool<byte>.Shared.Rent(_chunkSize);
        var read = RandomAccess.Read(_file!, _chunk.AsSpan(0, (int)Math.Min(_left, _chunkSize)), _position);
        _segments.Add(new ArraySegment<byte>(_chunk, 0, read));
        return Advance(read, ref budget) == WriteProgress.Done ? SendSegments() : WriteProgress.Failed;
    }

    private WriteProgress Advance(long bytes, ref long budget)
    {
        if (bytes == 0) return Fail("The file to send ended early.");
        _position += bytes;
        _left -= bytes;
        budget -= bytes;
        return WriteProgress.Done;
    }

    private WriteProgress SendSegments()
    {
        var operation = _operation ??= new SendOperation(this);
        if (_segments.Count == 1) operation.SetBuffer(_segments[0]);
        else operation.BufferList = _segments;
        // When it is pending, the batch is no longer this thread's.
        return socket.SendAsync(operation) ? WriteProgress.Pending : Complete(operation);
    }

    private WriteProgress Complete(SendOperation operation)
    {
        // So that a connection that has nothing to write keeps no bytes alive.
        if (operation.BufferList is not null) operation.BufferList = null;
        else operation.SetBuffer(default);
        if (operation.SocketError != SocketError.Success) return Fail(new SocketException((int)operation.SocketError).Message);
        SkipSegments(operation.BytesTransferred);
        return WriteProgress.Done;
    }

    /// <summary>On the completing thread: sends on, and tells the actor when it is its turn.</summary>
    private void OnCompleted(SendOperation operation)
    {
        var budget = MaxBytes;
        var progress = Send(ref budget, operation);
        if (progress == WriteProgress.Pending) return;
        _outcome = progress;
        RunNext.Tell(owner, SocketSignal.Sent);
    }

    private void SkipSegments(long bytes)
    {
        var whole = 0;
        while (whole < _segments.Count && bytes >= _segments[whole].Count) bytes -= _segments[whole++].Count;
        _segments.RemoveRange(0, whole);
        if (bytes > 0) _segments[0] = _segments[0].Slice((int)bytes);
    }

    private WriteProgress Fail(string error)
    {
        Error = error;
        return WriteProgress.Failed;
    }

    private sealed class SendOperation(SocketWriter writer) : SocketAsyncEventArgs(unsafeSuppressExecutionContextFlow: true)
    {
        protected override void OnCompleted(SocketAsyncEventArgs e) => writer.OnCompleted(this);
    }
}
