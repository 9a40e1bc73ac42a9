using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>
/// A ring of the mailboxes that wait for a thread. Only that thread, the owner, adds; the owner takes them in order; any thread may take
/// them all away, after which the owner finds their places empty. An exchange decides who gets each of them.
/// </summary>
/// <param name="count">How many places there are: a power of two, so that the counters may wrap around.</param>
internal sealed class RunNextPlaces(int count)
{
    private readonly Place[] _places = new Place[count];
    private uint _first, _end; // the places in use; the owner's alone

    /// <summary>By the owner: adds one; false when all places are taken.</summary>
    public bool TryAdd(IRunnable run)
    {
        if (_end - _first == _places.Length) return false;
        // The owner left this place empty, and others only empty places: nothing can be overwritten.
        Volatile.Write(ref _places[_end++ & (_places.Length - 1)].Run, run);
        return true;
    }

    /// <summary>By the owner: takes the one that has waited longest; null when there is none.</summary>
    public IRunnable? TakeFirst()
    {
        while (_first != _end)
        {
            if (Interlocked.Exchange(ref _places[_first++ & (_places.Length - 1)].Run, null) is { } run) return run;
        }

        return null;
    }

    /// <summary>By any thread: takes one out of the order; null when there is none.</summary>
    public IRunnable? TakeAny()
    {
        for (var place = 0; place < _places.Length; place++)
        {
            if (Volatile.Read(ref _places[place].Run) is not null && Interlocked.Exchange(ref _places[place].Run, null) is { } run) return run;
        }

        return null;
    }

    /// <summary>By any thread: whether one waits at this moment.</summary>
    public bool HasAny()
    {
        for (var place = 0; place < _places.Length; place++)
        {
            if (Volatile.Read(ref _places[place].Run) is not null) return true;
        }

        return false;
    }

    // A structure spares the check of the type that an array of references makes at each access.
    private struct Place
    {
        public IRunnable? Run;
    }
}
