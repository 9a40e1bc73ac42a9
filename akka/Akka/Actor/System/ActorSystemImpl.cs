using System.Text;
using System.Text.RegularExpressions;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Akka.Util;

namespace Akka.Actor.Internal;

/// <summary>The actor system.</summary>
public partial class ActorSystemImpl : ExtendedActorSystem
{
    private readonly LocalActorRefProvider _provider;
    private readonly IScheduler _scheduler;

    /// <summary>A system with default settings, not started yet.</summary>
    public ActorSystemImpl(string name) : this(name, ConfigurationFactory.Empty, ActorSystemSetup.Empty) { }

    /// <summary>A system, not started yet; with <paramref name="guardianProps"/> an actor of one's own is the parent of all of the application.</summary>
    /// <exception cref="ArgumentException">The name is not a word of letters, digits and, not in front, <c>-</c>.</exception>
    public ActorSystemImpl(string name, Config config, ActorSystemSetup setup, Option<Props>? guardianProps = null)
    {
        if (!Regex.IsMatch(name, "^[a-zA-Z0-9][a-zA-Z0-9-]*$"))
            throw new ArgumentException($"Invalid ActorSystem name [{name}], must contain only word characters (i.e. [a-zA-Z0-9] plus non-leading '-')", nameof(name));
        ArgumentNullException.ThrowIfNull(config);
        Name = name;
        GuardianProps = guardianProps ?? Option<Props>.None;
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

    /// <summary>What the parent of all actors of the application is made of, where that is an actor of one's own.</summary>
    public Option<Props> GuardianProps { get; }

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

    /// <summary>Makes the guardians, the loggers and the extensions of HOCON.</summary>
    public void Start()
    {
        try
        {
            _provider.Init(this);
            _provider.TerminationTask.ContinueWith(_ => Finish(), CancellationToken.None, TaskContinuationOptions.RunContinuationsAsynchronously, TaskScheduler.Default);
            EventStream.StartDefaultLoggers(this);
            if (Settings.LogDeadLetters > 0)
            {
                _deadLetterListener = SystemActorOf<DeadLetterListener>("deadLetterListener");
                DeadLetterListener.Subscribe(EventStream, _deadLetterListener);
            }
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

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The guardian is an actor of one's own, who alone makes actors below it.</exception>
    public override IActorRef ActorOf(Props props, string? name = null) => GuardianProps.IsEmpty
        ? _provider.Guardian.Cell.AttachChild(props, false, name)
        : throw new InvalidOperationException("cannot create top-level actor from the outside on ActorSystem with custom user guardian");

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
    public override string ToString() => _provider.RootPath.Address.ToString();
}
