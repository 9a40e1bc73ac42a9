using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Shutdown;

public sealed class CoordinatedShutdownTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> _done = new();
    private readonly List<ActorSystem> _systems = [];

    public void Dispose()
    {
        foreach (var system in _systems) ((ExtendedActorSystem)system).Abort();
    }

    [Fact]
    public async Task Tasks_run_in_the_order_of_their_phases()
    {
        var shutdown = Start("a {}, b { depends-on = [a] }, c { depends-on = [b] }");
        Add(shutdown, "c", "c1");
        Add(shutdown, "a", "a1");
        Add(shutdown, "b", "b1");
        await Run(shutdown);
        Assert.Equal(["a1", "b1", "c1"], _done);
    }

    [Fact]
    public async Task The_tasks_of_a_phase_run_at_the_same_time()
    {
        var shutdown = Start("a {}");
        var (first, second) = (new TaskCompletionSource<Done>(), new TaskCompletionSource<Done>());
        shutdown.AddTask("a", "one", () =>
        {
            first.SetResult(Done.Instance);
            return second.Task;
        });
        shutdown.AddTask("a", "two", () =>
        {
            second.SetResult(Done.Instance);
            return first.Task;
        });
        await Run(shutdown);
    }

    [Fact]
    public async Task It_runs_once_and_keeps_its_first_reason()
    {
        var shutdown = Start("a {}");
        Add(shutdown, "a", "a1");
        Assert.Null(shutdown.ShutdownReason);
        var first = shutdown.Run(new Because());
        Assert.Same(first, shutdown.Run(CoordinatedShutdown.UnknownReason.Instance));
        await first.WaitAsync(Patience);
        Assert.IsType<Because>(shutdown.ShutdownReason);
        Assert.Equal(["a1"], _done);
    }

    [Fact]
    public async Task It_can_begin_with_a_later_phase()
    {
        var shutdown = Start("a {}, b { depends-on = [a] }");
        Add(shutdown, "a", "a1");
        Add(shutdown, "b", "b1");
        await Run(shutdown, "b");
        Assert.Equal(["b1"], _done);
    }

    [Fact]
    public async Task A_phase_that_takes_too_long_does_not_hold_up_the_next()
    {
        var shutdown = Start("a { timeout = 50ms }, b { depends-on = [a] }");
        shutdown.AddTask("a", "never", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, "b", "b1");
        await Run(shutdown);
        Assert.Equal(["b1"], _done);
    }

    [Fact]
    public async Task A_task_that_fails_does_not_hold_up_the_next_phase()
    {
        var shutdown = Start("a {}, b { depends-on = [a] }");
        shutdown.AddTask("a", "fails", () => Task.FromException<Done>(new InvalidOperationException()));
        shutdown.AddTask("a", "throws", () => throw new InvalidOperationException());
        Add(shutdown, "b", "b1");
        await Run(shutdown);
        Assert.Equal(["b1"], _done);
    }

    [Fact]
    public async Task Without_recover_a_task_that_fails_ends_it()
    {
        var shutdown = Start("a { recover = off }, b { depends-on = [a] }");
        shutdown.AddTask("a", "fails", () => Task.FromException<Done>(new InvalidOperationException()));
        Add(shutdown, "b", "b1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(shutdown));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task Without_recover_a_phase_that_takes_too_long_ends_it()
    {
        var shutdown = Start("a { recover = off, timeout = 50ms }, b { depends-on = [a] }");
        shutdown.AddTask("a", "never", () => new TaskCompletionSource<Done>().Task);
        Add(shutdown, "b", "b1");
        await Assert.ThrowsAsync<TimeoutException>(() => Run(shutdown));
        Assert.Empty(_done);
    }

    [Fact]
    public async Task A_task_can_be_added_to_a_later_phase_while_it_runs()
    {
        var shutdown = Start("a {}, b { depends-on = [a] }");
        shutdown.AddTask("a", "adds", () =>
        {
            Add(shutdown, "b", "b1");
            return Task.FromResult(Done.Instance);
        });
        await Run(shutdown);
        Assert.Equal(["b1"], _done);
    }

    [Fact]
    public void The_time_it_may_take_is_that_of_the_phases_with_tasks()
    {
        var shutdown = Start("a { timeout = 1s }, b { timeout = 2s }, c { timeout = 4s }");
        Add(shutdown, "a", "a1");
        Add(shutdown, "a", "a2");
        Add(shutdown, "c", "c1");
        Assert.Equal(TimeSpan.FromSeconds(2), shutdown.Timeout("b"));
        Assert.Equal(TimeSpan.FromSeconds(5), shutdown.TotalTimeout);
    }

    [Fact]
    public void Unknown_phases_and_nameless_tasks_are_refused()
    {
        var shutdown = Start("a {}");
        Assert.Throws<ArgumentException>(() => Add(shutdown, "z", "z1"));
        Assert.Throws<ArgumentException>(() => Add(shutdown, "a", ""));
        Assert.Throws<ArgumentException>(() => shutdown.Timeout("z"));
        Assert.Throws<ArgumentException>(Begin);

        void Begin() => _ = shutdown.Run(new Because(), "z");
    }

    [Fact]
    public async Task Terminating_the_system_runs_it_and_it_terminates_the_system()
    {
        var system = System("");
        var shutdown = CoordinatedShutdown.Get(system);
        Add(shutdown, CoordinatedShutdown.PhaseServiceStop, "stop");
        Add(shutdown, CoordinatedShutdown.PhaseServiceUnbind, "unbind");
        await system.Terminate().WaitAsync(Patience);
        Assert.Equal(["unbind", "stop"], _done);
        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, shutdown.ShutdownReason);
        await shutdown.Run(new Because()).WaitAsync(Patience);
    }

    [Fact]
    public async Task Running_it_terminates_the_system()
    {
        var system = System("");
        await Run(CoordinatedShutdown.Get(system));
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task It_leaves_the_system_alone_when_told_so()
    {
        var system = System("akka.coordinated-shutdown { terminate-actor-system = off, run-by-actor-system-terminate = off }");
        var shutdown = CoordinatedShutdown.Get(system);
        await Run(shutdown);
        Assert.False(system.WhenTerminated.IsCompleted);
        await system.Terminate().WaitAsync(Patience);
        Assert.IsType<Because>(shutdown.ShutdownReason);
    }

    [Fact]
    public void There_is_one_for_each_system()
    {
        var system = System("");
        Assert.Same(CoordinatedShutdown.Get(system), CoordinatedShutdown.Get(system));
        Assert.Same(system, CoordinatedShutdown.Get(system).System);
    }

    private void Add(CoordinatedShutdown shutdown, string phase, string name) => shutdown.AddTask(phase, name, () =>
    {
        _done.Enqueue(name);
        return Task.FromResult(Done.Instance);
    });

    private static Task<Done> Run(CoordinatedShutdown shutdown, string? fromPhase = null) => shutdown.Run(new Because(), fromPhase).WaitAsync(Patience);

    private CoordinatedShutdown Start(string phases) => new(
        (ExtendedActorSystem)System("akka.coordinated-shutdown.run-by-clr-shutdown-hook = off"),
        ShutdownPhases.From(ConfigurationFactory.ParseString($"default-phase-timeout = 5s, phases {{ {phases} }}")));

    private ActorSystem System(string hocon)
    {
        var system = ActorSystem.Create("shutdown", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF\n" + hocon));
        _systems.Add(system);
        return system;
    }

    private sealed class Because : CoordinatedShutdown.Reason;
}
