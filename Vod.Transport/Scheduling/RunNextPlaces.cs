using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>
/// A ring of the mailboxes that wait for a thread. Only that thread, the owner, adds; the owner takes them in order; any thread may take
/// them all away, after which the owner finds their places empty. An exchange decides who gets each of them.
/// </summary>
internal sealed class RunNextPlaces
{
    /// <summary>How many there are; fewer spill in a storm of new connections. A power of two, so that the counters may wrap around.</summary>
    public const int Count = 64;

    private readonly IRunnable?[] _places = new IRunnable?[Count];
    private uint _first, _end; // the places in use; the owner's alone

    /// <summary>By the owner: adds one; false when all places are taken.</summary>
    public bool TryAdd(IRunnable run)
    {
        if (_end - _first == Count) return false;
        // The owner left this place empty, and others only empty places: nothing can be overwritten.
        Volatile.Write(ref _places[_end++ % Count], run);
        return true;
    }

    /// <summary>By the owner: takes the one that has waited longest; null when there is none.</summary>
    public IRunnable? TakeFirst()
    {
        while (_first != _end)
        {
            if (Interlocked.Exchange(ref _places[_first++ % Count], null) is { } run) return run;
        }

        return null;
    }

    /// <summary>By any thread: takes one out of the order; null when there is none.</summary>
    public IRunnable? TakeAny()
    {
        for (var place = 0; place < Count; place++)
        {
            if (Volatile.Read(ref _places[place]) is not null && Interlocked.Exchange(ref _places[place], null) is { } run) return run;
        }

        return null;
    }

    /// <summary>By any thread: whether one waits at this moment.</summary>
    public bool HasAny()
    {
        for (var place = 0; place < Count; place++)
        {
            if (Volatile.Read(ref _places[place]) is not null) return true;
        }

        return false;
    }
}
