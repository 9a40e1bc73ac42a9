using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;

namespace Akka.Tests.Routing;

/// <summary>Routers over actors that others created.</summary>
public class GroupTests() : TestKit.Xunit2.TestKit(
    """
    akka.actor.deployment {
      /round-robin { router = round-robin-group, routees.paths = ["/user/a", "/user/b"] }
      /random { router = random-group, routees.paths = ["/user/a", "/user/b"] }
      /broadcast { router = broadcast-group, routees.paths = ["/user/a", "/user/b"] }
      /first { router = scatter-gather-group, routees.paths = ["/user/a", "/user/b"], within = 3s }
      /chopped { router = tail-chopping-group, routees.paths = ["/user/a", "/user/b"], within = 3s, tail-chopping-router.interval = 1s }
      /hashed { router = consistent-hashing-group, routees.paths = ["/user/a", "/user/b"] }
    }
    """)
{
    private sealed class Named : ReceiveActor
    {
        public Named() => ReceiveAny(_ => Sender.Tell(Self.Path.Name));
    }

    private static readonly string[] Paths = ["/user/a", "/user/b"];

    private void Routees()
    {
        foreach (var path in Paths) Sys.ActorOf(Props.Create<Named>(), path[^1..]);
    }

    public static TheoryData<string, int> Configured => new()
    {
        { "round-robin", 1 }, { "random", 1 }, { "broadcast", 2 }, { "first", 1 }, { "chopped", 1 }, { "hashed", 1 },
    };

    [Theory]
    [MemberData(nameof(Configured))]
    public async Task A_group_by_configuration_sends_to_the_paths_it_says(string path, int answers)
    {
        Routees();
        var router = Sys.ActorOf(FromConfig.Instance.Props(), path);
        var routees = await router.Ask<Routees>(GetRoutees.Instance, RemainingOrDefault);
        Assert.Equal(Paths, routees.Members.Cast<ActorSelectionRoutee>().Select(routee => routee.Selection.PathString));
        router.Tell(new ConsistentHashableEnvelope("who", "a key"));
        var names = Enumerable.Range(0, answers).Select(_ => ExpectMsg<string>()).ToArray();
        Assert.Subset(new HashSet<string> { "a", "b" }, names.ToHashSet());
        Assert.Equal(answers, names.Distinct().Count());
    }

    [Fact]
    public void A_group_from_code_takes_turns()
    {
        Routees();
        var router = Sys.ActorOf(new RoundRobinGroup("/user/a", "/user/b").Props());
        for (var i = 0; i < 4; i++)
        {
            router.Tell("who");
            ExpectMsg(i % 2 == 0 ? "a" : "b");
        }
    }

    [Fact]
    public async Task Routees_of_a_group_come_and_go_and_are_not_stopped()
    {
        Routees();
        var router = Watch(Sys.ActorOf(Props.Empty.WithRouter(new BroadcastGroup(["/user/a"]))));
        router.Tell(new AddRoutee(new ActorSelectionRoutee(Sys.ActorSelection("/user/b"))));
        Assert.Equal(2, (await router.Ask<Routees>(GetRoutees.Instance)).Members.Count());
        router.Tell(new RemoveRoutee(new ActorSelectionRoutee(Sys.ActorSelection("/user/b"))));
        Assert.Single((await router.Ask<Routees>(GetRoutees.Instance)).Members);
        router.Tell("who");
        ExpectMsg("a");
        router.Tell(new RemoveRoutee(new ActorSelectionRoutee(Sys.ActorSelection("/user/a"))));
        ExpectTerminated(router);
        Sys.ActorSelection("/user/a").Tell("who");
        ExpectMsg("a");
    }

    [Fact]
    public void Groups_are_equal_when_they_say_the_same()
    {
        Assert.Equal(new RandomGroup("/user/a"), new RandomGroup(ConfigurationFactory.ParseString("routees.paths = [/user/a]")));
        Assert.NotEqual(new RandomGroup("/user/a"), new RandomGroup("/user/b"));
        Assert.NotEqual<Group>(new RandomGroup("/user/a"), new RoundRobinGroup("/user/a"));
        Assert.NotEqual(new RandomGroup("/user/a"), new RandomGroup("/user/a").WithDispatcher("another"));
    }
}
