namespace Akka.Actor;

/// <summary>A message on its way along a selection.</summary>
public class ActorSelectionMessage : IAutoReceivedMessage, IPossiblyHarmful, IWrappedMessage
{
    /// <summary>A message with the rest of its way.</summary>
    /// <exception cref="ArgumentNullException">Either is null.</exception>
    public ActorSelectionMessage(object message, SelectionPathElement[] elements, bool wildCardFanOut = false)
    {
        Message = message ?? throw new ArgumentNullException(nameof(message), "The message cannot be null.");
        Elements = elements ?? throw new ArgumentNullException(nameof(elements), "The elements cannot be null.");
        WildCardFanOut = wildCardFanOut;
    }

    /// <summary>The message.</summary>
    public object Message { get; }

    /// <summary>The rest of the way.</summary>
    public SelectionPathElement[] Elements { get; }

    /// <summary>True for one of several copies.</summary>
    public bool WildCardFanOut { get; }

    /// <summary>A copy with other parts.</summary>
    public ActorSelectionMessage Copy(object? message = null, SelectionPathElement[]? elements = null, bool? wildCardFanOut = null) =>
        new(message ?? Message, elements ?? Elements, wildCardFanOut ?? WildCardFanOut);

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelectionMessage - Message: {Message} - WildCartFanOut: {WildCardFanOut} - Elements: [{string.Join<SelectionPathElement>(", ", Elements)}]";
}
