using Akka.Actor;

namespace Akka.Routing;

/// <summary>All routees; whoever sent the message gets the first answer, and the others are dropped.</summary>
public sealed class ScatterGatherFirstCompletedRoutingLogic : RoutingLogic
{
    private readonly TimeSpan _within;

    /// <param name="within">How long to wait for an answer; then there is a <see cref="Status.Failure"/> with an <see cref="AskTimeoutException"/>.</param>
    public ScatterGatherFirstCompletedRoutingLogic(TimeSpan within)
    {
        _within = within;
    }

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees) => new FirstCompleted(routees, _within);

    private sealed class FirstCompleted(Routee[] routees, TimeSpan within) : Routee
    {
        public override void Send(object message, IActorRef? sender)
        {
            var answers = routees.Select(routee => routee.Ask(message, within)).OfType<Task<object>>().ToArray();
            var first = answers.Length > 0
                ? Task.WhenAny(answers).Unwrap()
                : Task.FromException<object>(new AskTimeoutException("Timeout due to no routees"));
            first.PipeTo(sender ?? ActorRefs.Nobody);
        }
    }
}
