using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.TestKits;

/// <summary>Probes and references of tests stand for their actors wherever a reference does.</summary>
public class ReferenceTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void a_probe_equals_its_reference_either_way_round()
    {
        var probe = CreateTestProbe();
        Assert.True(probe.Equals(probe.Ref));
        Assert.True(probe.Ref.Equals(probe));
        Assert.Single(new HashSet<IActorRef> { probe, probe.Ref });
        Assert.Equal(0, probe.CompareTo(probe.Ref));
        Assert.Equal(0, probe.Ref.CompareTo(probe));
        Assert.NotEqual(0, probe.CompareTo(TestActor));
        Assert.Equal(probe.Ref.ToString(), probe.ToString());
        Assert.False(probe.Equals(TestActor));
    }

    [Fact]
    public void a_probe_is_watched_and_stopped_as_its_reference_is()
    {
        var probe = CreateTestProbe();
        Watch(probe);
        Sys.Stop(probe);
        ExpectTerminated(probe);
        var other = CreateTestProbe();
        Watch(other.Ref);
        Sys.Stop(other);
        ExpectTerminated(other);
    }

    [Fact]
    public void a_probe_and_a_reference_take_system_messages()
    {
        foreach (var byActor in new[] { false, true })
        {
            var probe = CreateTestProbe();
            var actor = ActorOfAsTestActorRef<BlackHoleActor>();
            Watch(probe);
            Watch(actor);
            if (byActor)
            {
                probe.SendSystemMessage(new Terminate(), TestActor);
                actor.SendSystemMessage(new Terminate(), TestActor);
            }
            else
            {
                probe.SendSystemMessage(new Terminate());
                actor.SendSystemMessage(new Terminate());
            }

            Assert.Equal([actor.Path.Name, probe.Ref.Path.Name], ReceiveN(2).Cast<Terminated>().Select(t => t.ActorRef.Path.Name).Order());
        }
    }

    [Fact]
    public void probes_have_names_that_count_or_are_given()
    {
        Assert.Matches("^testActor[0-9]+$", CreateTestProbe().Ref.Path.Name);
        Assert.Equal("/system/named", CreateTestProbe("named").Ref.Path.ToStringWithoutAddress());
        Assert.Throws<InvalidActorNameException>(() => CreateTestProbe("named"));
        Assert.Throws<NotSupportedException>(() => CreateTestProbe().CreateTestProbe());
    }

    [Fact]
    public void references_are_compared_by_operator_with_those_that_they_wrap()
    {
        var actor = ActorOfAsTestActorRef<BlackHoleActor>("compared");
        TestActorRefBase<BlackHoleActor> its = actor;
        Assert.True(actor == actor.Ref && actor.Ref == actor && its == actor.Ref && actor.Ref == its);
        Assert.False(actor != actor.Ref || actor.Ref != actor || its != actor.Ref || actor.Ref != its);
        Assert.True(actor != TestActor && TestActor != actor && its != TestActor && TestActor != its);
        Assert.False((TestActorRef<BlackHoleActor>?)null == TestActor);
        Assert.True(actor.Ref.Equals(actor));
        Assert.Equal(0, actor.CompareTo(actor.Ref));
        Assert.Equal(actor.Ref.GetHashCode(), actor.GetHashCode());
        Assert.Equal("TestActor[akka://test/user/compared]", actor.ToString());
        Assert.Equal(actor.ToString(), actor.Ref.ToString());
        Assert.Same(actor.Ref, TestActorRefBase<BlackHoleActor>.ToActorRef(actor));
    }

    [Fact]
    public void a_reference_watches_for_its_actor_and_no_longer()
    {
        var watcher = ActorOfAsTestActorRef<Keeper>();
        var (watched, unwatched) = (CreateTestProbe(), CreateTestProbe());
        watcher.Watch(watched);
        watcher.Watch(unwatched);
        watcher.Unwatch(unwatched);
        Sys.Stop(unwatched);
        Sys.Stop(watched);
        AwaitAssert(() => Assert.Equal(watched, Assert.IsType<Terminated>(Assert.Single(watcher.UnderlyingActor.Kept)).ActorRef));
    }

    [Fact]
    public void a_reference_tells_as_the_test_actor_and_forwards_for_whom_that_handles_a_message()
    {
        var actor = ActorOfAsTestActorRef<Keeper>();
        actor.Tell("told");
        actor.Forward("forwarded");
        actor.Tell("told by nobody", ActorRefs.NoSender);
        Assert.Equal(["told", "forwarded", "told by nobody"], actor.UnderlyingActor.Kept);
        Assert.Equal([TestActor, Sys.DeadLetters, Sys.DeadLetters], actor.UnderlyingActor.Senders);
    }

    [Fact]
    public async Task a_reference_is_asked_and_is_told_of_what_it_does_not_know()
    {
        var actor = ActorOfAsTestActorRef<SimpleEchoActor>();
        Assert.Equal("hello", await actor.Ask<string>("hello", TimeSpan.FromSeconds(10)));
        var nothing = ActorOfAsTestActorRef<UnhandledMessageActor>();
        EventFilter.Info(contains: "was unhandled").ExpectOne(() => nothing.Receive("what"));
    }

    [Fact]
    public void every_way_to_make_a_reference_makes_one()
    {
        var parent = CreateTestProbe();
        Assert.Equal("a", ActorOfAsTestActorRef<Keeper>("a").Path.Name);
        Assert.Equal("b", ActorOfAsTestActorRef<Keeper>(Props.Create<Keeper>(), "b").Path.Name);
        Assert.Equal("c", ActorOfAsTestActorRef(() => new Keeper(), "c").Path.Name);
        Assert.Equal(parent.Ref.Path / "d", ActorOfAsTestActorRef<Keeper>(parent, "d").Path);
        Assert.Equal(parent.Ref.Path / "e", ActorOfAsTestActorRef<Keeper>(Props.Create<Keeper>(), parent, "e").Path);
        Assert.Equal(parent.Ref.Path / "f", ActorOfAsTestActorRef(() => new Keeper(), parent, "f").Path);
        Assert.Equal("g", new TestActorRef<Keeper>(Sys, Props.Create<Keeper>(), null, "g").Path.Name);
    }

    [Fact]
    public void actors_of_the_system_are_selected_by_the_kit()
    {
        var actor = ActorOf(SimpleEchoActor.Props(), "selected");
        foreach (var selection in new[] { ActorSelection("/user/selected"), ActorSelection(actor.Path), ActorSelection(actor, "../selected") })
        {
            selection.Tell("hello");
            ExpectMsgFrom(actor, "hello");
        }
    }

    [Fact]
    public void what_a_probe_has_not_expected_when_it_stops_becomes_dead_letters()
    {
        var probe = CreateTestProbe();
        probe.Tell("unread");
        EventFilter.DeadLetter<string>(text => text == "unread", probe.Ref.Path.ToString()).ExpectOne(() => Sys.Stop(probe));
        probe.ExpectMsg("unread");
    }

    private sealed class Keeper : UntypedActor
    {
        public List<object> Kept { get; } = [];

        public List<IActorRef> Senders { get; } = [];

        protected override void OnReceive(object message)
        {
            Kept.Add(message);
            Senders.Add(Sender);
        }
    }
}
