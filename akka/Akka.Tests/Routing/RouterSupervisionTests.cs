using Akka.Actor;
using Akka.Routing;
using Akka.TestKit;
using static Akka.Tests.Routing.RouterProbing;

namespace Akka.Tests.Routing;

/// <summary>Failures and ends of routees and of routers.</summary>
public class RouterSupervisionTests() : TestKit.Xunit2.TestKit(
    "akka.actor.deployment { /router1 { router = round-robin-pool, nr-of-instances = 3 }, /router2 { router = round-robin-pool, nr-of-instances = 3 }, /router3 { router = round-robin-pool, nr-of-instances = 0 } }")
{
    private sealed class Restarts(IActorRef listener) : UntypedActor
    {
        protected override void PostRestart(Exception reason) => listener.Tell("restarted");

        protected override void OnReceive(object message)
        {
            if (message is string text) throw new InvalidOperationException(text);
        }
    }

    private sealed class Supervisor(SupervisorStrategy strategy) : UntypedActor
    {
        protected override SupervisorStrategy SupervisorStrategy() => strategy;

        protected override void OnReceive(object message) => Sender.Tell(Context.ActorOf((Props)message, "router"));
    }

    private sealed class TwoForOne(TestLatch latch) : Resizer
    {
        public override bool IsTimeForResize(long messageCounter) => messageCounter == 0;

        public override int Resize(IEnumerable<Routee> currentRoutees)
        {
            latch.CountDown();
            return 2;
        }
    }

    private static readonly Props Echo = Props.Create<EchoSelf>();

    private OneForOneStrategy Telling(Directive directive) => new OneForOneStrategy(e =>
    {
        TestActor.Tell(e);
        return directive;
    });

    [Fact]
    public async Task A_routee_that_fails_is_restarted_and_the_others_and_the_router_are_not()
    {
        var supervisor = Sys.ActorOf(Props.Create(() => new Supervisor(Telling(Directive.Stop))));
        var router = await supervisor.Ask<IActorRef>(new RoundRobinPool(3).Props(Props.Create(() => new Restarts(TestActor))), RemainingOrDefault);
        var routees = await RouteesOf(router);
        for (var i = 0; i < 3; i++)
        {
            EventFilter.Exception<InvalidOperationException>("die").ExpectOne(() => router.Tell("die"));
            ExpectMsg("restarted");
        }

        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        Assert.Equal(routees, await RouteesOf(router));
        Watch(routees[0]).Tell(Kill.Instance);
        ExpectTerminated(routees[0]);
    }

    [Fact]
    public async Task Actors_behind_a_router_tell_of_their_lives_like_others()
    {
        var system = ActorSystem.Create("telemetry", "akka { loglevel = OFF, stdout-loglevel = OFF, actor.telemetry.enabled = on }");
        var probe = CreateTestProbe(system);
        system.EventStream.Subscribe(probe, typeof(IActorTelemetryEvent));
        var router = system.ActorOf(new RoundRobinPool(10).Props(Props.Create(() => new Restarts(ActorRefs.Nobody))), "pool");
        IActorTelemetryEvent[] Next(int count) => [.. Enumerable.Range(0, count).Select(_ => probe.FishForMessage<IActorTelemetryEvent>(e => e.Subject.Path.Elements.Contains("pool")))];
        var started = Next(11);
        Assert.All(started, e => Assert.IsType<ActorStarted>(e));
        Assert.Equal(11, started.Select(e => e.Subject).Distinct().Count());

        for (var i = 0; i < 10; i++) router.Tell("die");
        var restarted = Next(10);
        Assert.All(restarted, e => Assert.IsType<ActorRestarted>(e));
        Assert.Equal(10, restarted.Select(e => e.Subject).Distinct().Count());

        await router.GracefulStop(RemainingOrDefault);
        Assert.All(Next(11), e => Assert.IsType<ActorStopped>(e));
        await system.Terminate();
    }

    [Fact]
    public async Task A_router_that_is_restarted_restarts_its_routees_and_keeps_them()
    {
        var supervisor = Sys.ActorOf(Props.Create(() => new Supervisor(Telling(Directive.Restart))));
        var pool = new RoundRobinPool(3).WithSupervisorStrategy(new OneForOneStrategy(_ => Directive.Escalate));
        var router = await supervisor.Ask<IActorRef>(pool.Props(Props.Create(() => new Restarts(TestActor))), RemainingOrDefault);
        var routees = await RouteesOf(router);
        EventFilter.Exception<InvalidOperationException>("die").ExpectOne(() => router.Tell("die"));
        Assert.Equal("die", ExpectMsg<InvalidOperationException>().Message);
        for (var i = 0; i < 3; i++) ExpectMsg("restarted");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        Assert.Equal(routees, await RouteesOf(router));
    }

    [Fact]
    public async Task A_pool_takes_null_for_what_it_has_defaults_for()
    {
        Pool[] pools = [new RoundRobinPool(2, null, null!, null!), new ConsistentHashingPool(2, null, null!, null!), new BroadcastPool(2, null, null!, null!)];
        foreach (var pool in pools)
        {
            Assert.Equal((Akka.Dispatch.Dispatchers.DefaultDispatcherId, Pool.DefaultSupervisorStrategy), (pool.RouterDispatcher, pool.SupervisorStrategy));
            Assert.Equal(2, await CountRoutees(Sys.ActorOf(Echo.WithRouter(pool))));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_strategy_given_to_the_pool_decides_of_its_routees(bool byKill)
    {
        var router = Sys.ActorOf(new RoundRobinPool(1, null, Telling(Directive.Stop), Akka.Dispatch.Dispatchers.DefaultDispatcherId).Props(Props.Create(() => new Restarts(TestActor))));
        Watch(router);
        router.Tell(byKill ? new Broadcast(Kill.Instance) : "die");
        if (byKill) ExpectMsg<ActorKilledException>();
        else ExpectMsg<InvalidOperationException>();
        ExpectTerminated(router);
    }

    [Fact]
    public async Task A_strategy_given_to_FromConfig_decides_of_the_configured_routees()
    {
        var router = Sys.ActorOf(FromConfig.Instance.WithSupervisorStrategy(Telling(Directive.Restart)).Props(Props.Create(() => new Restarts(TestActor))), "router1");
        Assert.Equal(3, await CountRoutees(router));
        router.Tell("die");
        ExpectMsg<InvalidOperationException>();
        ExpectMsg("restarted");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task A_resizer_of_the_code_stays_where_the_configuration_has_none()
    {
        var latch = new TestLatch(1);
        var router = Sys.ActorOf(new RoundRobinPool(0, new TwoForOne(latch)).Props(Echo), "router3");
        latch.Ready(RemainingOrDefault);
        Assert.Equal(2, await CountRoutees(router));
        var other = Sys.ActorOf(FromConfig.Instance.WithResizer(new TwoForOne(new TestLatch(1))).Props(Echo), "router2");
        Assert.Equal(5, await CountRoutees(other));
    }

    [Fact]
    public async Task A_routee_that_ends_is_left_out_and_the_router_ends_with_the_last()
    {
        var router = Watch(Sys.ActorOf(new RoundRobinPool(2).Props(Echo)));
        router.Tell("");
        var one = ExpectMsg<IActorRef>();
        router.Tell("");
        var two = Watch(ExpectMsg<IActorRef>());
        Assert.NotEqual(one, two);
        Sys.Stop(two);
        ExpectTerminated(two);
        await AwaitConditionAsync(async () => await CountRoutees(router) == 1);
        router.Tell("");
        router.Tell("");
        ExpectMsg(one);
        ExpectMsg(one);
        Sys.Stop(one);
        ExpectTerminated(router);
    }

    [Fact]
    public async Task A_router_with_a_resizer_does_not_end_with_its_routees()
    {
        var latch = new TestLatch(1);
        var router = Watch(Sys.ActorOf(new RoundRobinPool(0, new TwoForOne(latch)).Props(Echo)));
        latch.Ready(RemainingOrDefault);
        router.Tell(new GetRoutees());
        var routees = ExpectMsg<Routees>().Members.ToArray();
        Assert.Equal(2, routees.Length);
        foreach (var routee in routees) routee.Send(PoisonPill.Instance, TestActor);
        await AwaitConditionAsync(async () => await CountRoutees(router) == 0);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("poison")]
    [InlineData("kill")]
    [InlineData("poison all")]
    [InlineData("kill all")]
    public async Task A_router_ends_with_its_routees(string how)
    {
        var router = Watch(Sys.ActorOf(new RandomPool(2).WithSupervisorStrategy(SupervisorStrategy.StoppingStrategy).Props(Echo)));
        var routees = await RouteesOf(router);
        foreach (var routee in routees) Watch(routee);
        switch (how)
        {
            case "stop": Sys.Stop(router); break;
            case "poison": router.Tell(PoisonPill.Instance); break;
            case "kill": router.Tell(Kill.Instance); break;
            case "poison all": router.Tell(new Broadcast(PoisonPill.Instance)); break;
            case "kill all": router.Tell(new Broadcast(Kill.Instance)); break;
        }

        var ended = Enumerable.Range(0, 3).Select(_ => ExpectMsg<Terminated>().ActorRef).ToHashSet();
        Assert.Equal([router, .. routees], ended);
    }

    [Fact]
    public async Task Terminated_that_is_sent_by_hand_goes_to_no_routee()
    {
        var router = Sys.ActorOf(new RoundRobinPool(1).Props(Echo));
        var other = CreateTestProbe();
        router.Tell(new Terminated(other, true, false));
        Assert.Equal(1, await CountRoutees(router));
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        router.Tell(new Identify("me"));
        Assert.Equal(router, ExpectMsg<ActorIdentity>().Subject);
    }
}
