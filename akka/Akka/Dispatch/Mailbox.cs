using System.Diagnostics;
using Akka.Actor;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;

namespace Akka.Dispatch;

/// <summary>
/// The queue of an actor's messages together with the right to handle them: whoever moves it from idle to scheduled runs it, so that one
/// thread at a time is the actor. System messages have a queue of their own and go first.
/// </summary>
public class Mailbox : IRunnable
{
    // The state is one word: the lowest bits say scheduled and closed, the rest counts suspensions.
    private const int Scheduled = 1, Closed = 2, OneSuspension = 4;

    private static readonly SystemMessage ClosedQueue = new Suspend();

    private int _state;
    private SystemMessage? _newSystemMessages; // a stack, latest first
    private ActorCell? _actor;
    private int _cleanUps; // how many have asked for a clean-up since the one that is running began

    /// <summary>A mailbox around a queue.</summary>
    public Mailbox(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    /// <summary>The user messages.</summary>
    public IMessageQueue MessageQueue { get; }

    /// <summary>The dispatcher of its actor; null before it has one.</summary>
    public MessageDispatcher? Dispatcher => _actor?.Dispatcher;

    /// <summary>The actor's cell takes its mailbox; called once.</summary>
    public virtual void SetActor(ActorCell actorCell) => _actor = actorCell;

    internal bool HasMessages => MessageQueue.HasMessages;
    internal int NumberOfMessages => MessageQueue.Count;
    internal bool HasSystemMessages => Volatile.Read(ref _newSystemMessages) is { } top && top != ClosedQueue;
    internal bool IsClosed => (Volatile.Read(ref _state) & Closed) != 0;
    internal bool IsSuspended => Volatile.Read(ref _state) >= OneSuspension;
    internal int SuspendCount => Volatile.Read(ref _state) / OneSuspension;

    /// <summary>Adds a user message; one that comes after the end goes to the dead letters.</summary>
    internal void Enqueue(IActorRef receiver, Envelope envelope)
    {
        MessageQueue.Enqueue(receiver, envelope);
        if (IsClosed) CleanUp();
    }

    /// <summary>Adds a system message; one that comes after the end goes to the dead letters.</summary>
    internal virtual void SystemEnqueue(IActorRef receiver, SystemMessage message)
    {
        while (true)
        {
            var top = Volatile.Read(ref _newSystemMessages);
            if (top == ClosedQueue)
            {
                _actor?.SystemImpl.Mailboxes.DeadLetterMailbox.SystemEnqueue(receiver, message);
                return;
            }

            message.Next = top;
            if (Interlocked.CompareExchange(ref _newSystemMessages, message, top) == top) return;
        }
    }

    /// <summary>True when the caller now has the right, and the duty, to run it.</summary>
    internal bool TrySchedule(bool hasMessageHint, bool hasSystemMessageHint)
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if ((state & (Scheduled | Closed)) != 0) return false;
            var worth = hasSystemMessageHint || HasSystemMessages
                || (state < OneSuspension && (hasMessageHint || HasMessages));
            if (!worth) return false;
            if (Interlocked.CompareExchange(ref _state, state | Scheduled, state) == state) return true;
        }
    }

    internal void SetIdle() => Interlocked.And(ref _state, ~Scheduled);

    /// <summary>Takes no user message until resumed as often.</summary>
    internal void SuspendOnce() => Interlocked.Add(ref _state, OneSuspension);

    /// <summary>Takes back one suspension; true when none remains.</summary>
    internal bool ResumeOnce()
    {
        while (true)
        {
            var state = Volatile.Read(ref _state);
            if (state < OneSuspension) return true;
            var next = state - OneSuspension;
            if (Interlocked.CompareExchange(ref _state, next, state) == state) return next < OneSuspension;
        }
    }

    internal void BecomeClosed() => Interlocked.Or(ref _state, Closed);

    /// <summary>Handles what is there, within the dispatcher's throughput.</summary>
    public void Run()
    {
        var cell = _actor!;
        var previous = ActorCell.Enter(cell);
        try
        {
            if (!IsClosed)
            {
                ProcessSystemMessages(cell);
                ProcessMessages(cell);
            }
        }
        finally
        {
            ActorCell.Leave(previous);
            SetIdle();
            cell.Dispatcher.RegisterForExecution(this, false, false);
        }
    }

    /// <summary>Runs on a thread of the pool: this mailbox, and then the one that it wakes.</summary>
    public void Execute() => RunNext.Run(this);

    private void ProcessMessages(ActorCell cell)
    {
        var dispatcher = cell.Dispatcher;
        var left = Math.Max(1, dispatcher.Throughput);
        var deadline = dispatcher.ThroughputDeadlineTime is > 0 and var ticks
            ? Stopwatch.GetTimestamp() + (long)(ticks * (Stopwatch.Frequency / (double)TimeSpan.TicksPerSecond))
            : long.MaxValue;
        while (Volatile.Read(ref _state) < Closed && MessageQueue.TryDequeue(out var envelope))
        {
            cell.Invoke(envelope);
            if (Volatile.Read(ref _newSystemMessages) is not null) ProcessSystemMessages(cell);
            if (--left == 0 || (deadline != long.MaxValue && Stopwatch.GetTimestamp() >= deadline)) return;
        }
    }

    private void ProcessSystemMessages(ActorCell cell)
    {
        while (!IsClosed && TakeSystemMessages() is { } message)
        {
            while (message is not null)
            {
                var next = message.Next;
                message.Next = null;
                if (IsClosed) cell.SystemImpl.Mailboxes.DeadLetterMailbox.SystemEnqueue(cell.Self, message);
                else cell.SystemInvoke(message);
                message = next;
            }
        }
    }

    /// <summary>Takes all system messages at once, the oldest first.</summary>
    private SystemMessage? TakeSystemMessages(SystemMessage? leave = null)
    {
        if (leave is null && Volatile.Read(ref _newSystemMessages) is null) return null;
        var newest = Interlocked.Exchange(ref _newSystemMessages, leave);
        if (newest == ClosedQueue) return null;
        SystemMessage? oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        return oldest;
    }

    /// <summary>After the end: whatever is left, and whatever still comes, goes to the dead letters.</summary>
    public virtual void CleanUp()
    {
        if (_actor is not { } cell) return;

        // Late senders clean up after themselves, and the queue has one reader: whoever comes first goes on for those who come meanwhile.
        // A lock would be held while the subscribers of dead letters are told, whose own mailboxes may be at this very point.
        if (Interlocked.Increment(ref _cleanUps) != 1) return;
        int done;
        do
        {
            done = Volatile.Read(ref _cleanUps);
            try { CleanUp(cell); }
            catch { Volatile.Write(ref _cleanUps, 0); throw; }
        }
        while (Interlocked.Add(ref _cleanUps, -done) != 0);
    }

    private void CleanUp(ActorCell cell)
    {
        var deadLetters = cell.SystemImpl.Mailboxes.DeadLetterMailbox;
        for (var message = TakeSystemMessages(ClosedQueue); message is not null;)
        {
            var next = message.Next;
            message.Next = null;
            deadLetters.SystemEnqueue(cell.Self, message);
            message = next;
        }

        MessageQueue.CleanUp(cell.Self, deadLetters.MessageQueue);
    }
}
