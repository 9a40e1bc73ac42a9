using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Event;

/// <summary>A queue that does not lose log entries when its logger stops.</summary>
public interface ILoggerMessageQueueSemantics : ISemantics;

/// <summary>The mailboxes of loggers (<c>akka.actor.mailbox.logger-queue</c>).</summary>
internal sealed class LoggerMailboxType : MailboxType, IProducesMessageQueue<LoggerMessageQueue>
{
    public LoggerMailboxType(Settings settings, Config config) : base(settings, config) { }

    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new LoggerMessageQueue(Settings);
}

/// <summary>A queue without a limit. What is left in it when the logger has stopped goes to the system's standard output logger.</summary>
internal sealed class LoggerMessageQueue(Settings settings) : IMessageQueue, IUnboundedMessageQueueSemantics, ILoggerMessageQueueSemantics
{
    private readonly UnboundedMessageQueue _queue = new();

    public bool HasMessages => _queue.HasMessages;

    public int Count => _queue.Count;

    public void Enqueue(IActorRef receiver, Envelope envelope) => _queue.Enqueue(receiver, envelope);

    public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (_queue.TryDequeue(out var envelope))
        {
            // The logger was subscribed to its level: it is to be logged, if not there, then here.
            if (envelope.Message is LogEvent logEvent) settings.StdoutLogger.Tell(logEvent, envelope.Sender);
            else deadletters.Enqueue(owner, envelope);
        }
        _queue.CleanUp(owner, deadletters);
    }
}
