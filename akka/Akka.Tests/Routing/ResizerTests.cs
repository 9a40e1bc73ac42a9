using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.Tests.Dispatch;

namespace Akka.Tests.Routing;

public class ResizerTests : TestKit.Xunit2.TestKit
{
    private const string Config =
        """
        akka.actor.deployment./resized {
          router = round-robin-pool
          nr-of-instances = 1
          resizer { enabled = on, lower-bound = 2, upper-bound = 3 }
        }
        """;

    public ResizerTests()
        : base(Config)
    {
    }

    private sealed class Busy : ReceiveActor
    {
        public Busy()
        {
            Receive<Gate>(gate => gate.Wait());
            ReceiveAny(_ => { });
        }
    }

    private async Task<IActorRef[]> RouteesOf(IActorRef router)
    {
        var routees = await router.Ask<Routees>(GetRoutees.Instance, RemainingOrDefault);
        return [.. routees.Members.Cast<ActorRefRoutee>().Select(routee => routee.Actor)];
    }

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 0, 0)]
    [InlineData(10, 0, -2)]
    [InlineData(5, 5, 1)]
    [InlineData(7, 7, 1)]
    [InlineData(8, 8, 0)]
    public void The_capacity_stays_within_the_bounds(int routees, int underPressure, int change)
    {
        var resizer = new Pressed(underPressure, lower: 2, upper: 8);
        Assert.Equal(change, resizer.Resize(Enumerable.Repeat(Routee.NoRoutee, routees)));
    }

    [Theory]
    [InlineData(4, 10, 0)]
    [InlineData(10, 10, 2)]
    [InlineData(11, 11, 3)]
    public void It_grows_when_all_are_under_pressure(int pressure, int capacity, int more)
        => Assert.Equal(more, new DefaultResizer(1, 100, rampupRate: 0.2).Rampup(pressure, capacity));

    [Theory]
    [InlineData(3, 10, 0)]
    [InlineData(2, 10, -1)]
    [InlineData(2, 15, -2)]
    [InlineData(0, 0, 0)]
    public void It_shrinks_when_few_are_under_pressure(int pressure, int capacity, int change)
        => Assert.Equal(change, new DefaultResizer(1, 100, backoffThreshold: 0.3, backoffRate: 0.1).Backoff(pressure, capacity));

    [Theory]
    [InlineData(-1, 2, 1, 0.2, 0.3, 0.1, 10)]
    [InlineData(1, -2, 1, 0.2, 0.3, 0.1, 10)]
    [InlineData(3, 2, 1, 0.2, 0.3, 0.1, 10)]
    [InlineData(1, 2, 1, -0.1, 0.3, 0.1, 10)]
    [InlineData(1, 2, 1, 0.2, 1.1, 0.1, 10)]
    [InlineData(1, 2, 1, 0.2, 0.3, -0.1, 10)]
    [InlineData(1, 2, 1, 0.2, 0.3, 0.1, 0)]
    public void What_makes_no_sense_is_refused(int lower, int upper, int threshold, double rampup, double backoffThreshold, double backoff, int messages)
        => Assert.Throws<ArgumentException>(() => new DefaultResizer(lower, upper, threshold, rampup, backoffThreshold, backoff, messages));

    [Fact]
    public void There_is_a_resizer_where_the_configuration_enables_it()
    {
        Assert.Null(Resizer.FromConfig(ConfigurationFactory.ParseString("nr-of-instances = 1")));
        Assert.Null(Resizer.FromConfig(Sys.Settings.Config.GetConfig("akka.actor.deployment.default")!));
        Assert.Equal(
            new DefaultResizer(1, 10),
            Resizer.FromConfig(ConfigurationFactory.ParseString("resizer.enabled = on").WithFallback(Sys.Settings.Config.GetConfig("akka.actor.deployment.default"))));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    public async Task A_routee_is_under_pressure_by_the_threshold(int threshold, int whileProcessing)
    {
        var routee = Sys.ActorOf(Props.Create<Busy>());
        var resizer = new DefaultResizer(1, 2, threshold);
        Routee[] routees = [new ActorRefRoutee(routee)];
        Assert.Equal(0, resizer.Pressure(routees));

        var gate = new Gate();
        routee.Tell(gate);
        gate.AwaitEntered();
        Assert.Equal(whileProcessing, resizer.Pressure(routees));
        routee.Tell("waits");
        Assert.Equal(threshold > 1 ? 0 : 1, resizer.Pressure(routees));
        routee.Tell("waits too");
        Assert.Equal(1, resizer.Pressure(routees));
        gate.Open();
        await routee.GracefulStop(RemainingOrDefault);
    }

    [Fact]
    public async Task A_pool_begins_with_as_many_as_the_resizer_wants()
    {
        Assert.Equal(2, (await RouteesOf(Sys.ActorOf(Props.Create<Busy>().WithRouter(FromConfig.Instance), "resized"))).Length);
        var fewer = new RoundRobinPool(5).WithResizer(new DefaultResizer(1, 3));
        Assert.Equal(3, (await RouteesOf(Sys.ActorOf(Props.Create<Busy>().WithRouter(fewer)))).Length);
    }

    [Fact]
    public async Task A_pool_grows_under_pressure_and_shrinks_without()
    {
        var resizer = new DefaultResizer(1, 3, pressureThreshold: 0, rampupRate: 0.5, backoffThreshold: 0.9, backoffRate: 0.5, messagesPerResize: 1);
        var router = Sys.ActorOf(Props.Create<Busy>().WithRouter(new SmallestMailboxPool(1).WithResizer(resizer)));
        var gates = new List<Gate>();
        for (var size = 1; size <= 3; size++)
        {
            var gate = new Gate();
            gates.Add(gate);
            (await RouteesOf(router))[^1].Tell(gate);
            gate.AwaitEntered();
            router.Tell("look");
            var wanted = Math.Min(size + 1, 3);
            await AwaitAssertAsync(async () => Assert.Equal(wanted, (await RouteesOf(router)).Length));
        }

        foreach (var gate in gates) gate.Open();
        await AwaitAssertAsync(async () =>
        {
            router.Tell("look");
            Assert.Single(await RouteesOf(router));
        });
    }

    /// <summary>A resizer that is told how many routees are under pressure.</summary>
    private sealed class Pressed(int underPressure, int lower, int upper) : Resizer
    {
        private readonly DefaultResizer _resizer = new(lower, upper);

        public override bool IsTimeForResize(long messageCounter) => true;

        public override int Resize(IEnumerable<Routee> currentRoutees)
        {
            var count = currentRoutees.Count();
            return Math.Clamp(count + _resizer.Filter(underPressure, count), lower, upper) - count;
        }
    }
}
