using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Internal;
using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

/// <summary>The many ways to say the same thing to the kit: each does what the others do.</summary>
public class OverloadsTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_message_is_expected_from_its_sender()
    {
        Tell("a", "b", "c", "d");
        Assert.Equal("a", ExpectMsgFrom<string>(TestActor, message => message == "a", Long));
        Assert.Equal("b", ExpectMsgFrom<string>(TestActor, message => Assert.Equal("b", message), Long));
        Assert.Equal("c", ExpectMsgFrom<string>(sender => sender.Equals(TestActor), message => message == "c", Long));
        Assert.Equal("d", ExpectMsgFrom<string>(sender => Assert.Equal(TestActor, sender), message => Assert.Equal("d", message), Long));
        Tell("e", "f", "g");
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(TestActor, _ => false, Long));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(sender => sender.IsNobody(), _ => true, Long));
        Assert.ThrowsAny<XunitException>(() => ExpectMsgFrom<string>(sender => Assert.Equal(Sys.DeadLetters, sender), _ => { }, Long));
    }

    [Fact]
    public async Task A_message_is_awaited_and_looked_at_with_its_sender()
    {
        Tell("a", "b", "c");
        Assert.Equal("a", await ExpectMsgAsync<string>(message => Assert.Equal("a", message), Long));
        Assert.Equal("b", await ExpectMsgAsync<string>((message, sender) => Assert.Equal(("b", TestActor), (message, sender)), Long));
        Assert.Equal("c", await ExpectMsgAsync<string>((message, sender) => (message, sender) == ("c", TestActor), Long));
        Tell("d");
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectMsgAsync<string>((_, sender) => sender.IsNobody(), Long));
    }

    [Fact]
    public async Task No_message_is_awaited_for_the_default_time_or_another()
    {
        await ExpectNoMsgAsync();
        await ExpectNoMsgAsync(30);
        Tell("a", "b");
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectNoMsgAsync(CancellationToken.None));
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectNoMsgAsync(10_000));
    }

    [Fact]
    public async Task Several_messages_are_expected_within_a_time_of_their_own()
    {
        PredicateInfo[] predicates = [PredicateInfo.Create<string>(text => text == "a"), PredicateInfo.Create<int>(number => number == 1)];
        Tell(1, "a");
        Assert.Equal([1, "a"], ExpectMsgAllOf<object>(Long, "a", 1).OrderBy(message => message is string));
        Tell(1, "a");
        Assert.Equal([1, "a"], ExpectMsgAllOfMatchingPredicates(Long, predicates));
        Tell(1, "a");
        var awaited = new List<object>();
        await foreach (var message in ExpectMsgAllOfMatchingPredicatesAsync(predicates)) awaited.Add(message);
        Assert.Equal([1, "a"], awaited);
    }

    [Fact]
    public void Messages_are_received_while_a_filter_gives_something()
    {
        Tell(1, 2, "end", 3, 4, "end");
        Assert.Equal(["1", "2"], ReceiveWhile(Long, message => message is int number ? $"{number}" : null!));
        ExpectMsg("end");
        Assert.Equal(["3", "4"], ReceiveWhile(Long, Long, message => message is int number ? $"{number}" : null!));
        ExpectMsg("end");
        Tell(5, 6);
        Assert.Equal(["5"], ReceiveWhile(Long, message => $"{message}", msgs: 1));
    }

    [Fact]
    public async Task A_condition_is_awaited()
    {
        var looked = 0;
        await AwaitConditionAsync(() => ++looked >= 2);
        await AwaitConditionAsync(() => ++looked >= 4, Long, "why");
        await AwaitConditionAsync(() => Task.FromResult(++looked >= 6), Long);
        await AwaitConditionAsync(() => Task.FromResult(++looked >= 8), Long, "why");
        Assert.True(await AwaitConditionNoThrowAsync(() => Task.FromResult(++looked >= 10), Long));
        Assert.Equal(10, looked);
        Assert.False(await AwaitConditionNoThrowAsync(() => Task.FromResult(false), Short));
        Assert.Contains("why", (await Assert.ThrowsAnyAsync<XunitException>(() => AwaitConditionAsync(() => false, Short, "why"))).Message, StringComparison.Ordinal);
        Assert.Contains("why", (await Assert.ThrowsAnyAsync<XunitException>(() => AwaitConditionAsync(() => Task.FromResult(false), Short, "why"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Actors_of_the_test_are_named_or_not()
    {
        Assert.StartsWith("$", ActorOf<EchoActor>(() => new EchoActor(this, false)).Path.Name, StringComparison.Ordinal);
        Assert.Equal("named", ActorOf(() => new EchoActor(this, false), "named").Path.Name);
        Assert.StartsWith("$", ActorOf<BlackHoleActor>().Path.Name, StringComparison.Ordinal);
        Assert.Equal("hole", ActorOf<BlackHoleActor>("hole").Path.Name);
    }

    [Fact]
    public async Task Children_of_a_probe_are_made_by_their_type()
    {
        var probe = CreateTestProbe();
        IActorRef[] children =
        [
            probe.ChildActorOf<BlackHoleActor>(), probe.ChildActorOf<BlackHoleActor>("a"),
            probe.ChildActorOf<BlackHoleActor>(SupervisorStrategy.StoppingStrategy), probe.ChildActorOf<BlackHoleActor>("b", SupervisorStrategy.StoppingStrategy),
            await probe.ChildActorOfAsync<BlackHoleActor>(), await probe.ChildActorOfAsync<BlackHoleActor>("c"),
            await probe.ChildActorOfAsync<BlackHoleActor>(SupervisorStrategy.StoppingStrategy), await probe.ChildActorOfAsync<BlackHoleActor>("d", SupervisorStrategy.StoppingStrategy),
        ];
        Assert.All(children, child => Assert.Equal(probe.Ref.Path, child.Path.Parent));
        Assert.Equal(["a", "b", "c", "d"], children.Select(child => child.Path.Name).Where(name => !name.StartsWith('$')));
    }

    [Fact]
    public async Task Events_are_awaited_once_or_several_times_with_what_is_made_of_them()
    {
        var filter = EventFilter.Warning("warned");
        await filter.ExpectOneAsync(() => Log.Warning("warned"));
        await filter.ExpectAsync(2, Long, () => { Log.Warning("warned"); Log.Warning("warned"); });
        Assert.Equal(7, await filter.ExpectOneAsync(async () => { await Task.Yield(); Log.Warning("warned"); return 7; }));
        Assert.Equal(8, await filter.ExpectOneAsync(Long, async () => { await Task.Yield(); Log.Warning("warned"); return 8; }));
        Assert.Equal(9, filter.ExpectOne(Long, () => { Log.Warning("warned"); return 9; }));
        await Assert.ThrowsAnyAsync<XunitException>(() => filter.ExpectAsync(1, Short, () => Log.Warning("other")));
    }

    [Fact]
    public void Dead_letters_are_picked_by_their_type_and_what_is_in_them()
    {
        var text = typeof(string);
        EventFilter.DeadLetter(text, message => (string)message == "lost").ExpectOne(() =>
        {
            Sys.DeadLetters.Tell("found");
            Sys.DeadLetters.Tell(7);
            Sys.DeadLetters.Tell("lost");
        });
    }

    [Fact]
    public void Messages_of_a_type_are_ignored()
    {
        IgnoreMessages<int>();
        Tell(1, "a", 2);
        ExpectMsg("a");
        ExpectNoMsg(Short);
    }

    [Fact]
    public void A_pilot_flies_on_or_is_sent_home()
    {
        SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"pilot {message}");
            return message is "last" ? Akka.TestKit.TestActor.NoAutoPilot : Akka.TestKit.TestActor.KeepRunning;
        }));
        var asking = CreateTestProbe();
        foreach (var message in new[] { "first", "last", "after" }) TestActor.Tell(message, asking);
        asking.ExpectMsg("pilot first");
        asking.ExpectMsg("pilot last");
        asking.ExpectNoMsg(Short);
    }

    [Fact]
    public void A_latch_opens_at_one_count()
    {
        var latch = new TestLatch();
        Assert.Throws<TimeoutException>(() => latch.Ready(Short));
        latch.CountDown();
        latch.Ready(Long);
        Assert.True(latch.IsOpen);
    }

    [Fact]
    public void A_kit_can_be_set_up()
    {
        using var kit = new SetUp();
        Assert.Equal("set-up", kit.Sys.Name);
        Assert.Equal("there", kit.Sys.Settings.Config.GetString("of.the.setup"));
    }

    private sealed class SetUp() : Akka.TestKit.Xunit2.TestKit(
        ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(ConfigurationFactory.ParseString("of.the.setup = there"))), "set-up");

    private void Tell(params object[] messages)
    {
        foreach (var message in messages) TestActor.Tell(message);
    }
}
