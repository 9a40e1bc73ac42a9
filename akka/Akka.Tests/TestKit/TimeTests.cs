using Akka.Actor;
using Akka.Configuration;
using Akka.TestKit;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

public class TimeTests() : Akka.TestKit.Xunit2.TestKit("akka.test { timefactor = 2.0, single-expect-default = 100ms, filter-leeway = 50ms }")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(30);

    [Fact]
    public void durations_are_stretched_unless_infinite()
    {
        Assert.Equal(TimeSpan.FromSeconds(6), Dilated(TimeSpan.FromSeconds(3)));
        Assert.Equal(Timeout.InfiniteTimeSpan, Dilated(Timeout.InfiniteTimeSpan));
        Assert.Equal(TimeSpan.Zero, Dilated(TimeSpan.Zero));
        Assert.Equal(TimeSpan.FromMilliseconds(200), RemainingOrDefault);
        Assert.Equal(TimeSpan.FromSeconds(2), RemainingOrDilated(TimeSpan.FromSeconds(1)));
        Assert.Throws<ArgumentException>(() => RemainingOrDilated(Timeout.InfiniteTimeSpan));
        Assert.Equal(TimeSpan.FromSeconds(1), GetTimeoutOrDefault(TimeSpan.FromSeconds(1)));
        Assert.Equal(RemainingOrDefault, GetTimeoutOrDefault(null));
    }

    [Fact]
    public void the_defaults_are_those_of_the_reference()
    {
        var settings = new TestKitSettings(DefaultConfig);
        Assert.Equal(1.0, settings.TestTimeFactor);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.SingleExpectDefault);
        Assert.Equal(TimeSpan.FromSeconds(3), settings.TestEventFilterLeeway);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.DefaultTimeout);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void a_time_factor_must_be_positive(string factor) => Assert.Throws<ConfigurationException>(
        () => new TestKitSettings(ConfigurationFactory.ParseString($"akka.test.timefactor = {factor}").WithFallback(DefaultConfig)));

    [Fact]
    public void only_a_within_block_has_time_remaining()
    {
        Assert.Throws<InvalidOperationException>(() => Remaining);
        Within(TimeSpan.FromSeconds(30), () =>
        {
            Assert.InRange(Remaining, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));
            Within(TimeSpan.FromSeconds(10), () => Assert.InRange(RemainingOrDefault, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
            Assert.InRange(Remaining, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
        });
        Assert.Throws<InvalidOperationException>(() => Remaining);
    }

    [Fact]
    public void expectations_wait_no_longer_than_their_within_block()
    {
        var start = Now;
        Assert.Throws<FailException>(() => Within(Short, () => ExpectMsg<string>()));
        Assert.InRange(Now - start, Short, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void a_block_that_takes_too_long_or_too_short_fails()
    {
        var never = new ManualResetEventSlim();
        Assert.Matches($"^Failed: Block took .*, exceeding {Dilated(Short)}", Assert.Throws<FailException>(() => Within(Short, () => never.Wait(Short * 4))).Message);
        Assert.Matches($"^Failed: Block took .*, should have at least been {Short}", Assert.Throws<FailException>(() => Within(Short, TimeSpan.FromSeconds(5), () => { })).Message);
        Within(Short, () => never.Wait(Short * 3), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void waiting_for_nothing_may_use_up_the_time() => Within(Short, () => ExpectNoMsg());

    [Fact]
    public async Task an_asynchronous_block_is_bounded_too()
    {
        TestActor.Tell("hello");
        Assert.Equal("hello", await WithinAsync(TimeSpan.FromSeconds(5), async () => await ExpectMsgAsync<string>()));
        await Assert.ThrowsAsync<FailException>(() => WithinAsync(Short, async () => await ExpectMsgAsync<string>()));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => WithinAsync(Short, () => Task.FromException(new InvalidTimeZoneException())));
    }

    [Fact]
    public async Task an_asynchronous_block_that_never_ends_is_given_up() =>
        Assert.Contains(
            "exceeding", (await Assert.ThrowsAsync<FailException>(() => WithinAsync(Short, () => new TaskCompletionSource().Task))).Message);

    [Fact]
    public async Task a_block_may_be_given_more_time_than_a_task_can_be_waited_for() => await WithinAsync(TimeSpan.FromDays(50), () => Task.Delay(1));

    [Fact]
    public void an_event_filter_takes_its_own_time_and_not_that_of_the_block_around_it() =>
        Within(TimeSpan.FromSeconds(60), () => EventFilter.Error().Expect(0, () => { }));

    [Fact]
    public void the_kit_logs_what_it_receives_when_told_to()
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit("akka { loglevel = DEBUG, test.testkit.debug = on }");
        Assert.True(kit.TestKitSettings.LogTestKitCalls);
        Assert.False(TestKitSettings.LogTestKitCalls);
        kit.TestActor.Tell("hello");
        kit.EventFilter.Debug(start: "Received message <hello> from").ExpectOne(() => kit.ExpectMsg("hello"));
        kit.EventFilter.Debug(start: "Received no message after").ExpectOne(() => kit.ExpectNoMsg(Short));
    }

    [Fact]
    public async Task no_wait_is_shorter_than_it_should_be()
    {
        for (var i = 0; i < 20; i++)
        {
            var time = TimeSpan.FromMilliseconds(3.7);
            var start = Now;
            Assert.Null(ReceiveOne(time));
            Assert.True(Now - start >= time);
            start = Now;
            Assert.Null(await ReceiveOneAsync(time));
            Assert.True(Now - start >= time);
            start = Now;
            EventFilter.Error().Expect(0, time / 2, () => { });
            Assert.True(Now - start >= time);
        }
    }

    [Fact]
    public void an_assertion_is_made_until_it_holds()
    {
        var attempts = 0;
        AwaitAssert(() => Assert.Equal(3, ++attempts), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task an_assertion_that_never_holds_fails_as_it_did_last()
    {
        var failure = Assert.Throws<EqualException>(() => AwaitAssert(() => Assert.Equal(1, 2), Short, TimeSpan.FromMilliseconds(5)));
        Assert.Contains("Expected: 1", failure.Message);
        await Assert.ThrowsAsync<EqualException>(() => AwaitAssertAsync(() => Assert.Equal(1, 2), Short, TimeSpan.FromMilliseconds(5)));
        await AwaitAssertAsync(() => Task.CompletedTask);
        // Another time: the entries of those above may come only now.
        var longer = 2 * Short;
        EventFilter.Warning(start: $"AwaitAssert failed, timeout [{Dilated(longer)}] is over after [").ExpectOne(
            () => Assert.Throws<EqualException>(() => AwaitAssert(() => Assert.Equal(1, 2), longer)));
    }

    [Fact]
    public async Task a_condition_is_awaited()
    {
        var attempts = 0;
        AwaitCondition(() => ++attempts == 2, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));
        await AwaitConditionAsync(() => Task.FromResult(++attempts == 4), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(1));
        Assert.Equal($"Timeout {Dilated(Short)} expired while waiting for condition.never mind", Assert.Throws<FailException>(() => AwaitCondition(() => false, Short, "never mind")).Message);
        Assert.False(AwaitConditionNoThrow(() => false, Short));
        Assert.True(await AwaitConditionNoThrowAsync(() => true, Short));
    }

    [Fact]
    public void a_latch_opens_when_all_counts_were_made()
    {
        var latch = CreateTestLatch(2);
        latch.CountDown();
        Assert.False(latch.IsOpen);
        Assert.Throws<TimeoutException>(() => latch.Ready(Short));
        latch.CountDown();
        latch.CountDown();
        latch.Ready();
        latch.Reset();
        Assert.False(latch.IsOpen);
        latch.Open();
        Assert.True(latch.IsOpen);
    }

    [Fact]
    public async Task a_barrier_lets_all_threads_go_on_together()
    {
        var barrier = CreateTestBarrier(2);
        var other = Task.Run(barrier.Await);
        barrier.Await();
        await other;
        Assert.Throws<TimeoutException>(() => barrier.Await(Short));
        barrier.Reset();
        other = Task.Run(barrier.Await);
        barrier.Await();
        await other;
    }
}
