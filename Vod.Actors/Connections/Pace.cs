namespace Vod.Actors.Connections;

/// <summary>How fast a connection has been sending: a mean in which what was sent five seconds ago counts a third of what is sent now.</summary>
/// <param name="start">When it began.</param>
internal struct Pace(TimeSpan start)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(5);
    private TimeSpan _at = start;
    private long _total;
    private double _rate;

    /// <summary>Whether to call <see cref="Note"/> on the way: often enough for a mean over seconds, too seldom to cost anything.</summary>
    public readonly bool IsDue(TimeSpan now) => now - _at >= TimeSpan.FromSeconds(1);

    /// <summary>Takes note of how much has been sent in all.</summary>
    /// <returns>Bytes per second over the last seconds.</returns>
    public double Note(TimeSpan now, long total)
    {
        var passed = now - _at;
        if (passed <= TimeSpan.Zero) return _rate;
        var old = Math.Exp(-passed / Memory);
        _rate = (_rate * old) + (Math.Max(0, total - _total) / passed.TotalSeconds * (1 - old));
        (_at, _total) = (now, Math.Max(_total, total));
        return _rate;
    }
}
