using Akka.Actor;

namespace Akka.Tests.Actor;

public class AsyncHandlerSpec : ActorSpec
{
    [Fact]
    public void The_next_message_waits_for_the_end_of_an_async_handler()
    {
        var actor = Sys.ActorOf(Props.Create<Awaiting>());
        var gate = new TaskCompletionSource();
        actor.Tell(gate.Task);
        actor.Tell("next");
        ExpectInOrder("before");
        ExpectNoMsg(Briefly);
        gate.SetResult();
        ExpectInOrder("after", "next");
    }

    [Fact]
    public void Self_Sender_and_context_are_kept_over_every_await()
    {
        var probe = CreateTestProbe();
        var actor = Sys.ActorOf(Props.Create<Keeping>());
        actor.Tell(5, probe);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal((i, actor, 5), probe.ExpectMsg<(int, IActorRef, object)>(Soon));
            Assert.Equal(actor, probe.LastSender);
        }
    }

    [Fact]
    public void A_handler_that_never_has_to_wait_is_as_good_as_a_plain_one()
    {
        var actor = Sys.ActorOf(Props.Create<Awaiting>());
        actor.Tell(Task.CompletedTask);
        actor.Tell("next");
        ExpectInOrder("before", "after", "next");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_exception_restarts_the_actor_which_sees_message_and_sender(bool afterAwait)
    {
        var actor = Sys.ActorOf(Props.Create<Failing>());
        actor.Tell(afterAwait);
        actor.Tell("next");
        ExpectInOrder($"PreRestart bad {afterAwait}", "restarted next");
    }

    [Fact]
    public void A_cancelled_task_is_a_failure()
    {
        var actor = Sys.ActorOf(Props.Create<Awaiting>());
        actor.Tell(Task.FromCanceled(new CancellationToken(true)));
        actor.Tell("next");
        ExpectInOrder("before", "PreRestart TaskCanceledException", "next");
    }

    [Fact]
    public void System_messages_do_not_wait_so_that_the_actor_can_be_stopped()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Awaiting>()));
        actor.Tell(new TaskCompletionSource().Task);
        ExpectInOrder("before");
        Sys.Stop(actor);
        ExpectTerminated(actor, Soon);
    }

    [Fact]
    public void A_childs_failure_is_decided_about_when_the_handler_has_ended()
    {
        var gate = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create<Awaiting>());
        actor.Tell(new Make(Hooked.Props(TestActor)));
        var child = ReceiveN(3, Soon).OfType<IActorRef>().Single(); // the child tells of its start meanwhile
        actor.Tell(gate.Task);
        ExpectMsg("before");
        child.Tell(new Fail(new ArgumentException("x")));
        ExpectNoMsg(Briefly);
        gate.SetResult();
        ExpectInOrder("after", "1 PreRestart x Fail");
    }

    [Fact]
    public void Handlers_started_by_a_handler_are_waited_for_and_keep_the_sender()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var actor = Sys.ActorOf(Props.Create<Spawning>(first.Task, second.Task));
        actor.Tell("go");
        actor.Tell("next");
        first.SetResult();
        ExpectInOrder("first");
        ExpectNoMsg(Briefly);
        second.SetResult();
        ExpectInOrder("second", "next");
    }

    [Fact]
    public void Many_handlers_end_in_the_order_of_their_messages()
    {
        var actor = Sys.ActorOf(Props.Create<Yielding>());
        for (var i = 0; i < 2000; i++) actor.Tell(i);
        for (var i = 0; i < 2000; i++) Assert.Equal(i, ReceiveOne(Soon));
    }

    private sealed class Awaiting : ReceiveActor
    {
        public Awaiting()
        {
            ReceiveAsync<Task>(async task =>
            {
                Sender.Tell("before");
                await task;
                Sender.Tell("after");
            });
            Receive<Make>(m => Sender.Tell(Context.ActorOf(m.Props)));
            ReceiveAny(m => Sender.Tell(m));
        }

        protected override void PreRestart(Exception reason, object? message) => Sender.Tell($"PreRestart {reason.GetType().Name}");
    }

    private sealed class Keeping : ReceiveActor
    {
        public Keeping() => ReceiveAsync<int>(async n =>
        {
            for (var i = 0; i < n; i++)
            {
                Context.Sender.Tell((i, Context.Self, ((ActorCell)Context).CurrentMessage));
                if (i % 2 == 0) await Task.Yield();
                else await Task.Delay(1);
            }
        });
    }

    private sealed class Failing : ReceiveActor
    {
        private string _name = "first";

        public Failing()
        {
            ReceiveAsync<bool>(async afterAwait =>
            {
                if (afterAwait) await Task.Delay(1);
                throw new ArgumentException("bad");
            });
            Receive<string>(s => Sender.Tell($"{_name} {s}"));
        }

        protected override void PreRestart(Exception reason, object? message) => Sender.Tell($"PreRestart {reason.Message} {message}");

        protected override void PostRestart(Exception reason) => _name = "restarted";
    }

    private sealed class Spawning : UntypedActor
    {
        private readonly Task _first;
        private readonly Task _second;

        public Spawning(Task first, Task second) => (_first, _second) = (first, second);

        protected override void OnReceive(object message)
        {
            if (message is not "go")
            {
                Sender.Tell(message);
                return;
            }

            RunTask(async () => { await _first; Sender.Tell("first"); });
            RunTask(async () => { await _second; Sender.Tell("second"); });
        }
    }

    private sealed class Yielding : ReceiveActor
    {
        public Yielding() => ReceiveAnyAsync(async m =>
        {
            await Task.Yield();
            Sender.Tell(m);
        });
    }
}
