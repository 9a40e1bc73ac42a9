using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using static Akka.Tests.Dispatch.QueueHelpers;

namespace Akka.Tests.Dispatch;

/// <summary>What users build on: queues, mailboxes, dispatchers and executors of their own.</summary>
public class QueuesOfOnesOwnTests() : TestKit.Xunit2.TestKit(
    """
    akka.stdout-loglevel = OFF
    newest-first { mailbox-type = "Akka.Tests.Dispatch.QueuesOfOnesOwnTests+NewestFirstMailbox, Akka.Tests" }
    refusing-zero { mailbox-type = "Akka.Tests.Dispatch.QueuesOfOnesOwnTests+Picky, Akka.Tests" }
    without-constructor { mailbox-type = "Akka.Tests.Dispatch.QueuesOfOnesOwnTests+WithoutConstructor, Akka.Tests" }
    """)
{
    /// <summary>A queue on the locking base: the newest message first.</summary>
    public sealed class NewestFirst : BlockingMessageQueue
    {
        private readonly Stack<Envelope> _stack = new();

        protected override int LockedCount => _stack.Count;

        protected override void LockedEnqueue(Envelope envelope) => _stack.Push(envelope);

        protected override bool LockedTryDequeue(out Envelope envelope) => _stack.TryPop(out envelope);
    }

    public sealed class NewestFirstMailbox(Settings settings, Config config) : MailboxType(settings, config), IProducesMessageQueue<NewestFirst>
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new NewestFirst();
    }

    public sealed class Picky : MailboxType
    {
        public Picky(Settings settings, Config config)
            : base(settings, config) => throw new ArgumentException("not with me");

        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedMessageQueue();
    }

    public sealed class WithoutConstructor : MailboxType
    {
        private WithoutConstructor(Settings settings, Config config)
            : base(settings, config)
        {
        }

        public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedMessageQueue();
    }

    private sealed class Reporting(MessageDispatcherConfigurator configurator, ExecutorServiceFactory executors)
        : Akka.Dispatch.Dispatcher(configurator, "reporting", 7, null, executors, TimeSpan.FromSeconds(1))
    {
        public long Actors => Inhabitants;

        public void Report(Exception failure) => ReportFailure(failure);
    }

    private sealed class ReportingConfigurator : MessageDispatcherConfigurator
    {
        public ReportingConfigurator(Config config, IDispatcherPrerequisites prerequisites)
            : base(config, prerequisites) => Made = new Reporting(this, ConfigureExecutor());

        public Reporting Made { get; }

        public override MessageDispatcher Dispatcher() => Made;
    }

    [Fact]
    public void A_queue_on_the_locking_base_gives_what_it_takes()
    {
        var queue = new NewestFirst { BlockTimeOut = TimeSpan.FromSeconds(5) };
        Assert.False(queue.HasMessages);
        for (var i = 1; i <= 3; i++) queue.Enqueue(ActorRefs.Nobody, Message(i));
        Assert.True(queue.HasMessages);
        Assert.Equal(3, queue.Count);
        Assert.True(queue.TryDequeue(out var newest));
        Assert.Equal(3, newest.Message);
        var rest = new UnboundedMessageQueue();
        queue.CleanUp(ActorRefs.Nobody, rest);
        Assert.Equal([2, 1], rest.TakeAll());
        Assert.False(queue.TryDequeue(out _));
    }

    [Fact]
    public void An_actor_may_have_a_mailbox_of_ones_own()
    {
        var actor = Sys.ActorOf(Props.Create<TestKit.TestActors.ForwardActor>(TestActor).WithMailbox("newest-first"));
        actor.SuspendNow();
        for (var i = 1; i <= 3; i++) actor.Tell(i);
        ((IInternalActorRef)actor).Resume();
        for (var i = 3; i >= 1; i--) ExpectMsg(i);
    }

    [Theory]
    [InlineData("refusing-zero", "not with me")]
    [InlineData("without-constructor", "WithoutConstructor")]
    public void A_mailbox_that_cannot_be_made_refuses_its_actors(string mailbox, string named)
        => Assert.Contains(named, Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithMailbox(mailbox))).ToString());

    [Fact]
    public void A_queue_can_be_given_a_head()
    {
        var inner = new UnboundedMessageQueue();
        var queue = new DequeWrapperMessageQueue(inner);
        Assert.False(queue.HasMessages);
        queue.Enqueue(ActorRefs.Nobody, Message("later"));
        queue.EnqueueFirst(Message("first"));
        Assert.True(queue.HasMessages);
        Assert.Equal((2, 1), (queue.Count, inner.Count));
        var rest = new UnboundedMessageQueue();
        queue.CleanUp(ActorRefs.Nobody, rest);
        Assert.Equal(["first", "later"], rest.TakeAll());
        Assert.False(queue.TryDequeue(out _));
    }

    [Fact]
    public void Priority_queues_take_messages_at_their_head_whatever_their_priority()
    {
        var plain = new UnboundedPriorityMessageQueue(message => (int)message, 1);
        plain.Enqueue(ActorRefs.Nobody, Message(1));
        plain.EnqueueFirst(Message(9));
        Assert.Equal([9, 1], plain.TakeAll());
        var stable = new UnboundedStablePriorityMessageQueue(message => (int)message, 1);
        stable.Enqueue(ActorRefs.Nobody, Message(1));
        stable.EnqueueFirst(Message(9));
        Assert.Equal([9, 1], stable.TakeAll());
    }

    [Fact]
    public void Bounded_queues_send_to_the_dead_letters_what_finds_no_room()
    {
        var bounded = new BoundedMessageQueue(ConfigurationFactory.ParseString("mailbox-capacity = 1, mailbox-push-timeout-time = 20ms"));
        Assert.Equal(TimeSpan.FromMilliseconds(20), bounded.PushTimeOut);
        var deque = new BoundedDequeMessageQueue(1, TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, deque.PushTimeOut);
        bounded.Enqueue(TestActor, Message("one"));
        deque.Enqueue(TestActor, Message("one"));
        EventFilter.DeadLetter<string>(text => text == "two").Expect(2, () =>
        {
            bounded.Enqueue(TestActor, Message("two"));
            deque.Enqueue(TestActor, Message("two"));
        });
        Assert.Equal((1, 1), (bounded.Count, deque.Count));
        bounded.PushTimeOut = TimeSpan.Zero;
        Assert.Equal(TimeSpan.Zero, ((IBoundedMessageQueueSemantics)bounded).PushTimeOut);
    }

    [Fact]
    public void Mailbox_types_make_queues_of_their_kind()
    {
        Assert.IsType<UnboundedDequeMessageQueue>(new UnboundedDequeBasedMailbox(Sys.Settings, Config.Empty).Create(TestActor, Sys));
        var bounded = new BoundedDequeBasedMailbox(Sys.Settings, ConfigurationFactory.ParseString("mailbox-capacity = 5, mailbox-push-timeout-time = 2s"));
        Assert.Equal((5, TimeSpan.FromSeconds(2)), (bounded.Capacity, bounded.PushTimeout));
        Assert.IsType<BoundedDequeMessageQueue>(bounded.Create(TestActor, Sys));
        Assert.IsType<BoundedMessageQueue>(new BoundedMailbox(Sys.Settings, Five()).Create(TestActor, Sys));

        static Config Five() => ConfigurationFactory.ParseString("mailbox-capacity = 5");
    }

    [Fact]
    public void An_actors_mailbox_knows_its_dispatcher_and_runs_when_it_is_run()
    {
        var actor = (LocalActorRef)Sys.ActorOf(Props.Create<TestKit.TestActors.ForwardActor>(TestActor));
        var mailbox = actor.Cell.Mailbox;
        Assert.Same(Sys.Dispatchers.DefaultGlobalDispatcher, mailbox.Dispatcher);
        Assert.Null(new Mailbox(new UnboundedMessageQueue()).Dispatcher);
        Assert.IsType<UnboundedMessageQueue>(mailbox.MessageQueue);
    }

    [Fact]
    public void A_resume_tells_its_cause()
    {
        var resume = new Resume(null);
        Assert.Equal("<Resume>", resume.ToString());
        resume.CausedByFailure = new InvalidOperationException("on purpose");
        Assert.Contains("on purpose", resume.ToString());
    }

    [Fact]
    public void A_runnable_runs_its_function_each_time()
    {
        var runs = 0;
        var runnable = new ActionRunnable(() => runs++);
        runnable.Run();
        runnable.Execute();
        Assert.Equal(2, runs);
    }

    [Fact]
    public void A_dispatcher_of_ones_own_counts_its_actors_and_reports_failures()
    {
        var prerequisites = Sys.Dispatchers.Prerequisites;
        var mine = new DefaultDispatcherPrerequisites(prerequisites.EventStream, prerequisites.Scheduler, prerequisites.Settings, prerequisites.Mailboxes);
        Assert.Equal((Sys.EventStream, Sys.Scheduler, Sys.Settings, Sys.Mailboxes), (mine.EventStream, mine.Scheduler, mine.Settings, mine.Mailboxes));

        var configurator = new ReportingConfigurator(ConfigurationFactory.ParseString("executor = default-executor"), mine);
        Assert.True(Sys.Dispatchers.RegisterConfigurator("reporting", configurator));
        var dispatcher = (Reporting)Sys.Dispatchers.Lookup("reporting");
        Assert.Same(configurator.Made, dispatcher);
        Assert.Equal((7, 0), (dispatcher.Throughput, dispatcher.Actors));

        var actor = Watch(Sys.ActorOf(TestKit.TestActors.EchoActor.Props(this).WithDispatcher("reporting")));
        actor.Tell("hello");
        ExpectMsg("hello");
        Assert.Equal(1, dispatcher.Actors);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        AwaitCondition(() => dispatcher.Actors == 0);

        EventFilter.Exception<InvalidOperationException>("on purpose").ExpectOne(() => dispatcher.Report(new InvalidOperationException("on purpose")));
    }
}
