namespace Vod.Transport.Sockets;

/// <summary>
/// Finds a registration by the token that an event carries. A token is a place and a number that is never given twice, so that an event
/// of a registration that is gone finds nothing, whoever has its place or its descriptor now. Finding takes no lock.
/// </summary>
internal sealed class RegistrationTable
{
    private const int SegmentBits = 8, SegmentSize = 1 << SegmentBits;

    private readonly Lock _gate = new();
    private readonly Stack<int> _free = new();
    private Registration?[][] _segments = []; // never moved, so that a place is always the same memory
    private int _used; // places that have ever been used
    private uint _sequence;

    /// <summary>How many registrations there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _used - _free.Count;
        }
    }

    /// <summary>Gives the registration its token. From then on it is found.</summary>
    public void Add(Registration registration)
    {
        lock (_gate)
        {
            if (!_free.TryPop(out var place)) place = NewPlace();
            registration.Token = Token(++_sequence, place);
            Volatile.Write(ref Place(place), registration);
        }
    }

    /// <summary>Frees the place of a registration that is in the table.</summary>
    public void Remove(Registration registration)
    {
        lock (_gate)
        {
            var place = (int)(uint)registration.Token;
            Volatile.Write(ref Place(place), null);
            _free.Push(place);
        }
    }

    /// <summary>The registration that has this token, or null when it is gone.</summary>
    public Registration? Find(ulong token) =>
        Volatile.Read(ref Place((int)(uint)token)) is { } registration && registration.Token == token ? registration : null;

    private static ulong Token(uint sequence, int place) => (ulong)sequence << 32 | (uint)place;

    private ref Registration? Place(int place) => ref Volatile.Read(ref _segments)[place >> SegmentBits][place & (SegmentSize - 1)];

    private int NewPlace()
    {
        if (_used == _segments.Length * SegmentSize) Volatile.Write(ref _segments, [.. _segments, new Registration?[SegmentSize]]);
        return _used++;
    }
}
