using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Configs;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// Tests actors from outside: a test actor receives what they send, and the kit's methods expect it. The base of kits for test frameworks.
/// </summary>
/// <remarks>
/// Methods come in pairs: one blocks the calling thread until its message has come, its twin with <c>Async</c> in the name awaits it. A kit
/// belongs to one test, and only one of its methods may be under way at a time.
/// </remarks>
public abstract partial class TestKitBase : IActorRefFactory
{
    private static long _testActors;

    private readonly ITestKitAssertions _assertions;
    private readonly EnvelopeQueue _queue = new();
    private ActorSystem _system = null!;
    private MessageEnvelope _last = NullMessageEnvelope.Instance;
    private ActorCell? _cell;
    private ActorCell? _outerCell;
    private SynchronizationContext? _outerContext;

    /// <summary>Creates a kit for a system that runs already, or for one that it creates.</summary>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystem? system = null, string? testActorName = null)
        : this(assertions, system, ActorSystemSetup.Empty, null, testActorName)
    {
    }

    /// <summary>Creates a kit and its system.</summary>
    protected TestKitBase(ITestKitAssertions assertions, ActorSystemSetup setup, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, setup, actorSystemName, testActorName)
    {
    }

    /// <summary>Creates a kit and its system.</summary>
    protected TestKitBase(ITestKitAssertions assertions, Config config, string? actorSystemName = null, string? testActorName = null)
        : this(assertions, null, ActorSystemSetup.Empty.And(BootstrapSetup.Create().WithConfig(config)), actorSystemName, testActorName)
    {
    }

    /// <summary>Creates a kit for a system that runs already, or for one that it creates.</summary>
    protected TestKitBase(
        ITestKitAssertions assertions, ActorSystem? system, ActorSystemSetup config, string? actorSystemName, string? testActorName)
    {
        ArgumentNullException.ThrowIfNull(assertions);
        _assertions = assertions;
        InitializeTest(system, config, actorSystemName, testActorName);
    }

    /// <summary>The configuration that every test falls back to.</summary>
    public static Config DefaultConfig => TestConfigs.DefaultConfig;

    /// <summary>Logs all that the system can tell of its workings.</summary>
    public static Config FullDebugConfig => TestConfigs.FullDebugConfig;

    /// <summary>The time on the clock that timeouts are measured with.</summary>
    public static TimeSpan Now => TimeSpan.FromTicks(TimeProvider.System.GetElapsedTime(0).Ticks);

    /// <summary>The system under test.</summary>
    public ActorSystem Sys => _system;

    /// <summary>The settings of the kit.</summary>
    public TestKitSettings TestKitSettings { get; private set; } = null!;

    /// <summary>The actor whose messages are expected. Unless one is named, it is the sender of what the test tells.</summary>
    public IActorRef TestActor { get; private set; } = null!;

    /// <summary>The sender of the message received last.</summary>
    public IActorRef? LastSender => _last.Sender;

    /// <summary>The message received last.</summary>
    public object? LastMessage => _last.Message;

    /// <summary>Whether there is a message that was not received yet.</summary>
    public bool HasMessages => _queue.HasMessages;

    /// <summary>Expects or mutes log events.</summary>
    public EventFilterFactory EventFilter { get; private set; } = null!;

    /// <summary>Logs to the system under test.</summary>
    public ILoggingAdapter Log { get; private set; } = null!;

    internal ITestKitAssertions FrameworkAssertions => _assertions;

    /// <summary>Expects or mutes log events of another system.</summary>
    public EventFilterFactory CreateEventFilter(ActorSystem system) => new(this, system);

    /// <summary>Creates the system, if none is given, and the test actor.</summary>
    protected virtual void InitializeTest(ActorSystem? system, ActorSystemSetup config, string? actorSystemName, string? testActorName)
    {
        _system = system ?? ActorSystem.Create(actorSystemName ?? "test", WithDefaults(config));
        _system.Settings.InjectTopLevelFallback(DefaultConfig); // a system that runs already may know nothing of tests
        new TestKitExtension().Apply(_system);
        TestKitSettings = TestKitExtension.For(_system);
        Log = Logging.GetLogger(_system, GetType());
        EventFilter = new EventFilterFactory(this);
        TestActor = CreateTestActor(_system, string.IsNullOrEmpty(testActorName) ? NextTestActorName() : testActorName, _queue);

        if (this is not INoImplicitSender && TestActor is LocalActorRef { Cell: var cell })
        {
            _cell = cell;
            _outerCell = ImplicitSender.Enter(cell);
            _outerContext = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(new ActorCellKeepingSynchronizationContext(cell));
        }
    }

