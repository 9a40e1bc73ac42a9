using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.Event;

public class UnsubscriberTests() : TestKit.Xunit2.TestKit("""
    akka { loglevel = DEBUG, stdout-loglevel = OFF, actor.debug.event-stream = on }
    """)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private TestProbe Listen()
    {
        var log = CreateTestProbe();
        Sys.EventStream.Subscribe(log.Ref, typeof(Debug));
        return log;
    }

    private static void Fish(TestProbe log, string start) =>
        log.FishForMessage<Debug>(debug => debug.Message.ToString()!.StartsWith(start, StringComparison.Ordinal), Patience);

    [Fact]
    public void An_actor_that_stops_is_unsubscribed()
    {
        var log = Listen();
        var actor = Sys.ActorOf(BlackHoleActor.Props);
        Assert.True(Sys.EventStream.Subscribe(actor, typeof(string)));
        Assert.False(Sys.EventStream.Subscribe(actor, typeof(string)));
        Fish(log, $"subscribing {actor} to channel {typeof(string)}");
        Fish(log, $"watching {actor} in order to unsubscribe from EventStream when it terminates");

        actor.Tell(PoisonPill.Instance);

        Fish(log, $"unsubscribe {actor} from ");
        Fish(log, $"unsubscribing {actor} from all channels");
        Fish(log, $"unwatching {actor}");
        Assert.False(Sys.EventStream.Unsubscribe(actor));
    }

    [Fact]
    public void An_actor_that_has_stopped_is_unsubscribed_when_it_subscribes()
    {
        var log = Listen();
        var actor = Sys.ActorOf(BlackHoleActor.Props);
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor, Patience);

        Sys.EventStream.Subscribe(actor, typeof(string));

        Fish(log, $"watching {actor}");
        Fish(log, $"unsubscribing {actor} from all channels");
    }

    [Fact]
    public void An_actor_is_unwatched_with_its_last_subscription()
    {
        var log = Listen();
        var actor = Sys.ActorOf(BlackHoleActor.Props);
        Sys.EventStream.Subscribe(actor, typeof(string));
        Sys.EventStream.Subscribe(actor, typeof(int[]));
        Fish(log, $"watching {actor}");

        Sys.EventStream.Unsubscribe(actor, typeof(string));
        Fish(log, $"unsubscribing {actor} from channel {typeof(string)}");
        Sys.EventStream.Unsubscribe(actor, typeof(int[]));
        Fish(log, $"unwatching {actor}, since has no subscriptions");
    }

    [Fact]
    public async Task A_probe_that_stops_is_unsubscribed_from_a_stream_of_ones_own()
    {
        var stream = new EventStream(debug: true);
        var (stays, goes) = (CreateTestProbe(), CreateTestProbe());
        stream.Subscribe(stays, typeof(int));
        stream.Subscribe(goes, typeof(int));
        stream.StartUnsubscriber((ActorSystemImpl)Sys);
        stream.Subscribe(goes, typeof(string));
        stream.Publish(1);
        stays.ExpectMsg(1, Patience);
        goes.ExpectMsg(1, Patience);

        Watch(goes);
        Sys.Stop(goes);
        await ExpectTerminatedAsync(goes, Patience);

        await AwaitAssertAsync(() => Assert.False(stream.HasSubscriptions(goes)), Patience);
        stream.Publish(2);
        stays.ExpectMsg(2, Patience);
    }

    [Fact]
    public async Task Actors_of_another_system_may_listen_in()
    {
        using var other = ActorSystem.Create("other", """
            akka { loglevel = DEBUG, stdout-loglevel = OFF, loggers = [], actor.debug { event-stream = on, unhandled = on } }
            """);
        var (all, seen) = (CreateTestProbe(), CreateTestProbe());
        var target = other.ActorOf(Props.Create(() => new Forwarder(seen.Ref)), "to-be-killed");
        Assert.True(other.EventStream.Subscribe(all.Ref, typeof(object)));
        Assert.True(other.EventStream.Subscribe(target, typeof(string)));
        Assert.False(other.EventStream.Subscribe(target, typeof(string)));
        other.EventStream.Publish("first");
        seen.ExpectMsg("first", Patience);

        target.Tell(PoisonPill.Instance);
        all.FishForMessage(o => o is Debug debug && debug.Message.ToString()!.StartsWith($"unsubscribing {target} from all channels", StringComparison.Ordinal), Patience);
        all.FishForMessage(o => o is Debug debug && debug.Message.ToString()!.StartsWith($"unwatching {target}", StringComparison.Ordinal), Patience);
        Assert.True(other.EventStream.Subscribe(all.Ref, typeof(string)));
        other.EventStream.Publish("second");
        seen.ExpectNoMsg(TimeSpan.FromMilliseconds(200));

        other.EventStream.Publish(new UnhandledMessage(42, other.DeadLetters, other.DeadLetters));
        var said = (Debug)all.FishForMessage(o => o is Debug debug && debug.Message.ToString()!.StartsWith("Unhandled message from", StringComparison.Ordinal), Patience);
        Assert.Equal($"Unhandled message from {other.DeadLetters.Path} : 42", said.Message.ToString());
        Assert.Equal(other.DeadLetters.Path.ToString(), said.LogSource);
        other.EventStream.Publish(new UnhandledMessage(43, ActorRefs.NoSender!, other.DeadLetters));
        all.FishForMessage(o => o is Debug debug && debug.Message.ToString() == "Unhandled message from NoSender : 43", Patience);
        await other.Terminate().WaitAsync(Patience);
    }

    private sealed class Forwarder(IActorRef to) : UntypedActor
    {
        protected override void OnReceive(object message) => to.Forward(message);
    }

    [Fact]
    public void A_stream_without_a_system_keeps_who_has_stopped()
    {
        var stream = new EventStream(debug: false);
        var probe = CreateTestProbe();
        stream.Subscribe(probe.Ref, typeof(string));
        Assert.True(stream.Unsubscribe(probe.Ref));
    }
}
