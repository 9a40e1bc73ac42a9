using Akka.Actor;
using Akka.IO.Sockets;

namespace Akka.IO;

// Writing: which writes are taken and which refused. The SocketWriter sends them.
internal abstract partial class TcpConnection
{
    private SocketWriter? _writer;
    private bool _writing;              // a batch is pending, or a signal to write on is on its way
    private bool _writingSuspended;     // a write was refused: all are, until ResumeWriting
    private IActorRef? _awaitsResuming; // who is told when all is written

    private bool IsLimited => settings.WriteCommandsQueueMaxSize >= 0;

    private bool TakeWriteCommand(object message)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                if (CanTake(write)) Take(write);
                return true;
            case Tcp.ResumeWriting resume:
                _writingSuspended = false;
                if (!_writing && _writer is not { HasWork: true }) Sender.Tell(Tcp.WritingResumed.Instance, Self);
                else if (_awaitsResuming is null) _awaitsResuming = Sender;
                else Sender.Tell(resume.FailureMessage, Self); // one may wait at a time
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Whether there is room for a write, which is refused if not. Room is for those that have to wait: while nothing is being written,
    /// one of any size goes out at once.
    /// </summary>
    private bool CanTake(Tcp.WriteCommand write)
    {
        if (_writingSuspended)
        {
            Refuse(write, "writing is suspended");
            return false;
        }
        if (!IsLimited || (_registration is not null && !_writing)) return true;
        if ((_writer?.WaitingBytes ?? 0) + Bytes(write) <= settings.WriteCommandsQueueMaxSize) return true;
        _writingSuspended = _registration is { UseResumeWriting: true };
        Refuse(write, "queue is full");
        return false;
    }

    private void Take(Tcp.WriteCommand write)
    {
        _writer ??= new SocketWriter(_socket!, Self, KernelSend.IsSupported);
        if (write is Tcp.SimpleWriteCommand simple) _writer.Enqueue(simple, Sender);
        else
            foreach (var part in (Tcp.CompoundWrite)write) _writer.Enqueue(part, Sender);
        if (_registration is not null) Write();
    }

    private void Write()
    {
        if (!_writing && _writer is { HasWork: true }) Written(_writer.Run());
    }

    /// <summary>Others have had their turn: writes on, if there is anything.</summary>
    private void WriteOn()
    {
        _writing = false;
        if (_writer!.HasWork) Written(_writer.Run());
        else Resumed();
    }

    private void Written(WriteProgress progress)
    {
        // With a limit, a connection counts as writing until it has looked at what came meanwhile: else the limit would hold for
        // those only that the kernel does not take at once.
        _writing = progress != WriteProgress.Done || (IsLimited && _ending is null);
        switch (progress)
        {
            case WriteProgress.Done when _writing:
            case WriteProgress.Yielded:
                Self.Tell(SocketSignal.WriteOn, ActorRefs.NoSender);
                break;
            case WriteProgress.Done:
                Resumed();
                if (_ending is not null) Ended();
                break;
            case WriteProgress.Failed:
                Fail(_writer!.Error!);
                break;
        }
    }

    private void Resumed()
    {
        _awaitsResuming?.Tell(Tcp.WritingResumed.Instance, Self);
        _awaitsResuming = null;
    }

    private void Refuse(Tcp.WriteCommand write, string because) =>
        Sender.Tell(write.FailureMessage.WithCause(new InvalidOperationException($"Dropping write because {because}")), Self);

    private static long Bytes(Tcp.WriteCommand write) => write switch
    {
        Tcp.Write { Data.Count: var count } => count,
        Tcp.CompoundWrite compound => compound.Sum(Bytes),
        _ => 0,
    };
}
