using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

public class SystemSpec
{
    private const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("a")]
    [InlineData("a-1-B")]
    [InlineData("1a")]
    public async Task A_name_of_letters_digits_and_dashes_is_taken(string name)
    {
        var system = ActorSystem.Create(name, Quiet);
        Assert.Equal(name, system.Name);
        await system.Terminate().WaitAsync(Soon);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("a*b")]
    [InlineData("a@b")]
    [InlineData("a#b")]
    [InlineData("a/b")]
    public void Another_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => ActorSystem.Create(name, Quiet));

    [Fact]
    public async Task Terminate_ends_all_actors_children_first_and_may_be_called_again()
    {
        var system = ActorSystem.Create("ending", Quiet);
        var ended = new List<string>();
        system.ActorOf(Props.Create<Noting>(ended, 3), "top");
        var first = system.Terminate();
        var second = system.Terminate();
        await Task.WhenAll(first, second, system.WhenTerminated).WaitAsync(Soon);
        await system.Terminate().WaitAsync(Soon);
        Assert.Equal(["leaf", "leaf", "leaf", "top"], ended);
    }

    [Fact]
    public async Task Functions_registered_for_the_end_run_after_all_actors_the_latest_first()
    {
        var system = ActorSystem.Create("ending", Quiet);
        var ended = new List<string>();
        system.ActorOf(Props.Create<Noting>(ended, 0), "top");
        system.RegisterOnTermination(() => ended.Add("one"));
        system.RegisterOnTermination(() => throw new InvalidOperationException("two"));
        system.RegisterOnTermination(() => ended.Add("three"));
        await system.Terminate().WaitAsync(Soon);
        Assert.Equal(["top", "three", "one"], ended);
        Assert.Throws<InvalidOperationException>(() => system.RegisterOnTermination(() => { }));
    }

    [Fact]
    public async Task A_system_that_ends_takes_no_new_actors()
    {
        var system = ActorSystem.Create("ending", Quiet);
        await system.Terminate().WaitAsync(Soon);
        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty));
    }

    [Fact]
    public void Dispose_waits_for_the_end()
    {
        var system = ActorSystem.Create("ending", Quiet);
        system.Dispose();
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_system_can_end_itself_from_within()
    {
        var system = ActorSystem.Create("ending", Quiet);
        system.ActorOf(Scripted.Props((_, c) => c.System.Terminate())).Tell("");
        await system.WhenTerminated.WaitAsync(Soon);
    }

    [Fact]
    public async Task A_failure_that_nobody_handles_ends_the_system()
    {
        var system = ActorSystem.Create("ending", Quiet + $"\nakka.actor.guardian-supervisor-strategy = \"{typeof(EscalatingConfigurator).AssemblyQualifiedName}\"");
        system.ActorOf(Scripted.Props((_, _) => throw new ArgumentException("x"))).Tell("");
        await system.WhenTerminated.WaitAsync(Soon);
    }

    [Fact]
    public async Task The_guardians_strategy_is_that_of_the_configuration()
    {
        var system = ActorSystem.Create("guarded", Quiet + "\nakka.actor.guardian-supervisor-strategy = Akka.Actor.StoppingSupervisorStrategy");
        var actor = system.ActorOf(Scripted.Props((_, _) => throw new ArgumentException("x")));
        var stopped = actor.GracefulStop(Soon, "fail");
        Assert.True(await stopped);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task Extensions_are_made_once_for_a_system()
    {
        var system = ActorSystem.Create("extended", Quiet);
        Assert.False(system.HasExtension<Counting>());
        Assert.False(system.TryGetExtension<Counting>(out _));
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => new CountingId().Apply(system))));
        Assert.Single(made.Distinct());
        Assert.True(system.HasExtension<Counting>());
        Assert.Same(made[0], system.GetExtension<Counting>());
        Assert.Same(made[0], system.WithExtension<Counting, CountingId>());
        Assert.Same(system, made[0].System);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task Extensions_of_the_configuration_are_made_at_the_start_and_bad_ones_skipped()
    {
        var system = ActorSystem.Create("extended",
            Quiet + $"\nakka.extensions = [\"No.Such.Type\", \"System.String\", \"{typeof(CountingId).AssemblyQualifiedName}\"]");
        Assert.True(system.HasExtension<Counting>());
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task The_tree_can_be_printed()
    {
        var system = ActorSystem.Create("printed", Quiet);
        await system.ActorOf(Props.Create<Noting>(new List<string>(), 2), "top").Ask<ActorIdentity>(new Identify("made?"), Soon);
        var tree = ((ExtendedActorSystem)system).PrintTree();
        foreach (var name in new[] { "user", "system", "top", "leaf-0", "leaf-1" }) Assert.Contains(name, tree);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public void Values_that_are_not_allowed_are_refused_by_name()
    {
        var e = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("wrong", Quiet + "\nakka.loglevel = LOUD"));
        Assert.Contains("akka.loglevel", e.Message);
    }

    private sealed class Noting : ReceiveActor
    {
        private readonly List<string> _ended;

        public Noting(List<string> ended, int leaves)
        {
            _ended = ended;
            for (var i = 0; i < leaves; i++) Context.ActorOf(Props.Create<Noting>(ended, 0), $"leaf-{i}");
        }

        protected override void PostStop()
        {
            lock (_ended) _ended.Add(Self.Path.Name.Split('-')[0]);
        }
    }

    public sealed class EscalatingConfigurator : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
    }

    public sealed record Counting(ExtendedActorSystem System) : IExtension;

    public sealed class CountingId : ExtensionIdProvider<Counting>
    {
        public override Counting CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
