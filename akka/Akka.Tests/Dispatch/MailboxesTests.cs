using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Dispatch;

public class MailboxesTests
{
    private const string Config =
        """
        full-at-two { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 2, mailbox-push-timeout-time = 0s }
        one-at-a-time { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 1, mailbox-push-timeout-time = infinite }
        stashing { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox", stash-capacity = 5 }
        stashing-dispatcher { stash-capacity = 7 }
        by-number { mailbox-type = "Akka.Tests.Dispatch.MailboxesTests+ByNumber, Akka.Tests" }
        deque { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox" }
        dispatcher-with-deque { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox" }
        dispatcher-that-needs-bounded { mailbox-requirement = "Akka.Dispatch.IBoundedMessageQueueSemantics, Akka" }
        no-type { mailbox-type = "" }
        no-such-type { mailbox-type = "No.Such.Type" }
        not-a-mailbox { mailbox-type = "System.String" }
        akka.actor.deployment {
          /by-path { mailbox = full-at-two }
          "/wild/*" { mailbox = by-number }
        }
        """;

    public sealed class ByNumber(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => message as int? ?? 0;
    }

    private sealed class Plain : ThreadTeller;

    private sealed class NeedsDeque : ThreadTeller, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;

    private sealed class NeedsUnbound : ThreadTeller, IRequiresMessageQueue<IBlockingMessageQueueSemantics>;

