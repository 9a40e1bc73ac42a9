using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Util;

namespace Akka.Actor.Internal;

/// <summary>The actor system.</summary>
public class ActorSystemImpl : ExtendedActorSystem
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _extensions = new();
    private readonly Lock _terminating = new();
    private Stack<Action>? _onTermination = new(); // null once they have been run
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LocalActorRefProvider _provider;
    private readonly IScheduler _scheduler;
    private IActorRef? _deadLetterListener;

    /// <summary>A system with default settings, not started yet.</summary>
    public ActorSystemImpl(string name) : this(name, ConfigurationFactory.Empty, ActorSystemSetup.Empty) { }

    /// <summary>A system, not started yet.</summary>
    /// <exception cref="ArgumentException">The name is not a word of letters, digits and, not in front, <c>-</c>.</exception>
    public ActorSystemImpl(string name, Config config, ActorSystemSetup setup, Option<Props>? guardianProps = null)
    {
        if (!Regex.IsMatch(name, "^[a-zA-Z0-9][a-zA-Z0-9-]*$"))
            throw new ArgumentException($"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')", nameof(name));
        ArgumentNullException.ThrowIfNull(config);
        Name = name;
        Settings = new Settings(this, config, setup);
        EventStream = new EventStream(Settings.DebugEventStream);
        EventStream.StartStdoutLogger(Settings);
        Log = new BusLogging(EventStream, $"ActorSystem({name})", typeof(ActorSystemImpl), Settings.LogFormatter);
        try
        {
            _scheduler = SchedulerFrom(Settings);
            _provider = new LocalActorRefProvider(name, Settings, EventStream);
            Mailboxes = new Mailboxes(this);
            Dispatchers = new Dispatchers(this, new DefaultDispatcherPrerequisites(EventStream, _scheduler, Settings, Mailboxes), Log);
        }
        catch
        {
            (_scheduler as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Settings Settings { get; }

    /// <inheritdoc/>
    public override EventStream EventStream { get; }

    /// <inheritdoc/>
    public override Mailboxes Mailboxes { get; }

    /// <inheritdoc/>
    public override Dispatchers Dispatchers { get; }

    /// <inheritdoc/>
    public override IScheduler Scheduler => _scheduler;

    /// <inheritdoc/>
    public override ILoggingAdapter Log { get; }

    /// <inheritdoc/>
    public override IActorRefProvider Provider => _provider;

    /// <inheritdoc/>
    public override IInternalActorRef Guardian => _provider.Guardian;

    /// <inheritdoc/>
    public override IInternalActorRef LookupRoot => _provider.Guardian;

    /// <inheritdoc/>
    public override IInternalActorRef SystemGuardian => _provider.SystemGuardian;

    /// <inheritdoc/>
    public override IActorRef DeadLetters => _provider.DeadLetters;

    /// <inheritdoc/>
    public override IActorRef IgnoreRef => _provider.IgnoreRef;

    /// <inheritdoc/>
    public override Task WhenTerminated => _terminated.Task;

    /// <summary>Makes the guardians, the loggers and the extensions of HOCON.</summary>
    public void Start()
    {
        try
        {
            _provider.Init(this);
            _provider.TerminationTask.ContinueWith(_ => Finish(), CancellationToken.None, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);
            EventStream.StartDefaultLoggers(this);
            if (Settings.LogDeadLetters > 0) _deadLetterListener = SystemActorOf<DeadLetterListener>("deadLetterListener");
            if (UnreadKeys.Of(Settings.Config) is { Count: > 0 } unread)
                Log.Warning("These configuration keys are not read, and have no effect: {0}", string.Join(", ", unread));
            if (Settings.LogConfigOnStart) Log.Info(Settings.ToString());
            // Here rather than with the first call of Terminate: it also watches for the end of the process.
            CoordinatedShutdown.Get(this);
            LoadExtensions();
        }
        catch
        {
            Abort();
            throw;
        }
    }

    private static IScheduler SchedulerFrom(Settings settings)
    {
        var type = FindType(settings.SchedulerClass)
            ?? throw new ConfigurationException($"akka.scheduler.implementation: there is no type [{settings.SchedulerClass}].");
        var log = new BusLogging(((ActorSystemImpl)settings.System).EventStream, "scheduler", type, settings.LogFormatter);
        return (IScheduler)Activator.CreateInstance(type, settings.Config, log)!;
    }

    internal static Type? FindType(string name) => Type.GetType(name) ?? typeof(ActorSystemImpl).Assembly.GetType(name.Split(',')[0].Trim());

    private void LoadExtensions()
    {
        foreach (var name in Settings.Config.GetStringList("akka.extensions"))
        {
            if (FindType(name) is not { IsClass: true, IsAbstract: false } type || !typeof(IExtensionId).IsAssignableFrom(type))
            {
                Log.Error("[{0}] is not an 'ExtensionId', skipping...", name);
                continue;
            }

            try
            {
                RegisterExtension((IExtensionId)Activator.CreateInstance(type)!);
            }
            catch (Exception e)
            {
                Log.Error(e, "While trying to load extension [{0}], skipping...", name);
            }
        }
    }

    /// <inheritdoc/>
    public override IActorRef ActorOf(Props props, string? name = null) => _provider.Guardian.Cell.AttachChild(props, false, name);

    /// <inheritdoc/>
    public override IActorRef SystemActorOf(Props props, string? name = null) => _provider.SystemGuardian.Cell.AttachChild(props, true, name);

    /// <inheritdoc/>
    public override IActorRef SystemActorOf<TActor>(string? name = null) => SystemActorOf(Props.Create<TActor>(), name);

    /// <inheritdoc/>
    public override ActorSelection ActorSelection(ActorPath actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this);

    /// <inheritdoc/>
    public override ActorSelection ActorSelection(string actorPath) => ActorRefFactoryShared.ActorSelection(actorPath, this, _provider.Guardian);

    /// <inheritdoc/>
    public override void Stop(IActorRef actor)
    {
        var parent = actor.Path.Parent;
        if (parent == _provider.Guardian.Path) _provider.Guardian.Tell(new Dispatch.SysMsg.StopChild(actor), ActorRefs.NoSender);
        else if (parent == _provider.SystemGuardian.Path) _provider.SystemGuardian.Tell(new Dispatch.SysMsg.StopChild(actor), ActorRefs.NoSender);
        else ((IInternalActorRef)actor).Stop();
    }

    /// <inheritdoc/>
    public override Task Terminate()
    {
        if (Settings.CoordinatedShutdownRunByActorSystemTerminate)
            CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        else
            FinalTerminate();
        return WhenTerminated;
    }

    /// <summary>Ends the system; the last step of coordinated shutdown.</summary>
    internal Task FinalTerminate()
    {
        if (_deadLetterListener is not null && !Settings.LogDeadLettersDuringShutdown) Stop(_deadLetterListener);
        _provider.Guardian.Stop();
        return WhenTerminated;
    }

    /// <inheritdoc/>
    public override void Abort()
    {
        if (_provider.Guardian is { } guardian) guardian.Stop();
        else Finish();
    }

    private void Finish()
    {
        // Latest first, each in its own right: one that throws is logged and does not keep the others from running.
        while (NextOnTermination() is { } code)
        {
            try
            {
                code();
            }
            catch (Exception e)
            {
                EventStream.Publish(new Error(e, $"ActorSystem({Name})", GetType(), "a function registered for the end of the system failed: " + e.Message));
            }
        }

        (_scheduler as IDisposable)?.Dispose();
        _terminated.TrySetResult();
    }

    private Action? NextOnTermination()
    {
        lock (_terminating)
        {
            if (_onTermination is { } codes && codes.TryPop(out var code)) return code;
            _onTermination = null;
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The system has ended.</exception>
    public override void RegisterOnTermination(Action code)
    {
        lock (_terminating)
        {
            if (_onTermination is null) throw new InvalidOperationException("ActorSystem already terminated.");
            _onTermination.Push(code);
        }
    }

    /// <inheritdoc/>
    public override object RegisterExtension(IExtensionId extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return _extensions.GetOrAdd(extension.ExtensionType, _ => new Lazy<object>(() => extension.CreateExtension(this))).Value;
    }

    /// <inheritdoc/>
    public override object GetExtension(IExtensionId extensionId) => TryGetExtension(extensionId.ExtensionType, out var found) ? found : null!;

    /// <inheritdoc/>
    public override T GetExtension<T>() => TryGetExtension<T>(out var found) ? found : null!;

    /// <inheritdoc/>
    public override bool HasExtension(Type type) => typeof(IExtension).IsAssignableFrom(type) && _extensions.ContainsKey(type);

    /// <inheritdoc/>
    public override bool HasExtension<T>() => _extensions.ContainsKey(typeof(T));

    /// <inheritdoc/>
    public override bool TryGetExtension(Type extensionType, out object extension)
    {
        var found = _extensions.TryGetValue(extensionType, out var lazy);
        extension = found ? lazy!.Value : null!;
        return found;
    }

    /// <inheritdoc/>
    public override bool TryGetExtension<T>(out T extension)
    {
        var found = TryGetExtension(typeof(T), out var any);
        extension = (any as T)!;
        return found;
    }

    /// <inheritdoc/>
    public override string PrintTree()
    {
        var text = new StringBuilder();
        Print(_provider.RootGuardian, "", text);
        return text.ToString();

        static void Print(IActorRef actor, string indent, StringBuilder text)
        {
            text.Append(indent).Append("-> ").Append(actor.Path.Name).Append(' ').AppendLine((actor as LocalActorRef)?.Cell.Actor?.GetType().Name ?? actor.GetType().Name);
            if (actor is not ActorRefWithCell cell) return;
            foreach (var child in cell.Children) Print(child, indent + "   ", text);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _provider.RootPath.ToString();
}
