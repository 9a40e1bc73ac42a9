using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace Akka.Tests.Dispatch;

/// <summary>The actor that a message wakes runs next on the same thread.</summary>
public sealed class RunNextTests(ITestOutputHelper output) : TestKit.Xunit2.TestKit(output: output)
{
    private sealed record Pass(int Left, IActorRef Asker);

    private sealed class Player : ReceiveActor
    {
        private IActorRef _other = ActorRefs.Nobody;
        private int _thread;
        private int _switches;

        public Player()
        {
            Receive<IActorRef>(other => _other = other);
            Receive<Pass>(pass =>
            {
                if (_thread != Environment.CurrentManagedThreadId) _switches++;
                _thread = Environment.CurrentManagedThreadId;
                if (pass.Left == 0) pass.Asker.Tell(_switches);
                else _other.Tell(pass with { Left = pass.Left - 1 });
            });
        }
    }

    [Fact]
    public void A_conversation_of_two_actors_seldom_changes_threads()
    {
        var a = Sys.ActorOf<Player>();
        var b = Sys.ActorOf<Player>();
        a.Tell(b);
        b.Tell(a);
        a.Tell(new Pass(10_000, TestActor));
        // Without the place for the next one, every other message or so is picked up by another thread.
        Assert.InRange(ExpectMsg<int>(TimeSpan.FromSeconds(20)), 1, 2000);
    }

    private sealed class Blocker(ManualResetEventSlim until) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            ((IActorRef)message).Tell("woken");
            until.Wait();
        }
    }

    [Fact]
    public void An_actor_that_blocks_does_not_hold_up_the_one_that_it_woke()
    {
        using var until = new ManualResetEventSlim();
        var woken = CreateTestProbe();
        var echo = Sys.ActorOf(Props.Create(() => new Forwarder(woken.Ref)));
        try
        {
            for (var i = 0; i < 4; i++) Sys.ActorOf(Props.Create(() => new Blocker(until))).Tell(echo);
            for (var i = 0; i < 4; i++) woken.ExpectMsg("woken", TimeSpan.FromSeconds(30));
        }
        finally
        {
            until.Set();
        }
    }

    private sealed class Forwarder(IActorRef to) : UntypedActor
    {
        protected override void OnReceive(object message) => to.Tell(message);
    }
}
