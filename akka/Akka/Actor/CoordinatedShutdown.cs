using System.Collections.Immutable;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Makes the <see cref="CoordinatedShutdown"/> of a system.</summary>
public sealed class CoordinatedShutdownExtension : ExtensionIdProvider<CoordinatedShutdown>
{
    /// <summary>One more; they are all the same.</summary>
    public CoordinatedShutdownExtension() { }

    /// <inheritdoc/>
    public override CoordinatedShutdown CreateExtension(ExtendedActorSystem system) =>
        CoordinatedShutdown.Start(system, system.Settings.Config.GetConfig("akka.coordinated-shutdown")
            ?? throw ConfigurationException.NullOrEmptyConfig<CoordinatedShutdown>("akka.coordinated-shutdown"));
}

/// <summary>Ends an actor system in phases, which <c>akka.coordinated-shutdown.phases</c> puts into an order. The tasks of a phase run at
/// the same time; the next phase begins when all are done, or when the phase's time is over.</summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    /// <summary>Nothing is stopped yet: the place for what must still see everything at work.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>Takes no new connections.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Requests that are under way are finished.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>The connections are closed.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>Before anything of a cluster ends.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>The shards of a cluster move elsewhere. Nothing happens in this phase and the next four here, but applications may have tasks in them.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>The system leaves its cluster.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>The cluster hands over what the system did.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>The handing over is done.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>The cluster ends.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>Before the actor system ends.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>The last phase: the actor system ends.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly ShutdownPhases _phases;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<Done> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableDictionary<string, ImmutableList<ShutdownTask>> _tasks = ImmutableDictionary<string, ImmutableList<ShutdownTask>>.Empty;
    private Reason? _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system, ShutdownPhases phases)
    {
        System = system;
        _phases = phases;
        Log = Logging.GetLogger(system, this);
    }

    /// <summary>The system.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>Why it was begun; null before.</summary>
    public Reason? ShutdownReason => Volatile.Read(ref _reason);

    /// <summary>How long it takes at most: the sum of the times of all phases with tasks.</summary>
    public TimeSpan TotalTimeout
    {
        get
        {
            lock (_gate) return _tasks.Keys.Aggregate(TimeSpan.Zero, (sum, phase) => sum + Timeout(phase));
        }
    }

    internal ILoggingAdapter Log { get; }

    /// <summary>The one of the system.</summary>
    public static CoordinatedShutdown Get(ActorSystem sys) => sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <summary>Adds a task to a phase. The name is for the log.
    /// May be called while the shutdown runs, for a phase that is still to come.</summary>
    /// <exception cref="ArgumentException">The configuration has no such phase, or the task has no name.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        _phases.Check(phase);
        if (string.IsNullOrEmpty(taskName)) throw new ArgumentException("Set a task name when adding tasks to the Coordinated Shutdown. It will make debugging easier.", nameof(taskName));
        lock (_gate)
        {
            var before = _tasks.GetValueOrDefault(phase, []);
            _tasks = _tasks.SetItem(phase, before.Add(new ShutdownTask(taskName, task)));
        }
    }

    /// <summary>How long a phase may take.</summary>
    /// <exception cref="ArgumentException">The configuration has no such phase.</exception>
    public TimeSpan Timeout(string phase) => _phases[phase].Timeout;

    /// <summary>Begins, and completes with the last phase. Once begun it cannot be begun again: all calls return the same task.</summary>
    /// <param name="reason">Why; found in <see cref="ShutdownReason"/> from then on.</param>
    /// <param name="fromPhase">Leaves out the phases before this one.</param>
    /// <exception cref="ArgumentException">The configuration has no such phase.</exception>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (fromPhase is not null) _phases.Check(fromPhase);
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null) _ = Task.Run(() => RunPhases(fromPhase));
        return _done.Task;
    }

    internal static CoordinatedShutdown Start(ExtendedActorSystem system, Config config)
    {
        var shutdown = new CoordinatedShutdown(system, ShutdownPhases.From(config));
        shutdown.AddTermination(config.GetBoolean("terminate-actor-system"), config.GetBoolean("exit-clr"));
        if (config.GetBoolean("run-by-clr-shutdown-hook")) shutdown.RunWhenProcessExits(system.Settings.Setup.Get<Setup.HostedSetup>().HasValue);
        return shutdown;
    }

    private async Task RunPhases(string? fromPhase)
    {
        try
        {
            Log.Debug("Running CoordinatedShutdown with reason [{0}]", _reason);
            foreach (var phase in _phases.OrderFrom(fromPhase)) await RunPhase(phase).ConfigureAwait(false);
            _done.SetResult(Done.Instance);
        }
        catch (Exception cause)
        {
            _done.SetException(cause);
        }
    }

    private async Task RunPhase(string name)
    {
        ImmutableList<ShutdownTask> tasks;
        lock (_gate) tasks = _tasks.GetValueOrDefault(name, []);
        if (tasks.IsEmpty) return;
        var phase = _phases[name];
        Log.Debug("Performing phase [{0}] with [{1}] tasks: [{2}]", name, tasks.Count, string.Join(", ", tasks.Select(task => task.Name)));
        var tasksDone = Task.WhenAll(tasks.Select(task => RunTask(task, name, phase.Recover)));
        try
        {
            await tasksDone.WaitAsync(phase.Timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (phase.Recover)
        {
            Log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", name, phase.Timeout);
        }
        catch (TimeoutException) when (!tasksDone.IsCompleted)
        {
            throw new TimeoutException($"Coordinated shutdown phase [{name}] timed out after {phase.Timeout}");
        }
    }

    private async Task RunTask(ShutdownTask task, string phase, bool recover)
    {
        try
        {
            await task.Run().ConfigureAwait(false);
        }
        catch (Exception cause) when (recover)
        {
            Log.Warning(cause, "Task [{0}] failed in phase [{1}]: {2}", task.Name, phase, cause.Message);
        }
    }

    private void AddTermination(bool terminate, bool exit)
    {
        if (!terminate && !exit) return;
        AddTask(PhaseActorSystemTerminate, "terminate-system", async () =>
        {
            if (terminate)
            {
                var terminated = ((ActorSystemImpl)System).FinalTerminate();
                if (exit) _ = ExitWhenTooLate(terminated);
                await terminated.ConfigureAwait(false);
            }
            if (exit) Exit();
            return Done.Instance;
        });
    }

    private async Task ExitWhenTooLate(Task terminated)
    {
        await Task.WhenAny(terminated, Task.Delay(Timeout(PhaseActorSystemTerminate))).ConfigureAwait(false);
        Exit();
    }

    private sealed record ShutdownTask(string Name, Func<Task<Done>> Run);
}
