namespace Akka.TestKit;

/// <summary>A predicate for messages of a type.</summary>
public class PredicateInfo
{
    private readonly Func<object, bool> _matches;

    private protected PredicateInfo(Delegate predicateT, Type type, Func<object, bool> matches)
    {
        PredicateT = predicateT;
        Type = type;
        _matches = matches;
    }

    /// <summary>The predicate.</summary>
    public Delegate PredicateT { get; }

    /// <summary>The type of the messages.</summary>
    public Type Type { get; }

    /// <summary>A predicate for messages of a type.</summary>
    public static PredicateInfo Create<T>(Predicate<T> predicateT) =>
        new(predicateT, typeof(T), message => message is T typed && predicateT(typed));

    /// <inheritdoc/>
    public override string ToString() => $"predicate for {Type}";

    internal bool Matches(object message) => _matches(message);
}
