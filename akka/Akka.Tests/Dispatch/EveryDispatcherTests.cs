using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.TestKit;

namespace Akka.Tests.Dispatch;

/// <summary>What actors rely on, whatever dispatcher runs them.</summary>
public class EveryDispatcherTests() : TestKit.Xunit2.TestKit(
    """
    akka.loglevel = OFF
    akka.stdout-loglevel = OFF
    akka.log-dead-letters = off
    pool { type = Dispatcher }
    pool-one { type = Dispatcher, throughput = 1 }
    tasks { type = TaskDispatcher, throughput = 1 }
    task-executor { executor = task-executor, throughput = 5 }
    channels { executor = channel-executor, throughput = 5 }
    threads { type = ForkJoinDispatcher, throughput = 1, dedicated-thread-pool { thread-count = 4, threadtype = background } }
    thread { type = ForkJoinDispatcher, throughput = 5, dedicated-thread-pool.thread-count = 1 }
    fork-join { executor = fork-join-executor, fork-join-executor { parallelism-min = 2, parallelism-max = 2 } }
    pinned { type = PinnedDispatcher }
    """)
{
    public static TheoryData<string> Ids =>
    [
        Dispatchers.DefaultDispatcherId, Dispatchers.DefaultBlockingDispatcherId, "akka.actor.internal-dispatcher",
        "akka.actor.default-fork-join-dispatcher", "akka.actor.task-dispatcher",
        "pool", "pool-one", "tasks", "task-executor", "channels", "threads", "thread", "fork-join", "pinned",
    ];

    private IActorRef Start(string dispatcher, Action<object, IActorContext> receive) =>
        Sys.ActorOf(Actor.Scripted.Props(receive).WithDispatcher(dispatcher));

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_actor_handles_one_message_at_a_time_in_the_order_of_each_sender(string dispatcher)
    {
        const int senders = 4, messages = 500;
        var inside = 0;
        var last = new int[senders];
        var actor = Start(dispatcher, (message, context) =>
        {
            if (message is not (int sender, int number))
            {
                context.Sender.Tell("done");
                return;
            }

            if (Interlocked.Increment(ref inside) != 1) throw new InvalidOperationException("two at once");
            if (last[sender]++ != number) throw new InvalidOperationException("out of order");
            Interlocked.Decrement(ref inside);
        });
        Parallel.For(0, senders, sender =>
        {
            for (var i = 0; i < messages; i++) actor.Tell((sender, i));
        });
        actor.Tell("?");
        ExpectMsg("done");
        Assert.Equal([messages, messages, messages, messages], last);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Actors_of_one_dispatcher_do_not_wait_for_each_other_for_ever(string dispatcher)
    {
        var actors = Enumerable.Range(0, 20).Select(_ => Start(dispatcher, (message, context) => context.Sender.Tell(message))).ToArray();
        for (var i = 0; i < 10; i++)
        {
            foreach (var actor in actors) actor.Tell(i);
        }

        Assert.Equal(200, ReceiveN(200).Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_suspended_actor_handles_nothing_until_it_is_resumed_as_often(string dispatcher)
    {
        var actor = (IInternalActorRef)Start(dispatcher, (message, context) => context.Sender.Tell(message));
        actor.SuspendNow();
        actor.SuspendNow();
        actor.Tell("held");
        actor.SendSystemMessage(new Resume(null));
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        actor.Resume();
        ExpectMsg("held");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_failure_leaves_the_rest_of_the_mailbox_to_the_next_instance(string dispatcher)
    {
        var actor = (IInternalActorRef)Start(dispatcher, (message, context) =>
        {
            if (message is Exception e) throw e;
            context.Sender.Tell(message);
        });
        actor.SuspendNow();
        actor.Tell(1);
        actor.Tell(new InvalidOperationException("on purpose"));
        actor.Tell(2);
        actor.Tell(new OperationCanceledException("on purpose")); // what ends tasks is a failure like any other
        actor.Tell(3);
        actor.Resume();
        for (var i = 1; i <= 3; i++) ExpectMsg(i);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_a_stopped_actor_has_not_handled_is_among_the_dead_letters(string dispatcher)
    {
        var letters = CreateTestProbe();
        Sys.EventStream.Subscribe(letters, typeof(DeadLetter));
        var actor = (IInternalActorRef)Watch(Start(dispatcher, (message, context) => context.Sender.Tell(message)));
        actor.SuspendNow();
        for (var i = 0; i < 5; i++) actor.Tell(i);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        for (var i = 0; i < 5; i++)
        {
            var letter = letters.ExpectMsg<DeadLetter>();
            Assert.Equal((i, TestActor, actor), (letter.Message, letter.Sender, letter.Recipient));
        }

        actor.Tell("late");
        Assert.Equal("late", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Async_handlers_keep_their_actor_and_hold_back_its_next_message(string dispatcher)
    {
        var actor = Sys.ActorOf(Props.Create<Waits>().WithDispatcher(dispatcher));
        var waiting = new TaskCompletionSource();
        actor.Tell(waiting);
        actor.Tell("next");
        ExpectMsg("waits");
        ExpectNoMsg(TimeSpan.FromMilliseconds(20));
        waiting.SetResult();
        Assert.Equal((actor, TestActor, dispatcher), ExpectMsg<(IActorRef, IActorRef, string)>());
        ExpectMsg("next");
        Assert.Equal("asked", await actor.Ask<string>("asked", RemainingOrDefault));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_dispatcher_runs_functions_too(string dispatcher)
    {
        var ran = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var found = Sys.Dispatchers.Lookup(dispatcher);
        found.Schedule(() => ran.SetResult("ran"));
        Assert.Equal("ran", await ran.Task.WaitAsync(RemainingOrDefault));
        var runnable = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        found.Schedule(new ActionRunnable(() => runnable.SetResult("ran too")));
        Assert.Equal("ran too", await runnable.Task.WaitAsync(RemainingOrDefault));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Many_actors_come_and_go(string dispatcher)
    {
        const int actors = 100;
        var ended = new ConcurrentBag<IActorRef>();
        var props = Props.Create(() => new Ends(ended)).WithDispatcher(dispatcher);
        var started = Enumerable.Range(0, actors).Select(_ => Watch(Sys.ActorOf(props))).ToArray();
        foreach (var actor in started) actor.Tell(PoisonPill.Instance);
        var terminated = Enumerable.Range(0, actors).Select(_ => ExpectMsg<Terminated>().ActorRef).ToHashSet();
        Assert.True(terminated.SetEquals(started));
        Assert.Equal(actors, ended.Count);
    }

    private sealed class Ends(ConcurrentBag<IActorRef> ended) : UntypedActor
    {
        protected override void PostStop() => ended.Add(Self);

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Waits : ReceiveActor
    {
        public Waits()
        {
            ReceiveAsync<TaskCompletionSource>(async waiting =>
            {
                Sender.Tell("waits");
                await waiting.Task;
                await Task.Yield();
                await Task.Delay(1);
                Sender.Tell((Self, Sender, Context.Dispatcher.Id));
            });
            Receive<string>(text => Sender.Tell(text));
        }
    }
}
