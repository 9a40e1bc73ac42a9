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
}
