using System.Net;
using Akka.Actor;
using Akka.IO;
using Microsoft.Win32.SafeHandles;

namespace Vod.Transport;

/// <summary>
/// A connection that is an actor: that of the manager of Akka.IO, or a TestProbe in its place. Commands are told to it, and it tells what
/// happens by itself. Stops the owner when it stops, by <see cref="Terminated"/>.
/// </summary>
/// <param name="connection">The actor that told <see cref="Tcp.Connected"/>.</param>
/// <param name="remoteAddress">The peer's address.</param>
/// <param name="takesFiles">Whether it knows <see cref="WriteFile"/>. If not, files are read here, into memory.</param>
public sealed class ActorChannel(IActorRef connection, EndPoint remoteAddress, bool takesFiles) : IConnectionChannel
{
    private const int ChunkSize = 64 * 1024; // a larger array would be on the large object heap, which costs five times as much

    private IActorRef _owner = ActorRefs.Nobody;

    /// <inheritdoc/>
    public EndPoint RemoteAddress => remoteAddress;

    /// <summary>Not known.</summary>
    public long? BytesConfirmed => null;

    /// <inheritdoc/>
    public void Open(IActorContext owner)
    {
        _owner = owner.Self;
        owner.Watch(connection);
        connection.Tell(new Tcp.Register(_owner, keepOpenOnPeerClosed: true, useResumeWriting: false), _owner);
    }

    /// <inheritdoc/>
    public void ResumeReading() => connection.Tell(Tcp.ResumeReading.Instance, _owner);

    /// <inheritdoc/>
    public void Write(Tcp.WriteCommand write) => connection.Tell(takesFiles ? write : WithoutFiles(write), _owner);

    /// <inheritdoc/>
    public void Close(Tcp.CloseCommand how) => connection.Tell(how, _owner);

    /// <summary>Not called: the actor goes on by itself.</summary>
    public void Continue()
    {
    }

    /// <summary>Does nothing: the actor watches its handler.</summary>
    public void Dispose()
    {
    }

    private static Tcp.WriteCommand WithoutFiles(Tcp.WriteCommand write)
    {
        var parts = new List<Tcp.SimpleWriteCommand>();
        foreach (var part in write as IEnumerable<Tcp.SimpleWriteCommand> ?? [(Tcp.SimpleWriteCommand)write])
        {
            if (part is WriteFile file) Read(file, parts);
            else parts.Add(part);
        }

        Tcp.WriteCommand all = parts[^1];
        for (var index = parts.Count - 2; index >= 0; index--) all = new Tcp.CompoundWrite(parts[index], all);
        return all;
    }

    /// <summary>The last of the writes has the acknowledgment.</summary>
    private static void Read(WriteFile file, List<Tcp.SimpleWriteCommand> parts)
    {
        var left = file.Count;
        if (!file.Head.IsEmpty || left == 0) parts.Add(left == 0 ? Tcp.Write.Create(file.Head, file.Ack) : Tcp.Write.Create(file.Head));
        foreach (var (handle, offset, count) in file.Regions)
        {
            for (long done = 0, size; done < count; done += size)
            {
                size = Math.Min(ChunkSize, count - done);
                left -= size;
                var chunk = Read(handle, offset + done, (int)size);
                parts.Add(left == 0 ? Tcp.Write.Create(chunk, file.Ack) : Tcp.Write.Create(chunk));
            }
        }
    }

    private static ByteString Read(SafeFileHandle file, long offset, int count)
    {
        var chunk = GC.AllocateUninitializedArray<byte>(count);
        for (int done = 0, read; done < count; done += read)
        {
            read = RandomAccess.Read(file, chunk.AsSpan(done), offset + done);
            if (read == 0) throw new EndOfStreamException("The file to send ended early.");
        }

        return ByteString.FromBytes(chunk);
    }
}
