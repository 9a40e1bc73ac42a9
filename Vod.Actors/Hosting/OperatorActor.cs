using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>
/// Reads the configuration again when it is told to, or the file has changed, and hands what is new to those whom it concerns. Keeps
/// <see cref="ServerControl"/> right, and the service manager informed.
/// </summary>
internal sealed class OperatorActor : ReceiveActor, IWithTimers
{
    /// <summary>Whoever waited for the server gets the first answers before processor time goes to what nobody waits for.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(300);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ServerControl _control;
    private readonly IActorRef _catalog, _listener;
    private readonly AccessLog? _accessLog;
    private readonly NotifySocket _manager;
    private readonly ReloadSettings _settings;
    private readonly Props _vitals;
    private FileStamp _read, _seen; // of the configuration file: when it was read, and when it was last looked at

    /// <summary>Use <see cref="Props"/>.</summary>
    public OperatorActor(ServerControl control, IActorRef catalog, IActorRef listener, AccessLog? accessLog, NotifySocket manager, ReloadSettings settings, Props vitals)
    {
        (_control, _catalog, _listener, _accessLog, _manager, _settings) = (control, catalog, listener, accessLog, manager, settings);
        _vitals = vitals;
        Receive<Reload>(_ => Sender.Tell(ReadAgain()));
        Receive<Hangup>(_ => OnHangup());
        Receive<StartVitals>(_ => Context.ActorOf(_vitals, "vitals"));
        Receive<LookAtFile>(_ => OnLook());
        Receive<Listening>(_ => OnListening());
        Receive<ListeningEnded>(_ => _control.IsListening = false);
        Receive<ListenFailed>(_ => _control.IsListening = false);
        Receive<Indexed>(_ => _control.IsIndexed = true);
        // A catalog that is restarted begins with what it was made with.
        Receive<ActorRestarting>(restarting => restarting.Name == _catalog.Path.Name, _ => _catalog.Tell(new ContentChanged(_control.Current.Content)));
        Receive<Watchdog>(_ => _listener.Tell(new Identify(Watchdog.Instance)));
        Receive<ActorIdentity>(_ => _manager.Alive()); // only when messages get to where connections come from, and back
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The operator's actor of a server.</summary>
    /// <param name="control">Shows what is in force.</param>
    /// <param name="catalog">Hears of changed content types.</param>
    /// <param name="listener">Hears of changed limits.</param>
    /// <param name="accessLog">Is opened anew on a hangup; null for none.</param>
    /// <param name="manager">Who started the server.</param>
    /// <param name="settings">Whether the file is watched.</param>
    /// <param name="vitals">The actor that looks after metrics, which can wait until the first viewers are served.</param>
    public static Props Props(
        ServerControl control, IActorRef catalog, IActorRef listener, AccessLog? accessLog, NotifySocket manager, ReloadSettings settings, Props vitals) =>
        Akka.Actor.Props.Create<OperatorActor>(control, catalog, listener, accessLog!, manager, settings, vitals);

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(Listening));
        Context.System.EventStream.Subscribe(Self, typeof(ListeningEnded));
        Context.System.EventStream.Subscribe(Self, typeof(ActorRestarting));
        _listener.Tell(WhenListening.Instance); // it may have been before the subscription
        _catalog.Tell(SubscribeIndexed.Instance);
        Timers.StartSingleTimer(nameof(StartVitals), StartVitals.Instance, Courtesy);
        if (_manager.Watchdog is { } interval) Timers.StartPeriodicTimer(nameof(Watchdog), Watchdog.Instance, interval / 2, interval / 2);
        if (_control.InForce.FilePath is null || _settings.Interval == TimeSpan.Zero) return;
        _read = _seen = _control.InForce.FileStamp;
        Timers.StartPeriodicTimer(nameof(LookAtFile), LookAtFile.Instance, _settings.Interval, _settings.Interval);
    }

    private void OnListening()
    {
        if (!_control.IsListening && !_control.IsDraining) _manager.Ready();
        _control.IsListening = true;
    }

    private void OnHangup()
    {
        _accessLog?.Reopen();
        ReadAgain();
    }

    /// <summary>A changed file is read once it stays as it is for one look: it may be being written.</summary>
    private void OnLook()
    {
        var now = FileStamp.Of(_control.InForce.FilePath!, followLink: true);
        var isSettled = now == _seen;
        _seen = now;
        if (isSettled && now != _read && now.Kind != FileKind.Unknown) ReadAgain();
    }

    private ReloadOutcome ReadAgain()
    {
        _manager.Reloading();
        if (_control.InForce.FilePath is { } path) _read = FileStamp.Of(path, followLink: true);
        var outcome = Change();
        if (_control is { IsListening: true, IsDraining: false }) _manager.Ready();
        return outcome;
    }

    private ReloadOutcome Change()
    {
        try
        {
            var old = _control.InForce;
            var change = SettingsChange.Between(old, old.Again());
            _control.InForce = change.InForce;
            if (change.Applied.Contains("akka.loglevel")) _control.LogLevel = change.InForce.LogLevel;
            var settings = change.InForce.Settings;
            if (change.Applied.Count > 0) _listener.Tell(new Reconfigured(settings));
            if (change.Applied.Any(key => key.StartsWith("vod.content.", StringComparison.Ordinal))) _catalog.Tell(new ContentChanged(settings.Content));
            if (change.Applied.Count > 0) _log.SettingsApplied(change.Applied);
            if (change.NeedRestart.Count > 0) _log.SettingsNeedRestart(change.NeedRestart);
            if (change.Applied.Count + change.NeedRestart.Count == 0) _log.SettingsUnchanged();
            return new ReloadOutcome(change.Applied, change.NeedRestart);
        }
        catch (VodConfigurationException e)
        {
            _log.SettingsRefused(e.Message);
            return new ReloadOutcome([], [], e.Message);
        }
    }

    private sealed class StartVitals
    {
        public static readonly StartVitals Instance = new();
    }

    private sealed class LookAtFile
    {
        public static readonly LookAtFile Instance = new();
    }

    private sealed class Watchdog
    {
        public static readonly Watchdog Instance = new();
    }
}

/// <summary>Tells the operator's actor to read the configuration again; answered with <see cref="ReloadOutcome"/>.</summary>
internal sealed class Reload
{
    public static readonly Reload Instance = new();

    private Reload()
    {
    }
}

/// <summary>SIGHUP has come: log files were renamed, or the configuration has changed.</summary>
internal sealed class Hangup
{
    public static readonly Hangup Instance = new();

    private Hangup()
    {
    }
}
