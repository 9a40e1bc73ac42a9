using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.TestKits;

public class TestActorTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void the_test_actor_is_the_sender_of_what_the_test_tells()
    {
        ActorOf(SimpleEchoActor.Props()).Tell("hello");
        ExpectMsg("hello");
    }

    [Fact]
    public async Task it_stays_the_sender_after_an_await()
    {
        var echo = ActorOf(SimpleEchoActor.Props());
        await Task.Delay(1);
        echo.Tell("hello");
        await ExpectMsgAsync("hello");
        echo.Tell("again");
        await ExpectMsgAsync("again");
    }

    [Fact]
    public void creating_a_probe_does_not_change_that()
    {
        var probe = CreateTestProbe();
        var echo = ActorOf(SimpleEchoActor.Props());
        echo.Tell("hello");
        ExpectMsg("hello");
        probe.Send(echo, "from the probe");
        probe.ExpectMsg("from the probe");
        Assert.False(HasMessages);
    }

    [Fact]
    public void a_probe_can_be_used_as_a_reference()
    {
        var probe = CreateTestProbe("probe");
        Assert.Equal("probe", probe.Ref.Path.Name);
        Assert.True(probe.Equals(probe.Ref));
        Assert.Equal(probe.Ref.GetHashCode(), probe.GetHashCode());
        IActorRef reference = probe;
        reference.Tell("hello", TestActor);
        probe.ExpectMsgFrom(TestActor, "hello");
        Watch(probe);
        Sys.Stop(probe);
        ExpectTerminated(probe);
    }

    [Fact]
    public void a_probe_answers_and_forwards()
    {
        var probe = CreateTestProbe();
        Assert.Throws<InvalidOperationException>(() => probe.Reply("nobody asked"));
        probe.Ref.Tell("question");
        probe.ExpectMsg("question");
        Assert.Equal(TestActor, probe.Sender);
        probe.Reply("answer");
        ExpectMsgFrom(probe.Ref, "answer");

        var other = CreateTestProbe();
        probe.Forward(other.Ref);
        other.ExpectMsgFrom(TestActor, "question");
        probe.Forward(other, "instead");
        other.ExpectMsgFrom(TestActor, "instead");
    }

    [Fact]
    public async Task a_probe_answers_who_asks_it()
    {
        var probe = CreateTestProbe();
        var answer = probe.Ref.Ask<string>("question", TimeSpan.FromSeconds(5));
        await probe.ExpectMsgAsync("question");
        probe.Reply("answer");
        Assert.Equal("answer", await answer);
    }

    [Fact]
    public void an_auto_pilot_answers_until_it_says_otherwise()
    {
        var probe = CreateTestProbe();
        probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"{message}!");
            return message switch
            {
                "last" => AutoPilot.NoAutoPilot,
                "first" => AutoPilot.KeepRunning,
                _ => TestKit.TestActor.KeepRunning,
            };
        }));
        foreach (var message in new[] { "first", "second", "last", "after" })
        {
            probe.Ref.Tell(message);
        }

        Assert.Equal(["first!", "second!", "last!"], ReceiveN(3));
        Assert.Equal(["first", "second", "last", "after"], probe.ReceiveN(4));
        Assert.Same(AutoPilot.NoAutoPilot, TestKit.TestActor.NoAutoPilot);
        Assert.False(HasMessages);
    }

    [Fact]
    public void the_test_actor_supervises_its_children_as_it_is_told()
    {
        var stopped = ChildActorOf(Props.Create<Fragile>(), "stopped", SupervisorStrategy.StoppingStrategy);
        var resumed = ChildActorOf(Props.Create<Fragile>(), new OneForOneStrategy(_ => Directive.Resume));
        var restarted = ChildActorOf(Props.Create<Fragile>());
        Assert.Equal(TestActor.Path, stopped.Path.Parent);
        Watch(stopped);
        foreach (var child in new[] { stopped, resumed, restarted })
        {
            child.Tell("remember");
            child.Tell(new InvalidOperationException("on purpose"));
        }

        ExpectTerminated(stopped);
        resumed.Tell("what?");
        ExpectMsg("remember");
        restarted.Tell("what?");
        ExpectMsg("nothing");
    }

    [Fact]
    public void a_probe_has_children_of_its_own()
    {
        var probe = CreateTestProbe();
        var child = probe.ChildActorOf<Fragile>("child");
        Assert.Equal(probe.Ref.Path / "child", child.Path);
        probe.Watch(child);
        Sys.Stop(child);
        probe.ExpectTerminated(child);
    }

    [Fact]
    public void the_echo_actor_tells_both_sender_and_test_actor()
    {
        var probe = CreateTestProbe();
        var echo = ActorOf(EchoActor.Props(this));
        probe.Send(echo, "hello");
        probe.ExpectMsg("hello");
        ExpectMsgFrom(probe, "hello");
    }

    [Fact]
    public void the_forward_actor_keeps_the_sender()
    {
        var probe = CreateTestProbe();
        ActorOf(ForwardActor.Props(probe)).Tell("hello");
        probe.ExpectMsgFrom(TestActor, "hello");
    }

    [Fact]
    public async Task a_kit_can_be_given_a_system_that_runs_already()
    {
        var system = ActorSystem.Create("given", DefaultConfig);
        using (var kit = new Akka.TestKit.Xunit2.TestKit(system))
        {
            Assert.Same(system, kit.Sys);
            kit.TestActor.Tell("hello");
            kit.ExpectMsg("hello");
        }

        await system.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void a_kit_that_is_over_leaves_the_thread_as_it_was()
    {
        var context = SynchronizationContext.Current;
        var echo = ActorOf(SimpleEchoActor.Props());
        var inner = new Akka.TestKit.Xunit2.TestKit();
        inner.ActorOf(SimpleEchoActor.Props()).Tell("inner");
        inner.ExpectMsg("inner");
        inner.Dispose();
        Assert.Same(context, SynchronizationContext.Current);
        echo.Tell("outer");
        ExpectMsg("outer");
    }

    private sealed class Fragile : ReceiveActor
    {
        private string _remembered = "nothing";

        public Fragile()
        {
            Receive<Exception>(e => throw e);
            Receive<string>(text => text == "what?", _ => Sender.Tell(_remembered));
            Receive<string>(text => _remembered = text);
        }
    }
}
