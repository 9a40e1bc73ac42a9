using Akka.Actor;
using Akka.TestKit;

namespace Akka.Tests.TestKits;

/// <summary>On the calling thread an actor handles a message before the teller goes on, but never two at a time.</summary>
public class CallingThreadTests : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void what_another_actor_is_told_is_handled_at_once_and_what_the_actor_tells_itself_afterwards()
    {
        var handled = new List<string>();
        var other = On((_, _) => handled.Add("other"));
        On((message, context) =>
        {
            if (message is "start")
            {
                other.Tell("go");
                context.Self.Tell("again");
            }

            handled.Add($"{message}");
        }).Tell("start");
        Assert.Equal(["other", "start", "again"], handled);
    }

    [Fact]
    public void any_actor_may_run_on_the_calling_thread()
    {
        Thread? ranOn = null;
        On((_, _) => ranOn = Thread.CurrentThread).Tell("go");
        Assert.Same(Thread.CurrentThread, ranOn);
    }

    [Fact]
    public void an_actor_that_two_threads_tell_runs_on_one_of_them_at_a_time()
    {
        var running = 0;
        var handled = 0;
        var actor = On((_, _) =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            handled++;
            Interlocked.Decrement(ref running);
        });
        Parallel.For(0, 1000, i => actor.Tell(i, ActorRefs.NoSender));
        AwaitAssert(() => Assert.Equal(1000, Volatile.Read(ref handled)));
    }

    [Fact]
    public void a_failure_goes_to_the_supervisor_and_not_to_the_teller()
    {
        var actor = On((message, _) => throw new InvalidOperationException($"{message}"));
        EventFilter.Exception<InvalidOperationException>("on purpose").ExpectOne(() => actor.Tell("on purpose"));
    }

    private IActorRef On(Action<object, IActorContext> handler) =>
        ActorOf(Props.Create(() => new Handler(handler)).WithDispatcher(CallingThreadDispatcher.Id));

    private sealed class Handler(Action<object, IActorContext> handler) : UntypedActor
    {
        protected override void OnReceive(object message) => handler(message, Context);
    }
}
