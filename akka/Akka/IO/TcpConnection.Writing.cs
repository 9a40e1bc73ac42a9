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

    private bool TakeWriteCommand(object message)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                Take(write);
                return true;
            case Tcp.ResumeWriting:
                _writingSuspended = false;
                if (_writer is { HasWork: true }) _awaitsResuming = Sender;
                else Sender.Tell(Tcp.WritingResumed.Instance, Self);
                return true;
            default:
                return false;
        }
    }

    private void Take(Tcp.WriteCommand write)
    {
        if (_writingSuspended)
        {
            Refuse(write, "an earlier write was refused, and ResumeWriting has not been received since");
            return;
        }
        _writer ??= new SocketWriter(_socket!, Self, KernelSend.IsSupported);
        if (settings.WriteCommandsQueueMaxSize >= 0 && _writer.WaitingBytes + Bytes(write) > settings.WriteCommandsQueueMaxSize)
        {
            _writingSuspended = _registration?.UseResumeWriting ?? true;
            Refuse(write, "too many bytes wait to be written");
            return;
        }
        if (write is Tcp.SimpleWriteCommand simple) _writer.Enqueue(simple, Sender);
        else
            foreach (var part in (Tcp.CompoundWrite)write) _writer.Enqueue(part, Sender);
        if (_registration is not null) Write();
    }

    private void Write()
    {
        if (!_writing && _writer is { HasWork: true }) Written(_writer.Run());
    }

    private void Written(WriteProgress progress)
    {
        _writing = progress is WriteProgress.Pending or WriteProgress.Yielded;
        switch (progress)
        {
            case WriteProgress.Done:
                _awaitsResuming?.Tell(Tcp.WritingResumed.Instance, Self);
                _awaitsResuming = null;
                if (_ending is not null) Ended();
                break;
            case WriteProgress.Yielded:
                Self.Tell(SocketSignal.WriteOn, ActorRefs.NoSender);
                break;
            case WriteProgress.Failed:
                Fail(_writer!.Error!);
                break;
        }
    }

    private void Refuse(Tcp.WriteCommand write, string because) =>
        Sender.Tell(write.FailureMessage.WithCause(new InvalidOperationException($"Not written: {because}.")), Self);

    private static long Bytes(Tcp.WriteCommand write) => write switch
    {
        Tcp.Write { Data.Count: var count } => count,
        Tcp.CompoundWrite compound => compound.Sum(Bytes),
        _ => 0,
    };
}
