using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

public class WorkQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public void Work_is_taken_in_the_order_in_which_it_came()
    {
        var queue = new WorkQueue();
        var (first, second) = (new Work(), new Work());
        queue.TryAdd(first);
        queue.TryAdd(second);

        Assert.Equal([first, second], [Take(queue), Take(queue)]);
    }

    [Fact]
    public async Task A_thread_that_finds_nothing_sleeps_until_there_is_something()
    {
        var queue = new WorkQueue();
        var taker = Task.Factory.StartNew(() => Take(queue), TaskCreationOptions.LongRunning);
        var work = new Work();
        queue.TryAdd(work);

        Assert.Same(work, await taker.WaitAsync(Patience));
    }

    [Fact]
    public void After_closing_nothing_is_added_and_what_was_there_is_still_taken()
    {
        var queue = new WorkQueue();
        var work = new Work();
        queue.TryAdd(work);
        queue.Close();

        Assert.False(queue.TryAdd(new Work()));
        Assert.Same(work, Take(queue));
        Assert.Null(Take(queue));
    }

    [Fact]
    public async Task Closing_wakes_all_that_sleep()
    {
        var queue = new WorkQueue();
        var takers = Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() => Take(queue), TaskCreationOptions.LongRunning)).ToArray();
        queue.Close();

        Assert.All(await Task.WhenAll(takers).WaitAsync(Patience), Assert.Null);
    }

    [Fact]
    public async Task Whatever_many_threads_add_is_taken_once_each_by_many_others()
    {
        const int each = 20_000;
        var queue = new WorkQueue();
        var takers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() => TakeAll(queue), TaskCreationOptions.LongRunning)).ToArray();
        var adders = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() => AddMany(queue, each), TaskCreationOptions.LongRunning)).ToArray();
        var added = (await Task.WhenAll(adders).WaitAsync(Patience)).SelectMany(a => a).ToHashSet<IRunnable>(ReferenceEqualityComparer.Instance);
        queue.Close();
        var taken = (await Task.WhenAll(takers).WaitAsync(Patience)).SelectMany(t => t).ToList();

        Assert.Equal(3 * each, taken.Count);
        Assert.True(added.SetEquals(taken));
    }

    private static IRunnable? Take(WorkQueue queue) => queue.TryTake(new WorkQueue.Sleeper(), out var run) ? run : null;

    private static List<IRunnable> TakeAll(WorkQueue queue)
    {
        var sleeper = new WorkQueue.Sleeper();
        var taken = new List<IRunnable>();
        while (queue.TryTake(sleeper, out var run)) taken.Add(run);
        return taken;
    }

    private static List<IRunnable> AddMany(WorkQueue queue, int count)
    {
        var added = new List<IRunnable>();
        for (var i = 0; i < count; i++)
        {
            var work = new Work();
            Assert.True(queue.TryAdd(work));
            added.Add(work);
        }

        return added;
    }

    private sealed class Work : IRunnable
    {
        public void Run()
        {
        }

        public void Execute()
        {
        }
    }
}
