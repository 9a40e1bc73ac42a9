using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// A test actor with a kit of its own, which can be used as a reference to that actor. For tests with several parties.
/// </summary>
public class TestProbe : TestKitBase, INoImplicitSender, IInternalActorRef
{
    /// <summary>Creates a probe.</summary>
    /// <param name="system">The system that the probe is part of.</param>
    /// <param name="assertions">How its expectations fail.</param>
    /// <param name="testProbeName">The name of its test actor; none for one made up.</param>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    /// <summary>The sender of the message received last.</summary>
    public IActorRef? Sender => LastSender;

    /// <summary>The test actor.</summary>
    public IActorRef Ref => TestActor;

    /// <inheritdoc/>
    ActorPath IActorRef.Path => TestActor.Path;

    /// <inheritdoc/>
    IInternalActorRef IInternalActorRef.Parent => Internal.Parent;

    /// <inheritdoc/>
    IActorRefProvider IInternalActorRef.Provider => Internal.Provider;

    /// <inheritdoc/>
    bool IInternalActorRef.IsTerminated => Internal.IsTerminated;

    /// <inheritdoc/>
    bool IActorRefScope.IsLocal => Internal.IsLocal;

    private IInternalActorRef Internal => (IInternalActorRef)TestActor;

    /// <summary>Tells an actor something, with the probe as sender.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Tells the sender of the message received last something, with the probe as sender.</summary>
    public void Reply(object message) => ReceivedSender().Tell(message, TestActor);

    /// <summary>Forwards the message received last, as if its sender had sent it there.</summary>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage ?? throw NothingReceived());

    /// <summary>Tells an actor something as if the sender of the message received last had.</summary>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, ReceivedSender());

    /// <summary>Starts a child of the probe, supervised by the default strategy.</summary>
    public IActorRef ChildActorOf<T>(CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(CancellationToken)"/>
    public IActorRef ChildActorOf<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), name, cancellationToken);

    /// <summary>Starts a child of the probe, supervised by a strategy of its own.</summary>
    public IActorRef ChildActorOf<T>(SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(SupervisorStrategy, CancellationToken)"/>
    public IActorRef ChildActorOf<T>(string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOf(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(string name, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), name, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), supervisorStrategy, cancellationToken);

    /// <inheritdoc cref="ChildActorOf{T}(SupervisorStrategy, CancellationToken)"/>
    public Task<IActorRef> ChildActorOfAsync<T>(string name, SupervisorStrategy supervisorStrategy, CancellationToken cancellationToken = default)
        where T : ActorBase => ChildActorOfAsync(Props.Create<T>(), name, supervisorStrategy, cancellationToken);

    /// <summary>A probe's probe would belong to nobody.</summary>
    /// <exception cref="NotSupportedException">Always: create it from the kit.</exception>
    public override TestProbe CreateTestProbe(string? name = null) =>
        throw new NotSupportedException("Create the probe from the test's kit, not from another probe.");

    /// <inheritdoc/>
    void ICanTell.Tell(object message, IActorRef? sender) => TestActor.Tell(message, sender);

    /// <inheritdoc/>
    void IInternalActorRef.Start() => Internal.Start();

    /// <inheritdoc/>
    void IInternalActorRef.Suspend() => Internal.Suspend();

    /// <inheritdoc/>
    void IInternalActorRef.Resume(Exception? causedByFailure) => Internal.Resume(causedByFailure);

    /// <inheritdoc/>
    void IInternalActorRef.Stop() => Internal.Stop();

    /// <inheritdoc/>
    void IInternalActorRef.Restart(Exception cause) => Internal.Restart(cause);

    /// <inheritdoc/>
    IActorRef IInternalActorRef.GetChild(IReadOnlyList<string> name) => Internal.GetChild(name);

    /// <summary>Sends the test actor a system message.</summary>
    public void SendSystemMessage(ISystemMessage message) => Internal.SendSystemMessage(message);

    /// <summary>Sends the test actor a system message.</summary>
    public void SendSystemMessage(ISystemMessage message, IActorRef sender) => Internal.SendSystemMessage(message);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => TestActor.CompareTo(obj);

    /// <inheritdoc/>
    int IComparable<IActorRef>.CompareTo(IActorRef? other) => TestActor.CompareTo(other);

    /// <summary>Whether it is the test actor, or a probe with the same one.</summary>
    public override bool Equals(object? obj) => TestActor.Equals(obj is TestProbe probe ? probe.TestActor : obj);

    /// <inheritdoc/>
    bool IEquatable<IActorRef>.Equals(IActorRef? other) => Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => TestActor.ToString()!;

    private IActorRef ReceivedSender() => LastSender ?? throw NothingReceived();

    private static InvalidOperationException NothingReceived() => new("The probe has received no message to answer or forward.");
}
