using Akka.Actor;

namespace Vod.Actors.Connections;

/// <summary>Stops a child that fails, and tells the parent of each child that has ended: that costs less than to watch every one.</summary>
internal sealed class EndReportingStrategy() : OneForOneStrategy(maxNrOfRetries: 0, withinTimeRange: Timeout.InfiniteTimeSpan, StoppingStrategy.Decider)
{
    /// <inheritdoc/>
    public override void HandleChildTerminated(IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children) =>
        actorContext.Self.Tell(new ChildEnded(child, this), child);
}

/// <summary>A child has ended.</summary>
/// <param name="Child">Which.</param>
/// <param name="By">The strategy of the instance whose child it was: another one after a restart.</param>
internal sealed record ChildEnded(IActorRef Child, EndReportingStrategy By);
