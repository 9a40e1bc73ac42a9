using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit.Abstractions;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>Actors on a dispatcher of the official Akka with the run-next executor.</summary>
public sealed class RunNextActorTests(ITestOutputHelper output) : TestKit(RunNextConfig.Default, output: output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

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
        // Each 64 messages or so they may; on the pool every other message or so is picked up by another thread.
        Assert.InRange(ExpectMsg<int>(Patience), 1, 1000);
    }
}
