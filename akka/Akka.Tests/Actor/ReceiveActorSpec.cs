using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class ReceiveActorSpec : ActorSpec
{
    [Fact]
    public void The_first_handler_that_fits_takes_the_message()
    {
        var actor = Sys.ActorOf(Props.Create<Declared>());
        object[] told = ["short", "a long one", 7, 70, 1.5, new[] { 1 }, 'c'];
        foreach (var message in told) actor.Tell(message);
        ExpectInOrder("short short", "string a long one", "small 7", "int 70", "function 1.5", "by type Int32[]", "any c");
    }

    [Fact]
    public void A_message_that_no_handler_takes_is_unhandled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf(Props.Create<Picky>());
        actor.Tell(7);
        var unhandled = ExpectMsg<UnhandledMessage>(Soon);
        Assert.Equal(7, unhandled.Message);
        Assert.Equal(actor, unhandled.Recipient);
        Assert.Equal(TestActor, unhandled.Sender);
        actor.Tell("odd");
        Assert.Equal("odd", ExpectMsg<UnhandledMessage>(Soon).Message);
    }

    [Fact]
    public void After_a_handler_of_everything_none_can_be_added()
    {
        foreach (var props in new[] { Props.Create<AfterAny>(), Props.Create<AfterObject>() })
        {
            var actor = Watch(Sys.ActorOf(props));
            ExpectTerminated(actor, Soon);
        }
    }

    [Fact]
    public void Handlers_are_declared_in_the_constructor_and_in_what_it_becomes_only()
    {
        var actor = Sys.ActorOf(Props.Create<Late>());
        actor.Tell("declare");
        Assert.IsType<InvalidOperationException>(ExpectMsg<Exception>(Soon));
    }

    [Fact]
    public void A_handler_of_a_base_type_or_an_interface_takes_what_derives_from_it()
    {
        var actor = Sys.ActorOf(Props.Create<Broad>());
        actor.Tell(new ArgumentNullException("x"));
        actor.Tell(new List<int>());
        ExpectInOrder("argument", "enumerable");
    }

    private sealed class Declared : ReceiveActor
    {
        public Declared()
        {
            Receive<string>(s => Sender.Tell($"short {s}"), s => s.Length < 6);
            Receive<string>(s => Sender.Tell($"string {s}"));
            Receive<int>(i => i < 10, i => Sender.Tell($"small {i}"));
            Receive<int>(i => Sender.Tell($"int {i}"));
            Receive<double>(d =>
            {
                Sender.Tell($"function {d}");
                return true;
            });
            Type type = typeof(int[]);
            Receive(type, m => Sender.Tell($"by type {m.GetType().Name}"));
            ReceiveAny(m => Sender.Tell($"any {m}"));
        }
    }

    private sealed class DeclaredByType : ReceiveActor
    {
        public DeclaredByType()
        {
            Type text = typeof(string), number = typeof(int);
            Receive(text, s => (string)s != "1", s => Sender.Tell($"other {s}"));
            Receive(number, i => Answer("small", (int)i < 10));
            Receive(number, i => Sender.Tell($"int {i}"));
            ReceiveAsync(text, s => (string)s == "1", async s =>
            {
                await Task.Yield();
                Sender.Tell($"awaited {s}");
            });
        }

        private bool Answer(string text, bool handled)
        {
            if (handled) Sender.Tell(text);
            return handled;
        }
    }

    [Theory]
    [InlineData("2", "other 2")]
    [InlineData("1", "awaited 1")]
    [InlineData(9, "small")]
    [InlineData(10, "int 10")]
    public void Handlers_are_declared_by_type_with_a_condition_or_an_answer_whether_they_handled_it(object message, string answer)
    {
        Sys.ActorOf<DeclaredByType>().Tell(message);
        ExpectMsg(answer, Soon);
    }

    private sealed class Picky : ReceiveActor
    {
        public Picky() => Receive<string>(s => s != "odd");
    }

    private sealed class AfterAny : ReceiveActor
    {
        public AfterAny()
        {
            ReceiveAny(_ => { });
            Receive<string>(_ => { });
        }
    }

    private sealed class AfterObject : ReceiveActor
    {
        public AfterObject()
        {
            Receive<object>(_ => { });
            Receive<string>(_ => { });
        }
    }

    private sealed class Late : ReceiveActor
    {
        public Late() => Receive<string>(_ =>
        {
            try
            {
                Receive<int>(_ => { });
            }
            catch (Exception e)
            {
                Sender.Tell(e);
            }
        });
    }

    private sealed class Broad : ReceiveActor
    {
        public Broad()
        {
            Receive<ArgumentException>(_ => Sender.Tell("argument"));
            Receive<System.Collections.IEnumerable>(_ => Sender.Tell("enumerable"));
        }
    }

    [Fact]
    public void An_actor_that_declares_nothing_handles_nothing()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Sys.ActorOf<Silent>("silent");
        actor.Tell("something");
        var unhandled = ExpectMsg<UnhandledMessage>(Soon);
        Assert.Equal(("something", actor), (unhandled.Message, unhandled.Recipient));
    }

    [Fact]
    public void A_handler_of_object_with_a_condition_leaves_room_for_others()
    {
        var actor = Sys.ActorOf<Conditional>();
        foreach (var message in new object[] { 7, 1.5, "text" }) actor.Tell(message);
        ExpectInOrder("int 7", "object 1.5", "rest text");
    }

    [Theory]
    [InlineData(typeof(DeclaresInPreStart))]
    [InlineData(typeof(DeclaresAfterAny))]
    public void A_handler_in_the_wrong_place_keeps_the_actor_from_being_made(Type type)
    {
        Watch(Sys.ActorOf(Props.Create(type)));
        ExpectMsg<Terminated>(Soon);
    }

    [Fact]
    public void What_is_wrong_is_said()
    {
        var actor = Sys.ActorOf(Props.Create<Wrong>());
        actor.Tell("late");
        Assert.Equal("You may only call Receive-methods when constructing the actor and inside Become().", ExpectMsg<InvalidOperationException>(Soon).Message);
        actor.Tell("after any");
        Assert.Equal("A handler that catches all messages has been added. No handler can be added after that.", ExpectMsg<InvalidOperationException>(Soon).Message);
    }

    [Fact]
    public void A_handler_that_throws_in_Become_leaves_the_behaviour_as_it_was()
    {
        var actor = Sys.ActorOf(Props.Create<Wrong>());
        actor.Tell("after any");
        ExpectMsg<InvalidOperationException>(Soon);
        actor.Tell("late");
        ExpectMsg<InvalidOperationException>(Soon);
    }

    [Fact]
    public void Handlers_are_tried_in_the_order_of_their_declaration_whatever_their_types()
    {
        var actor = Sys.ActorOf<Ordered>();
        foreach (var message in new object[] { "a", "b", "c", "d" }) actor.Tell(message);
        ExpectInOrder("1 a", "2 b", "3 c", "4 d");
    }

    private sealed class Silent : ReceiveActor;

    private sealed class Conditional : ReceiveActor
    {
        public Conditional()
        {
            Receive<int>(i => Sender.Tell($"int {i}"));
            Receive<object>(o => Sender.Tell(FormattableString.Invariant($"object {o}")), o => o is not string);
            Receive<object>(o => Sender.Tell($"rest {o}"));
        }
    }

    private sealed class DeclaresInPreStart : ReceiveActor
    {
        protected override void PreStart() => Receive<string>(_ => { });
    }

    private sealed class DeclaresAfterAny : ReceiveActor
    {
        public DeclaresAfterAny()
        {
            ReceiveAnyAsync(_ => Task.CompletedTask);
            ReceiveAsync<string>(_ => Task.CompletedTask);
        }
    }

    private sealed class Wrong : ReceiveActor
    {
        public Wrong()
        {
            Receive<string>(s => s == "late", _ => Tell(() => ReceiveAny(_ => { })));
            Receive<string>(s => s == "after any", _ => Tell(() => Become(() =>
            {
                ReceiveAny(_ => { });
                ReceiveAny(_ => { });
            })));
        }

        private void Tell(Action action)
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                Sender.Tell(e);
            }
        }
    }

    private sealed class Ordered : ReceiveActor
    {
        public Ordered()
        {
            Receive<string>(s => s == "a", s => Sender.Tell($"1 {s}"));
            Receive<IComparable>(s => s.Equals("b"), s => Sender.Tell($"2 {s}"));
            Receive<string>(s =>
            {
                if (s != "c") return false;
                Sender.Tell($"3 {s}");
                return true;
            });
            Receive<object>(m =>
            {
                Sender.Tell($"4 {m}");
                return true;
            });
            ReceiveAny(m => Sender.Tell($"5 {m}"));
        }
    }
}
