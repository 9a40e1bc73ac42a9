using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.TestKit;

namespace Akka.Tests.Dispatch;

/// <summary>Which queue an actor gets, by its class, its props, its dispatcher and its deployment.</summary>
public class ActorMailboxTests() : TestKit.Xunit2.TestKit(
    """
    unbounded-dispatcher { mailbox-type = "Akka.Dispatch.UnboundedMailbox" }
    bounded-dispatcher { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 1000, mailbox-push-timeout-time = 10s }
    requiring-bounded-dispatcher { mailbox-requirement = "Akka.Dispatch.IBoundedMessageQueueSemantics" }
    requiring-bounded-deque-dispatcher { mailbox-requirement = "Akka.Dispatch.IBoundedDequeBasedMessageQueueSemantics" }
    unbounded-mailbox { mailbox-type = "Akka.Dispatch.UnboundedMailbox" }
    bounded-mailbox { mailbox-type = "Akka.Dispatch.BoundedMailbox", mailbox-capacity = 1000, mailbox-push-timeout-time = 0s }
    unbounded-deque { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox" }
    bounded-deque { mailbox-type = "Akka.Dispatch.BoundedDequeBasedMailbox", mailbox-capacity = 1000, mailbox-push-timeout-time = 0s }
    own-mailbox { mailbox-type = "Akka.Tests.Dispatch.ActorMailboxTests+OwnMailbox, Akka.Tests", greeting = hello }
    akka.actor.mailbox.requirements { "Akka.Tests.Dispatch.ActorMailboxTests+IOwnSemantics, Akka.Tests" = own-mailbox }
    akka.actor.deployment {
      /default {}
      /unbounded { mailbox = unbounded-mailbox }
      /bounded { mailbox = bounded-mailbox }
      /unbounded-deque { mailbox = unbounded-deque }
      /bounded-deque { mailbox = bounded-deque }
      /on-bounded { dispatcher = bounded-dispatcher }
      /on-unbounded { dispatcher = unbounded-dispatcher }
      /unbounded-on-bounded { dispatcher = bounded-dispatcher, mailbox = unbounded-mailbox }
      /on-requiring { dispatcher = requiring-bounded-dispatcher }
      /on-requiring-deque { dispatcher = requiring-bounded-deque-dispatcher }
      /unbounded-on-requiring { dispatcher = requiring-bounded-dispatcher, mailbox = unbounded-mailbox }
      /own { mailbox = own-mailbox }
    }
    """)
{
    /// <summary>What the tests' own queue is required by.</summary>
    public interface IOwnSemantics : IBoundedMessageQueueSemantics, IMultipleConsumerSemantics;

    /// <summary>A queue of a user's own.</summary>
    public sealed class OwnQueue(string greeting) : IMessageQueue, IOwnSemantics
    {
        private readonly BoundedMessageQueue _queue = new(100, TimeSpan.Zero);

        public string Greeting => greeting;

        public TimeSpan PushTimeOut => _queue.PushTimeOut;

        public bool HasMessages => _queue.HasMessages;

        public int Count => _queue.Count;

        public void Enqueue(IActorRef receiver, Envelope envelope) => _queue.Enqueue(receiver, envelope);

        public bool TryDequeue(out Envelope envelope) => _queue.TryDequeue(out envelope);

        public void CleanUp(IActorRef owner, IMessageQueue deadletters) => _queue.CleanUp(owner, deadletters);
    }

    /// <summary>A mailbox of a user's own, with a key of its own.</summary>
    public sealed class OwnMailbox(Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<OwnQueue>
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system)
        {
            Assert.Same(Settings, system.Settings);
            return new OwnQueue(Config.GetString("greeting", "none"));
        }
    }

    private class ShowsQueue : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(((ActorCell)Context).Mailbox.MessageQueue);
    }

    private sealed class Stashing : ShowsQueue, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;
    }

    private sealed class StashingBounded : ShowsQueue, IWithBoundedStash
    {
        public IStash Stash { get; set; } = null!;
    }

    private sealed class StashingSomehow : ShowsQueue, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;

    private sealed class RequiringBounded : ShowsQueue, IRequiresMessageQueue<IBoundedMessageQueueSemantics>;

    private sealed class RequiringOwn : ShowsQueue, IRequiresMessageQueue<IOwnSemantics>;

    public static TheoryData<Type, string, string?, string?, Type> Queues => new()
    {
        // class, name, mailbox and dispatcher of the props, queue
        { typeof(ShowsQueue), "default", null, null, typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "from-props", "unbounded-deque", null, typeof(UnboundedDequeMessageQueue) },
        { typeof(ShowsQueue), "from-props", "bounded-mailbox", null, typeof(BoundedMessageQueue) },
        { typeof(ShowsQueue), "from-props", "bounded", null, typeof(BoundedMessageQueue) },
        { typeof(ShowsQueue), "from-props", "unbounded", null, typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "from-props", "own-mailbox", null, typeof(OwnQueue) },
        { typeof(ShowsQueue), "bounded", null, null, typeof(BoundedMessageQueue) },
        { typeof(ShowsQueue), "unbounded", null, null, typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "unbounded-deque", null, null, typeof(UnboundedDequeMessageQueue) },
        { typeof(ShowsQueue), "bounded-deque", null, null, typeof(BoundedDequeMessageQueue) },
        { typeof(ShowsQueue), "own", null, null, typeof(OwnQueue) },
        { typeof(ShowsQueue), "unbounded", "bounded-mailbox", null, typeof(UnboundedMessageQueue) }, // the deployment goes before the props
        { typeof(ShowsQueue), "on-bounded", null, null, typeof(BoundedMessageQueue) },
        { typeof(ShowsQueue), "on-unbounded", null, null, typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "on-bounded", "unbounded-mailbox", null, typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "unbounded-on-bounded", null, null, typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "from-props", null, "bounded-dispatcher", typeof(BoundedMessageQueue) },
        { typeof(ShowsQueue), "on-unbounded", null, "bounded-dispatcher", typeof(UnboundedMessageQueue) },
        { typeof(ShowsQueue), "on-requiring", null, null, typeof(BoundedMessageQueue) },
        { typeof(ShowsQueue), "on-requiring-deque", null, null, typeof(BoundedDequeMessageQueue) },
        { typeof(Stashing), "default", null, null, typeof(UnboundedDequeMessageQueue) },
        { typeof(Stashing), "on-unbounded", "unbounded-deque", null, typeof(UnboundedDequeMessageQueue) },
        { typeof(StashingSomehow), "default", null, null, typeof(UnboundedDequeMessageQueue) },
        { typeof(StashingSomehow), "bounded-deque", null, null, typeof(BoundedDequeMessageQueue) },
        { typeof(StashingSomehow), "on-requiring-deque", null, null, typeof(BoundedDequeMessageQueue) }, // what the dispatcher requires does for both
        { typeof(StashingBounded), "on-requiring", null, null, typeof(BoundedDequeMessageQueue) },
        { typeof(RequiringBounded), "default", null, null, typeof(BoundedMessageQueue) },
        { typeof(RequiringBounded), "bounded-deque", null, null, typeof(BoundedDequeMessageQueue) },
        { typeof(RequiringBounded), "on-requiring", null, null, typeof(BoundedMessageQueue) },
        { typeof(RequiringOwn), "default", null, null, typeof(OwnQueue) },
        { typeof(RequiringOwn), "on-requiring", null, null, typeof(OwnQueue) },
    };

    [Theory]
    [MemberData(nameof(Queues))]
    public void An_actor_has_the_queue(Type actor, string name, string? mailbox, string? dispatcher, Type queue)
    {
        var shown = Sys.ActorOf(PropsOf(actor, mailbox, dispatcher), name);
        shown.Tell("show");
        Assert.IsType(queue, ExpectMsg<object>());
    }

    public static TheoryData<Type, string, string?, string?> Refused => new()
    {
        { typeof(ShowsQueue), "from-props", "no-such-mailbox", null },
        { typeof(ShowsQueue), "from-props", null, "no-such-dispatcher" },
        { typeof(ShowsQueue), "unbounded-on-requiring", null, null },
        { typeof(ShowsQueue), "on-requiring", "unbounded-mailbox", null },
        { typeof(Stashing), "bounded", null, null },
        { typeof(Stashing), "unbounded", null, null },
        { typeof(Stashing), "from-props", "unbounded-mailbox", null },
        { typeof(Stashing), "on-bounded", null, null },
        { typeof(Stashing), "on-requiring", null, null },
        { typeof(StashingSomehow), "on-requiring", null, null },
        { typeof(RequiringBounded), "unbounded", null, null },
        { typeof(RequiringBounded), "on-unbounded", null, null },
        { typeof(RequiringOwn), "bounded", null, null },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_actor_whose_queue_would_not_do_is_refused_and_its_name_is_free_again(Type actor, string name, string? mailbox, string? dispatcher)
    {
        for (var i = 0; i < 2; i++)
        {
            var error = Assert.Throws<ConfigurationException>(() => Sys.ActorOf(PropsOf(actor, mailbox, dispatcher), name));
            Assert.Contains($"akka://test/user/{name}", error.Message);
        }
    }

    [Fact]
    public void A_mailbox_of_ones_own_reads_its_section()
    {
        Sys.ActorOf(PropsOf(typeof(ShowsQueue), "own-mailbox", null)).Tell("show");
        Assert.Equal("hello", ExpectMsg<OwnQueue>().Greeting);
    }

    [Fact]
    public void The_first_mailbox_that_may_hold_up_senders_is_named_in_a_warning()
    {
        EventFilter.Warning(start: "Configured potentially-blocking mailbox [bounded-dispatcher]").ExpectOne(() =>
        {
            Sys.Mailboxes.Lookup("bounded-mailbox"); // does not
            Sys.Mailboxes.Lookup("bounded-dispatcher");
            Sys.Mailboxes.Lookup("akka.actor.mailbox.bounded-queue-based"); // one warning will do
        });
    }

    [Fact]
    public void Mailbox_types_say_what_they_hold()
    {
        var bounded = (BoundedMailbox)Sys.Mailboxes.Lookup("bounded-dispatcher");
        Assert.Equal((1000, TimeSpan.FromSeconds(10)), (bounded.Capacity, bounded.PushTimeout));
        var deque = (BoundedDequeBasedMailbox)Sys.Mailboxes.Lookup("bounded-deque");
        Assert.Equal((1000, TimeSpan.Zero), (deque.Capacity, ((IProducesPushTimeoutSemanticsMailbox)deque).PushTimeout));
        Assert.Equal(TimeSpan.Zero, ((IBoundedMessageQueueSemantics)deque.Create(TestActor, Sys)).PushTimeOut);
        Assert.Equal(TimeSpan.FromSeconds(10), ((IBoundedMessageQueueSemantics)bounded.Create(TestActor, Sys)).PushTimeOut);
        Assert.IsType<UnboundedMessageQueue>(new UnboundedMailbox().Create(TestActor, Sys));
        Assert.Throws<ArgumentException>(() => new BoundedMailbox(Sys.Settings, ConfigurationFactory.ParseString("mailbox-capacity = 0")));
        Assert.Throws<ArgumentException>(() => new BoundedDequeBasedMailbox(Sys.Settings, ConfigurationFactory.ParseString("mailbox-capacity = -1")));
    }

    private static Props PropsOf(Type actor, string? mailbox, string? dispatcher)
    {
        var props = Props.Create(actor);
        if (mailbox is not null) props = props.WithMailbox(mailbox);
        return dispatcher is null ? props : props.WithDispatcher(dispatcher);
    }
}
