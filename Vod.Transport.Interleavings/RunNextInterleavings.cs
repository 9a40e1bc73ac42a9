using System.Runtime.CompilerServices;
using Akka.Dispatch;
using Vod.Transport.Scheduling;
using Xunit.Abstractions;
using Pool = Vod.Transport.Scheduling.ThreadPool;

namespace Vod.Transport.Interleavings;

/// <summary>
/// The orders in which the steps of a thread, of the ticker and of another thread may come. The order in which a processor makes writes
/// visible is not varied: what waits is looked at again after a barrier for that reason.
/// </summary>
public sealed class RunNextInterleavings(ITestOutputHelper output)
{
    private sealed class Job(Action? what = null) : IRunnable
    {
        public int Runs { get; private set; }

        public void Run()
        {
            Runs++;
            what?.Invoke();
        }

        public void Execute() => Run();
    }

    [Fact]
    public void What_waits_is_taken_once_by_its_owner_or_by_others()
    {
        var orders = Explorer.Explore(maxPreemptions: int.MaxValue, explorer =>
        {
            var places = new RunNextPlaces(2);
            var jobs = new[] { new Job(), new Job(), new Job() };
            var refused = 0;
            explorer.Start(() =>
            {
                foreach (var job in jobs)
                {
                    if (!places.TryAdd(job)) refused++;
                }

                while (places.TakeFirst() is { } run) run.Run();
            });
            explorer.Start(() =>
            {
                while (places.TakeAny() is { } run) run.Run();
            });
            return () =>
            {
                Assert.Equal(2, jobs.Sum(job => job.Runs));
                Assert.All(jobs.Take(2), job => Assert.Equal(1, job.Runs));
                Assert.Equal(1, refused);
            };
        });
        output.WriteLine($"{orders} orders");
        Assert.InRange(orders, 100, int.MaxValue);
    }

    [Fact]
    public void Places_are_used_again_without_overwriting_what_others_leave()
    {
        var orders = Explorer.Explore(maxPreemptions: 4, explorer =>
        {
            var places = new RunNextPlaces(2);
            var jobs = Enumerable.Range(0, 4).Select(_ => new Job()).ToArray();
            explorer.Start(() =>
            {
                foreach (var job in jobs)
                {
                    while (!places.TryAdd(job)) places.TakeFirst()?.Run();
                }

                while (places.TakeFirst() is { } run) run.Run();
            });
            explorer.Start(() =>
            {
                while (places.TakeAny() is { } run) run.Run();
            });
            return () => Assert.All(jobs, job => Assert.Equal(1, job.Runs));
        });
        output.WriteLine($"{orders} orders");
        Assert.InRange(orders, 100, int.MaxValue);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    public void What_waits_behind_a_blocked_run_always_reaches_the_pool(int threads, int maxPreemptions)
    {
        var orders = Explorer.Explore(maxPreemptions, explorer =>
        {
            Pool.Queued.Clear();
            var ticker = new RunNextTicker();
            var jobs = new List<Job>();
            var ended = 0;
            for (var i = 0; i < threads; i++)
            {
                var thread = ticker.Register(places: 2);
                var woken = new Job();
                var blocks = new Job(() =>
                {
                    Assert.True(thread.TryTake(woken));
                    explorer.WaitUntil(() => Pool.Queued.Any(item => RunOf((PooledRun)item) == woken));
                });
                jobs.AddRange([blocks, woken]);
                explorer.Start(() =>
                {
                    Assert.True(thread.TryOpen(RunNextBounds.Default, running: null));
                    Assert.True(thread.TryTake(blocks));
                    thread.RunWhatWaits();
                    thread.Close();
                    ended++;
                });
            }

            return () =>
            {
                Assert.Equal(threads, ended);
                var queued = Pool.Queued.Select(item => RunOf((PooledRun)item)).ToArray();
                // A job that the ticker gave away before it ran has woken nothing.
                Assert.All(jobs, job => Assert.InRange(job.Runs + queued.Count(run => run == job), 0, 1));
                Assert.All(jobs.Where((_, i) => i % 2 == 0), job => Assert.Equal(1, job.Runs + queued.Count(run => run == job)));
            };
        });
        output.WriteLine($"{orders} orders");
        Assert.InRange(orders, 100, int.MaxValue);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_run")]
    private static extern ref IRunnable? RunOf(PooledRun item);
}
