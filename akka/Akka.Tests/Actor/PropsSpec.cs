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

    [Fact]
    public void Props_without_a_strategy_have_none_and_with_one_have_that()
    {
        var strategy = new OneForOneStrategy(_ => Directive.Stop);
        Assert.Null(Props.Create<Named>("a").SupervisorStrategy);
        Assert.Null(Props.Create(() => new Named("a")).SupervisorStrategy);
        Assert.Same(strategy, Props.Create(() => new Named("a"), strategy).SupervisorStrategy);
        Assert.Same(strategy, Props.Create<Plain>(strategy).SupervisorStrategy);
        Assert.Same(strategy, new Props(typeof(Named), strategy, "a").SupervisorStrategy);
        Assert.Same(strategy, new Props(typeof(Named), strategy, new List<object> { "a" }).SupervisorStrategy);
        Assert.Same(strategy, Props.Create<Named>("a").WithSupervisorStrategy(strategy).SupervisorStrategy);
    }

    [Fact]
    public void Props_are_of_the_class_of_an_actor()
    {
        foreach (var none in new Type?[] { null })
        {
            Assert.Throws<ArgumentNullException>(() => new Props(none!));
            Assert.Throws<ArgumentNullException>(() => new Props(none!, []));
            Assert.Throws<ArgumentNullException>(() => Props.Create(none!));
        }

        foreach (var other in new[] { typeof(string) })
            Assert.Equal("type", Assert.Throws<ArgumentException>(() => Props.Create(other)).ParamName);
    }

    [Fact]
    public void The_class_of_a_producer_stands_for_what_it_produces()
    {
        foreach (var type in new[] { typeof(Counted) })
        {
            var props = Props.Create(type, "made");
            Assert.Equal(typeof(Named), props.Type);
            Assert.Equal("made 0", Name(props));
        }

        Assert.Equal("made 0", Name(Props.CreateBy<Counted>("made")));
        Assert.Equal(Props.CreateBy<Counted>("made"), Props.CreateBy<Counted>("made"));
        Assert.NotEqual(Props.CreateBy<Counted>("made"), Props.CreateBy<Counted>("other"));
    }

    [Fact]
    public void There_are_props_of_an_actor_that_handles_nothing_and_no_props_of_none()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.UnhandledMessage));
        Sys.ActorOf(Props.Empty).Tell("lost");
        Assert.Equal("lost", ExpectMsg<Akka.Event.UnhandledMessage>(Soon).Message);
        Assert.Null(Props.None);
        Assert.Equal(Props.Empty, Props.Empty);
        Assert.Throws<InvalidOperationException>(() => new TerminatedProps().NewActor());
        Assert.NotEqual(Props.Empty, new TerminatedProps());
    }

    [Fact]
    public void Props_say_what_they_make()
    {
        var props = Props.Create<Named>("a", 1);
        Assert.Equal(typeof(Named).AssemblyQualifiedName, props.TypeName);
        Assert.Equal(["a", 1], props.Arguments);
        Assert.Same(Akka.Routing.NoRouter.Instance, props.RouterConfig);
        Assert.Equal(props.GetHashCode(), Props.Create<Named>("a", 1).GetHashCode());
        Assert.False(props.Equals((object)"text"));
    }

    [Fact]
    public void Where_no_constructor_fits_the_error_names_the_class_and_the_arguments()
    {
        var e = Assert.Throws<TypeLoadException>(() => Props.Create<Named>(1, 2, 3).NewActor());
        Assert.Contains("Named", e.Message);
        Assert.Contains("(1,2,3)", e.Message);
    }

    [Fact]
    public void Arguments_of_an_expression_are_converted_as_the_language_says()
    {
        int? number = 5;
        object text = "x";
        Assert.Equal("x 5", Name(Props.Create(() => new Named((string)text, number.Value))));
        Assert.Equal("wide 7", Name(Props.Create(() => new Wide(7, null))));
        Assert.Equal("wide 8y", Name(Props.Create(() => new Wide('\b', "y"))));
        Assert.Equal("given 2", Name(Props.Create<Given>(2)));
    }

    private sealed class Plain : UntypedActor
    {
        protected override void OnReceive(object message) { }
    }

    private sealed class Wide(long number, string? text) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"wide {number}{text}");
    }

    private sealed class Given(int number) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell($"given {number}");
    }

    private sealed class Counted(string name) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Named);

        public ActorBase Produce() => new Named(name, 0);

        public void Release(ActorBase actor) { }
    }
}
