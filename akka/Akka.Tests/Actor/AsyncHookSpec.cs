using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Tests.Actor;

/// <summary>What <c>RunTask</c> does outside of handlers, and what else may run on the scheduler of an actor's tasks.</summary>
public class AsyncHookSpec : ActorSpec
{
    [Fact]
    public void Messages_wait_for_what_PreStart_awaits()
    {
        var gate = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create<Preparing>(TestActor, gate.Task));
        actor.Tell("work");
        ExpectInOrder("preparing");
        ExpectNoMsg(Briefly);
        gate.SetResult();
        ExpectInOrder("prepared", "work");
    }

    [Fact]
    public void What_fails_after_an_await_in_PreStart_is_the_actors_own_failure_without_a_message()
    {
        var gate = new TaskCompletionSource();
        var actor = Sys.ActorOf(Props.Create<Preparing>(TestActor, gate.Task));
        actor.Tell("work");
        ExpectInOrder("preparing");
        gate.SetException(new InvalidOperationException("unprepared"));
        ExpectInOrder("PreRestart unprepared null", "work");
    }

    [Fact]
    public void What_fails_at_once_in_PreStart_keeps_the_actor_from_being_made()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Preparing>(TestActor, Task.FromException(new InvalidOperationException("unprepared")))));
        ExpectInOrder("preparing");
        ExpectTerminated(actor, Soon);
    }

    [Fact]
    public void An_actor_that_awaits_in_PostStop_stops_all_the_same()
    {
        var actor = Watch(Sys.ActorOf(Props.Create<Lingering>(TestActor)));
        Sys.Stop(actor);
        ExpectInOrder("PostStop");
        ExpectTerminated(actor, Soon);
    }

    [Fact]
    public void Messages_wait_for_what_PreRestart_awaits()
    {
        var actor = Sys.ActorOf(Props.Create<Lingering>(TestActor));
        actor.Tell(new Fail(new ArgumentException("x")));
        actor.Tell("alive");
        ExpectInOrder("PreRestart", "lingered", "alive");
    }

    [Fact]
    public void A_continuation_of_a_task_runs_as_the_actor_and_its_failure_is_the_actors()
    {
        var actor = Sys.ActorOf(Props.Create<Continuing>());
        actor.Tell("go on");
        ExpectInOrder("go on");
        Assert.Equal(actor, LastSender);
        actor.Tell("fail");
        ExpectInOrder("PreRestart InvalidOperationException fail");
    }

    [Fact]
    public void A_function_is_run_at_once_and_its_failure_is_that_of_the_handler()
    {
        var actor = Sys.ActorOf(Props.Create<Running>());
        actor.Tell("run");
        ExpectInOrder("run");
        actor.Tell("fail");
        actor.Tell("again");
        ExpectInOrder("PreRestart fail", "again");
    }

    [Fact]
    public void A_child_made_by_a_task_in_the_constructor_is_like_any_other()
    {
        Sys.ActorOf(Props.Create<Nesting>(TestActor, 3));
        ExpectInOrder("3 2 1 0");
    }

    [Fact]
    public void An_exception_that_a_handler_catches_is_no_failure()
    {
        var actor = Sys.ActorOf(Props.Create<Catching>());
        actor.Tell("bad");
        ExpectInOrder("caught bad");
        actor.Tell("worse");
        ExpectInOrder("caught worse");
    }

    [Fact]
    public void Continuations_never_run_at_the_same_time()
    {
        var actor = Sys.ActorOf(Props.Create<Parallel>());
        actor.Tell(200);
        ExpectInOrder("200 at most 1 at a time");
    }

    [Fact]
    public void Beyond_ConfigureAwait_false_there_is_no_context()
    {
        Sys.ActorOf(Props.Create<Leaving>()).Tell("leave");
        Assert.StartsWith("There is no active ActorContext", ExpectMsg<string>(Soon));
    }

    [Fact]
    public void What_is_put_aside_by_an_async_handler_comes_again()
    {
        var actor = Sys.ActorOf(Props.Create<Aside>());
        foreach (var message in new[] { "1", "2", "open", "3" }) actor.Tell(message);
        ExpectInOrder("1", "2", "3");
    }

    [Fact]
    public void Terminated_waits_for_the_end_of_an_async_handler()
    {
        var gate = new TaskCompletionSource();
        var watched = Sys.ActorOf(Props.Empty);
        var actor = Sys.ActorOf(Props.Create<Mourning>(watched));
        actor.Tell(gate.Task);
        ExpectInOrder("waiting");
        Sys.Stop(watched);
        ExpectTerminated(Watch(watched), Soon);
        gate.SetResult();
        ExpectInOrder("waited", "terminated");
    }

    [Fact]
    public void Only_an_actor_can_run_tasks()
    {
        Assert.IsType<InvalidOperationException>(ThrownOutsideOfActors(() => ActorTaskScheduler.RunTask(() => { })));
        Assert.IsType<InvalidOperationException>(ThrownOutsideOfActors(() => ActorTaskScheduler.RunTask(() => Task.CompletedTask)));
    }

    private sealed class Preparing : ReceiveActor
    {
        private readonly IActorRef _listener;
        private readonly Task _prepared;

        public Preparing(IActorRef listener, Task prepared)
        {
            (_listener, _prepared) = (listener, prepared);
            Receive<string>(s => listener.Tell(s));
        }

        protected override void PreStart() => RunTask(async () =>
        {
            _listener.Tell("preparing");
            await _prepared;
            _listener.Tell("prepared");
        });

        protected override void PreRestart(Exception reason, object? message) => _listener.Tell($"PreRestart {reason.Message} {message ?? "null"}");

        protected override void PostRestart(Exception reason) { }
    }

    private sealed class Lingering : ReceiveActor
    {
        private readonly IActorRef _listener;

        public Lingering(IActorRef listener)
        {
            _listener = listener;
            Receive<Fail>(f => throw f.Cause);
            Receive<string>(s => Sender.Tell(s));
        }

        protected override void PostStop() => RunTask(async () =>
        {
            _listener.Tell("PostStop");
            await Task.Yield();
        });

        protected override void PreRestart(Exception reason, object? message) => RunTask(async () =>
        {
            _listener.Tell("PreRestart");
            await Task.Yield();
            _listener.Tell("lingered");
        });
    }

    private sealed class Continuing : UntypedActor
    {
        protected override void OnReceive(object message) => RunTask(() => Task.Delay(1).ContinueWith(_ =>
        {
            if (message is "fail") throw new InvalidOperationException();
            Sender.Tell(message);
        }));

        protected override void PreRestart(Exception reason, object? message) => Sender.Tell($"PreRestart {reason.GetType().Name} {message}");
    }

    private sealed class Running : UntypedActor
    {
        protected override void OnReceive(object message) => RunTask(() =>
        {
            if (message is "fail") throw new InvalidOperationException();
            Sender.Tell(message);
        });

        protected override void PreRestart(Exception reason, object? message) => Sender.Tell($"PreRestart {message}");
    }

    /// <summary>Has as many generations of children as told, and tells of them what they say.</summary>
    private sealed class Nesting : ReceiveActor
    {
        public Nesting(IActorRef listener, int generations)
        {
            Receive<string>(s => listener.Tell($"{generations} {s}"));
            RunTask(() =>
            {
                if (generations > 0) Context.ActorOf(Props.Create<Nesting>(Self, generations - 1));
                else listener.Tell("0");
            });
        }
    }

    private sealed class Catching : ReceiveActor
    {
        public Catching() => ReceiveAsync<string>(async message =>
        {
            try { await Task.Run(() => throw new InvalidOperationException(message)); }
            catch (InvalidOperationException e) { Sender.Tell("caught " + e.Message); }
        });

        protected override void PreRestart(Exception reason, object? message) => Sender.Tell("PreRestart");
    }

    private sealed class Parallel : ReceiveActor
    {
        private int _running, _most, _ended;

        public Parallel() => ReceiveAsync<int>(async n =>
        {
            await Task.WhenAll(Enumerable.Range(0, n).Select(_ => One()));
            Sender.Tell($"{_ended} at most {_most} at a time");
        });

        private async Task One()
        {
            await Task.Yield();
            _most = Math.Max(_most, Interlocked.Increment(ref _running));
            Thread.SpinWait(100);
            Interlocked.Decrement(ref _running);
            await Task.Delay(1);
            _ended++;
        }
    }

    private sealed class Leaving : ReceiveActor
    {
        public Leaving() => ReceiveAsync<string>(async _ =>
        {
            var sender = Sender;
            await Task.Delay(1).ConfigureAwait(false);
            try { sender.Tell(Context.Self); }
            catch (NotSupportedException e) { sender.Tell(e.Message); }
        });
    }

    private sealed class Aside : ReceiveActor, IWithUnboundedStash
    {
        public Aside() => ReceiveAsync<string>(async message =>
        {
            await Task.Yield();
            if (message is not "open")
            {
                Stash.Stash();
                return;
            }

            Become(() => Receive<string>(m => Sender.Tell(m)));
            Stash.UnstashAll();
        });

        public IStash Stash { get; set; } = null!;
    }

    private sealed class Mourning : ReceiveActor
    {
        public Mourning(IActorRef watched)
        {
            var listener = ActorRefs.Nobody as IActorRef;
            Context.Watch(watched);
            ReceiveAsync<Task>(async task =>
            {
                listener = Sender;
                listener.Tell("waiting");
                await task;
                listener.Tell("waited");
            });
            Receive<Terminated>(_ => listener.Tell("terminated"));
        }
    }
}
