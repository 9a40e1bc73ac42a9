using Akka.Actor;
using Akka.Actor.Dsl;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Routing;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Akka.Util;
using static Akka.Tests.Routing.RouterProbing;

namespace Akka.Tests.Routing;

/// <summary>Which router an actor gets: what its props say, what a deployment in code says, and what <c>akka.actor.deployment</c> says.</summary>
public class ConfiguredRoutingTests() : TestKit.Xunit2.TestKit(
    """
    akka.loglevel = WARNING
    akka.actor.default-dispatcher.throughput = 30
    akka.actor.debug.router-misconfiguration = on
    akka.actor.router.type-mapping.own = "Akka.Tests.Routing.ConfiguredRoutingTests+OwnRouter, Akka.Tests"
    akka.actor.deployment {
      /config { router = random-pool, nr-of-instances = 4, pool-dispatcher = ${akka.actor.default-dispatcher} }
      /pool { router = round-robin-pool, nr-of-instances = 3, pool-dispatcher { type = PinnedDispatcher } }
      /paths { router = random-group, routees.paths = ["/user/service1", "/user/service2"] }
      /weird { router = round-robin-pool, nr-of-instances = 3 }
      "/weird/*" { router = round-robin-pool, nr-of-instances = 2 }
      /none-at-first { router = round-robin-pool, nr-of-instances = 0 }
      /own { router = own, foo = bar }
      /sys-parent/round { router = round-robin-pool, nr-of-instances = 6 }
      /placed { router = round-robin-pool, nr-of-instances = 2 }
      "/placed/*" { dispatcher = akka.actor.default-blocking-io-dispatcher, mailbox = akka.actor.mailbox.unbounded-deque-based }
      /hashed { router = consistent-hashing-pool, nr-of-instances = 5 }
      "/parent/*" { router = round-robin-pool, nr-of-instances = 2, pool-dispatcher { type = PinnedDispatcher } }
    }
    """)
{
    /// <summary>A router of the user's own, which reads a key of its own.</summary>
    public sealed class OwnRouter(Config config) : CustomRouterConfig
    {
        public string? Foo { get; } = config.GetString("foo");

        public override Router CreateRouter(ActorSystem system) =>
            new(new BroadcastRoutingLogic(), new ActorSelectionRoutee(system.ActorSelection("/user/" + Foo)));

        public override ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }

    private sealed class SaysWhere : ReceiveActor
    {
        public SaysWhere() => ReceiveAny(_ => Sender.Tell(Context.Dispatcher.Id));
    }

    private sealed class TellsOfItself(IActorRef listener) : UntypedActor
    {
        protected override void PreStart() => listener.Tell(Self);

        protected override void OnReceive(object message)
        {
        }
    }

    private static readonly Props Echo = Props.Create<EchoSelf>();

    private async Task<RouterConfig> ConfigOf(IActorRef router)
    {
        // The first answer shows that it is set up.
        await router.Ask<Routees>(GetRoutees.Instance, RemainingOrDefault);
        return ((RoutedActorCell)((LocalActorRef)router).Cell).RouterConfig;
    }

    [Fact]
    public async Task The_router_of_the_props_is_taken()
    {
        var router = Sys.ActorOf(new RoundRobinPool(12).Props(Echo), "other");
        Assert.Equal(new RoundRobinPool(12), await ConfigOf(router));
        Assert.Equal(12, await CountRoutees(router));
    }

    [Fact]
    public async Task The_configuration_goes_before_the_router_of_the_props()
    {
        var config = Assert.IsType<RandomPool>(await ConfigOf(Sys.ActorOf(new RoundRobinPool(12).Props(Echo), "config")));
        Assert.Equal(4, config.NrOfInstances);
        Assert.True(config.UsePoolDispatcher);
    }

    [Fact]
    public async Task A_deployment_in_code_says_what_FromConfig_leaves_open()
    {
        var props = FromConfig.Instance.Props(Echo).WithDeploy(new Deploy(new RoundRobinPool(12)));
        Assert.IsType<RoundRobinPool>(await ConfigOf(Sys.ActorOf(props, "other")));
    }

    [Fact]
    public async Task The_configuration_goes_before_a_deployment_in_code()
    {
        var props = FromConfig.Instance.Props(Echo).WithDeploy(new Deploy(new RoundRobinPool(12)));
        Assert.IsType<RandomPool>(await ConfigOf(Sys.ActorOf(props, "config")));
    }

    [Fact]
    public void Routees_are_named_in_their_order_and_a_wildcard_makes_no_routers_of_them()
    {
        EventFilter.Warning(contains: "should be a router, but code disagrees").Expect(3, () =>
            Sys.ActorOf(FromConfig.Instance.Props(Props.Create(() => new TellsOfItself(TestActor))), "weird"));
        var routees = Enumerable.Range(0, 3).Select(_ => ExpectMsg<IActorRef>().Path.ToStringWithoutAddress()).Order();
        Assert.Equal(["/user/weird/$a", "/user/weird/$b", "/user/weird/$c"], routees);
        ExpectNoMsg(TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public void An_actor_that_configuration_wants_to_be_a_router_and_code_does_not_is_none()
    {
        EventFilter.Warning("Configuration says that [akka://test/user/config] should be a router, but code disagrees. Remove the config or add a RouterConfig to its Props.")
            .ExpectOne(() => Sys.ActorOf(Echo, "config"));
        Sys.ActorSelection("/user/config").Tell("who");
        Assert.Equal("config", ExpectMsg<IActorRef>().Path.Name);
    }

    [Fact]
    public async Task A_router_of_ones_own_reads_its_deployment()
    {
        Sys.ActorOf(Props.Create<ForwardActor>(TestActor), "bar");
        var router = Sys.ActorOf(Props.Empty.WithRouter(FromConfig.Instance), "own");
        Assert.Equal("bar", Assert.IsType<OwnRouter>(await ConfigOf(router)).Foo);
        router.Tell("hello");
        ExpectMsg("hello");
    }

    [Fact]
    public async Task Children_of_a_system_actor_may_be_configured_too()
    {
        var parent = ((ExtendedActorSystem)Sys).SystemActorOf(Props.Create<Creator>(), "sys-parent");
        var router = await parent.Ask<IActorRef>((FromConfig.Instance.Props(Echo), "round"), RemainingOrDefault);
        Assert.Equal(6, await CountRoutees(router));
    }

    [Fact]
    public async Task Routees_may_be_deployed_by_a_wildcard()
    {
        var routees = await RouteesOf(Sys.ActorOf(FromConfig.Instance.Props(Echo), "placed"));
        Assert.All(routees.Cast<LocalActorRef>(), routee =>
        {
            Assert.Equal(Dispatchers.DefaultBlockingDispatcherId, routee.Cell.Dispatcher.Id);
            Assert.IsType<Akka.Dispatch.MessageQueues.UnboundedDequeMessageQueue>(routee.Cell.Mailbox.MessageQueue);
        });
    }

    [Fact]
    public async Task A_pool_may_begin_without_routees()
    {
        var router = Sys.ActorOf(FromConfig.Instance.Props(Echo), "none-at-first");
        Assert.Equal(0, await CountRoutees(router));
        router.Tell(new AdjustPoolSize(2));
        Assert.Equal(2, await CountRoutees(router));
    }

    [Fact]
    public async Task The_hash_mapping_of_the_code_stays_where_the_configuration_says_the_rest()
    {
        var pool = new ConsistentHashingPool(nrOfInstances: 1, hashMapping: message => message as string);
        var router = Sys.ActorOf(pool.Props(Echo), "hashed");
        Assert.Equal(5, await CountRoutees(router));
        router.Tell("a");
        var first = ExpectMsg<IActorRef>();
        router.Tell("a");
        ExpectMsg(first);
    }

    [Fact]
    public void The_dispatcher_of_a_pool_is_named_by_the_path_of_the_pool()
    {
        var pool = Sys.ActorOf(FromConfig.Instance.Props(Props.Create<SaysWhere>()), "pool");
        pool.Tell("where?");
        ExpectMsg("akka.actor.deployment./pool.pool-dispatcher");
    }

    [Fact]
    public async Task A_pool_that_a_wildcard_deploys_has_the_dispatcher_given_there()
    {
        var parent = Sys.ActorOf(Props.Create<Creator>(), "parent");
        var pool = await parent.Ask<IActorRef>((FromConfig.Instance.Props(Props.Create<SaysWhere>()), "any"), RemainingOrDefault);
        pool.Tell("where?");
        ExpectMsg("akka.actor.deployment./parent/*.pool-dispatcher");
    }

    [Fact]
    public async Task The_head_of_a_router_runs_on_the_routers_dispatcher()
    {
        var router = Sys.ActorOf(new RoundRobinPool(1).WithDispatcher(Dispatchers.DefaultBlockingDispatcherId).Props(Echo));
        Assert.Equal(Dispatchers.DefaultBlockingDispatcherId, ((LocalActorRef)router).Cell.Dispatcher.Id);
        Assert.Equal(Dispatchers.DefaultDispatcherId, ((LocalActorRef)(await RouteesOf(router))[0]).Cell.Dispatcher.Id);
    }

    [Fact]
    public void A_router_without_a_router_is_an_actor()
    {
        Sys.ActorOf(Echo.WithRouter(NoRouter.Instance), "plain").Tell("who");
        Assert.Equal("plain", ExpectMsg<IActorRef>().Path.Name);
        Sys.ActorOf(NoRouter.Instance.Props(Echo), "plain-too").Tell("who");
        Assert.Equal("plain-too", ExpectMsg<IActorRef>().Path.Name);
    }
}
