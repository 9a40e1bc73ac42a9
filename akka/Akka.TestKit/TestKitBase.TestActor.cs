using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>Drops messages that the predicate holds for, as soon as they come; the kit never sees them.</summary>
    public void IgnoreMessages(Func<object, bool> shouldIgnoreMessage) =>
        TestActor.Tell(new TestActor.SetIgnore(new TestActor.Ignore(shouldIgnoreMessage)));

    /// <summary>Drops messages of a type that the predicate holds for.</summary>
    public void IgnoreMessages<TMsg>(Func<TMsg, bool> shouldIgnoreMessage) =>
        IgnoreMessages(message => message is TMsg typed && shouldIgnoreMessage(typed));

    /// <summary>Drops messages of a type.</summary>
    public void IgnoreMessages<TMsg>() => IgnoreMessages(message => message is TMsg);

    /// <summary>Drops no more messages.</summary>
    public void IgnoreNoMessages() => TestActor.Tell(new TestActor.SetIgnore(null));

    /// <summary>Reacts to each message as soon as it comes.</summary>
    public void SetAutoPilot(AutoPilot pilot) => TestActor.Tell(new TestActor.SetAutoPilot(pilot));

    /// <summary>Has the test actor watch an actor, and returns once it does.</summary>
    public IActorRef Watch(IActorRef actorToWatch) => AskTestActor(new TestActor.Watch(actorToWatch), default).GetAwaiter().GetResult();

    /// <inheritdoc cref="Watch"/>
    public Task<IActorRef> WatchAsync(IActorRef actorToWatch) => AskTestActor(new TestActor.Watch(actorToWatch), default);

    /// <summary>Has the test actor watch an actor no longer, and returns once it does not.</summary>
    public IActorRef Unwatch(IActorRef actorToUnwatch) => AskTestActor(new TestActor.Unwatch(actorToUnwatch), default).GetAwaiter().GetResult();

    /// <inheritdoc cref="Unwatch"/>
    public Task<IActorRef> UnwatchAsync(IActorRef actorToUnwatch) => AskTestActor(new TestActor.Unwatch(actorToUnwatch), default);

    private async Task<IActorRef> AskTestActor(object message, CancellationToken cancellationToken) =>
        await TestActor.Ask<IActorRef>(message, RemainingOrDefault, cancellationToken).ConfigureAwait(false);
}
