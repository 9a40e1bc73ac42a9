using Akka.Actor;

namespace Akka.Tests.Actor;

public class BecomeSpec : ActorSpec
{
    [Fact]
    public void Become_replaces_the_behaviour_so_that_there_is_no_way_back()
    {
        var actor = Sys.ActorOf(Props.Create<Changing>(TestActor));
        Tell(actor, "x", "become one", "x", "become two", "x", "back", "x");
        ExpectInOrder("zero x", "one x", "two x", "two x");
    }

    [Fact]
    public void BecomeStacked_can_be_taken_back_step_by_step()
    {
        var actor = Sys.ActorOf(Props.Create<Changing>(TestActor));
        Tell(actor, "stack one", "x", "stack two", "x", "back", "x", "back", "x", "back", "back", "x");
        ExpectInOrder("one x", "two x", "one x", "zero x", "zero x");
    }

    [Fact]
    public void Become_on_a_stack_replaces_its_top_alone()
    {
        var actor = Sys.ActorOf(Props.Create<Changing>(TestActor));
        Tell(actor, "stack one", "become two", "x", "back", "x");
        ExpectInOrder("two x", "zero x");
    }

    [Fact]
    public void A_restart_forgets_all_behaviours_but_the_first()
    {
        var actor = Sys.ActorOf(Props.Create<Changing>(TestActor));
        Tell(actor, "stack one", "stack two", "fail", "x", "back", "x");
        ExpectInOrder("zero x", "zero x");
    }

    [Fact]
    public void Become_in_the_constructor_sets_the_first_behaviour()
    {
        var actor = Sys.ActorOf(Props.Create<ConstructedOtherwise>(TestActor));
        Tell(actor, "x", "fail", "x");
        ExpectInOrder("other x", "other x");
    }

    [Fact]
    public void A_ReceiveActor_becomes_what_it_declares_then()
    {
        var actor = Sys.ActorOf(Props.Create<Declaring>());
        Tell(actor, "a", "swap", 1, "stack", "b", "back", 2);
        ExpectInOrder("first a", "second 1", "third b", "second 2");
    }

    private static void Tell(IActorRef actor, params object[] messages)
    {
        foreach (var message in messages) actor.Tell(message);
    }

    private class Changing(IActorRef listener) : ActorBase
    {
        protected override bool Receive(object message) => As("zero")(message);

        protected Receive As(string name) => message =>
        {
            switch ((string)message)
            {
                case "fail": throw new ArgumentException("x");
                case "back": UnbecomeStacked(); break;
                case var m when m.StartsWith("become "): Become(As(m[7..])); break;
                case var m when m.StartsWith("stack "): BecomeStacked(As(m[6..])); break;
                default: listener.Tell($"{name} {message}"); break;
            }

            return true;
        };
    }

    private sealed class ConstructedOtherwise : Changing
    {
        public ConstructedOtherwise(IActorRef listener) : base(listener) => Become(As("other"));
    }

    private sealed class Declaring : ReceiveActor
    {
        public Declaring()
        {
            Receive<string>(s => s == "swap", _ => Become(Second));
            Receive<string>(s => Sender.Tell($"first {s}"));
        }

        private void Second()
        {
            Receive<int>(i => Sender.Tell($"second {i}"));
            Receive<string>(_ => BecomeStacked(() => ReceiveAny(m =>
            {
                if (m is "back") UnbecomeStacked();
                else Sender.Tell($"third {m}");
            })));
        }
    }

    [Fact]
    public void A_behaviour_that_does_not_take_a_message_leaves_it_unhandled_and_the_one_below_does_not_get_it()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create<Layered>());
        Tell(actor, "up", "text", 1, "down", "text");
        Assert.Equal("text", ExpectMsg<Akka.Event.UnhandledMessage>(Soon).Message);
        ExpectInOrder("upper 1", "lower text");
    }

    [Fact]
    public void What_becomes_within_the_declaration_of_another_behaviour_is_below_it()
    {
        var actor = Sys.ActorOf(Props.Create<Nested>());
        Tell(actor, "swap", "a");
        ExpectInOrder("outer a");
    }

    [Fact]
    public void An_untyped_actor_becomes_a_method()
    {
        var actor = Sys.ActorOf(Props.Create<Untyped>());
        Tell(actor, "a", "stack", "b", "back", "c", "swap", "d", "back", "e");
        ExpectInOrder("first a", "second b", "first c", "second d", "second e");
    }

    private sealed class Layered : ReceiveActor
    {
        public Layered()
        {
            Receive<string>(s => s == "up", _ => BecomeStacked(() =>
            {
                Receive<int>(i => Sender.Tell($"upper {i}"));
                Receive<string>(s => s == "down", _ => UnbecomeStacked());
            }));
            Receive<string>(s => Sender.Tell($"lower {s}"));
        }
    }

    private sealed class Nested : ReceiveActor
    {
        public Nested() => Receive<string>(_ => Become(() =>
        {
            Become(() => ReceiveAny(m => Sender.Tell($"inner {m}")));
            ReceiveAny(m => Sender.Tell($"outer {m}"));
        }));
    }

    private sealed class Untyped : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "stack") BecomeStacked(Second);
            else if (message is "swap") Become(Second);
            else Sender.Tell($"first {message}");
        }

        private void Second(object message)
        {
            if (message is "back") UnbecomeStacked();
            else Sender.Tell($"second {message}");
        }
    }
}
