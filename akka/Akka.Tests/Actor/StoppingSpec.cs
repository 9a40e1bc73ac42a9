using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class StoppingSpec : ActorSpec
{
    [Fact]
    public void Stop_comes_after_the_message_at_hand_and_the_rest_are_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var gate = new ManualResetEventSlim();
        var actor = Start((m, c) =>
        {
            TestActor.Tell($"began {m}");
            gate.Wait(Soon);
            TestActor.Tell($"handled {m}");
        });
        actor.Tell("one");
        actor.Tell("two");
        actor.Tell("three");
        ExpectInOrder("began one");
        Sys.Stop(actor);
        AwaitCondition(() => ((LocalActorRef)actor).Cell.Mailbox.HasSystemMessages, Soon);
        gate.Set();
        ExpectInOrder("handled one");
        foreach (var message in new[] { "two", "three" })
        {
            var letter = ExpectMsg<DeadLetter>(Soon);
            Assert.Equal((message, actor, TestActor), (letter.Message, letter.Recipient, letter.Sender));
        }
    }

    [Fact]
    public void PoisonPill_comes_in_its_turn()
    {
        var actor = Watch(Start((m, c) => c.Sender.Tell(m)));
        actor.Tell("one");
        actor.Tell(PoisonPill.Instance);
        actor.Tell("two");
        ExpectInOrder("one");
        ExpectTerminated(actor, Soon);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void Kill_is_a_failure_that_the_supervisor_decides_about()
    {
        var actor = Watch(Sys.ActorOf(Props.Empty));
        actor.Tell(Kill.Instance);
        ExpectTerminated(actor, Soon);

        Exception? seen = null;
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(e =>
        {
            seen = e;
            return Directive.Restart;
        })));
        parent.Tell(new Make(Hooked.Props(TestActor)));
        ((IActorRef)FishForMessage(m => m is IActorRef)).Tell(Kill.Instance);
        FishForMessage(m => m is "2 PostRestart Kill");
        Assert.IsType<ActorKilledException>(seen);
    }

    [Fact]
    public void What_is_told_to_a_stopped_actor_is_a_dead_letter()
    {
        var actor = Stopped();
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        actor.Tell("late");
        var letter = ExpectMsg<DeadLetter>(Soon);
        Assert.Equal(("late", actor, TestActor), (letter.Message, letter.Recipient, letter.Sender));
    }

    [Fact]
    public void What_nobody_misses_is_a_suppressed_dead_letter()
    {
        var actor = Stopped();
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        actor.Tell(PoisonPill.Instance);
        Assert.IsType<PoisonPill>(ExpectMsg<SuppressedDeadLetter>(Soon).Message);
    }

    [Fact]
    public void A_message_without_a_sender_has_the_dead_letters_as_sender()
    {
        var actor = Start((m, c) => TestActor.Tell(c.Sender));
        actor.Tell("", ActorRefs.NoSender);
        ExpectMsg(Sys.DeadLetters, Soon);
    }

    [Fact]
    public void Null_cannot_be_told()
    {
        var actor = Sys.ActorOf(Props.Empty);
        foreach (var receiver in new[] { actor, Sys.DeadLetters, ActorRefs.Nobody })
            Assert.Throws<InvalidMessageException>(() => receiver.Tell(null!, TestActor));
    }

    [Fact]
    public void A_stopped_actor_answers_Identify_with_nobody()
    {
        var actor = Stopped();
        actor.Tell(new Identify("who"));
        Assert.Equal(new ActorIdentity("who", null), ExpectMsg<ActorIdentity>(Soon));
    }

    [Fact]
    public void A_living_actor_answers_Identify_without_noticing()
    {
        var actor = Start((m, c) => TestActor.Tell("noticed"));
        actor.Tell(new Identify(1));
        Assert.Equal(new ActorIdentity(1, actor), ExpectMsg<ActorIdentity>(Soon));
    }

    [Fact]
    public void A_stopping_or_stopped_actor_has_no_new_children()
    {
        foreach (var hadChild in new[] { true, false })
        {
            var actor = Watch(Sys.ActorOf(Props.Create<LastMinute>(TestActor, hadChild)));
            Sys.Stop(actor);
            ExpectInOrder("refused");
            ExpectTerminated(actor, Soon);
        }
    }

    [Fact]
    public void A_child_and_a_stranger_can_be_stopped_from_a_context()
    {
        var stranger = Watch(Sys.ActorOf(Props.Empty));
        var parent = Start((m, c) =>
        {
            if (m is IActorRef other) c.Stop(other);
            else c.Sender.Tell(c.ActorOf(Props.Empty));
        });
        parent.Tell("child");
        var child = Watch(ExpectMsg<IActorRef>(Soon));
        parent.Tell(child);
        ExpectTerminated(child, Soon);
        parent.Tell(stranger);
        ExpectTerminated(stranger, Soon);
    }

    private IActorRef Stopped()
    {
        var actor = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(actor);
        ExpectTerminated(actor, Soon);
        return actor;
    }

    private sealed class LastMinute : ReceiveActor
    {
        private readonly IActorRef _listener;

        public LastMinute(IActorRef listener, bool hasChild)
        {
            _listener = listener;
            if (hasChild) Context.ActorOf(Props.Empty);
        }

        protected override void PostStop()
        {
            try { Context.ActorOf(Props.Empty); }
            catch (InvalidOperationException) { _listener.Tell("refused"); }
        }
    }
}
