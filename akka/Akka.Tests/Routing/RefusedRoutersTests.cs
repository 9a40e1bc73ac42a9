using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;

namespace Akka.Tests.Routing;

/// <summary>Routers that cannot be, and what is said about them.</summary>
public class RefusedRoutersTests() : TestKit.Xunit2.TestKit(
    """
    akka.loglevel = WARNING
    akka.actor.router.type-mapping.nonsense = "No.Such.Router"
    """)
{
    private static readonly Props Echo = Props.Create<EchoSelf>();

    [Fact]
    public void FromConfig_without_configuration_is_refused()
    {
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(FromConfig.Instance.Props()));
        Assert.Contains("Configuration missing for router", Assert.Throws<ConfigurationException>(() => Sys.ActorOf(FromConfig.Instance.Props(Echo), "unheard")).ToString());
    }

    [Theory]
    [InlineData("no-such-dispatcher", "", "routees")]
    [InlineData("", "no-such-mailbox", "no-such-mailbox")]
    public void A_router_whose_routees_could_not_be_is_refused_at_once(string dispatcher, string mailbox, string named)
    {
        var props = new RoundRobinPool(0).Props(Echo.WithDispatcher(dispatcher).WithMailbox(mailbox));
        Assert.Contains(named, Assert.Throws<ConfigurationException>(() => Sys.ActorOf(props, "refused")).ToString());
    }

    [Fact]
    public void A_router_on_a_dispatcher_that_is_not_there_is_refused()
        => Assert.Contains("for router of path", Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(new RoundRobinPool(1).WithDispatcher("nowhere").Props(Echo), "refused")).Message);

    [Theory]
    [InlineData("router = no-such-alias", "no-such-alias")]
    [InlineData("router = nonsense", "No.Such.Router")]
    [InlineData("router = round-robin-pool, nr-of-instances = boom", "boom")]
    [InlineData("router = round-robin-pool, nr-of-instances = -1", "nr-of-instances")]
    [InlineData("router = round-robin-pool, resizer { enabled = on, lower-bound = 3, upper-bound = 2 }", "upper-bound")]
    public void A_deployment_that_makes_no_sense_is_refused_when_the_system_starts(string deployment, string named)
    {
        var config = ConfigurationFactory.ParseString($"akka.actor.deployment./a/b {{ {deployment} }}").WithFallback(Sys.Settings.Config);
        var error = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("refused", config));
        Assert.Contains("/a/b", error.Message);
        Assert.Contains(named, error.ToString());
    }

    [Fact]
    public void FromConfig_makes_nothing_itself()
    {
        Assert.Throws<NotSupportedException>(() => FromConfig.Instance.CreateRouter(Sys));
        Assert.Throws<NotSupportedException>(() => FromConfig.Instance.CreateRouterActor());
        Assert.Throws<ConfigurationException>(() => FromConfig.Instance.VerifyConfig(TestActor.Path));
        Assert.Equal(0, FromConfig.Instance.GetNrOfInstances(Sys));
        Assert.Throws<NotSupportedException>(() => NoRouter.Instance.CreateRouter(Sys));
        Assert.Throws<NotSupportedException>(() => NoRouter.Instance.CreateRouterActor());
        Assert.Throws<NotSupportedException>(() => NoRouter.Instance.RouterDispatcher);
    }
}
