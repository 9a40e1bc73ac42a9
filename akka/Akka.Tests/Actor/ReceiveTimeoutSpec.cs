using Akka.Actor;
using Akka.TestKit;

namespace Akka.Tests.Actor;

public class ReceiveTimeoutSpec() : ActorSpec("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Silence_is_told_again_and_again()
    {
        var actor = Waits();
        for (var i = 0; i < 3; i++)
        {
            Advance(actor, 10 * Second);
            ExpectMsg("timeout", Soon);
        }
    }

    [Fact]
    public void A_message_starts_the_time_anew()
    {
        var actor = Waits();
        for (var i = 0; i < 6; i++)
        {
            Advance(actor, 9 * Second);
            actor.Tell("tick");
            ExpectMsg("tick", Soon);
        }

        Advance(actor, 10 * Second);
        ExpectMsg("timeout", Soon);
    }

    [Fact]
    public void A_message_that_does_not_influence_it_leaves_the_time_as_it_is()
    {
        var actor = Waits();
        for (var i = 0; i < 10; i++)
        {
            actor.Tell(new Quiet());
            Advance(actor, Second);
        }

        ExpectMsg("timeout", Soon);
    }

    [Fact]
    public void It_can_be_turned_off()
    {
        var actor = Waits();
        actor.Tell(new Do(c => c.SetReceiveTimeout(null)));
        Advance(actor, 100 * Second);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void It_can_be_changed_while_a_message_is_handled()
    {
        var actor = Waits();
        actor.Tell(new Do(c => c.SetReceiveTimeout(3 * Second)));
        Advance(actor, 3 * Second);
        ExpectMsg("timeout", Soon);
    }

    [Theory]
    [InlineData(Directive.Resume)]
    [InlineData(Directive.Restart)]
    public void It_goes_on_after_a_failure(Directive directive)
    {
        var parent = Sys.ActorOf(Hooked.Props(ActorRefs.Nobody, new OneForOneStrategy(_ => directive)));
        parent.Tell(new Make(Props.Create<Waiting>(TestActor)));
        var actor = ExpectMsg<IActorRef>(Soon);
        actor.Tell(new Do(_ => throw new ArgumentException("x")));
        Advance(actor, 10 * Second);
        ExpectMsg("timeout", Soon);
    }

    [Fact]
    public void It_begins_anew_when_an_async_handler_ends()
    {
        var actor = Waits();
        var gate = new TaskCompletionSource();
        actor.Tell(gate.Task);
        ExpectMsg("awaiting", Soon);
        gate.SetResult();
        Advance(actor, 10 * Second);
        ExpectMsg("timeout", Soon);
    }

    [Fact]
    public void An_async_handler_of_a_message_that_does_not_influence_it_leaves_the_time_as_it_is()
    {
        var actor = Waits();
        for (var i = 0; i < 10; i++)
        {
            actor.Tell(new QuietAsync());
            ExpectMsg("handled", Soon);
            Advance(actor, Second);
        }

        ExpectMsg("timeout", Soon);
    }

    [Fact]
    public void A_message_that_does_not_influence_it_can_turn_it_on_and_off()
    {
        var actor = Sys.ActorOf(Props.Create<Waiting>(TestActor));
        actor.Tell(new QuietDo(c => c.SetReceiveTimeout(null)));
        Advance(actor, 100 * Second);
        ExpectNoMsg(Briefly);
        actor.Tell(new QuietDo(c => c.SetReceiveTimeout(5 * Second)));
        Advance(actor, 5 * Second);
        ExpectMsg("timeout", Soon);
    }

    [Fact]
    public void The_time_that_is_set_can_be_asked_for()
    {
        var actor = Waits();
        foreach (var time in new TimeSpan?[] { 10 * Second, 3 * Second, null })
        {
            if (time != 10 * Second) actor.Tell(new Do(c => c.SetReceiveTimeout(time)));
            actor.Tell(new Do(c => TestActor.Tell($"{c.ReceiveTimeout}")));
            ExpectMsg($"{time}", Soon);
        }
    }

    [Fact]
    public void Without_a_time_nothing_is_told()
    {
        var actor = Sys.ActorOf(Hooked.Props(TestActor));
        ReceiveN(2, Soon);
        Advance(actor, 1000 * Second);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void A_stopped_actor_is_told_nothing()
    {
        var actor = Watch(Waits());
        Settle(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor, Soon);
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));
        ((TestScheduler)Sys.Scheduler).Advance(100 * Second);
        ExpectNoMsg(Briefly);
    }

    private IActorRef Waits() => Sys.ActorOf(Props.Create<Waiting>(TestActor));

    /// <summary>Lets time pass for an actor that is done with what it was told.</summary>
    private void Advance(IActorRef actor, TimeSpan time)
    {
        Settle(actor);
        ((TestScheduler)Sys.Scheduler).Advance(time);
    }

    private void Settle(IActorRef actor)
    {
        actor.Tell(new Identify(0));
        ExpectMsg<ActorIdentity>(Soon);
    }

    private sealed record Quiet : INotInfluenceReceiveTimeout;

    private sealed record QuietAsync : INotInfluenceReceiveTimeout;

    private sealed record QuietDo(Action<IActorContext> Action) : INotInfluenceReceiveTimeout;

    private sealed class Waiting : ReceiveActor
    {
        public Waiting(IActorRef listener)
        {
            SetReceiveTimeout(10 * Second);
            ReceiveAsync<Task>(task =>
            {
                listener.Tell("awaiting");
                return task;
            });
            Receive<ReceiveTimeout>(_ => listener.Tell("timeout"));
            Receive<Do>(d => d.Action(Context));
            Receive<Quiet>(_ => { });
            Receive<QuietDo>(d => d.Action(Context));
            ReceiveAsync<QuietAsync>(async _ =>
            {
                await Task.Yield();
                listener.Tell("handled");
            });
            Receive<string>(s => listener.Tell(s));
        }
    }
}
