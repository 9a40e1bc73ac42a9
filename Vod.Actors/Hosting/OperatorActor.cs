using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Hosting;

/// <summary>Reads the configuration again when it is told to, and hands what has changed to those whom it concerns. Keeps <see cref="ServerControl"/> right.</summary>
internal sealed class OperatorActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ServerControl _control;
    private readonly IActorRef _catalog, _listener;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="control">Shows what is in force.</param>
    /// <param name="catalog">Hears of changed content types.</param>
    /// <param name="listener">Hears of changed limits.</param>
    public OperatorActor(ServerControl control, IActorRef catalog, IActorRef listener)
    {
        (_control, _catalog, _listener) = (control, catalog, listener);
        Receive<Reload>(_ => Sender.Tell(OnReload()));
        Receive<Listening>(_ => _control.IsListening = true);
        Receive<ListeningEnded>(_ => _control.IsListening = false);
        Receive<ListenFailed>(_ => _control.IsListening = false);
        Receive<Indexed>(_ => _control.IsIndexed = true);
    }

    /// <summary>The operator of a server.</summary>
    public static Props Props(ServerControl control, IActorRef catalog, IActorRef listener) =>
        Akka.Actor.Props.Create<OperatorActor>(control, catalog, listener);

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Context.System.EventStream.Subscribe(Self, typeof(Listening));
        Context.System.EventStream.Subscribe(Self, typeof(ListeningEnded));
        _listener.Tell(WhenListening.Instance); // it may have been before the subscription
        _catalog.Tell(SubscribeIndexed.Instance);
    }

    private ReloadOutcome OnReload()
    {
        var old = _control.InForce;
        try
        {
            var change = SettingsChange.Between(old, old.Again());
            _control.InForce = change.InForce;
            if (change.InForce.LogLevel != old.LogLevel) _control.LogLevel = change.InForce.LogLevel;
            _listener.Tell(new Reconfigured(change.InForce.Settings));
            if (!change.InForce.Settings.Content.Equals(old.Settings.Content)) _catalog.Tell(new ContentChanged(change.InForce.Settings.Content));
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
}

/// <summary>Tells the operator's actor to read the configuration again; answered with <see cref="ReloadOutcome"/>.</summary>
internal sealed class Reload
{
    public static readonly Reload Instance = new();

    private Reload()
    {
    }
}
