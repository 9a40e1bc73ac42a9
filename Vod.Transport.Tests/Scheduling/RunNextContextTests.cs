using System.Diagnostics;
using Vod.Transport.Scheduling;

namespace Vod.Transport.Tests.Scheduling;

/// <summary>What a mailbox leaves on its thread does not reach the next one, as on the thread pool.</summary>
public sealed class RunNextContextTests
{
    private readonly RunNextExecutor _executor = new("test", RunNextBounds.Default);

    [Fact]
    public async Task An_activity_left_open_is_not_the_next_mailboxs()
    {
        Activity? seen = null, seenLater = null;
        using var activity = new Activity("left open");
        var leaves = new Job(_ => activity.Start());
        var next = new Job(_ => seen = Activity.Current);
        var later = new Job(_ => seenLater = Activity.Current);
        Job.OnAThreadOfItsOwn(() =>
        {
            activity.Start();
            foreach (var job in new[] { next, leaves, later }) _executor.Execute(job);
        });
        await Task.WhenAll(next.Ran, leaves.Ran, later.Ran).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Null(seen);
        Assert.Null(seenLater);
    }

    [Fact]
    public async Task A_synchronization_context_is_not_the_next_mailboxs()
    {
        SynchronizationContext? seen = null;
        var leaves = new Job(_ => SynchronizationContext.SetSynchronizationContext(new SynchronizationContext()));
        var next = new Job(_ => seen = SynchronizationContext.Current);
        Job.OnAThreadOfItsOwn(() =>
        {
            _executor.Execute(leaves);
            _executor.Execute(next);
        });
        await Task.WhenAll(leaves.Ran, next.Ran).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Null(seen);
    }
}
