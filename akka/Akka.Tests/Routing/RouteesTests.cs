using Akka.Actor;
using Akka.Dispatch;
using Akka.Routing;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Akka.Util;
using static Akka.Tests.Routing.RouterProbing;

namespace Akka.Tests.Routing;

/// <summary>What routees see of their router, and what senders see of them.</summary>
public class RouteesTests : TestKit.Xunit2.TestKit
{
    private sealed class Visible(IActorRef listener) : UntypedActor
    {
        protected override void PreStart() => Context.System.ActorSelection(Self.Path).Tell(new Identify(Self), listener);

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class ToParent : ReceiveActor
    {
        public ToParent(IActorRef listener)
        {
            Receive<string>(text => listener.Tell(text + " two"));
            Context.Parent.Tell("one");
        }
    }

    private sealed class Relays : ReceiveActor
    {
        public Relays() => ReceiveAny(message => Sender.Tell(message));
    }

    private sealed class InLine : ReceiveActor
    {
        public InLine() => Receive<string>(_ => Context.ActorOf(new RoundRobinPool(2).Props(Props.Create<Relays>())).Ask("hello", TimeSpan.FromSeconds(10)).PipeTo(Sender));
    }

    [Fact]
    public void Routees_can_be_found_by_their_path_from_their_start_on()
    {
        const int n = 100;
        Sys.ActorOf(new RoundRobinPool(n).Props(Props.Create(() => new Visible(TestActor))));
        for (var i = 0; i < n; i++)
        {
            var identity = ExpectMsg<ActorIdentity>();
            Assert.Equal(identity.MessageId, identity.Subject);
        }
    }

