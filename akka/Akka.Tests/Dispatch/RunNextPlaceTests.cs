using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

/// <summary>The place of a thread for what runs next, tried from a thread that is not the pool's.</summary>
public sealed class RunNextPlaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ThreadPoolExecutor _executor = new("test");

    [Fact]
    public async Task the_first_that_is_woken_runs_here_when_its_waker_is_done_and_others_run_on_the_pool()
    {
        var here = 0;
        for (var i = 0; i < 20; i++)
        {
            var other = new Job(_ => { });
            var next = new Job(_ => { });
            var waker = new Job(_ =>
            {
                _executor.Execute(next);
                _executor.Execute(other);
                Assert.False(next.Ran.IsCompleted && next.Ran.Result == Environment.CurrentManagedThreadId);
            });
            OnAThreadOfItsOwn(() => RunNext.Run(waker));
            Assert.NotEqual(await waker.Ran, await other.Ran.WaitAsync(Patience));
            if (await next.Ran.WaitAsync(Patience) == await waker.Ran) here++;
        }

        // On a busy machine the waker may have been held up for so long that what it woke was given to the pool.
        Assert.InRange(here, 10, 20);
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
