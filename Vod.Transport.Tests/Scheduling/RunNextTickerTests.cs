using Vod.Transport.Scheduling;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>What waits behind a blocked thread is given to the pool.</summary>
public sealed class RunNextTickerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RunNextExecutor _executor = new("test", RunNextBounds.Default);

    [Fact]
    public void A_run_that_waits_for_those_it_woke_gets_them()
    {
        var woken = Enumerable.Range(0, 64).Select(_ => new Job()).ToArray();
        var waited = false;
        Job.OnAThreadOfItsOwn(() =>
        {
            foreach (var job in woken) _executor.Execute(job);
            waited = Task.WaitAll([.. woken.Select(job => job.Ran)], Patience);
        });
        Assert.True(waited);
    }

    [Fact]
    public void A_ticker_that_has_nothing_to_do_sleeps_and_wakes_for_the_next_blocked_thread()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.True(SpinWait.SpinUntil(() => RunNextTicker.Shared.IsAsleep, Patience));
            A_run_that_waits_for_those_it_woke_gets_them();
        }
    }

    [Fact]
    public void A_ticker_forgets_threads_that_have_ended()
    {
        const int ended = 200; // many more than other tests have at the same time
        var before = RunNextTicker.Shared.Threads;
        for (var i = 0; i < ended; i++) Job.OnAThreadOfItsOwn(() => { });

        Assert.True(SpinWait.SpinUntil(AreForgotten, TimeSpan.FromSeconds(20)), $"{before} threads before, {RunNextTicker.Shared.Threads} now");

        bool AreForgotten()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Job.OnAThreadOfItsOwn(() => { }); // the table is cleared when a thread enters it
            return RunNextTicker.Shared.Threads < before + (ended / 2);
        }
    }
}
