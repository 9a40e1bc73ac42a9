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
}
