namespace Akka.Actor;

/// <summary>What a supervisor does about a failed child.</summary>
public enum Directive
{
    /// <summary>Goes on with the next message, state kept.</summary>
    Resume,

    /// <summary>Makes a new instance, mailbox kept.</summary>
    Restart,

    /// <summary>Fails itself, so that its own supervisor decides.</summary>
    Escalate,

    /// <summary>Stops it for good.</summary>
    Stop,
}

/// <summary>Decides by the exception.</summary>
public interface IDecider
{
    /// <summary>What to do about <paramref name="cause"/>.</summary>
    Directive Decide(Exception cause);
}

/// <summary>Makes deciders.</summary>
public static class Decider
{
    /// <summary>Decides with a function.</summary>
    public static LocalOnlyDecider From(Func<Exception, Directive> localOnlyDecider) => new(localOnlyDecider);

    /// <summary>Decides with a table of exception types; the first type that fits decides.</summary>
    public static DeployableDecider From(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs) => new(defaultDirective, pairs);

    /// <summary>Decides with a table of exception types; the first type that fits decides.</summary>
    public static DeployableDecider From(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs) => new(defaultDirective, pairs);
}

/// <summary>Rows for the table of a decider.</summary>
public static class DirectiveExtensions
{
    /// <summary>This directive for exceptions of a type.</summary>
    public static KeyValuePair<Type, Directive> When<TException>(this Directive self) where TException : Exception => new(typeof(TException), self);
}

/// <summary>Decides with a function.</summary>
/// <param name="decider">The function.</param>
public class LocalOnlyDecider(Func<Exception, Directive> decider) : IDecider
{
    /// <inheritdoc/>
    public Directive Decide(Exception cause) => decider(cause);
}

/// <summary>Decides with a table of exception types.</summary>
public class DeployableDecider : IDecider, IEquatable<DeployableDecider>
{
    /// <summary>With a default and the rows.</summary>
    public DeployableDecider(Directive defaultDirective, IEnumerable<KeyValuePair<Type, Directive>> pairs) : this(defaultDirective, pairs.ToArray()) { }

    /// <summary>With a default and the rows.</summary>
    public DeployableDecider(Directive defaultDirective, params KeyValuePair<Type, Directive>[] pairs)
    {
        DefaultDirective = defaultDirective;
        Pairs = pairs;
    }

    /// <summary>For exceptions that are in no row.</summary>
    public Directive DefaultDirective { get; }

    /// <summary>The rows, the first that fits decides.</summary>
    public KeyValuePair<Type, Directive>[] Pairs { get; }

    /// <inheritdoc/>
    public Directive Decide(Exception cause)
    {
        foreach (var (type, directive) in Pairs)
            if (type.IsInstanceOfType(cause)) return directive;
        return DefaultDirective;
    }

    /// <inheritdoc/>
    public bool Equals(DeployableDecider? other) =>
        other is not null && DefaultDirective == other.DefaultDirective && Pairs.SequenceEqual(other.Pairs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DeployableDecider);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DefaultDirective, Pairs.Length);
}
