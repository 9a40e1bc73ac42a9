using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.Tests.Dispatch;

namespace Akka.Tests.Routing;

public class PoolTests
{
    private const string Config =
        """
        akka.actor.deployment {
          /robin { router = round-robin-pool, nr-of-instances = 3 }
          /all { router = broadcast-pool, nr-of-instances = 4 }
          /any { router = random-pool, nr-of-instances = 2 }
          /idlest { router = smallest-mailbox-pool, nr-of-instances = 2 }
          /first { router = scatter-gather-pool, nr-of-instances = 3 }
          /chopped { router = tail-chopping-pool, nr-of-instances = 3, tail-chopping-router.interval = 20ms }
          /hashed { router = consistent-hashing-pool, nr-of-instances = 3, virtual-nodes-factor = 5 }
          /apart { router = round-robin-pool, nr-of-instances = 2, pool-dispatcher { type = PinnedDispatcher } }
        }
        """;

    /// <summary>Answers "who" with itself; stops at "stop"; waits at a gate.</summary>
    private sealed class Worker : ReceiveActor
    {
        public Worker()
        {
            Receive<Gate>(gate => gate.Wait());
            Receive<string>(message => message == "stop", _ => Context.Stop(Self));
            Receive<string>(message => message == "thread", _ => Sender.Tell(Thread.CurrentThread));
            ReceiveAny(_ => Sender.Tell(Self));
        }
    }

    /// <summary>Watches the actor that it gets, and tells of its end.</summary>
    private sealed class Watcher : ReceiveActor
    {
        public Watcher(TaskCompletionSource<IActorRef> terminated)
        {
            Receive<IActorRef>(actor =>
            {
                Context.Watch(actor);
                Sender.Tell(Done.Instance);
            });
            Receive<Terminated>(end => terminated.SetResult(end.ActorRef));
        }
    }

    private static Task<IActorRef> Who(IActorRef router) => router.Ask<IActorRef>("who", SystemFixture.Soon);

    [Theory]
    [InlineData("robin", 3)]
    [InlineData("all", 4)]
    [InlineData("any", 2)]
    [InlineData("idlest", 2)]
    [InlineData("first", 3)]
    [InlineData("chopped", 3)]
    [InlineData("hashed", 3)]
    public async Task A_router_by_configuration_has_the_routees_it_says(string path, int routees)
    {
        await using var fixture = new SystemFixture(Config);
        var router = fixture.System.ActorOf(Props.Create<Worker>().WithRouter(FromConfig.Instance), path);
        var members = await router.Ask<Routees>(GetRoutees.Instance, SystemFixture.Soon);
        Assert.Equal(routees, members.Members.Count());
        Assert.All(members.Members, member => Assert.Equal(router.Path, ((ActorRefRoutee)member).Actor.Path.Parent));
    }

    [Fact]
    public async Task Round_robin_gives_each_routee_its_turn()
    {
        await using var fixture = new SystemFixture(Config);
        var router = fixture.System.ActorOf(Props.Create<Worker>().WithRouter(new RoundRobinPool(3)));
        var answers = new List<IActorRef>();
        for (var i = 0; i < 6; i++)
            answers.Add(await Who(router));
        Assert.Equal(3, answers.Distinct().Count());
        Assert.Equal(answers[..3], answers[3..]);
    }

    [Fact]
    public async Task The_smallest_mailbox_is_preferred()
    {
        await using var fixture = new SystemFixture(Config);
        var router = fixture.System.ActorOf(Props.Create<Worker>().WithRouter(new SmallestMailboxPool(2)));
        var busy = ((ActorRefRoutee)(await router.Ask<Routees>(GetRoutees.Instance, SystemFixture.Soon)).Members.First()).Actor;
        var gate = new Gate();
        busy.Tell(gate);
        gate.AwaitEntered();
        busy.Tell("waits");
        for (var i = 0; i < 4; i++)
            Assert.NotEqual(busy, await Who(router));
        gate.Open();
    }

    [Fact]
    public async Task A_routee_that_processes_a_message_is_not_the_smallest()
    {
        await using var fixture = new SystemFixture(Config);
        var router = fixture.System.ActorOf(Props.Create<Worker>().WithRouter(new SmallestMailboxPool(3)));
        var busy = ((ActorRefRoutee)(await router.Ask<Routees>(GetRoutees.Instance, SystemFixture.Soon)).Members.First()).Actor;
        var gate = new Gate();
        busy.Tell(gate);
        gate.AwaitEntered();
        for (var i = 0; i < 9; i++)
            Assert.NotEqual(busy, await Who(router));
        gate.Open();
    }

    [Fact]
    public async Task A_routee_that_stops_leaves_and_the_router_stops_with_the_last()
    {
        await using var fixture = new SystemFixture(Config);
        var router = fixture.System.ActorOf(Props.Create<Worker>().WithRouter(new BroadcastPool(2)));
        var terminated = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        await fixture.System.ActorOf(Props.Create<Watcher>(terminated)).Ask<Done>(router, SystemFixture.Soon);
        router.Tell("stop");
        Assert.Equal(router, await terminated.Task.WaitAsync(SystemFixture.Soon));
    }

    [Fact]
    public async Task Routees_run_on_the_pools_own_dispatcher_where_it_has_one()
    {
        await using var fixture = new SystemFixture(Config);
        var router = fixture.System.ActorOf(Props.Create<Worker>().WithRouter(FromConfig.Instance), "apart");
        var one = await router.Ask<Thread>("thread", SystemFixture.Soon);
        var two = await router.Ask<Thread>("thread", SystemFixture.Soon);
        Assert.NotSame(one, two);
        Assert.All([one, two], thread => Assert.False(thread.IsThreadPoolThread));
    }

    [Fact]
    public async Task A_router_that_the_configuration_says_nothing_of_is_refused_by_path()
    {
        await using var fixture = new SystemFixture(Config);
        var error = Assert.ThrowsAny<ConfigurationException>(
            () => fixture.System.ActorOf(Props.Create<Worker>().WithRouter(FromConfig.Instance), "unheard-of"));
        Assert.Contains("unheard-of", error.ToString());
    }

    [Fact]
    public void A_pool_of_fewer_than_no_routees_is_refused()
        => Assert.Throws<ConfigurationException>(() => new RoundRobinPool(ConfigurationFactory.ParseString("nr-of-instances = -1")));

    [Fact]
    public void Pools_are_equal_when_they_say_the_same()
    {
        Assert.Equal(new RoundRobinPool(2), new RoundRobinPool(2));
        Assert.NotEqual(new RoundRobinPool(2), new RoundRobinPool(3));
        Assert.NotEqual<Pool>(new RoundRobinPool(2), new RandomPool(2));
        Assert.NotEqual(new RoundRobinPool(2), new RoundRobinPool(2).WithDispatcher("another"));
    }
}
