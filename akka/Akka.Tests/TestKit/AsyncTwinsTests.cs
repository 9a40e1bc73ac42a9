using System.Collections;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

/// <summary>The twins that await do what those that block do, and keep the test actor as the sender of what the test tells.</summary>
public class AsyncTwinsTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task every_way_to_expect_from_a_sender_accepts_the_right_one()
    {
        TellAll([.. Enumerable.Repeat<object>("hello", 7)]);
        await ExpectMsgFromAsync<string>(TestActor);
        await ExpectMsgFromAsync(TestActor, "hello");
        await ExpectMsgFromAsync<string>(TestActor, message => message == "hello");
        await ExpectMsgFromAsync<string>(sender => sender.Equals(TestActor), message => message == "hello");
        await ExpectMsgFromAsync<string>(TestActor, message => Assert.Equal("hello", message));
        await ExpectMsgFromAsync<string>(sender => Assert.Equal(TestActor, sender), message => Assert.Equal("hello", message));
        await ExpectMsgAsync("HELLO", (expected, actual) => expected.Equals(actual, StringComparison.OrdinalIgnoreCase));
        TellAll("odd");
        await Assert.ThrowsAnyAsync<XunitException>(
            async () => await ExpectMsgFromAsync<string>(sender => !sender.Equals(TestActor), _ => true));
    }

    [Fact]
    public async Task one_message_is_received_or_none()
    {
        Assert.Equal((false, NullMessageEnvelope.Instance), await TryReceiveOneAsync(Short));
        Assert.Null(LastMessage);
        TellAll("one", "two");
        var (success, envelope) = await TryReceiveOneAsync(null);
        Assert.True(success);
        Assert.Equal(("one", TestActor), (envelope.Message, envelope.Sender));
        Assert.Equal("two", await ReceiveOneAsync(Timeout.InfiniteTimeSpan));
        TellAll("three");
        Assert.Equal("three", await ReceiveOneAsync(TimeSpan.MaxValue));
        Assert.Null(await ReceiveOneAsync(TimeSpan.Zero));
        Assert.Same(TestKit.TestActor.NullMessage, NullMessageEnvelope.Instance);
    }

    [Fact]
    public async Task a_number_of_messages_is_awaited()
    {
        TellAll(1, 2, 3, 4);
        Assert.Equal([1, 2], await All(ReceiveNAsync(2)));
        Assert.Equal([3, 4], await All(ReceiveNAsync(2, Long)));
        Assert.Empty(await All(ReceiveNAsync(0)));
        await Assert.ThrowsAsync<FailException>(() => All(ReceiveNAsync(1, Short)));
    }

    [Fact]
    public async Task any_and_all_of_several_messages_are_awaited()
    {
        TellAll("b", 2, 1);
        Assert.Equal("b", await ExpectMsgAnyOfAsync(["a", "b"]));
        Assert.Equal([2, 1], await All(ExpectMsgAllOfAsync(Long, [1, 2])));
    }

    [Fact]
    public async Task fishing_is_awaited()
    {
        TellAll(1, "two", 3, 4, "five");
        Assert.Equal("two", await FishForMessageAsync(message => message is string));
        Assert.Equal(4, await FishForMessageAsync<int>(message => message > 3));
        var dropped = new ArrayList { "of before" };
        TellAll(6);
        Assert.Equal(6, await FishForMessageAsync<int>(_ => true, dropped));
        Assert.Equal(new ArrayList { "five" }, dropped);
        await Assert.ThrowsAsync<TrueException>(async () => await FishForMessageAsync(_ => true, Short));
        Assert.Null(LastMessage);
    }

    [Fact]
    public async Task a_series_is_awaited()
    {
        TellAll("a", 1);
        Assert.Equal(["a"], await All(ReceiveWhileAsync(Long, message => message as string)));
        TellAll("b");
        Assert.Equal([1, "b"], await All(ReceiveWhileAsync(Long, Short, message => message)));
        TellAll("c", "d", "e");
        Assert.Equal(["c", "d"], await All(ReceiveWhileAsync(message => message as string, msgs: 2)));
        TellAll(1, "f");
        Assert.Equal(["e", "f"], await All(ReceiveWhileAsync<string>(_ => true, idle: Short)));
        Assert.Equal("f", LastMessage);
        Assert.Empty(await All(ReceiveWhileAsync<string>(_ => true, Short)));
        Assert.Null(LastMessage);
    }

    [Fact]
    public async Task the_end_of_a_watched_actor_is_awaited()
    {
        var actor = ActorOf(BlackHoleActor.Props);
        await WatchAsync(actor);
        Sys.Stop(actor);
        Assert.Equal(actor, (await ExpectTerminatedAsync(actor)).ActorRef);
    }

    [Fact]
    public async Task blocks_of_every_kind_tell_as_the_test_actor()
    {
        var actor = ActorOf(ForwardActor.Props(CreateTestProbe()));
        async Task Check()
        {
            await Task.Yield();
            actor = ActorOf(SimpleEchoActor.Props());
            actor.Tell("hello");
            await ExpectMsgAsync("hello");
        }

        await WithinAsync(Long, Check);
        await AwaitAssertAsync(Check);
        await AwaitConditionAsync(async () =>
        {
            await Check();
            return true;
        });
        await EventFilter.Error().ExpectAsync(0, Short, Check);
        await EventFilter.Error().MuteAsync(Check);
        await Check();
    }

    private void TellAll(params object[] messages)
    {
        foreach (var message in messages)
        {
            TestActor.Tell(message);
        }
    }

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var all = new List<T>();
        await foreach (var item in items)
        {
            all.Add(item);
        }

        return all;
    }
}
