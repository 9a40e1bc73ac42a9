using Akka.Actor.Scheduler;
using Debug = Akka.Event.Debug;

namespace Akka.Actor;

public partial class ActorCell
{
    /// <summary>Handles a user message.</summary>
    public void Invoke(Envelope envelope)
    {
        var message = envelope.Message;
        _currentMessage = message;
        _sender = envelope.Sender;
        unchecked { CurrentEnvelopeId++; }
        var restartsTimeout = _receiveTimeout is not null && message is not INotInfluenceReceiveTimeout;
        try
        {
            if (restartsTimeout) CancelReceiveTimeout();
            if (message is IAutoReceivedMessage) AutoReceiveMessage(envelope);
            else if (message is ITimerMsg timer) ReceiveTimerMessage(timer);
            else ReceiveMessage(message);
        }
        catch (Exception e)
        {
            HandleInvokeFailure(e);
        }

        if (_receiveTimeout is not null) CheckReceiveTimeout(restartsTimeout);
        _currentMessage = null;
        _sender = null;
    }

    /// <summary>Has the behaviour handle a message.</summary>
    protected virtual void ReceiveMessage(object message)
    {
        var handled = _actor!.InvokeReceive(_behavior, message);
        if (_logsReceive) PublishDebug($"received {(handled ? "handled" : "unhandled")} message {message} from {Sender.Path}");
    }

    /// <summary>Handles a message outside of the mailbox, on the caller's thread.</summary>
    public void ReceiveMessageForTest(Envelope envelope)
    {
        var previous = Enter(this);
        var (message, sender) = (_currentMessage, _sender);
        (_currentMessage, _sender) = (envelope.Message, envelope.Sender);
        try
        {
            ReceiveMessage(envelope.Message);
        }
        finally
        {
            (_currentMessage, _sender) = (message, sender);
            Leave(previous);
        }
    }

    /// <summary>As <see cref="ReceiveMessageForTest"/>, until an async handler has ended. Its failure is the task's, not the supervisor's.</summary>
    internal Task ReceiveMessageForTestAsync(Envelope envelope)
    {
        var handler = Task.CompletedTask;
        TaskScheduler.HandOver = pending => handler = pending;
        try
        {
            ReceiveMessageForTest(envelope);
        }
        catch (Exception failure)
        {
            return Task.FromException(failure);
        }
        finally
        {
            TaskScheduler.HandOver = null;
        }

        return handler;
    }

    private void ReceiveTimerMessage(ITimerMsg timer)
    {
        if (_timers?.InterceptTimerMsg(System.Log, timer) is { } message)
        {
            _currentMessage = message;
            if (message is IAutoReceivedMessage) AutoReceiveMessage(new Envelope(message, _sender));
            else ReceiveMessage(message);
        }
    }

    /// <summary>Handles the messages that every actor understands.</summary>
    protected virtual void AutoReceiveMessage(Envelope envelope)
    {
        var message = envelope.Message;
        if (SystemImpl.Settings.DebugAutoReceive)
            Publish(new Debug(_self.Path.ToString(), ActorType, $"received AutoReceiveMessage {envelope}"));
        switch (message)
        {
            case Terminated terminated:
                ReceivedTerminated(terminated);
                break;
            case Kill:
                throw new ActorKilledException("Kill");
            case PoisonPill:
                Stop();
                break;
            case ActorSelectionMessage selection:
                global::Akka.Actor.ActorSelection.Deliver(_self, Sender, selection);
                break;
            case Identify identify:
                Sender.Tell(new ActorIdentity(identify.MessageId, _self), _self);
                break;
            default:
                ReceiveMessage(message);
                break;
        }
    }

    internal void SetCurrent(object? message, IActorRef? sender)
    {
        _currentMessage = message;
        _sender = sender;
    }
}
