using Akka.Actor;

namespace Akka.Tests.Actor;

public class PropsSpec : ActorSpec
{
    [Fact]
    public void The_arguments_of_a_new_expression_are_evaluated_once()
    {
        var evaluated = 0;
        var next = () => ++evaluated;
        var props = Props.Create(() => new Named("x" + 1, next()));
        Assert.Equal(1, evaluated);
        Assert.Equal(typeof(Named), props.Type);
        Assert.Equal(["x1", 1], props.Arguments);
        for (var i = 0; i < 2; i++) Assert.Equal("x1 1", Name(props));
    }

    [Fact]
    public void Props_of_a_class_and_arguments_choose_the_constructor()
    {
        Assert.Equal("a 1", Name(Props.Create<Named>("a", 1)));
        Assert.Equal("a 0", Name(Props.Create<Named>("a")));
        foreach (var type in new[] { typeof(Named) }) Assert.Equal("b 2", Name(Props.Create(type, "b", 2)));
        Assert.Equal("c 3", Name(new Props(typeof(Named), ["c", 3])));
    }

    [Fact]
    public void An_expression_that_makes_nothing_new_is_refused()
    {
        Named? one = null;
        Assert.Throws<ArgumentException>(() => Props.Create(() => one!));
    }

    [Fact]
    public void Props_are_changed_by_copies()
    {
        var props = Props.Create<Named>("a", 1);
        var changed = props.WithDispatcher("d").WithMailbox("m").WithStashCapacity(5);
        Assert.Equal(("d", "m", 5), (changed.Dispatcher, changed.Mailbox, changed.Deploy.StashCapacity));
        Assert.Equal("akka.actor.default-dispatcher", props.Dispatcher);
        Assert.Equal("", props.Mailbox);
    }

    [Fact]
    public void Props_are_equal_by_value()
    {
        Assert.Equal(Props.Create<Named>("a", 1), Props.Create<Named>("a", 1));
        Assert.NotEqual(Props.Create<Named>("a", 1), Props.Create<Named>("a", 2));
        Assert.NotEqual(Props.Create<Named>("a", 1), Props.Create<Named>("a", 1).WithMailbox("m"));
    }

    [Fact]
    public void A_producer_makes_actors_and_is_told_when_they_end()
    {
        var producer = new Producer();
        var actor = Watch(Sys.ActorOf(Props.CreateBy(producer)));
        actor.Tell("");
        ExpectInOrder("produced 1");
        Sys.Stop(actor);
        ExpectTerminated(actor, Soon);
        Assert.Equal(1, producer.Released);
    }

    private string Name(Props props)
    {
        var actor = Sys.ActorOf(props);
        actor.Tell("");
        return ExpectMsg<string>(Soon);
    }

    private sealed class Named : UntypedActor
    {
        private readonly string _name;

        public Named(string name, int number) => _name = $"{name} {number}";

        public Named(string name) : this(name, 0) { }

        protected override void OnReceive(object message) => Sender.Tell(_name);
    }

    private sealed class Producer : IIndirectActorProducer
    {
        private int _produced;

        public int Released { get; private set; }

        public Type ActorType => typeof(Named);

        public ActorBase Produce() => new Named("produced", ++_produced);

        public void Release(ActorBase actor) => Released++;
    }
}
