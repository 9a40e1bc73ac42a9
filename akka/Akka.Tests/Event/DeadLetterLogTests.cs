using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;

namespace Akka.Tests.Event;

public class DeadLetterLogTests : TestKit.Xunit2.TestKit
{
    private const string HowToTurnOff =
        "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown'.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IActorRef _dead;
    private readonly IActorRef _dropping;
    private readonly IActorRef _unhandling;

    public DeadLetterLogTests() : base("""
        akka { loglevel = INFO, stdout-loglevel = OFF, log-dead-letters = 4, log-dead-letters-suspend-duration = 1h }
        """)
    {
        _dead = Sys.ActorOf(BlackHoleActor.Props, "dead");
        Watch(_dead);
        Sys.Stop(_dead);
        ExpectTerminated(_dead, Patience);
        _dropping = Sys.ActorOf(Props.Create(() => new Dropping()), "dropping");
        _unhandling = Sys.ActorOf(Props.Create(() => new Unhandling()), "unhandling");
        // Who logs them answers once it has subscribed.
        Sys.ActorSelection("/system/deadLetterListener").ResolveOne(Patience).Wait(Patience);
    }

    [Fact]
    public async Task Letters_of_all_kinds_are_logged_until_the_limit()
    {
        await Logged($"Message [Int32] from {TestActor} to {_dead} was not delivered. [1] dead letters encountered. If", () => _dead.Tell(1, TestActor));
        await Logged($"Message [Int32] to {_dropping} was dropped. Full up. [2] dead letters encountered. {HowToTurnOff} Message content: 2", () => _dropping.Tell(2, TestActor));
        await Logged($"Message [Int32] from {TestActor} to {_unhandling} was unhandled. [3] dead letters encountered. {HowToTurnOff} Message content: 3", () => _unhandling.Tell(3, TestActor));
        await Logged($"Message [Int32] from {TestActor} to {_dead} was not delivered. [4] dead letters encountered, no more dead letters will be logged in next [01:00:00]. ", () => _dead.Tell(4, TestActor));

        // The rest of the count is in DeadLetterCountTests.
        await EventFilter.Info(contains: "dead letters encountered").ExpectAsync(0, () =>
        {
            _dead.Tell(5, TestActor);
            _dropping.Tell(6, TestActor);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public Task Who_has_no_sender_is_not_named() => Logged(
        $"Message [Int32] to {_dead} was not delivered. [1] dead letters encountered. " +
        $"If this is not an expected behavior then {_dead} may have terminated unexpectedly. {HowToTurnOff} Message content: 1",
        () => _dead.Tell(1, ActorRefs.NoSender));

    [Fact]
    public async Task A_message_without_a_text_of_its_own_is_named_by_its_type_only()
    {
        LogEvent? logged = null;
        Sys.EventStream.Subscribe(TestActor, typeof(Info));
        _dead.Tell(new Plain(), ActorRefs.NoSender);
        logged = await ExpectMsgAsync<Info>(Patience);
        Assert.StartsWith("Message [Plain] to", logged.Message.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(HowToTurnOff, logged.Message.ToString(), StringComparison.Ordinal);
        Assert.Equal(_dead.Path.ToString(), logged.LogSource);
    }

    [Fact]
    public Task What_is_wrapped_is_named_with_its_wrapping() =>
        Logged($"Message [Int32] wrapped in [Parcel] to {_dead} was not delivered.", () => _dead.Tell(new Parcel(1), ActorRefs.NoSender));

    [Fact]
    public async Task What_is_lost_as_a_matter_of_course_is_published_but_not_logged()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        await EventFilter.Info(contains: "was not delivered").ExpectAsync(1, async () =>
        {
            _dead.Tell(new Course(), TestActor);
            var suppressed = await ExpectMsgAsync<SuppressedDeadLetter>(Patience);
            Assert.IsType<Course>(suppressed.Message);
            Assert.Equal((TestActor, _dead), (suppressed.Sender, suppressed.Recipient));
            _dead.Tell(new Parcel(new Course()), TestActor);
            await ExpectMsgAsync<AllDeadLetters>(Patience);
            _dead.Tell("letter", TestActor);
            Assert.Equal("letter", (await ExpectMsgAsync<DeadLetter>(Patience)).Message);
        });
    }

    private Task Logged(string start, Action when) => EventFilter.Info(start: start).ExpectAsync(1, Patience, () =>
    {
        when();
        return Task.CompletedTask;
    });

    private sealed class Dropping : ActorBase
    {
        protected override bool Receive(object message)
        {
            Context.System.EventStream.Publish(new Dropped(message, "Full up", Self));
            return true;
        }
    }

    private sealed class Unhandling : ActorBase
    {
        protected override bool Receive(object message) => false;
    }

    private sealed class Plain;

    private sealed class Course : IDeadLetterSuppression;

    private sealed record Parcel(object Message) : IWrappedMessage;
}
