using Akka.Actor;
using Akka.Event;
using Akka.TestKit;

namespace Akka.Tests.Actor;

/// <summary>Failures over more than one generation, in the making of actors, and in the strategy itself.</summary>
public class SupervisorHierarchySpec() : ActorSpec("akka.loglevel = DEBUG")
{
    [Theory]
    [InlineData(Directive.Resume)]
    [InlineData(Directive.Restart)]
    public void An_actor_that_could_not_be_made_is_made_again_when_resumed_or_restarted(Directive directive)
    {
        var tries = new Counter();
        var text = $"changing {(directive == Directive.Resume ? "Resume" : "Recreate")} into Create after";
        EventFilter.Error(start: text).ExpectOne(() =>
        {
            var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => directive)));
            parent.Tell(new Make(Props.Create<SecondTimeLucky>(tries)));
            var child = ExpectMsg<IActorRef>(Soon);
            child.Tell("alive", TestActor);
            ExpectInOrder("alive 2");
        });
    }

    [Fact]
    public void The_order_of_hooks_of_one_that_fails_in_its_first_PreStart_has_no_PostRestart()
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => Directive.Restart)));
        parent.Tell(new Make(Props.Create<FirstPreStartFails>(TestActor, new Counter())));
        var seen = ReceiveN(5, Soon);
        Assert.Equal(["1 constructor", "1 PreStart", "2 constructor", "2 PreStart"], seen.OfType<string>());
    }

    [Fact]
    public void The_decider_runs_as_the_supervisor_with_the_failed_child_as_sender()
    {
        var parent = Sys.ActorOf(Props.Create<Deciding>(TestActor));
        parent.Tell(new Make(Hooked.Props(ActorRefs.Nobody)));
        var child = ExpectMsg<IActorRef>(Soon);
        child.Tell(new Fail(new ArgumentException("x")));
        ExpectInOrder((parent, child, child));
    }

    [Fact]
    public void A_supervisor_can_make_and_stop_children_while_it_decides()
    {
        var parent = Sys.ActorOf(Props.Create<Replacing>(TestActor));
        parent.Tell(new Make(Hooked.Props(ActorRefs.Nobody)));
        var child = Watch(ExpectMsg<IActorRef>(Soon));
        child.Tell(new Fail(new ArgumentException("x")));
        var seen = ReceiveN(2, Soon);
        var replacement = seen.OfType<IActorRef>().Single();
        Assert.Equal(child, seen.OfType<Terminated>().Single().ActorRef);
        Assert.NotEqual(child, replacement);
        replacement.Tell(new Do(c => TestActor.Tell("at work")));
        ExpectInOrder("at work");
    }

    [Fact]
    public void A_child_can_be_made_again_by_its_name_when_the_old_one_has_terminated_and_not_before()
    {
        var parent = Sys.ActorOf(Props.Create<Reincarnating>(TestActor));
        var child = ExpectMsg<IActorRef>(Soon);
        parent.Tell("stop");
        ExpectInOrder("taken");
        var again = ExpectMsg<IActorRef>(Soon);
        Assert.Equal(child.Path, again.Path);
        Assert.NotEqual(child, again);
    }

    [Fact]
    public void Many_generations_are_suspended_while_the_eldest_has_failed_and_go_on_together()
    {
        var decided = new ManualResetEventSlim();
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => decided.Wait(Soon) ? Directive.Resume : Directive.Stop)));
        var family = new List<IActorRef>();
        var parent = top;
        for (var i = 0; i < 4; i++) family.Add(parent = Child(parent, Hooked.Props(TestActor), 2));
        EventFilter.Warning("expected").ExpectOne(() =>
        {
            family[0].Tell(new Fail(new ArgumentException("expected")));
            AwaitCondition(() => family.All(a => ((LocalActorRef)a).Cell.Mailbox.IsSuspended), Soon);
            foreach (var member in family) member.Tell("waited");
            ExpectNoMsg(Briefly);
            decided.Set();
            for (var i = 0; i < 4; i++) ExpectMsg("1 waited", Soon);
        });
    }

    [Fact]
    public void Children_made_by_a_failed_parent_for_another_thread_wait_with_it()
    {
        var decided = new ManualResetEventSlim();
        var top = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => decided.Wait(Soon) ? Directive.Resume : Directive.Stop)));
        var parent = Child(top, Hooked.Props(ActorRefs.Nobody), 0);
        parent.Tell(new Fail(new ArgumentException("x")));
        AwaitCondition(() => ((LocalActorRef)parent).Cell.Mailbox.IsSuspended, Soon);
        var child = ((LocalActorRef)parent).Cell.AttachChild(Hooked.Props(TestActor), false, "late");
        ExpectInOrder("1 constructor", "1 PreStart");
        child.Tell("waited");
        ExpectNoMsg(Briefly);
        decided.Set();
        ExpectInOrder("1 waited");
    }

    [Fact]
    public void A_watch_outlives_a_restart_and_the_end_of_an_old_child_reaches_the_new_instance()
    {
        // Its strategy throws, so that it fails itself and is restarted by the guardian.
        var parent = Sys.ActorOf(Props.Create<Careless>(TestActor));
        ExpectInOrder("parent 1");
        EventFilter.Exception<InvalidOperationException>("undecided").ExpectOne(() => parent.Tell(new Fail(new ArgumentException("x"))));
        Assert.Equal(["child terminated", "parent 2"], ReceiveN(2, Soon).Cast<string>().Order());
        parent.Tell("still there");
        ExpectInOrder("still there");
        parent.Tell(new Do(_ => { }));
        ExpectInOrder("child is there");
    }

    [Fact]
    public void An_actor_that_is_suspended_twice_is_resumed_by_the_second_resume()
    {
        var actor = (IInternalActorRef)Sys.ActorOf(Hooked.Props(TestActor));
        ReceiveN(2, Soon);
        actor.Suspend();
        actor.Suspend();
        actor.Tell("waits");
        actor.Resume();
        ExpectNoMsg(Briefly);
        actor.Resume();
        ExpectInOrder("1 waits");
    }

    [Fact]
    public void An_actor_can_be_restarted_from_outside_once_it_is_suspended()
    {
        var actor = (IInternalActorRef)Sys.ActorOf(Hooked.Props(TestActor));
        ReceiveN(2, Soon);
        actor.Suspend();
        actor.Restart(new ArgumentException("anew"));
        actor.Tell("next");
        ExpectInOrder("1 PreRestart anew null", "1 PostStop", "2 constructor", "2 PostRestart anew", "2 PreStart", "2 next");
    }

    [Fact]
    public void A_restart_that_fails_again_and_again_ends_at_the_limit()
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(3, TimeSpan.FromMinutes(1), _ => Directive.Restart)));
        var tries = new Counter();
        parent.Tell(new Make(Props.Create<NeverAgain>(tries)));
        var child = Watch(ExpectMsg<IActorRef>(Soon));
        child.Tell("fail");
        ExpectTerminated(child, Soon);
        Assert.Equal(5, tries.Next());
    }

    [Fact]
    public void Once_the_limit_of_one_for_all_is_reached_by_one_all_are_stopped()
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new AllForOneStrategy(1, 60_000, _ => Directive.Restart)));
        var (a, b) = (Watch(Child(parent, Hooked.Props(ActorRefs.Nobody), 0)), Watch(Child(parent, Hooked.Props(ActorRefs.Nobody), 0)));
        a.Tell(new Fail(new ArgumentException("x")));
        b.Tell(new Do(c => TestActor.Tell("b is there")));
        ExpectInOrder("b is there");
        b.Tell(new Fail(new ArgumentException("y")));
        Assert.Equal(2, ReceiveN(2, Soon).Count(m => m is Terminated));
    }

    [Fact]
    public void A_killed_child_is_restarted_where_the_strategy_says_so_and_its_siblings_too()
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new AllForOneStrategy(5, 60_000, _ => Directive.Restart)));
        var (a, _) = (Child(parent, Hooked.Props(TestActor), 2), Child(parent, Hooked.Props(TestActor), 2));
        EventFilter.Exception<ActorKilledException>().ExpectOne(() =>
        {
            a.Tell(Kill.Instance);
            var seen = ReceiveN(10, Soon).Cast<string>().ToArray();
            Assert.Equal(2, seen.Count(s => s == "2 PostRestart Kill"));
        });
    }

    private IActorRef Child(IActorRef parent, Props props, int told)
    {
        parent.Tell(new Make(props));
        return ReceiveN(told + 1, Soon).OfType<IActorRef>().Single();
    }

    private sealed class SecondTimeLucky : UntypedActor
    {
        private readonly int _try;

        public SecondTimeLucky(Counter tries)
        {
            _try = tries.Next();
            if (_try == 1) throw new InvalidOperationException("no luck");
        }

        protected override void OnReceive(object message) => Sender.Tell($"{message} {_try}");
    }

    private sealed class FirstPreStartFails : UntypedActor
    {
        private readonly IActorRef _listener;
        private readonly int _number;

        public FirstPreStartFails(IActorRef listener, Counter instances)
        {
            _listener = listener;
            _number = instances.Next();
            listener.Tell($"{_number} constructor");
        }

        protected override void OnReceive(object message) { }

        protected override void PreStart()
        {
            _listener.Tell($"{_number} PreStart");
            if (_number == 1) throw new InvalidOperationException("not yet");
        }

        protected override void PostRestart(Exception reason) => _listener.Tell("PostRestart");

        protected override void PreRestart(Exception reason, object? message) => _listener.Tell("PreRestart");
    }

    private sealed class Deciding(IActorRef listener) : ReceiveActor
    {
        protected override void PreStart() => Receive();

        private void Receive() => Become(() => Receive<Make>(m => Sender.Tell(Context.ActorOf(m.Props))));

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ =>
        {
            listener.Tell((Context.Self, Sender, Context.GetChildren().Single()));
            return Directive.Restart;
        });
    }

    private sealed class Replacing : ReceiveActor
    {
        private readonly IActorRef _listener;

        public Replacing(IActorRef listener)
        {
            _listener = listener;
            Receive<Make>(m => Sender.Tell(Context.ActorOf(m.Props)));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ =>
        {
            Context.Stop(Sender);
            _listener.Tell(Context.ActorOf(Hooked.Props(ActorRefs.Nobody), "replacement"));
            return Directive.Stop;
        });
    }

    private sealed class Reincarnating : ReceiveActor
    {
        private IActorRef _child;

        public Reincarnating(IActorRef listener)
        {
            listener.Tell(_child = Make());
            Receive<string>(_ =>
            {
                Context.Stop(_child);
                try { Make(); }
                catch (InvalidActorNameException) { listener.Tell("taken"); }
            });
            Receive<Terminated>(_ => listener.Tell(_child = Make()));
        }

        private static IActorRef Make() => Context.Watch(Context.ActorOf(Props.Empty, "child"));
    }

    private sealed class Careless : ReceiveActor
    {
        private static int _instances;

        public Careless(IActorRef listener)
        {
            listener.Tell($"parent {Interlocked.Increment(ref _instances)}");
            var child = Context.Watch(Context.ActorOf(Hooked.Props(ActorRefs.Nobody), "child"));
            Receive<Terminated>(t => t.ActorRef.Path.Name == "child", _ => listener.Tell("child terminated"));
            Receive<Fail>(f => child.Tell(f));
            Receive<Do>(_ => child.Tell(new Do(_ => listener.Tell("child is there"))));
            Receive<string>(s => listener.Tell(s));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => throw new InvalidOperationException("undecided"));

        // The default would unwatch the children.
        protected override void PreRestart(Exception reason, object? message)
        {
            foreach (var child in Context.GetChildren()) Context.Stop(child);
        }
    }

    private sealed class NeverAgain : UntypedActor
    {
        public NeverAgain(Counter tries)
        {
            if (tries.Next() > 1) throw new InvalidOperationException("never again");
        }

        protected override void OnReceive(object message) => throw new ArgumentException("first");
    }
}
