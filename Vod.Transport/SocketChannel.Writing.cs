using System.Buffers;
using Akka.Actor;
using Akka.IO;
using Microsoft.Win32.SafeHandles;
using Vod.Transport.Sockets;

namespace Vod.Transport;

// Writing. A command is sent as far as the kernel takes it, at once; the rest of it waits, and later commands behind it.
internal sealed partial class SocketChannel
{
    private const long TurnSize = 4 << 20; // bytes of files, before others have their turn
    private const string EndedEarly = "The file to send ended early.";
    private const int ChunkSize = 64 * 1024; // of a file that is read and sent

    private Tcp.WriteCommand? _rest; // what is being written
    private long _done;              // bytes of its first part that the kernel has
    private Queue<Tcp.WriteCommand>? _later;

    /// <inheritdoc/>
    public void Write(Tcp.WriteCommand write)
    {
        if (_closing is not null || _isClosed)
        {
            _owner.Tell(write.FailureMessage, _owner);
            return;
        }

        if (!HoldFiles(write)) return;
        if (_rest is not null)
        {
            (_later ??= new()).Enqueue(write);
            return;
        }

        _rest = write;
        Advance(0);
        Flush();
    }

    private void Flush()
    {
        if (!TakeLead()) return;
        var left = TurnSize;
        while (_rest is not null)
        {
            var part = FirstPart(_rest, out var tail);
            var sent = part switch
            {
                Tcp.Write bytes => SendBytes(bytes, tail),
                WriteFile file => SendFile(file, tail, ref left),
                _ => Refuse(part),
            };
            if (sent == SocketDriver.Failure)
            {
                Fail(socket.LastError);
                return;
            }

            if (_isClosed) return;
            if (sent == SocketDriver.Full)
            {
                if (Await(part)) return;
                if (!TakeLead()) return;
                continue;
            }

            Advance(sent);
            if (left > 0 || _rest is null) continue;
            socket.Yield();
            return;
        }

        if (_closing is not null) CloseInOrder();
    }

    /// <summary>Counts what was sent, and acknowledges the parts that end in it.</summary>
    private void Advance(long sent)
    {
        _done += sent;
        while (_rest is not null)
        {
            var part = FirstPart(_rest, out var tail);
            if (_done < part.Bytes) return;
            _done -= part.Bytes;
            if (part is WriteFile file) ReleaseFiles(file, file.Regions.Length);
            if (part.WantsAck) _owner.Tell(part.Ack, _owner);
            _rest = tail ?? (_later is not null && _later.TryDequeue(out var next) ? next : null);
        }
    }

    private int SendBytes(Tcp.Write part, Tcp.WriteCommand? tail)
    {
        var first = part.Data.ToReadOnlySpan()[(int)_done..];
        // The next part leaves with it, in one call if it is bytes, else in the same packets.
        if (tail is null) return socket.Send(first, default, more: false);
        var second = FirstPart(tail, out var others);
        return second is Tcp.Write { Data: var data }
            ? socket.Send(first, data.ToReadOnlySpan(), more: others is { Bytes: > 0 })
            : socket.Send(first, default, more: tail.Bytes > 0);
    }

    private long SendFile(WriteFile part, Tcp.WriteCommand? tail, ref long left)
    {
        if (_done < part.Head.Count) return socket.Send(part.Head.ToReadOnlySpan()[(int)_done..], default, more: part.Count > 0 || tail is { Bytes: > 0 });
        if (!Find(part, out var file, out var offset, out var count)) return 0;
        long sent = SocketDriver.Full;
        try
        {
            sent = socket.SendsFiles
                ? socket.SendFile(file.DangerousGetHandle(), offset, Math.Min(count, left))
                : SendChunk(file, offset, count, more: _done + count < part.Bytes);
        }
        catch (IOException e)
        {
            Fail(e.Message);
        }

        if (_isClosed) return SocketDriver.Full;
        left -= Math.Max(sent, 0);
        if (sent != 0) return sent;
        Fail(EndedEarly);
        return SocketDriver.Full;
    }

