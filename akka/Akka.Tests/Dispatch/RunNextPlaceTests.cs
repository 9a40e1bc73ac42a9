using System.Collections.Concurrent;
using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

/// <summary>The place of a thread for what runs next, tried from a thread that is not the pool's.</summary>
public sealed class RunNextPlaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ThreadPoolExecutor _executor = new("test");

    [Fact]
    public async Task the_first_four_that_are_woken_run_here_in_order_when_their_waker_is_done_and_others_run_on_the_pool()
    {
        var here = 0;
        for (var i = 0; i < 20; i++)
        {
            var other = new Job(_ => { });
            var order = new ConcurrentQueue<Job>();
            var next = Enumerable.Range(0, 4).Select(_ => new Job(order.Enqueue)).ToArray();
            var waker = new Job(_ =>
            {
                foreach (var job in next) _executor.Execute(job);
                _executor.Execute(other);
                Assert.False(next[0].Ran.IsCompleted && next[0].Ran.Result == Environment.CurrentManagedThreadId);
            });
            OnAThreadOfItsOwn(() => RunNext.Run(waker));
            Assert.NotEqual(await waker.Ran, await other.Ran.WaitAsync(Patience));
            var threads = await Task.WhenAll(next.Select(job => job.Ran)).WaitAsync(Patience);
            var waking = await waker.Ran;
            if (!threads.All(thread => thread == waking)) continue;
            Assert.Equal(next, order);
            here++;
        }

        // On a busy machine the waker may have been held up for so long that what it woke was given to the pool.
        Assert.InRange(here, 10, 20);
    }

    [Fact]
    public async Task places_are_free_again_once_those_in_them_have_run()
    {
        var jobs = Enumerable.Range(0, 100).Select(_ => new Job(_ => { })).ToArray();
        var rounds = 0;
        Job round = null!;
        round = new Job(_ =>
        {
            foreach (var job in jobs.Skip(3 * rounds).Take(3)) _executor.Execute(job);
            if (++rounds < 10) _executor.Execute(new Job(_ => round.Run()));
        });
        OnAThreadOfItsOwn(() => RunNext.Run(round));
        await Task.WhenAll(jobs.Take(30).Select(job => job.Ran)).WaitAsync(Patience);
    }

    [Fact]
    public async Task what_runs_and_wants_to_run_again_goes_behind_everybody_else()
    {
        var runs = 0;
        Job self = null!;
        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        self = new Job(_ =>
        {
            if (++runs == 1) _executor.Execute(self);
            else end.SetResult(Thread.CurrentThread.IsThreadPoolThread);
        });
        OnAThreadOfItsOwn(() => RunNext.Run(self));
        Assert.True(await end.Task.WaitAsync(Patience));
    }

    [Fact]
    public async Task two_that_keep_waking_each_other_leave_the_thread_after_a_number_of_runs()
    {
        var end = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = 0;
        Job a = null!, b = null!;
        void Wake(Job other)
        {
            if (Thread.CurrentThread.IsThreadPoolThread) end.TrySetResult(here);
            else if (++here < 1000) _executor.Execute(other);
        }

        a = new Job(_ => Wake(b));
        b = new Job(_ => Wake(a));
        OnAThreadOfItsOwn(() => RunNext.Run(a));
        Assert.InRange(await end.Task.WaitAsync(Patience), 1, 65);
    }

    [Fact]
    public async Task slow_ones_leave_the_thread_after_a_time()
    {
        var end = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var here = 0;
        Job a = null!, b = null!;
        void Wake(Job other)
        {
            if (Thread.CurrentThread.IsThreadPoolThread) end.TrySetResult(here);
            else
            {
                here++;
                _executor.Execute(other);
                for (var until = Environment.TickCount64 + 15; Environment.TickCount64 < until;) Thread.SpinWait(100);
            }
        }

        a = new Job(_ => Wake(b));
        b = new Job(_ => Wake(a));
        OnAThreadOfItsOwn(() => RunNext.Run(a));
        // While one of them computes, what it woke may be given away too.
        Assert.InRange(await end.Task.WaitAsync(Patience), 1, 2);
    }

    [Fact]
    public async Task nothing_is_lost_when_the_waker_throws()
    {
        var woken = new Job(_ => { });
        OnAThreadOfItsOwn(() => Assert.Throws<InvalidOperationException>(() => RunNext.Run(new Job(_ =>
        {
            _executor.Execute(woken);
            throw new InvalidOperationException("as planned");
        }))));
        await woken.Ran.WaitAsync(Patience);
    }

    [Fact]
    public void a_waker_that_blocks_until_the_woken_has_run_gets_its_way()
    {
        var woken = new Job(_ => { });
        var waited = false;
        OnAThreadOfItsOwn(() => RunNext.Run(new Job(_ =>
        {
            _executor.Execute(woken);
            waited = woken.Ran.Wait(Patience);
        })));
        Assert.True(waited);
    }

    private static void OnAThreadOfItsOwn(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        Assert.True(thread.Join(Patience));
        if (failure is not null) throw failure;
    }

    private sealed class Job(Action<Job> what) : IRunnable
    {
        private readonly TaskCompletionSource<int> _ran = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<int> Ran => _ran.Task;

        public void Run()
        {
            what(this);
            _ran.TrySetResult(Environment.CurrentManagedThreadId);
        }

        public void Execute() => RunNext.Run(this);
    }
}
