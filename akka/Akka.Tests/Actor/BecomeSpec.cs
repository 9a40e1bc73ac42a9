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
}
