using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>A reference to an actor that runs on the threads that tell it something, and that a test can look into.</summary>
/// <typeparam name="TActor">The type of the actor.</typeparam>
public abstract class TestActorRefBase<TActor> : IInternalActorRef, ITestActorRef
    where TActor : ActorBase
{
    private readonly InternalTestActorRef _internal;

    /// <summary>Starts the actor, unless its props name a dispatcher of their own, on the calling thread.</summary>
    protected TestActorRefBase(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null) =>
        _internal = InternalTestActorRef.Create(system, actorProps, supervisor, name);

    /// <summary>The actor's reference without the wrapping.</summary>
    public IActorRef Ref => _internal;

    /// <summary>The instance that runs now.</summary>
    /// <exception cref="IllegalActorStateException">There is none: the actor has stopped, or could not be created.</exception>
    public TActor UnderlyingActor => (TActor)_internal.UnderlyingActor;

    /// <inheritdoc/>
    public ActorPath Path => _internal.Path;

    /// <inheritdoc/>
    InternalTestActorRef ITestActorRef.Internal => _internal;

    /// <inheritdoc/>
    IInternalActorRef IInternalActorRef.Parent => _internal.Parent;

    /// <inheritdoc/>
    IActorRefProvider IInternalActorRef.Provider => _internal.Provider;

    /// <inheritdoc/>
    bool IInternalActorRef.IsTerminated => _internal.IsTerminated;

    /// <inheritdoc/>
    bool IActorRefScope.IsLocal => _internal.IsLocal;

    /// <summary>Whether both refer to the same actor.</summary>
    public static bool operator ==(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) => Same(testActorRef, actorRef);

    /// <summary>Whether both refer to the same actor.</summary>
    public static bool operator ==(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) => Same(testActorRef, actorRef);

    /// <summary>Whether the two refer to different actors.</summary>
    public static bool operator !=(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) => !Same(testActorRef, actorRef);

    /// <summary>Whether the two refer to different actors.</summary>
    public static bool operator !=(IActorRef? actorRef, TestActorRefBase<TActor>? testActorRef) => !Same(testActorRef, actorRef);

    /// <summary>The actor's reference without the wrapping.</summary>
    public static IActorRef ToActorRef(TestActorRefBase<TActor> actorRef) => actorRef._internal;

    /// <summary>Has the actor handle a message on this thread. What it throws is thrown here; no supervisor hears of it.</summary>
    public void Receive(object message, IActorRef? sender = null) => _internal.Cell.ReceiveMessageForTest(new Envelope(message, sender!));

    /// <summary>Has the actor handle a message, asynchronously where its handler is. What the handler throws the task fails with; no supervisor
    /// hears of it.</summary>
    public Task ReceiveAsync(object message, IActorRef? sender = null) => _internal.Cell.ReceiveMessageForTestAsync(new Envelope(message, sender!));

    /// <summary>Has the actor watch another.</summary>
    public void Watch(IActorRef subject) => _internal.Cell.Watch(subject);

    /// <summary>Has the actor watch another no longer.</summary>
    public void Unwatch(IActorRef subject) => _internal.Cell.Unwatch(subject);

    /// <summary>Tells the actor something.</summary>
    public void Tell(object message, IActorRef? sender) => _internal.Tell(message, sender);

    /// <summary>Tells the actor something; the sender is the actor that runs on this thread, such as the test actor.</summary>
    public void Tell(object message) => ActorRefImplicitSenderExtensions.Tell(_internal, message);

    /// <summary>Tells the actor something as the sender of the message that the actor on this thread handles.</summary>
    public void Forward(object message) => ActorRefImplicitSenderExtensions.Forward(_internal, message);

    /// <inheritdoc/>
    public void SendSystemMessage(ISystemMessage message) => _internal.SendSystemMessage(message);

    /// <summary>Sends the actor a system message.</summary>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => _internal.SendSystemMessage(message);

    /// <inheritdoc/>
    void IInternalActorRef.Start() => _internal.Start();

    /// <inheritdoc/>
    void IInternalActorRef.Suspend() => _internal.Suspend();

    /// <inheritdoc/>
    void IInternalActorRef.Resume(Exception? causedByFailure) => _internal.Resume(causedByFailure);

    /// <inheritdoc/>
    void IInternalActorRef.Stop() => _internal.Stop();

    /// <inheritdoc/>
    void IInternalActorRef.Restart(Exception cause) => _internal.Restart(cause);

    /// <inheritdoc/>
    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => _internal.GetChild(name);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => _internal.CompareTo(obj);

    /// <inheritdoc/>
    int IComparable<IActorRef>.CompareTo(IActorRef? other) => _internal.CompareTo(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => _internal.Equals(obj is ITestActorRef test ? test.Internal : obj);

    /// <inheritdoc/>
    public bool Equals(IActorRef? other) => Equals((object?)other);

    /// <inheritdoc/>
    public override int GetHashCode() => _internal.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => _internal.ToString();

    private static bool Same(TestActorRefBase<TActor>? testActorRef, IActorRef? actorRef) => testActorRef is null ? actorRef is null : testActorRef.Equals(actorRef);
}

#pragma warning disable CS0660, CS0661 // Its operators call what its base overrides.

/// <inheritdoc cref="TestActorRefBase{TActor}"/>
public class TestActorRef<TActor> : TestActorRefBase<TActor>
    where TActor : ActorBase
{
    /// <summary>Starts the actor, unless its props name a dispatcher of their own, on the calling thread.</summary>
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
        : base(system, actorProps, supervisor, name)
    {
    }

    /// <summary>Whether both refer to the same actor.</summary>
    public static bool operator ==(TestActorRef<TActor>? testActorRef, IActorRef? actorRef) => Equals(testActorRef, actorRef);

    /// <summary>Whether both refer to the same actor.</summary>
    public static bool operator ==(IActorRef? actorRef, TestActorRef<TActor>? testActorRef) => Equals(testActorRef, actorRef);

    /// <summary>Whether the two refer to different actors.</summary>
    public static bool operator !=(TestActorRef<TActor>? testActorRef, IActorRef? actorRef) => !Equals(testActorRef, actorRef);

    /// <summary>Whether the two refer to different actors.</summary>
    public static bool operator !=(IActorRef? actorRef, TestActorRef<TActor>? testActorRef) => !Equals(testActorRef, actorRef);
}