    /// <summary>The test is over: what this thread does next is not told by the test actor any more. Other threads see to that themselves
    /// (<see cref="ImplicitSender"/>).</summary>
    internal void LeaveThread()
    {
        if (_cell is not null && ActorCell.Current == _cell)
        {
            ImplicitSender.Leave(_outerCell);
            SynchronizationContext.SetSynchronizationContext(_outerContext);
        }
    }

    /// <summary>Creates one more test actor: what it receives is expected as what <see cref="TestActor"/> receives is.</summary>
    public IActorRef CreateTestActor(string name) => CreateTestActor(_system, name, _queue);

    /// <summary>Creates a latch whose timeouts follow the time factor.</summary>
    /// <param name="count">How many counts open it.</param>
    public virtual TestLatch CreateTestLatch(int count = 1) => TestLatch.Dilated(Dilated, TestKitSettings.DefaultTimeout, count);

    /// <summary>Creates a barrier whose timeouts follow the time factor.</summary>
    /// <param name="count">How many threads are waited for.</param>
    public TestBarrier CreateTestBarrier(int count) => new(this, count, TestKitSettings.DefaultTimeout);

    /// <summary>Creates a probe: a test actor of its own, with all that a kit has.</summary>
    public virtual TestProbe CreateTestProbe(string? name = null) => CreateTestProbe(_system, name);

    /// <inheritdoc cref="CreateTestProbe(string)"/>
    /// <param name="system">The system that the probe is part of.</param>
    /// <param name="name">The name of its test actor; none for one made up.</param>
    public virtual TestProbe CreateTestProbe(ActorSystem system, string? name = null) => new(system, _assertions, name);

    /// <summary>Terminates the system under test.</summary>
    /// <param name="duration">How long to wait; by default 5 s, stretched, but 10 s at most.</param>
    /// <param name="verifySystemShutdown">Whether to throw when it does not terminate in time.</param>
    /// <exception cref="TimeoutException">It did not, and was to be verified.</exception>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false) => Shutdown(_system, duration, verifySystemShutdown);

    /// <inheritdoc cref="Shutdown(TimeSpan?, bool)"/>
    /// <param name="system">The system to terminate.</param>
    /// <param name="duration">How long to wait; by default 5 s, stretched, but 10 s at most.</param>
    /// <param name="verifySystemShutdown">Whether to throw when it does not terminate in time.</param>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var limit = duration ?? TimeSpanExtensions.Min(Dilated(TimeSpan.FromSeconds(5)), TimeSpan.FromSeconds(10));
        if (!system.Terminate().Wait(limit))
        {
            // Its actors must not go on in the tests that follow.
            ((ExtendedActorSystem)system).Guardian.Stop();
            ((ExtendedActorSystem)system).SystemGuardian.Stop();

            var message = $"Failed to stop [{system.Name}] within [{limit}]. ActorSystem is being forcefully shut down.";
            if (verifySystemShutdown)
            {
                throw new TimeoutException(message);
            }

            system.Log.Warning(message);
        }
    }

    private static string NextTestActorName() => $"testActor{Interlocked.Increment(ref _testActors)}";

    private static ActorSystemSetup WithDefaults(ActorSystemSetup setup)
    {
        var bootstrap = setup.Get<BootstrapSetup>().GetOrElse(BootstrapSetup.Create());
        return setup.And(bootstrap.WithConfigFallback(TestConfigs.DefaultConfig));
    }

    private static IActorRef CreateTestActor(ActorSystem system, string name, EnvelopeQueue queue)
    {
        var props = Props.Create(() => new InternalTestActor(queue)).WithDispatcher("akka.test.test-actor.dispatcher").WithDeploy(Deploy.Local);
        return ((ExtendedActorSystem)system).SystemActorOf(props, name);
    }
}
