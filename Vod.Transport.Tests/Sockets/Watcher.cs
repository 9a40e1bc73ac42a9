using System.Collections.Concurrent;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>Keeps what it is told, and on which thread, and does what a test wants then.</summary>
internal sealed class Watcher(Action<Readiness>? then = null) : IReadiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly BlockingCollection<(Readiness Ready, string? Thread)> _reports = [];

    public int Unseen => _reports.Count;

    public void OnReady(Readiness ready)
    {
        then?.Invoke(ready);
        _reports.Add((ready, Thread.CurrentThread.Name));
    }

    /// <summary>The next report.</summary>
    public Readiness Next() => NextWithThread().Ready;

    public (Readiness Ready, string? Thread) NextWithThread()
    {
        Assert.True(_reports.TryTake(out var report, Patience), "no report");
        return report;
    }

    /// <summary>Takes reports until all of these have come; one may come in parts.</summary>
    public void Await(Readiness expected)
    {
        for (var seen = Readiness.None; (seen & expected) != expected;) seen |= Next();
    }
}
