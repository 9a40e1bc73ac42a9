using Akka.Actor;

namespace Akka.Tests.Actor;

public class SupervisionSpec : ActorSpec
{
    [Fact]
    public void Resume_goes_on_with_the_instance()
    {
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Resume));
        child.Tell(Bad);
        child.Tell("next");
        ExpectInOrder("1 next");
    }

    [Fact]
    public void Restart_goes_on_with_a_new_instance()
    {
        var child = ChildOf(new OneForOneStrategy(_ => Directive.Restart));
        child.Tell(Bad);
        child.Tell("next");
        ExpectInOrder("1 PreRestart bad Fail", "1 PostStop", "2 constructor", "2 PostRestart bad", "2 PreStart", "2 next");
    }

    [Fact]
    public void Stop_ends_it()
    {
        var child = Watch(ChildOf(new OneForOneStrategy(_ => Directive.Stop)));
        child.Tell(Bad);
        child.Tell("next");
        ExpectInOrder("1 PostStop");
        ExpectTerminated(child, Soon);
    }

    [Fact]
    public void Escalate_makes_the_parent_fail_which_ends_its_children_as_it_restarts()
    {
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => Directive.Restart)));
        var parent = Make(top, Hooked.Props(TestActor, new OneForOneStrategy(_ => Directive.Escalate)), 2);
        var child = Watch(Make(parent, Hooked.Props(ActorRefs.Nobody), 0));
        child.Tell(Bad);
        Assert.StartsWith("1 PreRestart bad <Failed>", ExpectMsg<string>(Soon));
        ExpectInOrder("1 PostStop");
        var rest = ReceiveN(4, Soon);
        Assert.Equal(["2 constructor", "2 PostRestart bad", "2 PreStart"], rest.OfType<string>());
        Assert.Equal(child, rest.OfType<Terminated>().Single().ActorRef);
    }

    [Fact]
    public void The_default_restarts_a_failed_and_stops_an_unmakeable_or_killed_child()
    {
        var decider = SupervisorStrategy.DefaultDecider;
        Assert.Equal(Directive.Restart, decider.Decide(new ArgumentException()));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorInitializationException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorKilledException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new DeathPactException(TestActor)));
        Assert.Equal(Directive.Stop, SupervisorStrategy.StoppingStrategy.Decider.Decide(new ArgumentException()));
    }

    [Fact]
    public void A_table_decides_by_the_first_type_that_fits()
    {
        var decider = Decider.From(Directive.Escalate, Directive.Stop.When<ArgumentNullException>(), Directive.Resume.When<ArgumentException>());
        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentNullException()));
        Assert.Equal(Directive.Resume, decider.Decide(new ArgumentOutOfRangeException()));
        Assert.Equal(Directive.Escalate, decider.Decide(new InvalidOperationException()));
    }

    [Fact]
    public void One_for_all_restarts_all_and_lets_them_go_on()
    {
        var (a, b) = ChildrenOf(new AllForOneStrategy(_ => Directive.Restart));
        a.Tell(Bad);
        b.Tell("next");
        var seen = ReceiveN(11, Soon).Cast<string>().ToArray();
        Assert.Equal(["a1 PreRestart bad Fail", "a1 PostStop", "a2 constructor", "a2 PostRestart bad", "a2 PreStart"], seen.Where(s => s[0] == 'a'));
        var ofB = seen.Where(s => s[0] == 'b').ToList();
        Assert.Equal(1, ofB.RemoveAll(s => s.EndsWith("next")));
        Assert.Equal(["b1 PreRestart bad null", "b1 PostStop", "b2 constructor", "b2 PostRestart bad", "b2 PreStart"], ofB);
    }

    [Fact]
    public void One_for_all_stops_all()
    {
        var (a, b) = ChildrenOf(new AllForOneStrategy(_ => Directive.Stop));
        Watch(a);
        Watch(b);
        b.Tell(Bad);
        Assert.Equal(4, ReceiveN(4, Soon).Count(m => m is Terminated or "a1 PostStop" or "b1 PostStop"));
    }

    [Fact]
    public void The_strategy_of_the_props_overrides_that_of_the_actor()
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => Directive.Restart))
            .WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Stop)));
        var child = Watch(Make(parent, Hooked.Props(ActorRefs.Nobody), 0));
        child.Tell(Bad);
        ExpectTerminated(child, Soon);
    }

    [Fact]
    public void A_strategy_that_throws_makes_the_parent_fail()
    {
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e =>
        {
            TestActor.Tell(e.Message);
            return Directive.Stop;
        })));
        var parent = Make(top, Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => throw new InvalidOperationException("undecided"))), 0);
        Make(parent, Hooked.Props(ActorRefs.Nobody), 0).Tell(Bad);
        ExpectInOrder("undecided");
    }

    [Fact]
    public void While_the_parent_is_failing_its_children_hold_their_messages_back()
    {
        var decide = new ManualResetEventSlim();
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ =>
        {
            TestActor.Tell("deciding");
            decide.Wait(Soon);
            return Directive.Resume;
        })));
        var parent = Make(top, Hooked.Props(ActorRefs.Nobody), 0);
        var child = Make(parent, Hooked.Props(TestActor), 2);
        parent.Tell(Bad);
        ExpectInOrder("deciding");
        child.Tell("held back");
        ExpectNoMsg(Briefly);
        decide.Set();
        ExpectInOrder("1 held back");
    }

    [Fact]
    public void A_deep_escalation_ends_where_somebody_decides()
    {
        var escalating = new OneForOneStrategy(_ => Directive.Escalate);
        var actor = Sys.ActorOf(Hooked.Props(TestActor, new OneForOneStrategy(_ => Directive.Resume)));
        ExpectInOrder("1 constructor", "1 PreStart");
        for (var i = 0; i < 5; i++) actor = Make(actor, Hooked.Props(ActorRefs.Nobody, escalating), 0);
        var leaf = Make(actor, Hooked.Props(TestActor), 2);
        leaf.Tell(Bad);
        leaf.Tell("resumed");
        ExpectInOrder("1 resumed");
    }

    private static Fail Bad => new(new ArgumentException("bad"));

    private IActorRef ChildOf(SupervisorStrategy strategy) =>
        Make(Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, strategy)), Hooked.Props(TestActor), 2);

    private (IActorRef, IActorRef) ChildrenOf(SupervisorStrategy strategy)
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, strategy));
        return (Named("a"), Named("b"));

        IActorRef Named(string name) => Make(parent, Hooked.Props(Sys.ActorOf(Scripted.Props((m, _) => TestActor.Tell(name + m)))), 2);
    }

    /// <summary>Makes a child and takes what it tells of its start.</summary>
    private IActorRef Make(IActorRef parent, Props props, int told)
    {
        parent.Tell(new Make(props));
        return ReceiveN(told + 1, Soon).OfType<IActorRef>().Single();
    }
}
