using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.Dispatch;

/// <summary>What is urgent goes first, also among what was stashed.</summary>
public class PriorityMailboxTests() : TestKit.Xunit2.TestKit(
    """
    by-kind { mailbox-type = "Akka.Tests.Dispatch.PriorityMailboxTests+ByKind, Akka.Tests" }
    by-kind-in-order { mailbox-type = "Akka.Tests.Dispatch.PriorityMailboxTests+ByKindInOrder, Akka.Tests" }
    """)
{
    private static int Priority(object message) => message switch
    {
        string => 1,
        bool => 2,
        int number => 10 + number,
        double => 1000,
        _ => 0,
    };

    public sealed class ByKind(Settings settings, Config config) : UnboundedPriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => Priority(message);
    }

    public sealed class ByKindInOrder(Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => Priority(message);
    }

    private sealed class StashesStrings : UntypedActor, IWithUnboundedStash
    {
        private readonly IActorRef _listener;

        public StashesStrings(IActorRef listener) => _listener = listener;

        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message)
        {
            if (message is not true)
            {
                Stash.Stash();
                return;
            }

            _listener.Tell(true);
            Become(_listener.Tell);
            Stash.UnstashAll();
        }
    }

    /// <summary>While suspended, an actor takes in messages and handles none.</summary>
    private static void Suspended(IActorRef actor, Action action)
    {
        actor.SuspendNow();
        action();
        ((IInternalActorRef)actor).SendSystemMessage(new Resume(null));
    }

    [Theory]
    [InlineData("by-kind")]
    [InlineData("by-kind-in-order")]
    public void Urgent_messages_go_first(string mailbox)
    {
        var actor = Sys.ActorOf(Props.Create<ForwardActor>(TestActor).WithMailbox(mailbox));
        Suspended(actor, () =>
        {
            for (var i = 0; i < 30; i++) actor.Tell(true);
            for (var i = 0; i < 30; i++) actor.Tell("a");
            for (var i = 0; i < 30; i++) actor.Tell(2.5);
            for (var i = 29; i >= 0; i--) actor.Tell(i);
        });
        for (var i = 0; i < 30; i++) ExpectMsg("a");
        for (var i = 0; i < 30; i++) ExpectMsg(true);
        for (var i = 0; i < 30; i++) ExpectMsg(i);
        for (var i = 0; i < 30; i++) ExpectMsg(2.5);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_stable_mailbox_keeps_the_order_within_a_priority()
    {
        var actor = Sys.ActorOf(Props.Create<ForwardActor>(TestActor).WithMailbox("by-kind-in-order"));
        Suspended(actor, () =>
        {
            for (var i = 0; i < 50; i++) actor.Tell(i + 0.5);
            for (var i = 0; i < 50; i++) actor.Tell("text " + i);
        });
        for (var i = 0; i < 50; i++) ExpectMsg("text " + i);
        for (var i = 0; i < 50; i++) ExpectMsg(i + 0.5);
    }

    [Theory]
    [InlineData("by-kind")]
    [InlineData("by-kind-in-order")]
    public void What_was_stashed_goes_before_what_waits(string mailbox)
    {
        var actor = Sys.ActorOf(Props.Create(() => new StashesStrings(TestActor)).WithMailbox(mailbox));
        Suspended(actor, () =>
        {
            actor.Tell("one");
            actor.Tell(true);
            actor.Tell(5);
        });
        ExpectMsg(true);
        ExpectMsg("one");
        ExpectMsg(5);
    }

    [Fact]
    public void The_queues_do_for_stashing_and_say_how_long_they_may_block()
    {
        var type = (ByKind)Sys.Mailboxes.Lookup("by-kind");
        Assert.Equal(UnboundedPriorityMailbox.DefaultCapacity, type.InitialCapacity);
        Assert.Equal(11, ((ByKindInOrder)Sys.Mailboxes.Lookup("by-kind-in-order")).InitialCapacity);
        var queue = Assert.IsType<UnboundedPriorityMessageQueue>(type.Create(TestActor, Sys));
        Assert.IsAssignableFrom<IUnboundedDequeBasedMessageQueueSemantics>(queue);
        var blocking = Assert.IsAssignableFrom<IBlockingMessageQueueSemantics>(queue);
        Assert.Equal(TimeSpan.FromSeconds(1), blocking.BlockTimeOut);
        blocking.BlockTimeOut = TimeSpan.FromSeconds(2);
        Assert.Equal(TimeSpan.FromSeconds(2), queue.BlockTimeOut);
    }

    [Fact]
    public void What_a_stopped_actor_had_waiting_goes_to_the_dead_letters_in_its_order()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<ForwardActor>(TestActor).WithMailbox("by-kind-in-order")));
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters, typeof(Akka.Event.DeadLetter));
        actor.SuspendNow();
        actor.Tell(7);
        actor.Tell("first");
        Sys.Stop(actor);
        ExpectTerminated(actor);
        Assert.Equal(["first", 7], new[] { letters.ExpectMsg<Akka.Event.DeadLetter>().Message, letters.ExpectMsg<Akka.Event.DeadLetter>().Message });
    }
}