    [Theory]
    [InlineData("bounded { mailbox-capacity = 2, mailbox-push-timeout-time = 20ms }", 2, 20)]
    [InlineData("bounded { mailbox-capacity = 3 }", 3, 10_000)]
    [InlineData("", 1000, 10_000)]
    public async Task The_mailbox_that_needs_no_section_has_the_limits_of_one_with_its_name(string config, int capacity, int milliseconds)
    {
        await using var fixture = new SystemFixture(config);
        var mailbox = Assert.IsType<BoundedMailbox>(fixture.System.Mailboxes.Lookup("bounded"));
        Assert.Equal(capacity, mailbox.Capacity);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), mailbox.PushTimeout);
    }

    [Theory]
    [InlineData(typeof(Plain), "", "", typeof(UnboundedMailbox))]
    [InlineData(typeof(Plain), "full-at-two", "", typeof(BoundedMailbox))]
    [InlineData(typeof(Plain), "bounded", "", typeof(BoundedMailbox))]
    [InlineData(typeof(Plain), "unbounded", "", typeof(UnboundedMailbox))]
    [InlineData(typeof(Plain), "", "dispatcher-with-deque", typeof(UnboundedDequeBasedMailbox))]
    [InlineData(typeof(Plain), "full-at-two", "dispatcher-with-deque", typeof(BoundedMailbox))]
    [InlineData(typeof(Plain), "", "dispatcher-that-needs-bounded", typeof(BoundedMailbox))]
    [InlineData(typeof(NeedsDeque), "", "", typeof(UnboundedDequeBasedMailbox))]
    [InlineData(typeof(NeedsDeque), "deque", "", typeof(UnboundedDequeBasedMailbox))]
    [InlineData(typeof(NeedsDeque), "by-number", "", typeof(ByNumber))]
    [InlineData(typeof(NeedsDeque), "", "dispatcher-with-deque", typeof(UnboundedDequeBasedMailbox))]
    public async Task The_mailbox_is_what_is_named_or_else_required_or_else_the_default(
        Type actor, string mailbox, string dispatcher, Type expected)
    {
        await using var fixture = new SystemFixture(Config);
        Assert.IsType(expected, Choose(fixture.System, actor, mailbox, dispatcher));
    }

    [Theory]
    [InlineData(typeof(Plain), "missing", "", "[missing]")]
    [InlineData(typeof(Plain), "no-type", "", "[no-type]")]
    [InlineData(typeof(Plain), "no-such-type", "", "[no-such-type]")]
    [InlineData(typeof(Plain), "not-a-mailbox", "", "[not-a-mailbox]")]
    [InlineData(typeof(NeedsUnbound), "", "", "IBlockingMessageQueueSemantics")]
    public async Task A_mailbox_that_is_missing_is_refused_by_name(Type actor, string mailbox, string dispatcher, string named)
    {
        await using var fixture = new SystemFixture(Config);
        var error = Assert.Throws<ConfigurationException>(() => Choose(fixture.System, actor, mailbox, dispatcher));
        Assert.Contains(named, error.Message);
    }

    [Theory]
    [InlineData(typeof(Plain), "deque", "dispatcher-that-needs-bounded", "dispatcher [dispatcher-that-needs-bounded]. Must be a subclass of [Akka.Dispatch.IBoundedMessageQueueSemantics]")]
    [InlineData(typeof(NeedsDeque), "full-at-two", "", "actor class [Akka.Tests.Dispatch.MailboxesTests+NeedsDeque]. Must be a subclass of [Akka.Dispatch.IDequeBasedMessageQueueSemantics]")]
    [InlineData(typeof(NeedsDeque), "", "dispatcher-that-needs-bounded", "actor class [Akka.Tests.Dispatch.MailboxesTests+NeedsDeque]")]
    public async Task A_mailbox_that_does_not_do_is_refused_by_what_requires_another(Type actor, string mailbox, string dispatcher, string named)
    {
        await using var fixture = new SystemFixture(Config);
        var error = Assert.Throws<ArgumentException>(() => Choose(fixture.System, actor, mailbox, dispatcher));
        Assert.Contains("does not fulfill requirement for " + named, error.Message);
        var refused = Assert.Throws<ConfigurationException>(() => fixture.System.ActorOf(Props.Create(actor).WithMailbox(mailbox).WithDispatcher(dispatcher), "refused"));
        Assert.StartsWith("Configuration problem while creating [akka://dispatch-tests/user/refused", refused.Message);
        Assert.Equal(error.Message, refused.InnerException!.Message);
    }

    private static MailboxType Choose(ActorSystem system, Type actor, string mailbox, string dispatcher)
    {
        var props = Props.Create(actor).WithMailbox(mailbox).WithDispatcher(dispatcher);
        var section = system.Dispatchers.Lookup(props.Dispatcher).Configurator.Config;
        return system.Mailboxes.GetMailboxType(props, section);
    }

    [Fact]
    public async Task A_mailbox_type_is_created_once()
    {
        await using var fixture = new SystemFixture(Config);
        Assert.Same(fixture.System.Mailboxes.Lookup("deque"), fixture.System.Mailboxes.Lookup("deque"));
    }

    [Fact]
    public async Task What_an_actor_requires_is_known()
    {
        await using var fixture = new SystemFixture(Config);
        var mailboxes = fixture.System.Mailboxes;
        Assert.True(mailboxes.HasRequiredType(typeof(NeedsDeque)));
        Assert.Equal(typeof(IDequeBasedMessageQueueSemantics), mailboxes.GetRequiredType(typeof(NeedsDeque)));
        Assert.False(mailboxes.HasRequiredType(typeof(Plain)));
        Assert.IsType<UnboundedDequeBasedMailbox>(mailboxes.LookupByQueueType(typeof(IDequeBasedMessageQueueSemantics)));
    }

    [Fact]
    public async Task What_a_full_mailbox_cannot_take_goes_to_the_dead_letters()
    {
        await using var fixture = new SystemFixture(Config);
        using var processed = new BlockingCollection<object>();
        var actor = fixture.System.ActorOf(Props.Create<Keeper>(processed), "by-path");
        var gate = new Gate();
        actor.Tell(gate);
        gate.AwaitEntered();
        foreach (var message in new object[] { 1, 2, 3 })
            actor.Tell(message);
        var letter = fixture.NextDeadLetter(message => message is int);
        Assert.Equal(3, letter.Message);
        Assert.Equal(actor, letter.Recipient);
        gate.Open();
        Assert.Equal([1, 2], Take(processed, 2));
    }

    [Fact]
    public async Task Senders_that_wait_for_room_are_let_go_when_the_actor_stops()
    {
        await using var fixture = new SystemFixture(Config);
        using var processed = new BlockingCollection<object>();
        var actor = fixture.System.ActorOf(Props.Create<Keeper>(processed).WithMailbox("one-at-a-time"));
        var gate = new Gate();
        actor.Tell(gate);
        gate.AwaitEntered();
        actor.Tell(0);
        var senders = Enumerable.Range(1, 3).Select(message => new Thread(() => actor.Tell(message))).ToList();
        senders.ForEach(sender => sender.Start());
        Assert.True(SpinWait.SpinUntil(
            () => senders.TrueForAll(sender => sender.ThreadState.HasFlag(ThreadState.WaitSleepJoin)), SystemFixture.Soon));

        ((IInternalActorRef)actor).Stop();
        gate.Open();
        Assert.All(senders, sender => Assert.True(sender.Join(SystemFixture.Soon)));
        var lost = Enumerable.Range(0, 4).Select(_ => fixture.NextDeadLetter(message => message is int).Message);
        Assert.Equal([0, 1, 2, 3], lost.Cast<int>().Order());
    }

    [Theory]
    [InlineData("", "", -1)]
    [InlineData("", "stashing", 5)]
    [InlineData("stashing-dispatcher", "", 7)]
    [InlineData("stashing-dispatcher", "stashing", 5)]
    [InlineData("akka.actor.default-dispatcher", "akka.actor.default-mailbox", -1)]
    public async Task How_much_may_be_stashed_is_the_mailboxs_word_or_else_the_dispatchers(string dispatcher, string mailbox, int expected)
    {
        await using var fixture = new SystemFixture(Config);
        Assert.Equal(expected, fixture.System.Mailboxes.StashCapacity(dispatcher, mailbox));
    }

    [Fact]
    public async Task Messages_are_processed_by_priority_in_the_order_sent_within_one()
    {
        await using var fixture = new SystemFixture(Config);
        using var processed = new BlockingCollection<object>();
        var actor = fixture.System.ActorOf(Props.Create<Keeper>(processed).WithMailbox("by-number"));
        var gate = new Gate();
        actor.Tell(gate);
        gate.AwaitEntered();
        foreach (var message in new object[] { 3, 1, "a", 2, "b", 1 })
            actor.Tell(message);
        gate.Open();
        Assert.Equal(["a", "b", 1, 1, 2, 3], Take(processed, 6));
    }

    [Fact]
    public async Task What_a_stopped_actor_had_waiting_goes_to_the_dead_letters()
    {
        await using var fixture = new SystemFixture(Config);
        using var processed = new BlockingCollection<object>();
        var actor = fixture.System.ActorOf(Props.Create<Keeper>(processed));
        var gate = new Gate();
        actor.Tell(gate);
        gate.AwaitEntered();
        actor.Tell("never processed");
        // Not system.Stop, which asks the guardian to do it, some time.
        ((IInternalActorRef)actor).Stop();
        gate.Open();
        Assert.Equal(actor, fixture.NextDeadLetter(message => message is "never processed").Recipient);
        Assert.Empty(processed);
    }

    [Fact]
    public async Task Whatever_is_put_into_the_dead_letter_mailbox_is_a_dead_letter()
    {
        await using var fixture = new SystemFixture(Config);
        var queue = fixture.System.Mailboxes.DeadLetterMailbox.MessageQueue;
        queue.Enqueue(fixture.System.DeadLetters, QueueHelpers.Message("lost"));
        Assert.Equal("lost", fixture.NextDeadLetter(message => message is "lost").Message);
        Assert.False(queue.HasMessages);
    }

    private static List<object> Take(BlockingCollection<object> processed, int count)
        => Enumerable.Range(0, count).Select(_ =>
        {
            Assert.True(processed.TryTake(out var message, SystemFixture.Soon));
            return message!;
        }).ToList();
}
