using System.Collections.Concurrent;
using System.Diagnostics;
using Vod.Transport.Scheduling;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>What runs next on a thread, tried on threads that are not the pool's.</summary>
public sealed class RunNextTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RunNextExecutor _executor = new("test", RunNextBounds.Default);

    [Fact]
    public async Task The_first_64_that_are_woken_run_here_in_order_and_others_on_the_pool()
    {
        var here = 0;
        for (var i = 0; i < 20; i++)
        {
            var order = new ConcurrentQueue<Job>();
            var next = Enumerable.Range(0, 64).Select(_ => new Job(order.Enqueue)).ToArray();
            var other = new Job();
            var thread = Job.OnAThreadOfItsOwn(() =>
            {
                foreach (var job in next) _executor.Execute(job);
                _executor.Execute(other);
                Assert.DoesNotContain(next, job => job.Ran.IsCompletedSuccessfully && job.Ran.Result == Thread.CurrentThread);
            });
            Assert.NotEqual(thread, await other.Ran.WaitAsync(Patience));
            var threads = await Task.WhenAll(next.Select(job => job.Ran)).WaitAsync(Patience);
            if (threads.Any(other => other != thread)) continue;
            Assert.Equal(next, order);
            here++;
        }

        // On a busy machine a thread may be held up for so long that what it woke is given to the pool.
        Assert.InRange(here, 10, 20);
    }

    [Fact]
    public async Task Places_are_free_again_once_those_in_them_have_run()
    {
        var jobs = Enumerable.Range(0, 500).Select(_ => new Job()).ToArray();
        var rounds = 0;
        void Round()
        {
            foreach (var job in jobs.Skip(50 * rounds).Take(50)) _executor.Execute(job);
            if (++rounds < 10) _executor.Execute(new Job(_ => Round()));
        }

        Job.OnAThreadOfItsOwn(Round);
        await Task.WhenAll(jobs.Select(job => job.Ran)).WaitAsync(Patience);
    }

    [Fact]
    public async Task A_mailbox_that_runs_and_wants_to_run_again_goes_to_the_pool()
    {
        var runs = 0;
        var again = new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously);
        var self = new Job(job =>
        {
            if (++runs == 1) _executor.Execute(job);
            else again.SetResult(Thread.CurrentThread);
        });
        Job.OnAThreadOfItsOwn(() => _executor.Execute(self));
        Assert.True((await again.Task.WaitAsync(Patience)).IsThreadPoolThread);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(5)]
    public async Task Two_that_keep_waking_each_other_leave_the_thread_after_max_runs(int maxRuns)
    {
        var left = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = 0;
        Job a = null!, b = null!;
        void Wake(Job other)
        {
            if (Thread.CurrentThread.IsThreadPoolThread) left.TrySetResult(here);
            else if (++here < 1000) _executor.Execute(other);
        }

        a = new Job(_ => Wake(b));
        b = new Job(_ => Wake(a));
        Job.OnAThreadOfItsOwn(() => _executor.Execute(a), new RunNextBounds(maxRuns, maxMilliseconds: 10_000));
        Assert.InRange(await left.Task.WaitAsync(Patience), 1, maxRuns);
    }

    [Fact]
    public async Task Slow_ones_leave_the_thread_after_max_time()
    {
        var left = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = 0;
        Job a = null!, b = null!;
        void Wake(Job other)
        {
            if (Thread.CurrentThread.IsThreadPoolThread) left.TrySetResult(here);
            else if (++here < 1000) _executor.Execute(other);
            // Computes for a part of the bound: so short that nothing is given away meanwhile.
            for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun).TotalMilliseconds < 1;) Thread.SpinWait(10);
        }

        a = new Job(_ => Wake(b));
        b = new Job(_ => Wake(a));
        Job.OnAThreadOfItsOwn(() => _executor.Execute(a), new RunNextBounds(maxRuns: 500, maxMilliseconds: 10));
        // The clock may be some milliseconds late.
        Assert.InRange(await left.Task.WaitAsync(Patience), 1, 40);
    }

    [Fact]
    public async Task A_mailbox_on_the_pool_keeps_what_it_wakes_for_its_thread()
    {
        var isKept = false;
        var woken = new Job();
        _executor.Execute(new Job(_ =>
        {
            _executor.Execute(woken);
            isKept = RunNext.IsOpen;
        }));
        await woken.Ran.WaitAsync(Patience);
        Assert.True(isKept);
    }

    [Fact]
    public async Task What_is_woken_before_an_exception_runs_on_the_pool()
    {
        var woken = new Job();
        Assert.Throws<InvalidOperationException>(() => Job.OnAThreadOfItsOwn(() =>
        {
            _executor.Execute(woken);
            throw new InvalidOperationException("as planned");
        }));
        Assert.True((await woken.Ran.WaitAsync(Patience)).IsThreadPoolThread);
    }

    [Fact]
    public void A_nested_call_only_runs_its_own()
    {
        var woken = new Job();
        var afterNested = true;
        Job.OnAThreadOfItsOwn(() =>
        {
            RunNext.Run(_executor, executor => executor.Execute(woken));
            afterNested = woken.Ran.IsCompletedSuccessfully && woken.Ran.Result == Thread.CurrentThread;
        });
        Assert.False(afterNested);
    }

    [Fact]
    public void A_thread_outside_of_Run_takes_nothing() => Assert.False(RunNext.TryTake(new Job()));
}
