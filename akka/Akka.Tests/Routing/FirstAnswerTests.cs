using Akka.Actor;
using Akka.Routing;
using Akka.TestKit;

namespace Akka.Tests.Routing;

/// <summary>Routers that ask several routees and hand on one answer.</summary>
public class FirstAnswerTests : TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    private (IActorRef Router, TestProbe[] Routees) Router(RoutingLogic logic, int routees)
    {
        var probes = Enumerable.Range(0, routees).Select(_ => CreateTestProbe()).ToArray();
        return (Sys.ActorOf(Props.Create(() => new Routing(logic, probes.Select(probe => probe.Ref).ToArray()))), probes);
    }

    [Fact]
    public void Scattering_gathers_the_first_answer_of_all()
    {
        var (router, routees) = Router(new ScatterGatherFirstCompletedRoutingLogic(Long), 3);
        router.Tell("who");
        foreach (var routee in routees) routee.ExpectMsg("who");
        routees[1].Reply("second");
        ExpectMsg("second");
        routees[0].Reply("first");
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void Without_an_answer_in_time_there_is_a_failure()
    {
        var (router, _) = Router(new ScatterGatherFirstCompletedRoutingLogic(TimeSpan.FromMilliseconds(50)), 2);
        router.Tell("who");
        Assert.IsType<AskTimeoutException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void Without_routees_there_is_a_failure_at_once()
    {
        var router = Sys.ActorOf(Props.Create<Routing>().WithRouter(new ScatterGatherFirstCompletedPool(0, Long)));
        router.Tell("who");
        Assert.IsType<AskTimeoutException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void Chopping_asks_another_one_after_each_interval()
    {
        var (router, routees) = Router(new TailChopping(Sys.Scheduler, Long, TimeSpan.FromMilliseconds(100)), 3);
        router.Tell("who");
        AwaitCondition(() => routees.All(routee => routee.HasMessages));
        routees[2].ExpectMsg("who");
        routees[2].Reply("third");
        ExpectMsg("third");
    }

    [Fact]
    public void Chopping_asks_nobody_else_when_there_is_an_answer_before()
    {
        var time = new TestScheduler(Sys.Settings.Config, Sys.Log);
        var (router, routees) = Router(new TailChopping(time, Long, TimeSpan.FromSeconds(1)), 3);
        router.Tell("who");
        AwaitCondition(() => routees.Any(routee => routee.HasMessages));
        var asked = routees.First(routee => routee.HasMessages);
        asked.ExpectMsg("who");
        asked.Reply("me");
        ExpectMsg("me");
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.All(routees, routee => routee.ExpectNoMsg(TimeSpan.Zero));
    }

    [Fact]
    public void Chopping_fails_without_an_answer_in_time()
    {
        var (router, _) = Router(new TailChopping(Sys.Scheduler, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(10)), 2);
        router.Tell("who");
        Assert.IsType<AskTimeoutException>(ExpectMsg<Status.Failure>().Cause);
    }

    /// <summary>An actor that is a router itself, as documentation shows it.</summary>
    private sealed class Routing : UntypedActor
    {
        private Router _router;

        public Routing() => _router = new Router(new RoundRobinRoutingLogic());

        public Routing(RoutingLogic logic, IActorRef[] routees)
        {
            _router = new Router(logic);
            foreach (var routee in routees) _router = _router.AddRoutee(routee);
        }

        protected override void OnReceive(object message) => _router.Route(message, Sender);
    }
}
