using Akka.Dispatch;
using Vod.Transport.Scheduling;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>Stands for a mailbox: does something once, and says on which thread.</summary>
internal sealed class Job(Action<Job>? what = null) : IRunnable
{
    private readonly TaskCompletionSource<Thread> _ran = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Thread> Ran => _ran.Task;

    public void Run()
    {
        what?.Invoke(this);
        _ran.TrySetResult(Thread.CurrentThread);
    }

    public void Execute() => Run();

    /// <summary>Does something inside <see cref="RunNext"/> on a thread that is not the pool's, and returns that thread when it has ended.</summary>
    public static Thread OnAThreadOfItsOwn(Action first, RunNextBounds? bounds = null)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                RunNext.Run(first, static first => first(), bounds ?? RunNextBounds.Default);
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(30)));
        return failure is null ? thread : throw failure;
    }
}
