namespace Akka.Actor;

/// <summary>A hashed wheel: a ring of buckets, one a tick, in which adding and removing take constant time, however much is scheduled.
/// It knows no clock and no threads; its owner tells it the tick and guards it.</summary>
internal sealed class TimerWheel
{
    private static readonly Comparison<ScheduledEntry> ByTime = static (a, b) =>
        a.DueAt != b.DueAt ? a.DueAt.CompareTo(b.DueAt) : a.Sequence.CompareTo(b.Sequence);

    private readonly ScheduledEntry?[] _buckets;
    private long _sequence;

    /// <param name="size">How many buckets; rounded up to a power of two.</param>
    internal TimerWheel(int size) => _buckets = new ScheduledEntry?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size)];

    /// <summary>How many entries wait.</summary>
    internal int Count { get; private set; }

    /// <summary>The last tick that is over.</summary>
    internal long Tick { get; private set; }

    /// <summary>Puts the entry where its <see cref="ScheduledEntry.DueTick"/> says, or in the next bucket when that tick is over.</summary>
    internal void Add(ScheduledEntry entry)
    {
        entry.DueTick = Math.Max(entry.DueTick, Tick + 1);
        entry.Sequence = _sequence++;
        entry.InWheel = true;
        ref var head = ref Bucket(entry.DueTick);
        entry.Next = head;
        if (head is not null) head.Previous = entry;
        head = entry;
        Count++;
    }

    /// <summary>Takes the entry out; nothing happens when it is not in.</summary>
    internal void Remove(ScheduledEntry entry)
    {
        if (!entry.InWheel) return;
        if (entry.Previous is null) Bucket(entry.DueTick) = entry.Next;
        else entry.Previous.Next = entry.Next;
        if (entry.Next is not null) entry.Next.Previous = entry.Previous;
        entry.Next = entry.Previous = null;
        entry.InWheel = false;
        Count--;
    }

    /// <summary>Lets the time be <paramref name="tick"/>, and moves what is due by then to <paramref name="due"/>, in order of time.</summary>
    internal void Advance(long tick, List<ScheduledEntry> due)
    {
        if (tick <= Tick) return;
        // After a pause of more than a turn each bucket is still looked at just once.
        var last = Count == 0 ? Tick : Math.Min(tick, Tick + _buckets.Length);
        for (var at = Tick + 1; at <= last; at++)
        {
            for (var entry = Bucket(at); entry is not null;)
            {
                var next = entry.Next;
                if (entry.DueTick <= tick)
                {
                    Remove(entry);
                    due.Add(entry);
                }
                entry = next;
            }
        }
        Tick = tick;
        if (due.Count > 1) due.Sort(ByTime);
    }

    /// <summary>The next tick whose bucket is not empty, at which something may be due; null when nothing waits.</summary>
    internal long? NextTick()
    {
        if (Count == 0) return null;
        var tick = Tick + 1;
        while (Bucket(tick) is null) tick++;
        return tick;
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        foreach (ref var head in _buckets.AsSpan())
        {
            while (head is not null) Remove(head);
        }
    }

    private ref ScheduledEntry? Bucket(long tick) => ref _buckets[tick & (_buckets.Length - 1)];
}
