using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.Util;

namespace Akka.Tests.Actor;

/// <summary>What <c>akka.actor.deployment</c> says of a path.</summary>
public class DeployerSpec() : ActorSpec(
    """
    akka.actor.router.type-mapping.own = "Akka.Tests.Actor.DeployerSpec+OwnRouter, Akka.Tests"
    akka.actor.deployment {
      /service1 {}
      /service-direct { router = from-code }
      /service-direct2 { router = from-code, nr-of-instances = 2 }
      /service3 { dispatcher = my-dispatcher }
      /service4 { mailbox = my-mailbox }
      /service5 { stash-capacity = 7 }
      /service-round-robin { router = round-robin-pool }
      /service-random { router = random-pool, nr-of-instances = 3 }
      /service-scatter-gather { router = scatter-gather-pool, within = 2 seconds }
      /service-tail-chopping { router = tail-chopping-pool }
      /service-hashing { router = consistent-hashing-pool, virtual-nodes-factor = 17 }
      /service-smallest { router = smallest-mailbox-pool }
      /service-broadcast { router = broadcast-pool }
      /service-resizer { router = round-robin-pool, resizer { enabled = on, lower-bound = 2, upper-bound = 4 } }
      /service-not-resized { router = round-robin-pool, resizer { lower-bound = 1, upper-bound = 10 } }
      /service-group { router = broadcast-group, routees.paths = ["/user/a"] }
      /service-own { router = own, colour = red }
      no-slash { mailbox = my-mailbox }
      /some/random-service { router = round-robin-pool }
      "/some/*" { router = random-pool }
      "/*/some" { router = scatter-gather-pool }
      "/double/**" { router = random-pool }
      "/double/more/**" { router = round-robin-pool }
      "/dotted.name/a.b" { mailbox = my-mailbox }
    }
    """)
{
    public sealed class OwnRouter(Config config) : CustomRouterConfig
    {
        public string? Colour => config.GetString("colour");

        public int Instances => config.GetInt("nr-of-instances");

        public override Router CreateRouter(ActorSystem system) => new(new RandomLogic());

        public override ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }

    private Deployer Deployer => ((ExtendedActorSystem)Sys).Provider.Deployer;

    private Deploy? Lookup(string path) => Deployer.Lookup(path.Split('/').Skip(1));

    [Theory]
    [InlineData("/service1", typeof(NoRouter), "/service1")]
    [InlineData("/service-direct", typeof(NoRouter), "/service-direct")]
    [InlineData("/service-direct2", typeof(NoRouter), "/service-direct2")]
    [InlineData("/service-round-robin", typeof(RoundRobinPool), "/service-round-robin")]
    [InlineData("/service-random", typeof(RandomPool), "/service-random")]
    [InlineData("/service-scatter-gather", typeof(ScatterGatherFirstCompletedPool), "/service-scatter-gather")]
    [InlineData("/service-tail-chopping", typeof(TailChoppingPool), "/service-tail-chopping")]
    [InlineData("/service-hashing", typeof(ConsistentHashingPool), "/service-hashing")]
    [InlineData("/service-smallest", typeof(SmallestMailboxPool), "/service-smallest")]
    [InlineData("/service-broadcast", typeof(BroadcastPool), "/service-broadcast")]
    [InlineData("/service-group", typeof(BroadcastGroup), "/service-group")]
    [InlineData("/service-own", typeof(OwnRouter), "/service-own")]
    [InlineData("/no-slash", typeof(NoRouter), "no-slash")]
    [InlineData("/some/random-service", typeof(RoundRobinPool), "/some/random-service")]
    [InlineData("/some/wildcardmatch", typeof(RandomPool), "/some/*")]
    [InlineData("/some/some", typeof(RandomPool), "/some/*")]
    [InlineData("/somewildcardmatch/some", typeof(ScatterGatherFirstCompletedPool), "/*/some")]
    [InlineData("/double/wildcardmatch", typeof(RandomPool), "/double/**")]
    [InlineData("/double/wildcardmatch/anothermatch", typeof(RandomPool), "/double/**")]
    [InlineData("/double/some", typeof(RandomPool), "/double/**")]
    [InlineData("/double/more/anothermatch", typeof(RoundRobinPool), "/double/more/**")]
    [InlineData("/double/more/anothermatch/andanother", typeof(RoundRobinPool), "/double/more/**")]
    [InlineData("/double/more", typeof(RandomPool), "/double/**")]
    [InlineData("/dotted.name/a.b", typeof(NoRouter), "/dotted.name/a.b")]
    public void A_path_has_the_deployment_of_the_most_precise_key(string path, Type router, string key)
    {
        var found = Lookup(path)!;
        Assert.Equal((key, router, Deploy.NoScopeGiven), (found.Path, found.RouterConfig.GetType(), found.Scope));
    }

    [Theory]
    [InlineData("/undefined")]
    [InlineData("/service1/child")]
    [InlineData("/double")]
    [InlineData("/some")]
    [InlineData("/some/a/b")]
    [InlineData("/a/b/some")]
    [InlineData("/default")]
    public void A_path_without_a_key_has_none(string path) => Assert.Same(Deploy.None, Lookup(path));

    [Fact]
    public void What_a_key_leaves_open_is_open()
    {
        var nothing = Lookup("/service1")!;
        Assert.Same(NoRouter.Instance, nothing.RouterConfig);
        Assert.Equal((Deploy.NoDispatcherGiven, Deploy.NoMailboxGiven, Deploy.NoStashSize), (nothing.Dispatcher, nothing.Mailbox, nothing.StashCapacity));
        Assert.Equal(("my-dispatcher", ""), (Lookup("/service3")!.Dispatcher, Lookup("/service3")!.Mailbox));
        Assert.Equal(("", "my-mailbox"), (Lookup("/service4")!.Dispatcher, Lookup("/service4")!.Mailbox));
        Assert.Equal(7, Lookup("/service5")!.StashCapacity);
    }

    [Fact]
    public void Routers_have_what_their_key_says_and_else_the_defaults()
    {
        Assert.Equal(1, ((Pool)Lookup("/service-round-robin")!.RouterConfig).NrOfInstances);
        Assert.Equal(3, ((Pool)Lookup("/service-random")!.RouterConfig).NrOfInstances);
        Assert.Equal(TimeSpan.FromSeconds(2), ((ScatterGatherFirstCompletedPool)Lookup("/service-scatter-gather")!.RouterConfig).Within);
        Assert.Equal(TimeSpan.FromSeconds(5), ((TailChoppingPool)Lookup("/service-tail-chopping")!.RouterConfig).Within);
        Assert.Equal(17, ((ConsistentHashingPool)Lookup("/service-hashing")!.RouterConfig).VirtualNodesFactor);
        Assert.Equal(new DefaultResizer(2, 4), ((Pool)Lookup("/service-resizer")!.RouterConfig).Resizer);
        Assert.Null(((Pool)Lookup("/service-not-resized")!.RouterConfig).Resizer);
        Assert.Equal(["/user/a"], ((Group)Lookup("/service-group")!.RouterConfig).GetPaths(Sys));
        var own = (OwnRouter)Lookup("/service-own")!.RouterConfig;
        Assert.Equal(("red", 1), (own.Colour, own.Instances));
    }

    [Fact]
    public void A_path_of_an_actor_is_looked_up_below_its_guardian()
    {
        var root = Sys.ActorOf(Props.Empty).Path.Root;
        Assert.Equal("/service1", Deployer.Lookup(root / "user" / "service1")!.Path);
        Assert.Equal("/service1", Deployer.Lookup(root / "system" / "service1")!.Path);
        Assert.Null(Deployer.Lookup(root / "user"));
        Assert.Null(Deployer.Lookup(root / "temp" / "service1"));
        Assert.Null(Deployer.Lookup(root));
    }

    [Fact]
    public void A_deployment_may_be_added_and_goes_before_one_of_the_same_path()
    {
        Deployer.SetDeploy(new Deploy("/added/*", Config.Empty, new RandomPool(2), Deploy.NoScopeGiven, "one"));
        Assert.Equal("one", Lookup("/added/any")!.Dispatcher);
        Deployer.SetDeploy(new Deploy("/added/*", Config.Empty, new RandomPool(2), Deploy.NoScopeGiven, "two"));
        Assert.Equal("two", Lookup("/added/any")!.Dispatcher);
    }

    [Fact]
    public void A_section_is_a_deployment()
    {
        var parsed = Deployer.ParseConfig("/x", ConfigurationFactory.ParseString("router = random-pool, nr-of-instances = 4, mailbox = m"))!;
        Assert.Equal(("/x", "m", 4), (parsed.Path, parsed.Mailbox, ((RandomPool)parsed.RouterConfig).NrOfInstances));
        Assert.Equal(TimeSpan.FromSeconds(5), parsed.Config.GetTimeSpan("within"));
    }

    [Theory]
    [InlineData("/$a")]
    [InlineData("/one/tw o")]
    [InlineData("/ä")]
    public void A_key_that_is_no_path_is_refused(string key)
    {
        var error = Assert.Throws<IllegalActorNameException>(() => ActorSystem.Create("refused", $"akka.actor.deployment {{ \"{key}\" {{ mailbox = x }} }}"));
        Assert.Contains(key, error.Message);
    }

    [Theory]
    [InlineData("from-code", typeof(NoRouter))]
    [InlineData("round-robin-pool", typeof(RoundRobinPool))]
    [InlineData("round-robin-group", typeof(RoundRobinGroup))]
    [InlineData("random-pool", typeof(RandomPool))]
    [InlineData("random-group", typeof(RandomGroup))]
    [InlineData("smallest-mailbox-pool", typeof(SmallestMailboxPool))]
    [InlineData("broadcast-pool", typeof(BroadcastPool))]
    [InlineData("broadcast-group", typeof(BroadcastGroup))]
    [InlineData("scatter-gather-pool", typeof(ScatterGatherFirstCompletedPool))]
    [InlineData("scatter-gather-group", typeof(ScatterGatherFirstCompletedGroup))]
    [InlineData("consistent-hashing-pool", typeof(ConsistentHashingPool))]
    [InlineData("consistent-hashing-group", typeof(ConsistentHashingGroup))]
    [InlineData("tail-chopping-pool", typeof(TailChoppingPool))]
    [InlineData("tail-chopping-group", typeof(TailChoppingGroup))]
    public void A_router_has_a_name(string name, Type router)
        => Assert.Same(router, typeof(Deployer).Assembly.GetType(Sys.Settings.Config.GetConfig("akka.actor.router.type-mapping")!.GetString(name)!));

    [Fact]
    public void Deployments_are_equal_when_they_say_the_same()
    {
        var one = new Deploy("/a", Config.Empty, new RandomPool(2), Scope.Local, "d", "m", 3);
        Assert.True(one.Equals(new Deploy("/a", Config.Empty, new RandomPool(2), LocalScope.Instance, "d", "m", 3)));
        Assert.False(one.Equals(null));
        Deploy[] others =
        [
            one.WithDispatcher("x"), one.WithMailbox("x"), one.WithRouterConfig(new RandomPool(3)), one.WithStashCapacity(4), one.WithScope(Deploy.NoScopeGiven!),
            new("/b", Config.Empty, new RandomPool(2), Scope.Local, "d", "m", 3),
        ];
        Assert.All(others, other => Assert.False(one.Equals(other)));
        Assert.Same(Scope.Local, Scope.Local.Copy());
        Assert.True(Scope.Local.Equals(Scope.Local.WithFallback(Scope.Local)));
    }
}
