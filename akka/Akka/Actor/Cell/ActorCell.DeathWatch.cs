using Akka.Dispatch.SysMsg;
using Akka.Util;
using Debug = Akka.Event.Debug;

namespace Akka.Actor;

public partial class ActorCell
{
    // Both are null until needed: most actors watch nobody and are watched by nobody but their parent.
    private Dictionary<IActorRef, object?>? _watching;
    private Dictionary<IActorRef, object?>? _terminatedOnItsWay;
    private HashSet<IInternalActorRef>? _watchedBy;

    /// <inheritdoc/>
    public IActorRef Watch(IActorRef subject) => WatchFor(subject, null);

    /// <inheritdoc/>
    /// <exception cref="ArgumentNullException">There is no message.</exception>
    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WatchFor(subject, message);
    }

    private IActorRef WatchFor(IActorRef subject, object? message)
    {
        var actor = (IInternalActorRef)subject;
        if (actor.Equals(_self)) return actor;
        if (_watching is not null && _watching.TryGetValue(actor, out var before))
        {
            if (!Equals(before, message))
                throw new InvalidOperationException($"Watch({_self}, {subject}) termination message was not overwritten from [{before ?? "Terminated"}] to [{message ?? "Terminated"}]. If this was intended, unwatch first before using `Watch` / `WatchWith` with another message.");
            return actor;
        }

        actor.SendSystemMessage(new Watch(actor, _self));
        (_watching ??= [])[actor] = message;
        return actor;
    }

    /// <inheritdoc/>
    public IActorRef Unwatch(IActorRef subject)
    {
        var actor = (IInternalActorRef)subject;
        if (actor.Equals(_self)) return actor;
        if (_watching?.Remove(actor) == true) actor.SendSystemMessage(new Unwatch(actor, _self));
        _terminatedOnItsWay?.Remove(actor);
        return actor;
    }

    /// <summary>A Terminated is in the mailbox, or in the stash, that the actor has not seen yet; <paramref name="customMessage"/> is what it is to see instead.</summary>
    public void TerminatedQueuedFor(IActorRef subject, Option<object> customMessage) =>
        (_terminatedOnItsWay ??= [])[subject] = customMessage.HasValue ? customMessage.Value : null;

    /// <summary>A Terminated came up in the mailbox: it is handled unless it was unwatched meanwhile.</summary>
    protected void ReceivedTerminated(Terminated t)
    {
        if (_terminatedOnItsWay is null || !_terminatedOnItsWay.Remove(t.ActorRef, out var custom)) return;
        if (custom is not null) _currentMessage = custom;
        ReceiveMessage(custom ?? t);
    }

    /// <summary>An actor has stopped: whoever watches it is told in turn, and a child is let go.</summary>
    protected void WatchedActorTerminated(IActorRef actor, bool existenceConfirmed, bool addressTerminated)
    {
        if (_watching is not null && _watching.Remove(actor, out var custom) && !IsTerminating)
        {
            (_terminatedOnItsWay ??= [])[actor] = custom;
            _self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated), actor);
        }

        HandleChildTerminated(actor);
    }

    private void AddWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watchee.Equals(_self) && !watcher.Equals(_self))
        {
            if ((_watchedBy ??= []).Add(watcher) && SystemImpl.Settings.DebugLifecycle)
                Publish(new Debug(_self.Path.ToString(), ActorType, $"now watched by {watcher}"));
        }
        else if (!watchee.Equals(_self) && watcher.Equals(_self))
        {
            Watch(watchee);
        }
    }

    private void RemoveWatcher(IInternalActorRef watchee, IInternalActorRef watcher)
    {
        if (watchee.Equals(_self) && !watcher.Equals(_self))
        {
            if (_watchedBy?.Remove(watcher) == true && SystemImpl.Settings.DebugLifecycle)
                Publish(new Debug(_self.Path.ToString(), ActorType, $"no longer watched by {watcher}"));
        }
        else if (!watchee.Equals(_self) && watcher.Equals(_self))
        {
            Unwatch(watchee);
        }
    }

    private void TellWatchers()
    {
        if (_watchedBy is not { } watchers) return;
        _watchedBy = null;
        foreach (var watcher in watchers)
            if (!watcher.Equals(Parent))
                watcher.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true, addressTerminated: false));
    }

    private void UnwatchAll()
    {
        if (_watching is not { } watched) return;
        _watching = null;
        _terminatedOnItsWay = null;
        foreach (var actor in watched.Keys.Cast<IInternalActorRef>())
            actor.SendSystemMessage(new Unwatch(actor, _self));
    }
}
