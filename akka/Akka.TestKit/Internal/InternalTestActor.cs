using Akka.Actor;
using Akka.Event;
using static Akka.TestKit.TestActor;

namespace Akka.TestKit.Internal;

/// <summary>Hands every message to the test, aside from those that steer it.</summary>
/// <param name="queue">Where the test takes messages from.</param>
internal sealed class InternalTestActor(EnvelopeQueue queue) : ActorBase
{
    private readonly DelegatingSupervisorStrategy _supervisorStrategy = new();
    private Ignore? _ignore;
    private AutoPilot? _autoPilot;

    protected override SupervisorStrategy SupervisorStrategy() => _supervisorStrategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case SetIgnore setIgnore:
                _ignore = setIgnore.Ignore;
                return true;
            case SetAutoPilot setAutoPilot:
                _autoPilot = setAutoPilot.AutoPilot;
                return true;
            case Watch watch:
                Context.Watch(watch.Actor);
                Sender.Tell(watch.Actor);
                return true;
            case Unwatch unwatch:
                Context.Unwatch(unwatch.Actor);
                Sender.Tell(unwatch.Actor);
                return true;
            case Spawn spawn:
                Sender.Tell(Start(spawn));
                return true;
        }

        if (_autoPilot is not null && _autoPilot.Run(Sender, message) is var next and not TestKit.KeepRunning)
        {
            _autoPilot = next;
        }

        if (_ignore is null || !_ignore(message))
        {
            queue.Add(new RealMessageEnvelope(message, Sender));
        }

        return true;
    }

    /// <summary>What nobody has expected is lost: it is told of as the contents of any actor's mailbox would be.</summary>
    protected override void PostStop()
    {
        foreach (var unread in queue.Unread)
        {
            Context.System.DeadLetters.Tell(new DeadLetter(unread.Message!, unread.Sender!, Self), unread.Sender);
        }
    }

    private IActorRef Start(Spawn spawn)
    {
        var child = spawn.Apply(Context);
        if (spawn._supervisorStrategy.HasValue)
        {
            _supervisorStrategy.Update(child, spawn._supervisorStrategy.Value!);
        }

        return child;
    }
}
