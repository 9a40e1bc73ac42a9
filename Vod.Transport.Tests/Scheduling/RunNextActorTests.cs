using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Transport.Scheduling;
using Xunit.Abstractions;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>Actors of the official Akka whose dispatchers have the run-next executor.</summary>
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

    private void StartConversation(int passes)
    {
        var a = Sys.ActorOf<Player>();
        var b = Sys.ActorOf<Player>();
        a.Tell(b);
        b.Tell(a);
        a.Tell(new Pass(passes, TestActor));
    }

    [Fact]
    public void A_conversation_of_two_actors_seldom_changes_threads()
    {
        StartConversation(10_000);
        // Every 64 messages or so it may; on the pool alone, every other message or so is picked up by another thread.
        Assert.InRange(ExpectMsg<int>(Patience), 1, 1000);
    }

    private sealed class Echo : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }

    private sealed class SelfTelling : UntypedActor
    {
        protected override void OnReceive(object message) => Self.Tell(message);
    }

    [Fact]
    public void Others_have_their_turn_beside_actors_that_never_stop()
    {
        for (var i = 0; i < 2 * Environment.ProcessorCount + 2; i++)
        {
            StartConversation(int.MaxValue);
            Sys.ActorOf<SelfTelling>().Tell("on");
        }

        for (var i = 0; i < 50; i++)
        {
            Sys.ActorOf<Echo>().Tell(i);
            ExpectMsg(i, Patience);
        }
    }

    private sealed class Asking : ReceiveActor
    {
        public Asking(IActorRef echo) => ReceiveAny(message => Sender.Tell(echo.Ask(message, Patience).Result));
    }

    [Fact]
    public void An_actor_may_block_for_the_answer_of_one_that_it_asks()
    {
        for (var i = 0; i < 4; i++) Sys.ActorOf(Props.Create<Asking>(Sys.ActorOf<Echo>())).Tell(i);
        Assert.Equal([0, 1, 2, 3], ReceiveN(4, Patience).Cast<int>().Order());
    }

    private sealed class Meeting : ReceiveActor
    {
        public Meeting(Barrier barrier) => ReceiveAny(_ => Sender.Tell(barrier.SignalAndWait(Patience)));
    }

    [Fact]
    public void Actors_that_wait_for_each_other_meet_though_one_thread_woke_them_all()
    {
        using var barrier = new Barrier(4);
        var meeting = Enumerable.Range(0, 4).Select(_ => Sys.ActorOf(Props.Create<Meeting>(barrier))).ToArray();
        Job.OnAThreadOfItsOwn(() =>
        {
            foreach (var actor in meeting) actor.Tell("meet", TestActor);
        });
        Assert.All(ReceiveN(4, Patience), met => Assert.True((bool)met));
    }

    private sealed class Awaiting : ReceiveActor
    {
        public Awaiting(IActorRef echo)
        {
            ReceiveAsync<int>(async number =>
            {
                await Task.Yield();
                // Fails on a thread that does not run this actor, as does the sender below.
                var self = Context.Self;
                var answer = await echo.Ask<int>(number, Patience);
                Sender.Tell(Equals(self, Context.Self) ? answer : -1);
            });
        }
    }

    [Fact]
    public void Async_actors_keep_their_context_and_their_order()
    {
        var actor = Sys.ActorOf(Props.Create<Awaiting>(Sys.ActorOf<Echo>()));
        for (var i = 0; i < 500; i++) actor.Tell(i);
        Assert.Equal(Enumerable.Range(0, 500), ReceiveN(500, Patience).Cast<int>());
    }

    [Fact]
    public async Task Two_systems_talk_on_one_thread_and_one_goes_on_when_the_other_ends()
    {
        var other = ActorSystem.Create("other", RunNextConfig.Default);
        var echo = other.ActorOf<Echo>();
        var mine = Sys.ActorOf(Props.Create<Asking>(echo));
        for (var i = 0; i < 20; i++)
        {
            mine.Tell(i);
            ExpectMsg(i, Patience);
        }

        await other.Terminate().WaitAsync(Patience);
        StartConversation(1000);
        ExpectMsg<int>(Patience);
    }

    [Fact]
    public async Task A_message_told_inside_Run_is_handled_on_its_thread()
    {
        var handled = 0;
        for (var i = 0; i < 20; i++)
        {
            var echo = Sys.ActorOf<Echo>();
            echo.Tell(-1);
            ExpectMsg(-1, Patience);
            var answered = new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously);
            var receiver = Sys.ActorOf(Props.Create<Noting>(answered));
            var thread = Job.OnAThreadOfItsOwn(() => echo.Tell(i, receiver));
            if (await answered.Task.WaitAsync(Patience) == thread) handled++;
        }

        // What starts up or is held up by a busy machine may run on the pool.
        Assert.InRange(handled, 10, 20);
    }

    private sealed class Noting : ReceiveActor
    {
        public Noting(TaskCompletionSource<Thread> first) => ReceiveAny(_ => first.TrySetResult(Thread.CurrentThread));
    }
}
