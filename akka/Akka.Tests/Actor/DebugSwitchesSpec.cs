using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class DebugSwitchesSpec : ActorSpec
{
    private readonly TestKit.TestProbe _log;

    public DebugSwitchesSpec()
        : base("akka { loglevel = DEBUG, actor.debug { receive = on, autoreceive = on, lifecycle = on, unhandled = on } }")
    {
        _log = CreateTestProbe();
        Sys.EventStream.Subscribe(_log, typeof(Debug));
    }

    [Fact]
    public void Lifecycle_is_logged()
    {
        var actor = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody), "logged");
        Watch(actor);
        actor.Tell(new Fail(new ArgumentException("x")));
        foreach (var start in new[] { "Started (", "now watched by ", "Restarting", "Restarted (" }) Logged("/user/logged", start);
        Sys.Stop(actor);
        Logged("/user/logged", "Stopped");
    }

    [Fact]
    public void A_child_is_logged_by_its_parent()
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody), "parent");
        Logged("/user", $"now supervising {parent}");
        parent.Tell(new Make(Props.Empty, "child"));
        Logged("/user/parent", $"now supervising {ExpectMsg<IActorRef>()}");
    }

    [Fact]
    public void Automatically_received_messages_are_logged()
    {
        var actor = Sys.ActorOf(Props.Empty, "logged");
        actor.Tell(PoisonPill.Instance);
        Logged("/user/logged", "received AutoReceiveMessage <<PoisonPill>> from ");
    }

    [Fact]
    public void Messages_of_an_actor_that_wants_it_are_logged()
    {
        var actor = Sys.ActorOf(Props.Create<Logging>(), "logged");
        actor.Tell("hello");
        actor.Tell(7);
        Logged("/user/logged", $"received handled message hello from {TestActor.Path}");
        Logged("/user/logged", $"received unhandled message 7 from {TestActor.Path}");
    }

    [Fact]
    public void Unhandled_messages_are_logged()
    {
        var actor = Sys.ActorOf(Props.Empty, "logged");
        actor.Tell("hello");
        _log.FishForMessage(m => m is Debug d && d.ToString().Contains("hello") && d.ToString().Contains("nhandled"), Soon);
    }

    private void Logged(string source, string start) =>
        _log.FishForMessage(m => m is Debug d && d.LogSource.Contains(source) && d.Message.ToString()!.StartsWith(start), Soon, start);

    private sealed class Logging : ActorBase, ILogReceive
    {
        protected override bool Receive(object message) => message is string;
    }
}
