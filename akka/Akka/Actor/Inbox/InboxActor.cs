using Akka.Event;

namespace Akka.Actor;

/// <summary>Keeps the messages of an <see cref="Inbox"/> until they are asked for, and the questions until there is a message for them.</summary>
/// <param name="size">How many messages it keeps; more are dropped.</param>
internal sealed class InboxActor(int size) : ActorBase
{
    private readonly LinkedList<object> _messages = new();
    private readonly LinkedList<Waiting> _waiting = new();
    private bool _hasWarned;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Query query: Answer(query); break;
            case TooLate late: GiveUp(late.Waiting); break;
            case StartWatch { Message: { } own } watch: Context.WatchWith(watch.Subject, own); break;
            case StartWatch watch: Context.Watch(watch.Subject); break;
            case StopWatch watch: Context.Unwatch(watch.Subject); break;
            default: Keep(message); break;
        }

        return true;
    }

    protected override void PostStop()
    {
        foreach (var waiting in _waiting) waiting.Timer?.Cancel();
    }

    private void Keep(object message)
    {
        for (var node = _waiting.First; node is not null; node = node.Next)
        {
            if (!node.Value.Query.Takes(message)) continue;
            _waiting.Remove(node);
            node.Value.Timer?.Cancel();
            node.Value.Asker.Tell(message);
            return;
        }

        if (_messages.Count < size) _messages.AddLast(message);
        else Warn();
    }

    private void Answer(Query query)
    {
        for (var node = _messages.First; node is not null; node = node.Next)
        {
            if (!query.Takes(node.Value)) continue;
            _messages.Remove(node);
            Sender.Tell(node.Value);
            return;
        }

        var waiting = new Waiting(query, Sender);
        _waiting.AddLast(waiting);
        if (query.Timeout <= TimeSpan.Zero && query.Timeout != Timeout.InfiniteTimeSpan) GiveUp(waiting);
        else if (query.Timeout != Timeout.InfiniteTimeSpan)
            waiting.Timer = Context.System.Scheduler.ScheduleTellOnceCancelable(query.Timeout, Self, new TooLate(waiting), Self);
    }

    private void GiveUp(Waiting waiting)
    {
        if (_waiting.Remove(waiting)) waiting.Asker.Tell(new Status.Failure(new TimeoutException("Deadline passed")));
    }

    /// <summary>Once, so that a flood does not become one of the log.</summary>
    private void Warn()
    {
        if (_hasWarned) return;
        _hasWarned = true;
        Context.System.EventStream.Publish(new Warning(Self.Path.ToString(), GetType(),
            $"Dropping message: either your program is buggy or you might want to increase akka.actor.inbox.inbox-size, current value is {size}"));
    }

    /// <summary>Asks for the next message, or the next that the predicate holds for.</summary>
    internal sealed class Query(Predicate<object>? predicate, TimeSpan timeout)
    {
        public TimeSpan Timeout => timeout;

        public bool Takes(object message) => predicate is null || predicate(message);
    }

    internal sealed record StartWatch(IActorRef Subject, object? Message);

    internal sealed record StopWatch(IActorRef Subject);

    private sealed class Waiting(Query query, IActorRef asker)
    {
        public Query Query => query;
        public IActorRef Asker => asker;
        public ICancelable? Timer { get; set; }
    }

    private sealed record TooLate(Waiting Waiting) : IDeadLetterSuppression;
}
