using System.Collections.Concurrent;

namespace Akka.Event;

/// <summary>Brings events to those who subscribed to their class of events. Publishing takes no lock and, once a class of events
/// has been seen, neither search nor allocation; subscribing copies.</summary>
/// <remarks>Subscribing to a class subscribes to all below it, and unsubscribing from one unsubscribes from all below it:
/// for each event the last of the two that covers its class counts.</remarks>
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

    /// <summary>Subscribes; false when that changes nothing.</summary>
    public virtual bool Subscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var rules = _current.Rules;
            var below = Below(rules, subscriber, classifier);
            if (Includes(rules, subscriber, classifier) && below.All(rule => rule.Include)) return false;
            _current = new Subscriptions([.. rules.Except(below), new Rule(subscriber, classifier, true)]);
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

    /// <summary>Unsubscribes from a class of events and all below it; false when that changes nothing.</summary>
    public virtual bool Unsubscribe(TSubscriber subscriber, TClassifier classifier)
    {
        lock (_gate)
        {
            var rules = _current.Rules;
            var below = Below(rules, subscriber, classifier);
            var included = Includes(rules, subscriber, classifier);
            if (!included && !below.Any(rule => rule.Include)) return false;
            var rest = rules.Except(below).ToArray();
            // Still covered by a wider subscription: that one now has a hole.
            if (Includes(rest, subscriber, classifier)) rest = [.. rest, new Rule(subscriber, classifier, false)];
            _current = new Subscriptions(rest);
            return true;
        }
    }

    /// <summary>Brings <paramref name="event"/> to all who are subscribed to its class.</summary>
    public virtual void Publish(TEvent @event)
    {
        foreach (var subscriber in SubscribersOf(GetClassifier(@event))) Publish(@event, subscriber);
    }

    /// <summary>The class of an event.</summary>
    protected abstract TClassifier GetClassifier(TEvent @event);

    /// <summary>True when the event is of the class.</summary>
    protected abstract bool Classify(TEvent @event, TClassifier classifier);

    /// <summary>True when <paramref name="child"/> is <paramref name="parent"/> or below it.</summary>
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

    private TSubscriber[] SubscribersOf(TClassifier classifier)
    {
        var current = _current;
        return current.ByClass.TryGetValue(classifier, out var found)
            ? found
            : current.ByClass.GetOrAdd(classifier, Find(current.Rules, classifier));
    }

    private TSubscriber[] Find(Rule[] rules, TClassifier classifier)
    {
        var found = new List<TSubscriber>();
        foreach (var rule in rules)
        {
            if (!IsSubClassification(rule.Classifier, classifier)) continue;
            found.Remove(rule.Subscriber);
            if (rule.Include) found.Add(rule.Subscriber);
        }
        return found.ToArray();
    }

    private bool Includes(Rule[] rules, TSubscriber subscriber, TClassifier classifier) =>
        Array.FindLast(rules, rule => rule.IsOf(subscriber) && IsSubClassification(rule.Classifier, classifier)) is { Include: true };

    /// <summary>The subscriber's rules that a new one for the class makes idle.</summary>
    private Rule[] Below(Rule[] rules, TSubscriber subscriber, TClassifier classifier) =>
        Array.FindAll(rules, rule => rule.IsOf(subscriber) && IsSubClassification(classifier, rule.Classifier));

    /// <summary>To get (or not to get) events of a class.</summary>
    private sealed class Rule(TSubscriber subscriber, TClassifier classifier, bool include)
    {
        internal TSubscriber Subscriber => subscriber;

        internal TClassifier Classifier => classifier;

        internal bool Include => include;

        internal bool IsOf(TSubscriber other) => EqualityComparer<TSubscriber>.Default.Equals(subscriber, other);
    }

    /// <summary>The rules, oldest first, and what they come to for the classes of events seen since they were made.</summary>
    private sealed class Subscriptions(Rule[] rules)
    {
        internal Rule[] Rules => rules;

        internal ConcurrentDictionary<TClassifier, TSubscriber[]> ByClass { get; } = new();
    }
}
