using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

/// <summary>Strategies and deciders as values: defaults, limits, equality, and the configurators of the guardian's strategy.</summary>
public class SupervisorStrategyTests
{
    private static readonly Func<Exception, Directive> Stop = _ => Directive.Stop;
    private static readonly IDecider Table = Decider.From(Directive.Escalate, Directive.Resume.When<ArgumentException>());

    public static TheoryData<int, int, Func<SupervisorStrategy>> Limits => new()
    {
        { -1, -1, () => new OneForOneStrategy(Stop) },
        { -1, -1, () => new OneForOneStrategy(Stop, loggingEnabled: false) },
        { -1, -1, () => new OneForOneStrategy(Table) },
        { 3, 1000, () => new OneForOneStrategy(3, 1000, Stop) },
        { 3, 1000, () => new OneForOneStrategy(3, 1000, Table) },
        { 3, 1000, () => new OneForOneStrategy(3, TimeSpan.FromSeconds(1), Stop) },
        { 3, 1000, () => new OneForOneStrategy(3, TimeSpan.FromSeconds(1), Table) },
        { -1, -1, () => new OneForOneStrategy(null, null, Stop) },
        { -1, -1, () => new OneForOneStrategy(-1, Timeout.InfiniteTimeSpan, Stop) },
        { 5, 1000, () => new OneForOneStrategy(3, 1000, Table).WithMaxNrOfRetries(5) },
        { -1, -1, () => new AllForOneStrategy(Stop) },
        { -1, -1, () => new AllForOneStrategy(Table) },
        { 3, 1000, () => new AllForOneStrategy(3, 1000, Stop) },
        { 3, 1000, () => new AllForOneStrategy(3, 1000, Table) },
        { 3, 1000, () => new AllForOneStrategy(3, TimeSpan.FromSeconds(1), Stop) },
        { 3, 1000, () => new AllForOneStrategy(3, TimeSpan.FromSeconds(1), Table) },
        { -1, -1, () => new AllForOneStrategy(null, null, Table) },
        { -1, -1, () => new OwnOneForOne() },
        { -1, -1, () => new OwnAllForOne() },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_limit_is_a_number_and_a_time_and_minus_one_is_none(int retries, int milliseconds, Func<SupervisorStrategy> make)
    {
        var strategy = make();
        var (number, within) = strategy is AllForOneStrategy all
            ? (all.MaxNumberOfRetries, all.WithinTimeRangeMilliseconds)
            : (((OneForOneStrategy)strategy).MaxNumberOfRetries, ((OneForOneStrategy)strategy).WithinTimeRangeMilliseconds);
        Assert.Equal((retries, milliseconds), (number, within));
    }

    [Fact]
    public void A_function_decides_locally()
    {
        Assert.Equal(Directive.Stop, new OneForOneStrategy(Stop).Decider.Decide(new ArgumentException()));
        Assert.Equal(Directive.Stop, Decider.From(Stop).Decide(new ArgumentException()));
        Assert.IsType<LocalOnlyDecider>(new AllForOneStrategy(Stop).Decider);
    }

    [Fact]
    public void A_table_can_be_given_as_a_list()
    {
        var decider = Decider.From(Directive.Escalate, new List<KeyValuePair<Type, Directive>> { Directive.Stop.When<ArgumentException>() });
        Assert.Equal(Directive.Escalate, decider.DefaultDirective);
        Assert.Equal([new KeyValuePair<Type, Directive>(typeof(ArgumentException), Directive.Stop)], decider.Pairs);
        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentNullException()));
        Assert.Equal(Directive.Escalate, decider.Decide(new InvalidOperationException()));
    }

    [Fact]
    public void Strategies_with_equal_deciders_and_limits_are_equal()
    {
        Assert.Equal(new OneForOneStrategy(3, 1000, Table), new OneForOneStrategy(3, TimeSpan.FromSeconds(1), Same));
        Assert.Equal(new OneForOneStrategy(3, 1000, Table).GetHashCode(), new OneForOneStrategy(3, 1000, Same).GetHashCode());
        Assert.NotEqual(new OneForOneStrategy(3, 1000, Table), new OneForOneStrategy(4, 1000, Table));
        Assert.NotEqual(new OneForOneStrategy(3, 1000, Table), new OneForOneStrategy(3, 1001, Table));
        Assert.NotEqual(new OneForOneStrategy(Table), new OneForOneStrategy(Decider.From(Directive.Stop)));
        Assert.Equal(new AllForOneStrategy(3, 1000, Table), new AllForOneStrategy(3, 1000, Same));
        Assert.NotEqual<SupervisorStrategy>(new AllForOneStrategy(3, 1000, Table), new OneForOneStrategy(3, 1000, Table));
    }

    [Fact]
    public void The_strategy_of_the_guardian_is_made_by_a_configurator()
    {
        Assert.Same(SupervisorStrategy.DefaultStrategy, SupervisorStrategyConfigurator.CreateConfigurator("Akka.Actor.DefaultSupervisorStrategy").Create());
        Assert.Same(SupervisorStrategy.StoppingStrategy, SupervisorStrategyConfigurator.CreateConfigurator("Akka.Actor.StoppingSupervisorStrategy").Create());
        Assert.IsType<AllForOneStrategy>(SupervisorStrategyConfigurator.CreateConfigurator(typeof(AllOrNothing).AssemblyQualifiedName!).Create());
        Assert.Same(SupervisorStrategy.DefaultStrategy, new DefaultSupervisorStrategy().Create());
        Assert.Same(SupervisorStrategy.StoppingStrategy, new StoppingSupervisorStrategy().Create());
        Assert.Contains("No.Such.Type", Assert.Throws<ConfigurationException>(() => SupervisorStrategyConfigurator.CreateConfigurator("No.Such.Type")).Message);
    }

    [Fact]
    public void A_strategy_of_ones_own_has_the_default_decider_unless_told_otherwise()
    {
        Assert.Same(SupervisorStrategy.DefaultDecider, new OwnOneForOne().Decider);
        Assert.Same(SupervisorStrategy.DefaultDecider, new OwnAllForOne().Decider);
    }

    [Fact]
    public void Props_carry_a_strategy()
    {
        var strategy = new OneForOneStrategy(Stop);
        Assert.Same(strategy, Props.Create<BlackHole>(strategy).SupervisorStrategy);
        Assert.Same(strategy, Props.Create(() => new BlackHole(), strategy).SupervisorStrategy);
        Assert.Same(strategy, Props.Create<BlackHole>().WithSupervisorStrategy(strategy).SupervisorStrategy);
        Assert.Null(Props.Create<BlackHole>().SupervisorStrategy);
    }

    private static IDecider Same => Decider.From(Directive.Escalate, Directive.Resume.When<ArgumentException>());

    private sealed class OwnOneForOne : OneForOneStrategy;

    private sealed class OwnAllForOne : AllForOneStrategy;

    private sealed class BlackHole : ReceiveActor;

    public sealed class AllOrNothing : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new AllForOneStrategy(_ => Directive.Escalate);
    }
}
