using System.Collections.Concurrent;

namespace Akka.Event;

/// <summary>Brings events to those who subscribed to their class of events. Publishing takes no lock and, once a class of events
/// has been seen, neither search nor allocation; subscribing copies.</summary>
/// <remarks>Each subscription stands for itself: who has subscribed to a class and to one below it has two, and gets an event once.
/// Unsubscribing from a class that is not subscribed to, but a wider one is, leaves a hole in the wider subscription.</remarks>
/// <typeparam name="TEvent">What is published.</typeparam>
/// <typeparam name="TClassifier">The class of an event.</typeparam>
/// <typeparam name="TSubscriber">Who gets it.</typeparam>
public abstract class EventBus<TEvent, TClassifier, TSubscriber>
    where TClassifier : notnull
    where TSubscriber : notnull
{
    private readonly Lock _gate = new();
    private volatile Subscriptions _current = new([]);

    /// <summary>With no subscriber.</summary>
    protected EventBus() { }

    /// <summary>Subscribes; false when there is that very subscription already.</summary>
    public virtual bool Subscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var rules = _current.Rules;
            if (Array.Exists(rules, rule => rule.IsOf(subscriber, classifier))) return false;
            _current = new Subscriptions([.. rules, new Rule(subscriber, classifier, [])]);
            return true;
        }
    }

    /// <summary>Unsubscribes from everything; false when there was no subscription.</summary>
    public virtual bool Unsubscribe(TSubscriber subscriber)
    {
        lock (_gate)
        {
            var rules = _current.Rules;
            var rest = Array.FindAll(rules, rule => !rule.IsOf(subscriber));
            if (rest.Length == rules.Length) return false;
            _current = new Subscriptions(rest);
            return true;
        }
    }

    /// <summary>Ends the subscription to a class of events or, where there is none, takes the class out of those that are wider; false
    /// when there is no such subscription either.</summary>
    public virtual bool Unsubscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var rules = _current.Rules;
            var rest = Array.FindAll(rules, rule => !rule.IsOf(subscriber, classifier));
            if (rest.Length == rules.Length)
            {
                rest = Array.ConvertAll(rules, rule =>
                    rule.IsOf(subscriber) && IsSubClassification(rule.Classifier, classifier) ? rule.Without(classifier) : rule);
                if (rest.SequenceEqual(rules)) return false;
            }
            _current = new Subscriptions(rest);
            return true;
        }
    }

    /// <summary>Brings <paramref name="event"/> to all who are subscribed to its class.</summary>
    public virtual void Publish(TEvent @event)
    {
        foreach (var subscriber in SubscribersOf(@event)) Publish(@event, subscriber);
    }

    /// <summary>The class of an event. Events of one class go to the same subscribers.</summary>
    protected abstract TClassifier GetClassifier(TEvent @event);

    /// <summary>Whether who is subscribed to the class gets the event.</summary>
    protected abstract bool Classify(TEvent @event, TClassifier classifier);

    /// <summary>Whether <paramref name="child"/> is <paramref name="parent"/> or below it.</summary>
    protected abstract bool IsSubClassification(TClassifier parent, TClassifier child);

    /// <summary>Brings an event to one subscriber.</summary>
    protected abstract void Publish(TEvent @event, TSubscriber subscriber);

    /// <summary>The name of the object's type, without its namespace.</summary>
    protected string SimpleName(object source) => Logging.SimpleName(source);

    /// <summary>The name of the type, without its namespace.</summary>
    protected string SimpleName(Type source) => Logging.SimpleName(source);

    /// <summary>Everyone who has a subscription.</summary>
    internal IEnumerable<TSubscriber> AllSubscribers() => _current.Rules.Select(rule => rule.Subscriber).Distinct();

    /// <summary>True when the subscriber has a subscription.</summary>
    internal bool HasSubscriptions(TSubscriber subscriber) => Array.Exists(_current.Rules, rule => rule.IsOf(subscriber));

    private TSubscriber[] SubscribersOf(TEvent @event)
    {
        var current = _current;
        var classifier = GetClassifier(@event);
        return current.ByClass.TryGetValue(classifier, out var found)
            ? found
            : current.ByClass.GetOrAdd(classifier, Find(current.Rules, @event, classifier));
    }

    private TSubscriber[] Find(Rule[] rules, TEvent @event, TClassifier classifier) => rules
        .Where(rule => Classify(@event, rule.Classifier) && !Array.Exists(rule.Holes, hole => IsSubClassification(hole, classifier)))
        .Select(rule => rule.Subscriber)
        .Distinct()
        .ToArray();

    /// <summary>To get events of a class, without those of some classes below it.</summary>
    private sealed class Rule(TSubscriber subscriber, TClassifier classifier, TClassifier[] holes)
    {
        internal TSubscriber Subscriber => subscriber;

        internal TClassifier Classifier => classifier;

        internal TClassifier[] Holes => holes;

        internal bool IsOf(TSubscriber other) => EqualityComparer<TSubscriber>.Default.Equals(subscriber, other);

        internal bool IsOf(TSubscriber other, TClassifier of) => IsOf(other) && EqualityComparer<TClassifier>.Default.Equals(classifier, of);

        internal Rule Without(TClassifier hole) => holes.Contains(hole) ? this : new Rule(subscriber, classifier, [.. holes, hole]);
    }

    /// <summary>The rules, oldest first, and what they come to for the classes of events seen since they were made.</summary>
    private sealed class Subscriptions(Rule[] rules)
    {
        internal Rule[] Rules => rules;

        internal ConcurrentDictionary<TClassifier, TSubscriber[]> ByClass { get; } = new();
    }
}
