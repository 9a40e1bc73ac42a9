using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

public class DeploySpec() : ActorSpec("""
    akka.actor.deployment {
      /exact { dispatcher = one }
      "/any/*" { mailbox = two }
      "/any/*/c" { mailbox = three }
      "/below/**" { stash-capacity = 4 }
      /pool { router = round-robin-pool, nr-of-instances = 3 }
    }
    """)
{
    [Theory]
    [InlineData("exact", "one", "", -1)]
    [InlineData("any/b", "", "two", -1)]
    [InlineData("any/b/c", "", "three", -1)]
    [InlineData("below/a", "", "", 4)]
    [InlineData("below/a/b/c", "", "", 4)]
    public void A_deployment_is_found_by_its_path(string path, string dispatcher, string mailbox, int stash)
    {
        var found = ((ExtendedActorSystem)Sys).Provider.Deployer.Lookup(path.Split('/'))!;
        Assert.Equal((dispatcher, mailbox, stash), (found.Dispatcher, found.Mailbox, found.StashCapacity));
    }

    [Theory]
    [InlineData("any")]
    [InlineData("any/b/d")]
    [InlineData("exact/below")]
    [InlineData("none")]
    public void Where_no_path_fits_there_is_none(string path) => Assert.Null(((ExtendedActorSystem)Sys).Provider.Deployer.Lookup(path.Split('/')));

    [Fact]
    public void A_deployment_goes_before_what_the_props_say() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithDispatcher("akka.actor.default-dispatcher"), "exact"));

    [Fact]
    public void A_deployment_can_put_a_pool_in_front() =>
        Assert.Equal(3, ((LocalActorRef)Sys.ActorOf(Props.Empty.WithRouter(Akka.Routing.FromConfig.Instance), "pool")).Children.Count());

    [Fact]
    public void Deployments_complete_each_other()
    {
        var both = new Deploy().WithDispatcher("d").WithFallback(new Deploy().WithDispatcher("other").WithMailbox("m"));
        Assert.Equal(("d", "m"), (both.Dispatcher, both.Mailbox));
        Assert.True(both.Equals(new Deploy().WithMailbox("m").WithDispatcher("d")));
    }

    [Fact]
    public void A_deployment_is_changed_by_copies_and_says_nothing_of_what_is_not_given()
    {
        var nothing = new Deploy();
        Assert.Equal((Deploy.NoDispatcherGiven, Deploy.NoMailboxGiven, Deploy.NoStashSize, ""), (nothing.Dispatcher, nothing.Mailbox, nothing.StashCapacity, nothing.Path));
        Assert.Null(nothing.Scope);
        Assert.Null(Deploy.None);
        Assert.Null(Deploy.NoScopeGiven);
        Assert.Same(Akka.Routing.NoRouter.Instance, nothing.RouterConfig);

        var pool = new Akka.Routing.RoundRobinPool(2);
        var all = nothing.WithDispatcher("d").WithMailbox("m").WithStashCapacity(3).WithRouterConfig(pool).WithScope(LocalScope.Instance);
        Assert.Equal(("d", "m", 3), (all.Dispatcher, all.Mailbox, all.StashCapacity));
        Assert.Same(pool, all.RouterConfig);
        Assert.Same(Scope.Local, all.Scope);
        Assert.Equal("", nothing.Dispatcher);
    }

    [Fact]
    public void The_local_scope_goes_before_any_other()
    {
        Assert.Same(LocalScope.Instance, Scope.Local.Copy());
        Assert.Same(LocalScope.Instance, Scope.Local.WithFallback(LocalScope.Instance));
        Assert.True(Scope.Local.Equals(LocalScope.Instance));
        Assert.Same(Scope.Local, Deploy.Local.Scope);
        Assert.Same(Scope.Local, new Deploy().WithFallback(Deploy.Local).Scope);
        Assert.Same(Scope.Local, new Deploy(Scope.Local).WithFallback(new Deploy()).Scope);
    }

    [Theory]
    [InlineData("d", "m", 1, true)]
    [InlineData("e", "m", 1, false)]
    [InlineData("d", "n", 1, false)]
    [InlineData("d", "m", 2, false)]
    public void Deployments_are_equal_by_value(string dispatcher, string mailbox, int stash, bool equal)
    {
        var one = new Deploy().WithDispatcher("d").WithMailbox("m").WithStashCapacity(1);
        Assert.Equal(equal, one.Equals(new Deploy().WithDispatcher(dispatcher).WithMailbox(mailbox).WithStashCapacity(stash)));
        Assert.False(one.Equals(null));
    }
}
