namespace Akka.Actor;

/// <summary>What is left of the props of an actor that has stopped: they make nothing, and hold nothing of what it was made of.</summary>
public class TerminatedProps : Props
{
    internal static readonly TerminatedProps Instance = new();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override ActorBase NewActor() => throw new InvalidOperationException("This actor has been terminated");
}