    [Fact]
    public void Routees_may_send_to_their_router_from_their_start_on()
    {
        const int n = 100;
        Sys.ActorOf(new RoundRobinPool(n).Props(Props.Create(() => new ToParent(TestActor))));
        for (var i = 0; i < n; i++) ExpectMsg("one two");
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    /// <summary>Runs on the thread that starts the router, and there waits for another one that sends to the router.</summary>
    private sealed class WaitsForSender : ReceiveActor
    {
        public WaitsForSender(IActorRef listener)
        {
            var router = Context.Parent;
            Receive<string>(text => text == "one", _ => listener.Tell(Task.Run(() => router.Tell("two", ActorRefs.NoSender)).Wait(TimeSpan.FromSeconds(5))));
            Receive<string>(listener.Tell);
            router.Tell("one");
        }
    }

    [Fact]
    public void Whoever_sends_to_a_router_that_starts_need_not_wait_for_its_routees()
    {
        Sys.ActorOf(new RoundRobinPool(1).Props(Props.Create(() => new WaitsForSender(TestActor)).WithDispatcher(CallingThreadDispatcher.Id)));
        ExpectMsg(true);
        ExpectMsg("two");
    }

    private sealed class ToParentTwice : ReceiveActor
    {
        public ToParentTwice(IActorRef listener)
        {
            Receive<string>(listener.Tell);
            Context.Parent.Tell("bad");
            Context.Parent.Tell("good");
        }
    }

    private sealed class RefusesBad : RoutingLogic
    {
        public override Routee Select(object message, Routee[] routees) =>
            message is "bad" ? throw new InvalidTimeZoneException("bad") : routees[0];
    }

    private sealed class RefusingPool() : Pool(1, null, DefaultSupervisorStrategy, Dispatchers.DefaultDispatcherId, false)
    {
        public override Router CreateRouter(ActorSystem system) => new(new RefusesBad());

        public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

        public override ISurrogate ToSurrogate(ActorSystem system) => throw new NotSupportedException();
    }

    [Fact]
    public void A_message_from_the_start_that_cannot_be_routed_does_not_keep_back_the_others()
    {
        var routees = Props.Create(() => new ToParentTwice(TestActor)).WithDispatcher(CallingThreadDispatcher.Id);
        EventFilter.Exception<InvalidTimeZoneException>("bad").ExpectOne(() => Sys.ActorOf(new RefusingPool().Props(routees)).Tell("later"));
        ExpectMsg("good");
        ExpectMsg("later");
    }

    [Fact]
    public void A_router_works_as_soon_as_its_parent_has_created_it()
    {
        Sys.ActorOf<InLine>().Tell("start");
        ExpectMsg("hello");
    }

    [Fact]
    public void Selections_go_through_routers_to_their_routees()
    {
        var router = Sys.ActorOf(new BroadcastPool(3).Props(Props.Create<EchoSelf>()), "router");
        Sys.ActorSelection("/user/router/*").Tell("who");
        Assert.Equal(3, Enumerable.Range(0, 3).Select(_ => ExpectMsg<IActorRef>()).Distinct().Count());
        Sys.ActorSelection("/user/*/$b").Tell("who");
        Assert.Equal("$b", ExpectMsg<IActorRef>().Path.Name);
        Sys.ActorSelection(router.Path).Tell("who");
        Assert.Equal(3, Enumerable.Range(0, 3).Select(_ => ExpectMsg<IActorRef>()).Distinct().Count());
        Sys.ActorSelection("/user/router/$z").Tell(new Identify("nobody"));
        Assert.Null(ExpectMsg<ActorIdentity>().Subject);
    }

    [Fact]
    public async Task A_router_can_be_stopped_gracefully_and_its_name_be_used_again()
    {
        for (var i = 0; i < 3; i++)
        {
            var router = Sys.ActorOf(new RoundRobinPool(5).Props(Props.Create<Relays>()), "again");
            router.Tell(i);
            ExpectMsg(i);
            Assert.True(await router.GracefulStop(RemainingOrDefault));
        }
    }

    [Fact]
    public async Task A_routee_that_is_a_selection_comes_and_goes()
    {
        var router = Sys.ActorOf(new RoundRobinPool(3).Props(BlackHoleActor.Props), "managed");
        Assert.Equal(3, await CountRoutees(router));
        router.Tell(new AdjustPoolSize(+4));
        Assert.Equal(7, await CountRoutees(router));
        router.Tell(new AdjustPoolSize(-2));
        Assert.Equal(5, await CountRoutees(router));
        var other = new ActorSelectionRoutee(Sys.ActorSelection("/user/other"));
        router.Tell(new AddRoutee(other));
        Assert.Equal(6, await CountRoutees(router));
        router.Tell(new RemoveRoutee(other));
        Assert.Equal(5, await CountRoutees(router));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Groups_find_their_routees_by_full_and_by_local_paths(bool withAddress)
    {
        var (one, two) = (CreateTestProbe(), CreateTestProbe());
        string PathOf(TestProbe probe) => withAddress ? probe.Ref.Path.ToString() : probe.Ref.Path.ToStringWithoutAddress();
        var router = Sys.ActorOf(new BroadcastGroup(PathOf(one), PathOf(two)).Props());
        router.Tell(1);
        one.ExpectMsg(1);
        two.ExpectMsg(1);
        Assert.Equal(TestActor, one.LastSender);

        var answer = router.Ask<string>("who", RemainingOrDefault);
        two.ExpectMsg("who");
        two.Reply("two");
        Assert.Equal("two", await answer);
    }

    [Fact]
    public async Task Who_asks_a_broadcast_gets_the_first_answer_of_those_who_live()
    {
        var (one, two) = (Sys.ActorOf<Relays>("one"), Sys.ActorOf<Relays>("two"));
        var router = Sys.ActorOf(new ScatterGatherFirstCompletedGroup(TimeSpan.FromSeconds(3), "/user/one", "/user/two").Props());
        Watch(one);
        Sys.Stop(one);
        ExpectTerminated(one);
        Assert.Equal(14, await router.Ask<int>(new Broadcast(14), RemainingOrDefault));
        Assert.Equal(15, await router.Ask<int>(15, RemainingOrDefault));
        Assert.NotEqual(one, two);
    }

    [Fact]
    public async Task Replies_come_from_the_routee_to_the_sender()
    {
        var router = Sys.ActorOf(new SmallestMailboxPool(1).Props(Props.Create<Relays>()));
        var routee = (await RouteesOf(router))[0];
        router.Tell("hello");
        ExpectMsg("hello");
        Assert.Equal(routee, LastSender);
        router.Forward("again");
    }

    [Fact]
    public void What_finds_no_routee_is_a_dead_letter_with_its_sender()
    {
        var router = Sys.ActorOf(new RoundRobinPool(0).Props(BlackHoleActor.Props));
        EventFilter.DeadLetter<string>(_ => true).ExpectOne(() => router.Tell("nobody there"));
    }

    [Fact]
    public void An_actor_may_route_itself_and_let_go_of_routees_that_ended()
    {
        var router = Watch(Sys.ActorOf<RoutesItself>());
        for (var i = 0; i < 6; i++) router.Tell("who");
        var answers = Enumerable.Range(0, 6).Select(_ => ExpectMsg<IActorRef>()).GroupBy(routee => routee).ToArray();
        Assert.Equal([2, 2, 2], answers.Select(group => group.Count()));
        foreach (var routee in answers) Sys.Stop(routee.Key);
        ExpectTerminated(router);
    }

    /// <summary>The pattern that the documentation shows.</summary>
    private sealed class RoutesItself : UntypedActor
    {
        private Router _router = new(new RoundRobinRoutingLogic());

        protected override void PreStart()
        {
            for (var i = 0; i < 3; i++)
            {
                var routee = Context.ActorOf(Props.Create<EchoSelf>());
                Context.Watch(routee);
                _router = _router.AddRoutee(new ActorRefRoutee(routee));
            }
        }

        protected override void OnReceive(object message)
        {
            if (message is Terminated end)
            {
                _router = _router.RemoveRoutee(end.ActorRef);
                if (!_router.Routees.Any()) Context.Stop(Self);
            }
            else
            {
                _router.Route(message, Sender);
            }
        }
    }
}
