using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Tests.Event;

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
        var late = await Assert.ThrowsAsync<TimeoutException>(() => Run(shutdown));
        Assert.Equal("Coordinated shutdown phase [a] timed out after 00:00:00.0500000", late.Message);
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
    public async Task Without_recover_what_a_task_throws_is_what_ends_it_even_when_that_is_about_time()
    {
        var shutdown = Start("a { recover = off }");
        shutdown.AddTask("a", "fails", () => Task.FromException<Done>(new TimeoutException("of my own")));
        Assert.Equal("of my own", (await Assert.ThrowsAsync<TimeoutException>(() => Run(shutdown))).Message);
    }

    [Fact]
    public async Task A_task_that_gives_no_task_does_not_hold_up_the_next_phase()
    {
        var shutdown = Start("a {}, b { depends-on = [a] }");
        shutdown.AddTask("a", "nothing", () => null!);
        Add(shutdown, "b", "b1");
        await Run(shutdown);
        Assert.Equal(["b1"], _done);
    }

    [Fact]
    public async Task What_goes_wrong_is_a_warning_that_names_task_phase_and_cause()
    {
        var warnings = new Collector("warnings");
        var shutdown = Start("a { timeout = 50ms }, b { depends-on = [a] }", "akka.loglevel = WARNING");
        shutdown.System.EventStream.Subscribe(warnings, typeof(Warning));
        shutdown.AddTask("a", "never", () => new TaskCompletionSource<Done>().Task);
        shutdown.AddTask("b", "fails", () => Task.FromException<Done>(new InvalidOperationException("boom")));
        await Run(shutdown);
        Assert.Equal(
            ["Coordinated shutdown phase [a] timed out after 00:00:00.0500000", "Task [fails] failed in phase [b]: boom"],
            warnings.Take().Cast<Warning>().Select(w => w.Message.ToString()));
    }

    [Fact]
    public async Task A_phase_of_ones_own_can_be_put_between_two_others()
    {
        var system = System("akka.coordinated-shutdown.phases { mine { depends-on = [service-stop] }, before-cluster-shutdown { depends-on = [mine] } }");
        var shutdown = CoordinatedShutdown.Get(system);
        foreach (var phase in new[] { CoordinatedShutdown.PhaseBeforeClusterShutdown, "mine", CoordinatedShutdown.PhaseServiceStop }) Add(shutdown, phase, phase);
        await Run(shutdown);
        Assert.Equal(["service-stop", "mine", "before-cluster-shutdown"], _done);
    }

    [Fact]
    public async Task Terminating_does_not_run_it_when_told_so()
    {
        var system = System("akka.coordinated-shutdown.run-by-actor-system-terminate = off");
        await system.Terminate().WaitAsync(Patience);
        Assert.Null(CoordinatedShutdown.Get(system).ShutdownReason);
    }

    [Fact]
    public void A_system_that_is_to_run_it_and_not_to_be_ended_by_it_is_refused() =>
        Assert.Throws<ConfigurationException>(() => System("akka.coordinated-shutdown.terminate-actor-system = off"));

    [Fact]
    public void Phases_that_depend_on_one_another_are_refused_when_the_system_starts() =>
        Assert.Contains("Cycle", Assert.Throws<ArgumentException>(() => System("akka.coordinated-shutdown.phases { a { depends-on = [b] }, b { depends-on = [a] } }")).Message);

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
        Assert.Same(CoordinatedShutdown.Get(system), new CoordinatedShutdownExtension().Apply(system));
        Assert.Same(CoordinatedShutdown.Get(system), system.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>());
    }

    private void Add(CoordinatedShutdown shutdown, string phase, string name) => shutdown.AddTask(phase, name, () =>
    {
        _done.Enqueue(name);
        return Task.FromResult(Done.Instance);
    });

    private static Task<Done> Run(CoordinatedShutdown shutdown, string? fromPhase = null) => shutdown.Run(new Because(), fromPhase).WaitAsync(Patience);

    private CoordinatedShutdown Start(string phases, string hocon = "") => new(
        (ExtendedActorSystem)System("akka.coordinated-shutdown.run-by-clr-shutdown-hook = off\n" + hocon),
        ShutdownPhases.From(ConfigurationFactory.ParseString($"default-phase-timeout = 5s, phases {{ {phases} }}")));

    private ActorSystem System(string hocon)
    {
        var system = ActorSystem.Create("shutdown", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF\n" + hocon));
        _systems.Add(system);
        return system;
    }

    private sealed class Because : CoordinatedShutdown.Reason;
}
