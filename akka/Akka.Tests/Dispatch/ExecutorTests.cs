using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

public class ExecutorTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(4, 1.0, 64, 2, 4)]
    [InlineData(1, 1.0, 64, 2, 2)]
    [InlineData(1, 1.5, 64, 3, 5)]
    [InlineData(1, 8.0, 10, 4, 10)]
    [InlineData(0, 0.0, 0, 4, 1)]
    [InlineData(8, 1.0, 4, 2, 4)]
    public void Parallelism_is_the_processors_times_the_factor_within_limits(int min, double factor, int max, int processors, int expected)
    {
        var config = ConfigurationFactory.ParseString(FormattableString.Invariant(
            $"pool {{ parallelism-min = {min}, parallelism-factor = {factor}, parallelism-max = {max} }}"));
        Assert.Equal(expected, ScaledParallelism.Of(config, "pool", processors));
    }

    [Theory]
    [InlineData("dedicated-thread-pool.thread-count = 7", 7)]
    [InlineData("fork-join-executor { parallelism-min = 2, parallelism-factor = 2, parallelism-max = 64 }", 6)]
    [InlineData("dedicated-thread-pool.thread-count = 1, fork-join-executor.parallelism-min = 8", 1)]
    public void A_fork_join_executor_has_the_threads_it_is_given_or_scales(string section, int expected)
        => Assert.Equal(expected, ForkJoinExecutorServiceFactory.Threads(ConfigurationFactory.ParseString(section), processors: 3));

    [Theory]
    [InlineData("id = films, dedicated-thread-pool.thread-count = 0")]
    [InlineData("id = films, dedicated-thread-pool.thread-count = -1")]
    public void A_fork_join_executor_without_threads_is_refused_by_name(string section)
    {
        var error = Assert.Throws<ConfigurationException>(
            () => ForkJoinExecutorServiceFactory.Threads(ConfigurationFactory.ParseString(section), processors: 3));
        Assert.Contains("[films]", error.Message);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("dedicated-thread-pool.threadtype = background", true)]
    [InlineData("dedicated-thread-pool.threadtype = Foreground", false)]
    public void Threads_are_background_threads_unless_said_otherwise(string section, bool background)
        => Assert.Equal(background, ForkJoinExecutorServiceFactory.Background(ConfigurationFactory.ParseString(section)));

    [Fact]
    public void A_fork_join_executor_runs_all_it_took_on_its_own_threads_which_then_end()
    {
        const int threads = 3, runs = 300;
        var executor = new ForkJoinExecutor("films", threads, background: true, CancellationToken.None);
        using var together = new Barrier(threads);
        var ran = new System.Collections.Concurrent.ConcurrentBag<(Thread Thread, bool IsBackground)>();
        for (var i = 0; i < runs; i++)
        {
            executor.Execute(new ActionRunnable(() =>
            {
                together.SignalAndWait(Soon);
                ran.Add((Thread.CurrentThread, Thread.CurrentThread.IsBackground));
            }));
        }
        executor.Shutdown();
        Assert.Throws<RejectedExecutionException>(() => executor.Execute(new ActionRunnable(() => { })));

        Assert.True(SpinWait.SpinUntil(() => ran.Count == runs, Soon));
        var used = ran.Distinct().ToList();
        Assert.Equal(["films_1", "films_2", "films_3"], used.Select(use => use.Thread.Name!).Order());
        Assert.All(used, use => Assert.True(use.IsBackground));
        Assert.All(used, use => Assert.True(use.Thread.Join(Soon)));
    }

    [Fact]
    public async Task A_fork_join_executor_ends_with_its_system()
    {
        using var terminated = new CancellationTokenSource();
        var executor = new ForkJoinExecutor("films", 1, background: true, terminated.Token, first: 5);
        var worker = new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously);
        executor.Execute(new ActionRunnable(() => worker.SetResult(Thread.CurrentThread)));
        var thread = await worker.Task.WaitAsync(Soon);
        Assert.Equal("films_5", thread.Name);
        await terminated.CancelAsync();
        Assert.True(thread.Join(Soon));
        Assert.Throws<RejectedExecutionException>(() => executor.Execute(new ActionRunnable(() => { })));
    }

    [Fact]
    public void Priority_workers_run_the_most_urgent_of_what_waits()
    {
        var workers = new PriorityWorkers(parallelism: 1);
        using var busy = new ManualResetEventSlim();
        using var done = new CountdownEvent(4);
        var order = new List<WorkPriority>();
        workers.Execute(new ActionRunnable(busy.Wait), WorkPriority.Idle);
        foreach (var priority in new[] { WorkPriority.Idle, WorkPriority.Low, WorkPriority.Normal, WorkPriority.High })
            workers.Execute(new ActionRunnable(() => { order.Add(priority); done.Signal(); }), priority);
        busy.Set();
        Assert.True(done.Wait(Soon));
        Assert.Equal([WorkPriority.High, WorkPriority.Normal, WorkPriority.Low, WorkPriority.Idle], order);
    }

    [Fact]
    public void Priority_workers_run_everything_and_never_more_at_once_than_allowed()
    {
        const int parallelism = 2, senders = 4, runs = 5_000;
        var workers = new PriorityWorkers(parallelism);
        using var done = new CountdownEvent(senders * runs);
        int now = 0, most = 0;
        var run = new ActionRunnable(() =>
        {
            var running = Interlocked.Increment(ref now);
            for (var seen = most; running > seen; seen = most)
                Interlocked.CompareExchange(ref most, running, seen);
            Interlocked.Decrement(ref now);
            done.Signal();
        });
        var threads = Enumerable.Range(0, senders).Select(sender => new Thread(() =>
        {
            for (var i = 0; i < runs; i++)
                workers.Execute(run, (WorkPriority)((sender + i) % 4));
        })).ToList();
        threads.ForEach(thread => thread.Start());
        Assert.True(done.Wait(TimeSpan.FromSeconds(60)));
        Assert.InRange(most, 1, parallelism);
    }
}
