using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.TestActors;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

public class EventFilterTests() : Akka.TestKit.Xunit2.TestKit("akka.loglevel = DEBUG")
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void each_level_is_expected()
    {
        EventFilter.Debug("one").ExpectOne(() => Log.Debug("one"));
        EventFilter.Info("one").ExpectOne(() => Log.Info("one"));
        EventFilter.Warning("one").ExpectOne(() => Log.Warning("one"));
        EventFilter.Error("one").ExpectOne(() => Log.Error("one"));
        EventFilter.ForLogLevel(LogLevel.InfoLevel, "one").ExpectOne(() => Log.Info("one"));
    }

    [Fact]
    public void messages_are_picked_by_all_of_their_text_or_part_of_it()
    {
        EventFilter.Info(start: "a film").ExpectOne(() => Log.Info("a film of {0} bytes", 42));
        EventFilter.Info(contains: "of 42").ExpectOne(() => Log.Info("a film of {0} bytes", 42));
        EventFilter.Info(new Regex("[0-9]+ bytes$")).ExpectOne(() => Log.Info("a film of {0} bytes", 42));
        Assert.Throws<FailException>(() => EventFilter.Info("a film").ExpectOne(Short, () => Log.Info("a film of {0} bytes", 42)));
    }

    [Fact]
    public void exceptions_are_picked_by_type_and_text()
    {
        var thrown = new FileNotFoundException("gone");
        EventFilter.Exception<FileNotFoundException>().ExpectOne(() => Log.Error(thrown, "failed"));
        EventFilter.Exception<IOException>("gone").ExpectOne(() => Log.Error(thrown, "failed"));
        EventFilter.Exception<IOException>("failed").ExpectOne(() => Log.Error(thrown, "failed"));
        EventFilter.Exception(typeof(IOException), checkInnerExceptions: true)
            .ExpectOne(() => Log.Error(new AggregateException(new InvalidOperationException(), thrown), "failed"));
        Assert.Throws<FailException>(() => EventFilter.Exception<ArgumentException>().ExpectOne(Short, () => Log.Error(thrown, "failed")));
    }

    [Fact]
    public void sources_are_picked_by_actor_path_with_or_without_system()
    {
        var chatty = ActorOf(Props.Create<Chatty>(), "chatty");
        foreach (var source in new[] { chatty.Path.ToString()!, "/user/chatty", "user/chatty", "akka://test/user/chatty" })
        {
            EventFilter.Info("hello", source: source).ExpectOne(() => chatty.Tell("hello"));
        }

        Assert.Throws<FailException>(() => EventFilter.Info("hello", source: "/user/quiet").ExpectOne(Short, () => chatty.Tell("hello")));
    }

    [Fact]
    public void too_few_and_too_many_fail_and_say_how_many_came()
    {
        var few = Assert.Throws<FailException>(() => EventFilter.Info("one").Expect(3, TimeSpan.FromSeconds(2), () => Log.Info("one")));
        Assert.Equal(
            "Timeout (00:00:02) while waiting for messages. Only received 1/3 messages that matched filter [Info when Message == \"one\"]",
            few.Message);
        var many = Assert.Throws<FailException>(() => EventFilter.Info("one").Expect(0, TimeSpan.FromSeconds(30), () => Log.Info("one")));
        Assert.Equal(
            "Received 1 message too many. Expected 0 messages but received 1 that matched filter [Info when Message == \"one\"]", many.Message);
        EventFilter.Info("one").Expect(0, Short, () => Log.Info("another"));
        EventFilter.Info("one").Expect(2, () =>
        {
            Log.Info("one");
            Log.Info("one");
        });
    }

    [Fact]
    public void several_filters_count_together() =>
        EventFilter.Info("one").And.Warning("two").Expect(2, () =>
        {
            Log.Info("one");
            Log.Warning("two");
        });

    [Fact]
    public void an_event_that_several_filters_pick_counts_once() =>
        EventFilter.Info("one").And.Info(start: "o").And.ForLogLevel(LogLevel.InfoLevel).Expect(1, () => Log.Info("one"));

    [Fact]
    public void events_may_come_after_the_block_and_its_result_is_passed_on()
    {
        var chatty = ActorOf(Props.Create<Chatty>());
        Assert.Equal(42, EventFilter.Info("hello").ExpectOne(() =>
        {
            chatty.Tell("hello");
            return 42;
        }));
    }

    [Fact]
    public async Task asynchronous_blocks_are_expected_too()
    {
        await EventFilter.Info("one").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Log.Info("one");
        });
        Assert.Equal(42, await EventFilter.Info("one").ExpectAsync(1, async () =>
        {
            Log.Info("one");
            await Task.Yield();
            return 42;
        }));
        await Assert.ThrowsAsync<FailException>(() => EventFilter.Info("one").ExpectOneAsync(Short, () => Task.CompletedTask));
    }

    [Fact]
    public void dead_letters_are_expected_by_message_and_recipient()
    {
        var stopped = ActorOf(BlackHoleActor.Props, "stopped");
        Watch(stopped);
        Sys.Stop(stopped);
        ExpectTerminated(stopped);
        EventFilter.DeadLetter<string>(text => text == "hello", stopped.Path.ToString()).ExpectOne(() => stopped.Tell("hello"));
        EventFilter.DeadLetter(1.GetType()).ExpectOne(() => stopped.Tell(1));
        EventFilter.DeadLetter<string>().Expect(0, Short, () => stopped.Tell(1));
    }

    [Fact]
    public void an_unhandled_message_is_one_info_and_neither_warning_nor_error()
    {
        var actor = ActorOf(Props.Create<Chatty>());
        EventFilter.Info().ExpectOne(() => actor.Tell(42));
        EventFilter.Info(contains: "was unhandled", source: actor.Path.ToString()).ExpectOne(() => actor.Tell(42));
        EventFilter.Warning().And.Error().Expect(0, Short, () => actor.Tell(42));
    }

    [Fact]
    public void what_is_lost_as_soon_as_the_system_runs_is_logged_too()
    {
        for (var i = 0; i < 20; i++)
        {
            using var system = ActorSystem.Create("young", DefaultConfig);
            CreateEventFilter(system).Info(contains: "was unhandled").ExpectOne(
                () => system.EventStream.Publish(new UnhandledMessage("hello", TestActor, TestActor)));
        }
    }

    [Fact]
    public void a_custom_filter_sees_the_event() =>
        EventFilter.Custom<Warning>(warning => warning.Message.ToString() == "odd").ExpectOne(() => Log.Warning("odd"));

    [Fact]
    public void a_text_without_arguments_is_the_message_of_the_event() =>
        EventFilter.Custom(logEvent => (string)logEvent.Message == "odd").ExpectOne(() => Log.Warning("odd"));

    [Fact]
    public void a_predicate_that_throws_does_not_hold_and_costs_no_filter() =>
        EventFilter.Custom(logEvent => (int)logEvent.Message == 42).ExpectOne(() =>
        {
            Log.Warning("no number");
            Sys.EventStream.Publish(new Warning("here", GetType(), 42));
        });

    [Fact]
    public void what_no_filter_picks_is_printed_by_the_listener_dead_letters_too()
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit($"akka.loglevel = ERROR, akka.loggers = [\"{typeof(Forwarder).AssemblyQualifiedName}\"]");
        kit.Sys.EventStream.Publish(new Error(null, "", GetType(), kit.TestActor));
        kit.ExpectMsg("forwarding");
        var stopped = kit.ActorOf(BlackHoleActor.Props);
        kit.Watch(stopped);
        kit.Sys.Stop(stopped);
        kit.ExpectTerminated(stopped);
        kit.EventFilter.Error("muted").Mute(() => kit.Log.Error("muted"));
        stopped.Tell("lost");
        Assert.Equal(
            $"DeadLetter from {kit.TestActor} to {stopped}: <Received dead letter from {kit.TestActor}: lost>", kit.ExpectMsg<Warning>().Message.ToString());
        kit.Log.Error("heard");
        Assert.Equal("heard", kit.ExpectMsg<Error>().Message);
    }

    [Fact]
    public void muted_events_count_for_nobody_until_unmuted()
    {
        EventFilter.Error("twice").ExpectOne(() => Log.Error("twice"));
        Assert.Equal(42, EventFilter.Error().Mute(() =>
        {
            Log.Error("not printed");
            return 42;
        }));
        using (EventFilter.Error().Mute())
        {
            Log.Error("not printed either");
            EventFilter.Error("muted").Expect(0, Short, () => Log.Error("muted"));
        }

        EventFilter.Error("heard again").ExpectOne(() => Log.Error("heard again"));
    }

    [Fact]
    public void a_failing_actor_is_expected_to_be_logged()
    {
        var fragile = ActorOf(Props.Create<Chatty>());
        EventFilter.Exception<InvalidOperationException>("on purpose").ExpectOne(() => fragile.Tell(new InvalidOperationException("on purpose")));
    }

    private sealed class Forwarder : TestEventListener
    {
        private IActorRef? _to;

        protected override void Print(LogEvent logEvent)
        {
            if (logEvent.Message is IActorRef to)
            {
                _to = to;
                to.Tell("forwarding");
            }
            else
            {
                _to?.Tell(logEvent);
            }
        }
    }

    private sealed class Chatty : ReceiveActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        public Chatty()
        {
            Receive<Exception>(e => throw e);
            Receive<string>(text => _log.Info(text));
        }
    }
}
