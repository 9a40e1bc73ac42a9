using Akka.Actor;

namespace Akka.Tests.Actor;

public class LifecycleSpec : ActorSpec
{
    [Fact]
    public void An_actor_is_constructed_started_and_stopped_once()
    {
        var actor = Sys.ActorOf(Hooked.Props(TestActor));
        actor.Tell("hello");
        actor.Tell(PoisonPill.Instance);
        ExpectInOrder("1 constructor", "1 PreStart", "1 hello", "1 PostStop");
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void A_restart_ends_the_old_instance_and_starts_a_new_one()
    {
        var actor = Sys.ActorOf(Hooked.Props(TestActor));
        actor.Tell(new Fail(new ArgumentException("bad")));
        actor.Tell("after");
        ExpectInOrder("1 constructor", "1 PreStart", "1 PreRestart bad Fail", "1 PostStop", "2 constructor", "2 PostRestart bad", "2 PreStart", "2 after");
        Sys.Stop(actor);
        ExpectInOrder("2 PostStop");
    }

    [Fact]
    public void A_restart_keeps_the_ref_and_the_messages_that_wait()
    {
        var actor = Sys.ActorOf(Hooked.Props(TestActor), "kept");
        for (var i = 0; i < 3; i++)
        {
            actor.Tell($"before {i}");
            actor.Tell(new Fail(new ArgumentException("x")));
            actor.Tell($"after {i}");
        }

        var seen = ReceiveWhile(m => m as string, Soon, Briefly * 5).Where(m => m.Contains("before") || m.Contains("after"));
        Assert.Equal(["1 before 0", "2 after 0", "2 before 1", "3 after 1", "3 before 2", "4 after 2"], seen);
        Assert.Equal(actor, LastSender);
    }

    [Fact]
    public void PreRestart_sees_the_message_that_failed_and_its_sender()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create<Blaming>());
        actor.Tell(new Fail(new ArgumentException("x")), probe);
        Assert.Equal("blamed Fail", probe.ExpectMsg<string>(Soon));
    }

    [Fact]
    public void PreRestart_sees_no_message_when_the_parent_is_the_one_that_failed()
    {
        var parent = Sys.ActorOf(Props.Create<KeepsChildren>());
        parent.Tell(new Make(Hooked.Props(TestActor)));
        ReceiveN(3, Soon);
        parent.Tell(new Fail(new ArgumentException("parent")));
        FishForMessage(m => m is "1 PreRestart parent null", Soon);
        FishForMessage(m => m is "2 PostRestart parent", Soon);
    }

    [Fact]
    public void An_actor_that_throws_in_its_constructor_is_stopped_without_PostStop()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Unmakeable>(TestActor)));
        ExpectTerminated(actor, Soon);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void An_actor_that_throws_in_PreStart_is_stopped_without_PostStop()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Unstartable>(TestActor)));
        ExpectTerminated(actor, Soon);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void An_actor_that_throws_in_PostStop_stops_all_the_same()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Unstoppable>()));
        Sys.Stop(actor);
        ExpectTerminated(actor, Soon);
    }

    [Fact]
    public void A_disposable_actor_is_disposed_of_at_a_restart_and_at_the_end_after_its_hooks()
    {
        var actor = Sys.ActorOf(Props.Create<Disposable>(TestActor));
        actor.Tell("fail");
        ExpectInOrder("PostStop", "Dispose");
        Sys.Stop(actor);
        ExpectInOrder("PostStop", "Dispose");
    }

    [Fact]
    public void Children_stop_before_their_parent_has_stopped()
    {
        var parent = Sys.ActorOf(Hooked.Props(TestActor, null, new Counter()));
        var children = new Counter();
        children.Next();
        parent.Tell(new Make(Hooked.Props(TestActor, null, children)));
        ReceiveN(5, Soon);
        Sys.Stop(parent);
        ExpectInOrder("2 PostStop", "1 PostStop");
    }

    [Fact]
    public void An_actor_is_only_made_by_the_system() =>
        Assert.IsType<ActorInitializationException>(ThrownOutsideOfActors(() => _ = new Unstoppable()));

    [Fact]
    public void A_context_is_there_only_on_the_actors_thread() =>
        Assert.IsType<NotSupportedException>(ThrownOutsideOfActors(() => _ = Leaky.TheContext));

    [Fact]
    public async Task An_instance_has_its_actors_context()
    {
        var actor = Sys.ActorOf(Props.Create<Showing>());
        var instance = await actor.Ask<IInternalActor>("show", Soon);
        Assert.Equal(actor, instance.ActorContext.Self);
    }

    [Fact]
    public void The_empty_behaviour_knows_no_message()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create<Showing>());
        actor.Tell("empty");
        actor.Tell("lost");
        Assert.Equal("lost", ExpectMsg<Akka.Event.UnhandledMessage>(Soon).Message);
    }

    [Fact]
    public void An_actor_that_stops_itself_while_it_is_made_starts_and_then_stops()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<ShortLived>(TestActor)));
        ExpectInOrder("PreStart", "PostStop");
        ExpectTerminated(actor, Soon);
    }

    [Fact]
    public void Every_hook_can_be_gone_around()
    {
        var actor = Sys.ActorOf(Props.Create<Around>(TestActor));
        actor.Tell(new Fail(new ArgumentException("x")));
        ExpectInOrder("around PreStart", "PreStart", "around Fail", "around PreRestart", "PostStop", "around PostRestart", "PreStart");
        Sys.Stop(actor);
        ExpectInOrder("around PostStop", "PostStop");
    }

    [Fact]
    public void What_a_child_said_before_its_end_comes_before_the_news_of_its_end()
    {
        var parent = Start((m, c) =>
        {
            switch (m)
            {
                case "make":
                    var child = c.Watch(c.ActorOf(Scripted.Props((_, inner) =>
                    {
                        for (var i = 0; i < 3; i++) inner.Parent.Tell(i);
                        inner.Stop(inner.Self);
                    })));
                    child.Tell("go");
                    break;
                case Terminated: TestActor.Tell("ended"); break;
                default: TestActor.Tell(m); break;
            }
        });
        parent.Tell("make");
        ExpectInOrder(0, 1, 2, "ended");
    }

    private sealed class Showing : ReceiveActor
    {
        public Showing()
        {
            Receive<string>(m => m == "show", _ => Sender.Tell(this));
            Receive<string>(m => m == "empty", _ => Become(EmptyReceive));
        }
    }

    private sealed class ShortLived : ReceiveActor
    {
        private readonly IActorRef _listener;

        public ShortLived(IActorRef listener)
        {
            _listener = listener;
            Context.Stop(Self);
        }

        protected override void PreStart() => _listener.Tell("PreStart");

        protected override void PostStop() => _listener.Tell("PostStop");
    }

    private sealed class Around(IActorRef listener) : UntypedActor
    {
        protected override void OnReceive(object message) => throw ((Fail)message).Cause;

        protected override void PreStart() => listener.Tell("PreStart");

        protected override void PostStop() => listener.Tell("PostStop");

        protected override bool AroundReceive(Receive receive, object message)
        {
            listener.Tell($"around {message.GetType().Name}");
            return base.AroundReceive(receive, message);
        }

        public override void AroundPreStart()
        {
            listener.Tell("around PreStart");
            base.AroundPreStart();
        }

        public override void AroundPostStop()
        {
            listener.Tell("around PostStop");
            base.AroundPostStop();
        }

        public override void AroundPreRestart(Exception cause, object? message)
        {
            listener.Tell("around PreRestart");
            base.AroundPreRestart(cause, message);
        }

        public override void AroundPostRestart(Exception cause, object? message)
        {
            listener.Tell("around PostRestart");
            base.AroundPostRestart(cause, message);
        }
    }

    private sealed class Blaming : ReceiveActor
    {
        public Blaming() => Receive<Fail>(f => throw f.Cause);

        protected override void PreRestart(Exception reason, object? message) => Sender.Tell($"blamed {message?.GetType().Name}");
    }

    private sealed class KeepsChildren : ReceiveActor
    {
        public KeepsChildren()
        {
            Receive<Fail>(f => throw f.Cause);
            Receive<Make>(m => Sender.Tell(Context.ActorOf(m.Props)));
        }

        protected override void PreRestart(Exception reason, object? message) => PostStop();
    }

    private sealed class Unmakeable : ReceiveActor
    {
        private readonly IActorRef _listener;

        public Unmakeable(IActorRef listener)
        {
            _listener = listener;
            throw new ArgumentException("never");
        }

        protected override void PostStop() => _listener.Tell("PostStop");
    }

    private sealed class Unstartable(IActorRef listener) : ReceiveActor
    {
        protected override void PreStart() => throw new ArgumentException("never");

        protected override void PostStop() => listener.Tell("PostStop");
    }

    private sealed class Unstoppable : ReceiveActor
    {
        protected override void PostStop() => throw new ArgumentException("will not");
    }

    private sealed class Disposable(IActorRef listener) : UntypedActor, IDisposable
    {
        protected override void OnReceive(object message) => throw new ArgumentException("x");

        protected override void PostStop() => listener.Tell("PostStop");

        public void Dispose() => listener.Tell("Dispose");
    }

    private sealed class Leaky : ReceiveActor
    {
        public static IActorContext TheContext => Context;
    }
}
