using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.TestActors;

namespace Akka.Tests.TestKits;

public class TestActorRefTests : Akka.TestKit.Xunit2.TestKit
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
}
