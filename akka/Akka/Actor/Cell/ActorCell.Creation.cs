namespace Akka.Actor;

public partial class ActorCell
{
    private bool _logsReceive;

    private void CreateActor(ActorInitializationException? failure)
    {
        if (failure is not null) throw failure;
        try
        {
            NewActor().AroundPreStart();
            CheckReceiveTimeout();
            if (DebugLifecycle) PublishDebug($"Started ({_actor})");
            if (EmitsTelemetry) Publish(new ActorStarted(_self, Props.Type));
        }
        catch (Exception e)
        {
            if (_actor is { } never)
            {
                LetGo(never);
                _actor = null; // it never started, so it is not told to stop
            }

            throw new ActorInitializationException(_self, "Exception during creation", e);
        }
    }

    /// <summary>Makes the instance.</summary>
    protected virtual ActorBase CreateNewActorInstance()
    {
        var actor = Props.NewActor();
        if (actor is IActorStash stashing) stashing.Stash = this.CreateStash(stashing);
        return actor;
    }

    private ActorBase NewActor()
    {
        _outerBehaviors = null;
        _behavior = static _ => false;
        var actor = CreateNewActorInstance()
            ?? throw new ActorInitializationException(_self, "Actor instance passed to ActorOf can't be 'null'");
        _actor = actor;
        _instance = InstanceState.Alive;
        _logsReceive = SystemImpl.Settings.AddLoggingReceive && actor is ILogReceive;
        (actor as Internal.IInitializableActor)?.Init();
        return actor;
    }

    /// <summary>The supervisor wants a new instance of an actor that could not be made.</summary>
    private void FaultCreate()
    {
        CancelReceiveTimeout();
        _timers?.CancelAll();
        foreach (var child in ChildRefs) Stop(child);
        if (_children is { AnyDying: true }) _awaited = Awaited.Creation;
        else FinishCreate();
    }

    private void FinishCreate()
    {
        _awaited = Awaited.Nothing;
        Mailbox.ResumeOnce();
        _failure = null;
        CreateActor(null);
    }
}
