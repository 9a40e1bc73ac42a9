using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.TestKit;
using Akka.Util;

namespace Akka.Tests.Routing;

/// <summary>Router configurations as values: what makes them, changes them, completes them and makes them equal.</summary>
public class RouterConfigTests : TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    private static readonly DefaultResizer Resizing = new(1, 5);
    private static readonly SupervisorStrategy Stopping = SupervisorStrategy.StoppingStrategy;

    private static readonly Config Section = ConfigurationFactory.ParseString(
        """
        nr-of-instances = 7, within = 3s, tail-chopping-router.interval = 20ms, virtual-nodes-factor = 9, routees.paths = ["/user/a", "/user/b"]
        resizer { enabled = on, lower-bound = 1, upper-bound = 5 }
        pool-dispatcher {}
        """);

    /// <summary>Each pool by configuration and by code, and its changes.</summary>
    public static TheoryData<Pool, Pool, Func<Pool, Pool>, Func<Pool, Pool>, Func<Pool, Pool>> Pools => new()
    {
        { new RoundRobinPool(Section), new RoundRobinPool(7), p => ((RoundRobinPool)p).WithSupervisorStrategy(Stopping), p => ((RoundRobinPool)p).WithResizer(Resizing), p => ((RoundRobinPool)p).WithDispatcher("d") },
        { new RandomPool(Section), new RandomPool(7), p => ((RandomPool)p).WithSupervisorStrategy(Stopping), p => ((RandomPool)p).WithResizer(Resizing), p => ((RandomPool)p).WithDispatcher("d") },
        { new BroadcastPool(Section), new BroadcastPool(7), p => ((BroadcastPool)p).WithSupervisorStrategy(Stopping), p => ((BroadcastPool)p).WithResizer(Resizing), p => ((BroadcastPool)p).WithDispatcher("d") },
        { new SmallestMailboxPool(Section), new SmallestMailboxPool(7), p => ((SmallestMailboxPool)p).WithSupervisorStrategy(Stopping), p => ((SmallestMailboxPool)p).WithResizer(Resizing), p => ((SmallestMailboxPool)p).WithDispatcher("d") },
        { new ScatterGatherFirstCompletedPool(Section), new ScatterGatherFirstCompletedPool(7, Patience), p => ((ScatterGatherFirstCompletedPool)p).WithSupervisorStrategy(Stopping), p => ((ScatterGatherFirstCompletedPool)p).WithResizer(Resizing), p => ((ScatterGatherFirstCompletedPool)p).WithDispatcher("d") },
        { new TailChoppingPool(Section), new TailChoppingPool(7, Patience, Interval), p => ((TailChoppingPool)p).WithSupervisorStrategy(Stopping), p => ((TailChoppingPool)p).WithResizer(Resizing), p => ((TailChoppingPool)p).WithDispatcher("d") },
        { new ConsistentHashingPool(Section), new ConsistentHashingPool(7), p => ((ConsistentHashingPool)p).WithSupervisorStrategy(Stopping), p => ((ConsistentHashingPool)p).WithResizer(Resizing), p => ((ConsistentHashingPool)p).WithDispatcher("d") },
        { new FromConfig(), new FromConfig(), p => ((FromConfig)p).WithSupervisorStrategy(Stopping), p => ((FromConfig)p).WithResizer(Resizing), p => ((FromConfig)p).WithDispatcher("d") },
    };

    [Theory]
    [MemberData(nameof(Pools))]
    public void A_pool_is_what_configuration_or_code_says(Pool configured, Pool coded, Func<Pool, Pool> withStrategy, Func<Pool, Pool> withResizer, Func<Pool, Pool> withDispatcher)
    {
        if (configured is not FromConfig)
        {
            Assert.Equal((7, Resizing, true), (configured.NrOfInstances, configured.Resizer, configured.UsePoolDispatcher));
            Assert.Equal((7, null, false), (coded.GetNrOfInstances(Sys), coded.Resizer, coded.UsePoolDispatcher));
            Assert.NotEqual(configured, coded);
            Assert.Empty(coded.CreateRouter(Sys).Routees);
        }

        Assert.Same(Pool.DefaultSupervisorStrategy, coded.SupervisorStrategy);
        Assert.Equal("akka.actor.default-dispatcher", coded.RouterDispatcher);
        Assert.True(coded.StopRouterWhenAllRouteesRemoved);

        var (strategy, resizer, dispatcher) = (withStrategy(coded), withResizer(coded), withDispatcher(coded));
        Assert.Same(Stopping, strategy.SupervisorStrategy);
        Assert.Same(Resizing, resizer.Resizer);
        Assert.False(resizer.StopRouterWhenAllRouteesRemoved);
        Assert.Equal("d", dispatcher.RouterDispatcher);
        Assert.All([strategy, resizer, dispatcher], changed =>
        {
            Assert.Equal(coded.GetType(), changed.GetType());
            Assert.Equal(coded.NrOfInstances, changed.NrOfInstances);
            Assert.NotEqual(coded, changed);
            Assert.False(((RouterConfig)coded).Equals((RouterConfig)changed));
        });
        Assert.Equal(withDispatcher(withResizer(withStrategy(coded))), withStrategy(withResizer(withDispatcher(coded))));
        Assert.Equal(coded.GetHashCode(), withStrategy(coded).GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void A_fallback_gives_a_pool_the_strategy_and_the_resizer_that_it_lacks(Pool configured, Pool coded, Func<Pool, Pool> withStrategy, Func<Pool, Pool> withResizer, Func<Pool, Pool> withDispatcher)
    {
        if (configured is FromConfig) return;
        var completed = (Pool)coded.WithFallback(new RandomPool(1, Resizing, Stopping, "other"));
        Assert.Equal(withResizer(withStrategy(coded)), completed);
        Assert.Equal(configured.RouterDispatcher, completed.RouterDispatcher);
        var whole = withResizer(withStrategy(withDispatcher(coded)));
        Assert.Same(whole, whole.WithFallback(new RandomPool(1, new DefaultResizer(2, 3), SupervisorStrategy.DefaultStrategy, "other")));
        Assert.Same(coded, coded.WithFallback(NoRouter.Instance));
        Assert.Same(coded, coded.WithFallback(new RandomGroup("/user/a")));
    }

    /// <summary>Each group by configuration and by code, and with another dispatcher.</summary>
    public static TheoryData<Group, Group, Func<Group, Group>> Groups => new()
    {
        { new RoundRobinGroup(Section), new RoundRobinGroup("/user/a", "/user/b"), g => ((RoundRobinGroup)g).WithDispatcher("d") },
        { new RandomGroup(Section), new RandomGroup("/user/a", "/user/b"), g => ((RandomGroup)g).WithDispatcher("d") },
        { new BroadcastGroup(Section), new BroadcastGroup("/user/a", "/user/b"), g => ((BroadcastGroup)g).WithDispatcher("d") },
        { new ScatterGatherFirstCompletedGroup(Section), new ScatterGatherFirstCompletedGroup(Patience, "/user/a", "/user/b"), g => ((ScatterGatherFirstCompletedGroup)g).WithDispatcher("d") },
        { new TailChoppingGroup(Section), new TailChoppingGroup(["/user/a", "/user/b"], Patience, Interval), g => ((TailChoppingGroup)g).WithDispatcher("d") },
        { new ConsistentHashingGroup(Section), new ConsistentHashingGroup("/user/a", "/user/b"), g => ((ConsistentHashingGroup)g).WithDispatcher("d") },
    };

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_group_is_what_configuration_or_code_says(Group configured, Group coded, Func<Group, Group> withDispatcher)
    {
        Assert.Equal(coded, configured);
        Assert.Equal(coded.GetHashCode(), configured.GetHashCode());
        Assert.Equal(["/user/a", "/user/b"], coded.GetPaths(Sys));
        Assert.Same(coded, coded.Props().RouterConfig);
        Assert.Same(coded, coded.WithFallback(new RandomPool(1)));
        var moved = withDispatcher(coded);
        Assert.Equal(coded.GetType(), moved.GetType());
        Assert.Equal("d", moved.RouterDispatcher);
        Assert.Equal(coded.GetPaths(Sys), moved.GetPaths(Sys));
        Assert.False(coded.Equals(moved));
    }

    [Fact]
    public void Times_of_routers_are_what_configuration_or_code_says()
    {
        Assert.Equal(Patience, new ScatterGatherFirstCompletedPool(Section).Within);
        Assert.Equal(TimeSpan.FromSeconds(5), new ScatterGatherFirstCompletedPool(1).Within);
        Assert.Equal(Patience, new ScatterGatherFirstCompletedGroup(Section).Within);
        Assert.Equal((Patience, Interval), (new TailChoppingPool(Section).Within, new TailChoppingPool(Section).Interval));
        Assert.Equal((Patience, Interval), (new TailChoppingGroup(Section).Within, new TailChoppingGroup(Section).Interval));
        Assert.Equal((Patience, Interval), (new TailChoppingPool(1, Patience, Interval).WithDispatcher("d").Within, new TailChoppingPool(1, Patience, Interval).WithDispatcher("d").Interval));
    }

    [Fact]
    public void Virtual_nodes_and_the_mapping_of_hashing_routers_can_be_changed()
    {
        ConsistentHashMapping mapping = message => message;
        Assert.Equal(9, new ConsistentHashingPool(Section).VirtualNodesFactor);
        Assert.Equal(9, new ConsistentHashingGroup(Section).VirtualNodesFactor);
        Assert.Equal(4, new ConsistentHashingPool(2).WithHashMapping(mapping).WithVirtualNodesFactor(4).WithDispatcher("d").VirtualNodesFactor);
        Assert.Equal(4, new ConsistentHashingGroup("/user/a").WithVirtualNodesFactor(4).WithHashMapping(mapping).WithDispatcher("d").VirtualNodesFactor);
        Assert.Equal(4, ((ConsistentHashingPool)new ConsistentHashingPool(2).WithVirtualNodesFactor(4).WithFallback(new ConsistentHashingPool(3, mapping))).VirtualNodesFactor);
        Assert.Equal("key", new ConsistentHashableEnvelope("message", "key").ConsistentHashKey);
        Assert.Equal("message", WrappedMessage.Unwrap(new ConsistentHashableEnvelope("message", "key")));
    }

    [Fact]
    public void NoRouter_gives_way_to_any_other()
    {
        Assert.Equal(new RandomPool(2), NoRouter.Instance.WithFallback(new RandomPool(2)));
        Assert.Same(NoRouter.Instance, Props.Empty.RouterConfig);
        Assert.True(NoRouter.Instance.Equals(NoRouter.Instance));
        Assert.False(NoRouter.Instance.Equals(new RandomPool(2)));
        Assert.False(new RandomPool(2).Equals((RouterConfig?)null));
    }

    [Fact]
    public void Routers_of_ones_own_are_equal_when_class_and_dispatcher_are()
    {
        Assert.True(new Own().Equals(new Own()));
        Assert.False(new Own().Equals(new Own("another")));
        Assert.Same(Own.Logic, new Own().CreateRouter(Sys).RoutingLogic);
    }

    [Theory]
    [MemberData(nameof(ManagementMessages))]
    public void The_head_takes_messages_of_management_and_no_others(object message, bool isForHead) => Assert.Equal(isForHead, new RandomPool(1).IsManagementMessage(message));

    public static TheoryData<object, bool> ManagementMessages => new()
    {
        { GetRoutees.Instance, true }, { new AdjustPoolSize(1), true }, { new AddRoutee(Routee.NoRoutee), true }, { new RemoveRoutee(Routee.NoRoutee), true },
        { PoisonPill.Instance, true }, { Kill.Instance, true }, { new Identify(1), true }, { new Terminated(ActorRefs.Nobody, true, false), true },
        { "text", false }, { new Broadcast(PoisonPill.Instance), false }, { new Routees([]), false }, { new ConsistentHashableEnvelope(1, 2), false },
    };

    /// <summary>What a class of one's own has to say for itself where messages leave the process; here nothing does.</summary>
    public static TheoryData<ISurrogated> Surrogated =>
    [
        NoRouter.Instance, FromConfig.Instance, new RoundRobinPool(1), new RandomPool(1), new BroadcastPool(1), new SmallestMailboxPool(1),
        new ScatterGatherFirstCompletedPool(1, Patience), new TailChoppingPool(1, Patience, Interval), new ConsistentHashingPool(1),
        new RoundRobinGroup("/user/a"), new RandomGroup("/user/a"), new BroadcastGroup("/user/a"),
        new ScatterGatherFirstCompletedGroup(["/user/a"], Patience), new TailChoppingGroup(["/user/a"], Patience, Interval), new ConsistentHashingGroup("/user/a"),
        SupervisorStrategy.DefaultStrategy, new AllForOneStrategy(_ => Directive.Stop), new DelegatingSupervisorStrategy(),
    ];

    [Theory]
    [MemberData(nameof(Surrogated))]
    public void What_stands_for_a_configuration_or_a_strategy_becomes_it_again(ISurrogated itself)
    {
        var surrogate = itself is RouterConfig router ? router.ToSurrogate(Sys) : ((SupervisorStrategy)itself).ToSurrogate(Sys);
        Assert.Equal(itself, surrogate.FromSurrogate(Sys));
    }

    private sealed class Own : CustomRouterConfig
    {
        public static readonly RoutingLogic Logic = new RandomLogic();

        public Own()
        {
        }

        public Own(string dispatcher)
            : base(dispatcher)
        {
        }

        public override Router CreateRouter(ActorSystem system) => new(Logic);

        public override ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }
}
