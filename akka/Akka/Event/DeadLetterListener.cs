using Akka.Actor;

namespace Akka.Event;

/// <summary>Logs dead letters, dropped and unhandled messages at info level: the first <c>akka.log-dead-letters</c>, then none for
/// <c>akka.log-dead-letters-suspend-duration</c>, and so on.</summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly DeadLetterCount _count;

    /// <summary>Made by the actor system.</summary>
    public DeadLetterListener()
    {
        var settings = Context.System.Settings;
        _count = new DeadLetterCount(settings.LogDeadLetters, settings.LogDeadLettersSuspendDuration);
    }

    /// <inheritdoc/>
    protected override void PreStart() => Subscribe(_eventStream, Self);

    /// <inheritdoc/>
    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters letter) return false;
        // A log entry that is lost must not beget another.
        if (WrappedMessage.Unwrap(letter) is LogEvent || IsSuppressed(letter)) return true;
        if (_count.Next(DateTimeOffsetNowTimeProvider.Instance.MonotonicClock) is { } counted)
            _eventStream.Publish(new Info(letter.Recipient.Path.ToString()!, letter.Recipient.GetType(), Text(letter, counted)));
        if (_count.IsOver) Context.Stop(Self);
        return true;
    }

    /// <summary>Whether the message, or what is wrapped in it, is lost as a matter of course.</summary>
    private static bool IsSuppressed(AllDeadLetters letter)
    {
        for (var inner = letter.Message; inner is not IDeadLetterSuppression; inner = ((IWrappedMessage)inner).Message)
            if (inner is not IWrappedMessage) return false;
        return true;
    }

    /// <summary>Has the listener hear of what it logs. The system does that too, at its start: what is lost before the listener runs is logged
    /// as well.</summary>
    internal static void Subscribe(EventStream eventStream, IActorRef listener)
    {
        eventStream.Subscribe(listener, typeof(DeadLetter));
        eventStream.Subscribe(listener, typeof(Dropped));
        eventStream.Subscribe(listener, typeof(UnhandledMessage));
    }

    private static string Text(AllDeadLetters letter, string counted)
    {
        var message = WrappedMessage.Unwrap(letter);
        var type = message.GetType();
        var wrappedIn = letter.Message is IWrappedMessage ? $" wrapped in [{letter.Message.GetType().Name}]" : "";
        var from = IsReal(letter.Sender) ? $" from {letter.Sender}" : "";
        var what = $"Message [{type.Name}]{wrappedIn}{from}" + letter switch
        {
            Dropped dropped => $"{To(letter)} was dropped. {dropped.Reason}. {counted}. ",
            UnhandledMessage => $"{To(letter)} was unhandled. {counted}. ",
            _ => $" to {letter.Recipient} was not delivered. {counted}. " +
                $"If this is not an expected behavior then {letter.Recipient} may have terminated unexpectedly. ",
        };
        what += "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown'.";
        // A type without a text of its own says its name, and that is there already.
        var content = message.ToString() ?? "null";
        return content == type.Name || content == type.ToString() ? what : $"{what} Message content: {content}";
    }

    private static string To(AllDeadLetters letter) => IsReal(letter.Recipient) ? $" to {letter.Recipient}" : "";

    private static bool IsReal(IActorRef? actor) => actor is not (null or DeadLetterActorRef);
}

/// <summary>Counts dead letters, and says which are logged.</summary>
/// <param name="max">How many are logged before a pause; <see cref="int.MaxValue"/> for all.</param>
/// <param name="pause">How long none is logged after that; negative for ever.</param>
internal sealed class DeadLetterCount(int max, TimeSpan pause)
{
    private int _count;
    private TimeSpan? _pauseEnd;

    /// <summary>True when no other will ever be logged.</summary>
    internal bool IsOver => max != int.MaxValue && pause < TimeSpan.Zero && _count >= max;

    /// <summary>Counts one more at the time <paramref name="now"/>. Null when it is not logged, otherwise what to say of the count.</summary>
    internal string? Next(TimeSpan now)
    {
        // A count at the end of its range starts anew.
        _count = _count == int.MaxValue ? 1 : _count + 1;
        var counted = $"[{_count}] dead letters encountered";
        if (_pauseEnd is { } end)
        {
            if (now < end) return null;
            var missed = _count - max - 1;
            _pauseEnd = null;
            _count = 0;
            return $"{counted}, of which {missed} were not logged. The counter will be reset now";
        }
        if (max == int.MaxValue || _count < max) return counted;
        if (pause < TimeSpan.Zero) return $"{counted}, no more dead letters will be logged";
        _pauseEnd = now + pause;
        return $"{counted}, no more dead letters will be logged in next [{pause}]";
    }
}
