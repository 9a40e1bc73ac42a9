namespace Akka.Actor;

/// <summary>The ref of no actor; what it is told is lost.</summary>
public sealed class Nobody : MinimalActorRef
{
    private Nobody() { }

    /// <summary>The one instance.</summary>
    public static readonly Nobody Instance = new();

    /// <inheritdoc/>
    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/Nobody");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: nobody belongs to no system.</exception>
    public override IActorRefProvider Provider => throw new NotSupportedException("Nobody does not provide");
}

/// <summary>Swallows whatever it is told: for a reply that nobody wants.</summary>
internal sealed class IgnoreRef(IActorRefProvider provider) : MinimalActorRef
{
    /// <summary>The same in all systems, so that it means the same wherever it is sent to.</summary>
    public static readonly ActorPath OfAllSystems = new RootActorPath(new Address("akka", "local")) / "ignore";

    public override ActorPath Path => OfAllSystems;
    public override IActorRefProvider Provider => provider;
}