    private long SendChunk(SafeFileHandle file, long offset, long count, bool more)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            var read = ReadFile(file, buffer.AsSpan(0, (int)Math.Min(count, ChunkSize)), offset);
            return read == 0 ? 0 : socket.Send(buffer.AsSpan(0, read), default, more || read < count);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Waits for room, when need be by having the next few bytes sent.</summary>
    /// <returns>False when there is room already.</returns>
    private bool Await(Tcp.SimpleWriteCommand part)
    {
        if (socket.LeadSize == 0) return socket.AwaitWritable(default);
        if (part is Tcp.Write write) return socket.AwaitWritable(Start(write.Data.ToReadOnlySpan()[(int)_done..]));
        var sent = (WriteFile)part;
        if (_done < sent.Head.Count) return socket.AwaitWritable(Start(sent.Head.ToReadOnlySpan()[(int)_done..]));
        Find(sent, out var file, out var offset, out var count);
        Span<byte> lead = stackalloc byte[(int)Math.Min(count, socket.LeadSize)];
        var read = ReadFile(file, lead, offset);
        if (read > 0) return socket.AwaitWritable(lead[..read]);
        Fail(EndedEarly);
        return true;
    }

    private ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, socket.LeadSize)];

    /// <summary>What was sent by waiting. False while that is under way, or failed.</summary>
    private bool TakeLead()
    {
        int lead;
        while ((lead = socket.TakeLead()) == SocketDriver.Full)
        {
            if (socket.AwaitLead()) return false;
        }

        if (lead > 0) Advance(lead);
        if (lead == SocketDriver.Failure) Fail(socket.LastError);
        return lead >= 0;
    }

    /// <summary>The region that <see cref="_done"/> has come to. False when all are sent.</summary>
    private bool Find(WriteFile part, out SafeFileHandle file, out long offset, out long count)
    {
        var done = _done - part.Head.Count;
        foreach (var region in part.Regions)
        {
            if (done < region.Count)
            {
                (file, offset, count) = (region.File, region.Offset + done, region.Count - done);
                return true;
            }

            done -= region.Count;
        }

        (file, offset, count) = (null!, 0, 0);
        return false;
    }

    private int Refuse(Tcp.SimpleWriteCommand part)
    {
        Fail($"There is no way to write {part}.");
        return SocketDriver.Full;
    }

    /// <summary>Keeps the files of a command open, whatever their owner does meanwhile. False when one is closed already.</summary>
    private bool HoldFiles(Tcp.WriteCommand write)
    {
        for (Tcp.WriteCommand? rest = write; rest is not null;)
        {
            if (FirstPart(rest, out rest) is not WriteFile file) continue;
            for (var held = 0; held < file.Regions.Length; held++)
            {
                var isHeld = false;
                try
                {
                    file.Regions[held].File.DangerousAddRef(ref isHeld);
                }
                catch (ObjectDisposedException e)
                {
                    ReleaseFiles(file, held);
                    ReleaseFiles(write, until: file);
                    Fail(e.Message);
                    return false;
                }
            }
        }

        return true;
    }

    private void ReleaseFiles()
    {
        if (_rest is not null) ReleaseFiles(_rest);
        while (_later is not null && _later.TryDequeue(out var later)) ReleaseFiles(later);
    }

    private static void ReleaseFiles(Tcp.WriteCommand write, WriteFile? until = null)
    {
        for (Tcp.WriteCommand? rest = write; rest is not null;)
        {
            if (FirstPart(rest, out rest) is not WriteFile file) continue;
            if (file == until) return;
            ReleaseFiles(file, file.Regions.Length);
        }
    }

    private static void ReleaseFiles(WriteFile file, int held)
    {
        for (var index = 0; index < held; index++) file.Regions[index].File.DangerousRelease();
    }

    /// <summary>Reads a file that is held open here, even when its owner has closed it.</summary>
    private static int ReadFile(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        using var held = new SafeFileHandle(file.DangerousGetHandle(), ownsHandle: false);
        return RandomAccess.Read(held, buffer, offset);
    }

    private static Tcp.SimpleWriteCommand FirstPart(Tcp.WriteCommand command, out Tcp.WriteCommand? tail)
    {
        var compound = command as Tcp.CompoundWrite;
        tail = compound?.TailCommand;
        return compound?.Head ?? (Tcp.SimpleWriteCommand)command;
    }
}
