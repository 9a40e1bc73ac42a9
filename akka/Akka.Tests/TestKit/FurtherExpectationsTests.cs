using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Extensions;
using Akka.TestKit.Internal.StringMatcher;
using Akka.TestKit.Xunit2.Attributes;
using Xunit;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

public sealed class FurtherExpectationsTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void each_message_must_fit_a_predicate_and_each_predicate_a_message()
    {
        TellSelf("a", 2, "c");
        Assert.Equal(["a", 2, "c"], ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<int>(i => i > 1), PredicateInfo.Create<string>(s => s == "c"), PredicateInfo.Create<string>(s => s == "a")));
        TellSelf("a", "a");
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<string>(s => s == "a"), PredicateInfo.Create<string>(s => s == "b")));
        TellSelf("a", "b");
        Assert.ThrowsAny<XunitException>(() => ExpectMsgAllOfMatchingPredicates(
            PredicateInfo.Create<string>(s => s == "a"), PredicateInfo.Create<string>(s => s == "a")));

        // The first message fits both, the second only the first of them.
        TellSelf("ab", "b");
        ExpectMsgAllOfMatchingPredicates(
            PredicateInfoFactory.CreatePredicateInfo<string>(_ => true), PredicateInfoFactory.CreatePredicateInfo<string>(s => s.StartsWith('a')));
    }

    [Fact]
    public async Task too_few_messages_for_the_predicates_fail()
    {
        TellSelf(1);
        await Assert.ThrowsAnyAsync<XunitException>(async () =>
        {
            await foreach (var _ in ExpectMsgAllOfMatchingPredicatesAsync(Short, [PredicateInfo.Create<int>(_ => true), PredicateInfo.Create<int>(_ => true)]))
            {
                // Only the end counts.
            }
        });
    }

    [Fact]
    public async Task a_peek_leaves_the_message_there()
    {
        Assert.False(TryPeekOne(out _, Short, default));
        TellSelf("next");
        Assert.Equal("next", PeekOne(CancellationToken.None));
        Assert.True(TryPeekOne(out var envelope, Short, default));
        Assert.Equal("next", envelope.Message);
        Assert.Equal((true, "next"), ((await TryPeekOneAsync(Short, default)).success, (await TryPeekOneAsync(Short, default)).envelope.Message));
        Assert.Equal("next", await PeekOneAsync(CancellationToken.None));
        ExpectMsg("next");
    }

    [Fact]
    public void messages_of_other_types_in_a_series_do_not_count()
    {
        TellSelf("1", 2, "3", "4", 5, "stop");
        Assert.Equal(["1", "3"], ReceiveWhile<string>(_ => true, msgs: 2));
        Assert.Equal("3", LastMessage);
        Assert.Equal(["4"], ReceiveWhile<string>(s => s != "stop"));
        Assert.Equal(5, LastMessage);
        ExpectMsg("stop");
        TellSelf("1", 2, "3");
        Assert.Equal(["1"], ReceiveWhile<string>(_ => true, shouldIgnoreOtherMessageTypes: false));
        Assert.Equal([2, "3"], ReceiveN(2));
    }

    [Fact]
    public void one_more_test_actor_receives_for_the_same_test()
    {
        var other = CreateTestActor("other");
        Assert.Equal("other", other.Path.Name);
        other.Tell("hello", other);
        ExpectMsgFrom(other, "hello");
    }

    [Fact]
    public async Task fishing_until_a_type_fails_when_one_of_it_comes()
    {
        TellSelf("a", "b");
        await FishUntilMessageAsync<int>(Short);
        Assert.False(HasMessages);
        TellSelf("a", 3, 4);
        Assert.Equal("did not expect a message of type System.Int32", (await Assert.ThrowsAsync<FalseException>(() => FishUntilMessageAsync<int>())).Message);
        ExpectMsg(4);
    }

    [Fact]
    public async Task radio_silence_gives_what_came_before_and_has_a_limit()
    {
        TellSelf(1, 2, 3);
        Assert.Equal([1, 2, 3], (await WaitForRadioSilenceAsync(Short)).Cast<object>());
        TellSelf(1, 2, 3);
        Assert.Contains("maxMessages violated", (await Assert.ThrowsAsync<FalseException>(() => WaitForRadioSilenceAsync(Short, 2))).Message);
        Assert.Empty(await WaitForRadioSilenceAsync(TimeSpan.Zero, 0));
        TellSelf(4);
        Assert.Equal([4], (await WaitForRadioSilenceAsync(TimeSpan.Zero)).Cast<object>());
    }

    [Fact]
    public async Task a_probe_has_children_of_a_strategy()
    {
        var probe = CreateTestProbe();
        var child = await probe.ChildActorOfAsync<BlackHole>("child", SupervisorStrategy.StoppingStrategy);
        Assert.Equal(probe.Ref.Path / "child", child.Path);
        Watch(child);
        child.Tell("fail");
        ExpectTerminated(child);
    }

    [Fact]
    public async Task tasks_are_expected_in_time()
    {
        var never = new TaskCompletionSource<int>();
        Assert.Equal(1, await Task.FromResult(1).ShouldCompleteWithin(Short));
        await Task.FromResult(1).ShouldCompleteWithin(1, Short);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.FromResult(1).ShouldCompleteWithin(2, Short));
        Assert.Contains("because it is 1", (await Assert.ThrowsAsync<TimeoutException>(
            () => never.Task.ShouldCompleteWithin(Short, "it is {0}", 1))).Message);
        Assert.False(await never.Task.AwaitWithTimeout(Short));
        Assert.True(await Task.CompletedTask.AwaitWithTimeout(Short));
        await Assert.ThrowsAsync<TimeoutException>(() => never.Task.WithTimeout(Short));
    }

    [Fact]
    public async Task failures_of_tasks_are_expected_in_time()
    {
        var failure = new InvalidOperationException("as planned");
        Assert.Same(failure, await Task.FromException(failure).ShouldThrowWithin<InvalidOperationException>(Short));
        await Task.FromException(failure).ShouldThrowWithin(failure, Short);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.CompletedTask.ShouldThrowWithin<InvalidOperationException>(Short));
        await Assert.ThrowsAsync<TimeoutException>(() => new TaskCompletionSource().Task.ShouldThrowWithin<TimeoutException>(Short));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Task.FromException(failure).ShouldThrowWithin<ArgumentException>(Short));
    }

    [Fact]
    public void a_predicate_is_a_matcher_of_text()
    {
        var matcher = new PredicateMatcher(s => s.Length == 3, "three letters");
        Assert.True(matcher.IsMatch("abc"));
        Assert.False(matcher.IsMatch("abcd"));
        Assert.Contains("three letters", matcher.ToString());
    }

    [LocalFact(SkipLocal = "Shows that a local fact runs where nothing says otherwise.")]
    public void a_local_fact_runs_here() =>
        Assert.NotEqual("true", Environment.GetEnvironmentVariable("XUNIT_SKIP_LOCAL_FACT"));

    private void TellSelf(params object[] messages)
    {
        foreach (var message in messages) TestActor.Tell(message, TestActor);
    }

    private sealed class BlackHole : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is "fail") throw new InvalidOperationException("as told");
        }
    }
}
