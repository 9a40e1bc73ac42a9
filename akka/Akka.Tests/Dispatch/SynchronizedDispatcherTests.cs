using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

public class SynchronizedDispatcherTests
{
    private sealed class OneThread : SynchronizationContext, IDisposable
    {
        private readonly BlockingCollection<(SendOrPostCallback Run, object? State)> _posted = [];

        public OneThread()
        {
            Thread = new Thread(Pump) { Name = "window", IsBackground = true };
            Thread.Start();
        }

        public Thread Thread { get; }

        public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

        public void Dispose()
        {
            _posted.CompleteAdding();
            Thread.Join();
        }

        private void Pump()
        {
            SetSynchronizationContext(this);
            foreach (var (run, state) in _posted.GetConsumingEnumerable())
                run(state);
        }
    }

    [Fact]
    public async Task An_actor_runs_on_the_context_of_the_thread_that_created_it()
    {
        using var window = new OneThread();
        await using var fixture = new SystemFixture();
        var created = new TaskCompletionSource<IActorRef>(TaskCreationOptions.RunContinuationsAsynchronously);
        window.Post(_ => created.SetResult(
            fixture.System.ActorOf(Props.Create<ThreadTeller>().WithDispatcher(Dispatchers.SynchronizedDispatcherId))), null);
        var actor = await created.Task;
        for (var i = 0; i < 3; i++)
            Assert.Same(window.Thread, await actor.Ask<Thread>("which?", SystemFixture.Soon));
        await actor.GracefulStop(SystemFixture.Soon);
    }

    [Fact]
    public void A_test_may_have_an_actor_of_its_own_context()
    {
        using var kit = new Kit();
        kit.Ping();
    }

    private sealed class Kit() : TestKit.Xunit2.TestKit("akka.actor.deployment./some-ui-actor.dispatcher = akka.actor.synchronized-dispatcher")
    {
        public void Ping()
        {
            var actor = Sys.ActorOf(TestKit.TestActors.EchoActor.Props(this), "some-ui-actor");
            actor.Tell("ping");
            ExpectMsg("ping");
        }
    }

    [Fact]
    public async Task A_thread_without_a_context_cannot_create_such_an_actor()
    {
        await using var fixture = new SystemFixture();
        var refused = await Task.Factory.StartNew(
            () => Record.Exception(() => fixture.System.Dispatchers.Lookup(Dispatchers.SynchronizedDispatcherId)),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.IsType<InvalidOperationException>(refused);
    }
}
