using System.Collections;
using Akka.Actor;
using Akka.TestKit.TestActors;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

/// <summary>What the kit expects, and how its failures read. Time that must pass is kept short; time that must not is generous.</summary>
public class ExpectTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void the_next_message_is_received_with_its_sender()
    {
        TestActor.Tell("hello", ActorRefs.Nobody);
        Assert.Equal("hello", ExpectMsg<string>());
        Assert.Equal("hello", LastMessage);
        Assert.Equal(ActorRefs.Nobody, LastSender);
        Assert.False(HasMessages);
    }

    [Fact]
    public void every_way_to_expect_a_message_accepts_the_right_one()
    {
        for (var i = 0; i < 8; i++)
        {
            TestActor.Tell("hello", TestActor);
        }

        ExpectMsg("hello");
        ExpectMsg<string>(message => message.StartsWith('h'));
        ExpectMsg<string>((message, sender) => message == "hello" && sender.Equals(TestActor));
        ExpectMsg<string>(message => Assert.Equal("hello", message));
        ExpectMsg<string>((message, sender) => Assert.Equal(TestActor, sender));
        ExpectMsg("HELLO", (expected, actual) => expected.Equals(actual, StringComparison.OrdinalIgnoreCase));
        ExpectMsgFrom<string>(TestActor);
        ExpectMsgFrom(TestActor, "hello");
    }

    [Fact]
    public async Task the_asynchronous_twins_do_the_same()
    {
        for (var i = 0; i < 5; i++)
        {
            TestActor.Tell("hello", TestActor);
        }

        Assert.Equal("hello", await ExpectMsgAsync<string>());
        await ExpectMsgAsync("hello");
        await ExpectMsgAsync<string>(message => message.StartsWith('h'));
        await ExpectMsgFromAsync(TestActor, "hello");
        Assert.Equal("hello", await ReceiveOneAsync());
        await ExpectNoMsgAsync(Short);
        await Assert.ThrowsAsync<FailException>(async () => await ExpectMsgAsync<string>(Short));
    }

    [Fact]
    public async Task a_message_that_comes_while_it_is_awaited_ends_the_wait()
    {
        var awaited = ExpectMsgAsync<string>().AsTask();
        Assert.False(awaited.IsCompleted);
        TestActor.Tell("late");
        Assert.Equal("late", await awaited);
    }

    [Fact]
    public void equality_of_collections_is_that_of_their_items()
    {
        TestActor.Tell(Enumerable.Range(1, 3).ToArray());
        ExpectMsg(Enumerable.Range(1, 3).ToArray());
    }

    [Fact]
    public void no_message_in_time_is_a_failure_that_names_type_time_and_hint()
    {
        var failure = Assert.Throws<FailException>(() => ExpectMsg<Version>(Short, "the hint"));
        Assert.Equal($"Failed: Timeout {Short} while waiting for a message of type System.Version the hint", failure.Message);
    }

    [Fact]
    public void another_message_is_a_failure_that_tells_what_came_and_from_whom()
    {
        TestActor.Tell(42, TestActor);
        var wrongType = Assert.Throws<FailException>(() => ExpectMsg<string>());
        Assert.Equal(
            $"Failed: Expected a message of type System.String, but received {{42}} (type System.Int32) instead  from {TestActor}", wrongType.Message);

        TestActor.Tell("{0} braces", TestActor);
        var unequal = Assert.Throws<AkkaEqualException>(() => ExpectMsg("other", hint: "why"));
        Assert.Contains("Expected the message [other] (why), but received [{0} braces]", unequal.Message);

        TestActor.Tell("odd");
        Assert.StartsWith("Got a message of the expected type <System.String>. Also expected the predicate to return true but the message {odd}", Assert.Throws<TrueException>(() => ExpectMsg<string>(message => message == "even")).Message);
    }

    [Fact]
    public void a_message_from_another_sender_is_a_failure_that_names_both()
    {
        var probe = CreateTestProbe("stranger");
        TestActor.Tell("hello", probe);
        var failure = Assert.Throws<AkkaEqualException>(() => ExpectMsgFrom<string>(TestActor));
        Assert.Contains("stranger", failure.Message);
        Assert.Contains(TestActor.Path.ToString()!, failure.Message);
    }

    [Fact]
    public void no_message_is_expected_until_one_comes()
    {
        ExpectNoMsg(Short);
        ExpectNoMsg(1);
        TestActor.Tell("surprise");
        Assert.Matches("^Failed: Expected no messages during 00:00:05, instead we received <surprise> from .* after 00:00:0", Assert.Throws<FailException>(() => ExpectNoMsg(TimeSpan.FromSeconds(5))).Message);
    }

    [Fact]
    public void all_of_several_messages_may_come_in_any_order()
    {
        TellAll(3, 1, 2);
        Assert.Equal([3, 1, 2], ExpectMsgAllOf(1, 2, 3));
        TellAll(1, 1);
        Assert.Equal("not found [2] ", Assert.Throws<TrueException>(() => ExpectMsgAllOf(1, 2)).Message);
        TellAll(1, "three");
        Assert.Equal("not found [2] found unexpected [three]", Assert.Throws<TrueException>(() => ExpectMsgAllOf(1, 2)).Message);
        TellAll(1, 2, 2);
        ExpectMsgAllOf(1, 1, 2);
    }

    [Fact]
    public async Task all_of_several_messages_are_awaited_too()
    {
        TellAll("b", "a");
        var received = new List<string>();
        await foreach (var message in ExpectMsgAllOfAsync(["a", "b"]))
        {
            received.Add(message);
        }

        Assert.Equal(["b", "a"], received);
    }

    [Fact]
    public void any_of_several_messages_will_do()
    {
        TellAll("b", "c");
        Assert.Equal("b", ExpectMsgAnyOf(["a", "b"]));
        Assert.Contains("found unexpected {c}", Assert.Throws<TrueException>(() => ExpectMsgAnyOf(["a", "b"])).Message);
    }

    [Fact]
    public void a_number_of_messages_is_received_in_order()
    {
        TellAll(1, 2, 3);
        Assert.Equal([1, 2], ReceiveN(2));
        Assert.Contains("while expecting 2 messages. Only got 1 after", Assert.Throws<FailException>(() => ReceiveN(2, Short)).Message);
    }

    [Fact]
    public void fishing_drops_what_is_not_the_message()
    {
        TellAll(1, "two", 3, 4);
        Assert.Equal(3, FishForMessage<int>(message => message > 2));
        var dropped = new ArrayList();
        TestActor.Tell("five");
        Assert.Equal("five", FishForMessage<string>(_ => true, dropped));
        Assert.Equal(new ArrayList { 4 }, dropped);
        Assert.Equal($"Timeout ({Short}) during fishForMessage, hint: nothing there", Assert.Throws<TrueException>(() => FishForMessage<string>(_ => true, Short, "nothing there")).Message);
    }

    [Fact]
    public void a_series_ends_before_the_message_that_is_not_part_of_it()
    {
        TellAll("a", "b", 3, "d");
        Assert.Equal(["a", "b"], ReceiveWhile(message => message as string, TimeSpan.FromSeconds(3)));
        Assert.Equal("b", LastMessage);
        Assert.Equal(3, PeekOne());
        Assert.Equal(3, ReceiveOne());
        Assert.Equal(["d"], ReceiveWhile(message => message as string, TimeSpan.FromSeconds(3), idle: Short));
        Assert.Empty(ReceiveWhile(message => message, Short));
    }

    [Fact]
    public void a_series_may_skip_messages_of_other_types()
    {
        TellAll("a", 1, "b", "stop");
        Assert.Equal(["a", "b"], ReceiveWhile<string>(message => message != "stop"));
        ExpectMsg("stop");
        TellAll("a", 1);
        Assert.Equal(["a"], ReceiveWhile<string>(_ => true, shouldIgnoreOtherMessageTypes: false));
        ExpectMsg(1);
    }

    [Fact]
    public void receiving_one_gives_null_when_none_comes()
    {
        Assert.Null(ReceiveOne(TimeSpan.Zero));
        Assert.False(TryReceiveOne(out var none, Short));
        Assert.Null(none.Message);
        TestActor.Tell("one");
        Assert.True(TryReceiveOne(out var one));
        Assert.Equal("one", one.Message);
    }

    [Fact]
    public async Task a_cancelled_wait_ends_at_once()
    {
        using var cancelled = new CancellationTokenSource();
        var awaited = ExpectMsgAsync<string>(TimeSpan.FromMinutes(1), cancellationToken: cancelled.Token).AsTask();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => awaited);
        Assert.ThrowsAny<OperationCanceledException>(() => ExpectNoMsg(TimeSpan.FromMinutes(1), cancelled.Token));
    }

    [Fact]
    public void the_end_of_a_watched_actor_is_expected()
    {
        var actor = ActorOf(BlackHoleActor.Props);
        Assert.Equal(actor, Watch(actor));
        Sys.Stop(actor);
        Assert.Equal(actor, ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public async Task an_actor_watched_no_longer_ends_unnoticed()
    {
        var watched = ActorOf(BlackHoleActor.Props, "watched");
        var unwatched = ActorOf(BlackHoleActor.Props, "unwatched");
        await WatchAsync(unwatched);
        Watch(watched);
        await UnwatchAsync(unwatched);
        Sys.Stop(unwatched);
        Sys.Stop(watched);
        ExpectTerminated(watched);
        Assert.False(HasMessages);
    }

    [Fact]
    public void ignored_messages_are_never_seen()
    {
        IgnoreMessages<int>(number => number > 1);
        TellAll(1, 2, "text");
        ExpectMsg(1);
        ExpectMsg("text");
        IgnoreNoMessages();
        TestActor.Tell(2);
        ExpectMsg(2);
    }

    private void TellAll(params object[] messages)
    {
        foreach (var message in messages)
        {
            TestActor.Tell(message);
        }
    }
}
