using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.TestKits;

public class TestActorRefTests() : Akka.TestKit.Xunit2.TestKit("akka.actor.default-dispatcher-of-its-own.type = Dispatcher")
{
    [Fact]
    public void a_message_is_handled_on_the_thread_that_tells_it()
    {
        var actor = ActorOfAsTestActorRef<Counter>("counter");
        actor.Tell("one");
        Assert.Equal(1, actor.UnderlyingActor.Count);
        Assert.Equal(Environment.CurrentManagedThreadId, actor.UnderlyingActor.Thread);
        Assert.Equal("/user/counter", actor.Path.ToStringWithoutAddress());
    }

    [Fact]
    public void an_actor_without_a_name_gets_one_that_no_other_actor_has()
    {
        Assert.StartsWith("$$", ActorOfAsTestActorRef<Counter>().Path.Name);
        Assert.NotEqual(ActorOfAsTestActorRef<Counter>().Path.Name, ActorOfAsTestActorRef<Counter>(TestActor).Path.Name);
    }

    [Fact]
    public void an_actor_on_a_dispatcher_of_its_own_can_be_looked_into_as_soon_as_it_is_made()
    {
        var actor = ActorOfAsTestActorRef<Counter>(Props.Create<Counter>().WithDispatcher("akka.actor.default-dispatcher-of-its-own"));
        Assert.Equal(0, actor.UnderlyingActor.Count);
        Assert.Equal("akka.actor.default-dispatcher-of-its-own", ((IInternalActor)actor.UnderlyingActor).ActorContext.Dispatcher.Id);
        Assert.IsType<CallingThreadDispatcher>(((IInternalActor)ActorOfAsTestActorRef<Counter>().UnderlyingActor).ActorContext.Dispatcher);
    }

    [Fact]
    public void a_handler_that_tells_its_own_actor_is_not_interrupted_by_that()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        actor.Tell("and again");
        Assert.Equal(2, actor.UnderlyingActor.Count);
        Assert.Equal(1, actor.UnderlyingActor.Depth);
    }

    [Fact]
    public void what_a_handler_throws_reaches_the_test_that_has_it_receive()
    {
        var actor = ActorOfAsTestActorRef(() => new Counter());
        Assert.Throws<InvalidOperationException>(() => actor.Receive("throw"));
        actor.Receive("answer", TestActor);
        ExpectMsg(2);
    }

    [Fact]
    public async Task an_async_handler_is_received_to_its_end()
    {
        var actor = ActorOfAsTestActorRef(() => new Slow(), "slow");
        var before = actor.UnderlyingActor;
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var received = actor.ReceiveAsync(go, TestActor);
        Assert.False(received.IsCompleted);
        go.SetResult();
        await received;
        Assert.Equal(1, before.Ended);
        ExpectMsg("done");
        await actor.ReceiveAsync("at once");
        await Assert.ThrowsAsync<InvalidOperationException>(() => actor.ReceiveAsync(new InvalidOperationException("late"), TestActor));
        await Assert.ThrowsAsync<ArgumentException>(() => actor.ReceiveAsync(1));
        Assert.Same(before, actor.UnderlyingActor);
    }

    [Fact]
    public async Task an_async_handler_goes_on_as_its_actor_after_an_await_on_the_tests_thread()
    {
        var actor = ActorOfAsTestActorRef(() => new Slow(), "slow-told");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        actor.Tell(go);
        go.SetResult();
        await ExpectMsgAsync("done");
        Assert.Equal(actor.Ref, LastSender);
    }

    [Fact]
    public void an_actor_for_tests_handles_nothing()
    {
        var actor = Sys.ActorOf<UnhandledMessageActor>();
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.UnhandledMessage));
        actor.Tell("what");
        Assert.Equal("what", ExpectMsg<Akka.Event.UnhandledMessage>().Message);
    }

    [Fact]
    public void a_failure_in_the_mailbox_is_its_supervisors_business()
    {
        var supervisor = ActorOfAsTestActorRef<BlackHoleActor>();
        var actor = ActorOfAsTestActorRef<Counter>(Props.Create<Counter>(), supervisor, "child");
        Assert.Equal(supervisor.Path, actor.Path.Parent);
        var before = actor.UnderlyingActor;
        actor.Tell("throw");
        Assert.NotSame(before, actor.UnderlyingActor);
        Assert.Equal(0, actor.UnderlyingActor.Count);
    }

    [Fact]
    public void a_reference_equals_the_one_that_it_wraps()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        Assert.True(actor == actor.Ref);
        Assert.False(actor != actor.Ref);
        Assert.True(actor != TestActor);
        Assert.True(actor.Equals(actor.Ref));
        Assert.Equal(actor.Ref, TestActorRefBase<Counter>.ToActorRef(actor));
    }

    [Fact]
    public void a_stopped_actor_has_no_instance()
    {
        var actor = ActorOfAsTestActorRef<Counter>();
        Watch(actor);
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);
        Assert.Throws<IllegalActorStateException>(() => actor.UnderlyingActor);
    }

    private sealed class Counter : UntypedActor
    {
        private int _entered;

        public int Count { get; private set; }

        public int Thread { get; private set; }

        public int Depth { get; private set; }

        protected override void OnReceive(object message)
        {
            Count++;
            Thread = Environment.CurrentManagedThreadId;
            _entered++;
            Depth = Math.Max(Depth, _entered);
            switch (message)
            {
                case "and again":
                    Self.Tell("one");
                    break;
                case "throw":
                    _entered--;
                    throw new InvalidOperationException("on purpose");
                case "answer":
                    Sender.Tell(Count);
                    break;
            }

            _entered--;
        }
    }

    private sealed class Slow : ReceiveActor
    {
        public Slow()
        {
            ReceiveAsync<TaskCompletionSource>(async go =>
            {
                await go.Task;
                Ended++;
                Sender.Tell("done");
            });
            ReceiveAsync<Exception>(async failure =>
            {
                await Task.Yield();
                throw failure;
            });
            Receive<string>(_ => { });
            Receive<int>(_ => throw new ArgumentException("at once"));
        }

        public int Ended { get; private set; }
    }
}
