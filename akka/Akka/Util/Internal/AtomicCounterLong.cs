namespace Akka.Util.Internal;

/// <summary>A number that threads count up and down together. It wraps around at the ends of <c>long</c>.</summary>
public class AtomicCounterLong : IAtomicCounter<long>
{
    private long _value;

    /// <summary>Starts at <paramref name="value"/>.</summary>
    public AtomicCounterLong(long value) => _value = value;

    /// <summary>Starts at zero.</summary>
    public AtomicCounterLong() { }

    /// <summary>The number now.</summary>
    public long Current => Volatile.Read(ref _value);

    /// <summary>Counts up and returns the new number.</summary>
    public long Next() => Interlocked.Increment(ref _value);

    /// <summary>Counts up and returns the new number.</summary>
    public long IncrementAndGet() => Interlocked.Increment(ref _value);

    /// <summary>Counts up and returns the number before.</summary>
    public long GetAndIncrement() => Interlocked.Increment(ref _value) - 1;

    /// <summary>Counts down and returns the new number.</summary>
    public long DecrementAndGet() => Interlocked.Decrement(ref _value);

    /// <summary>Adds and returns the new number.</summary>
    public long AddAndGet(long amount) => Interlocked.Add(ref _value, amount);

    /// <summary>Adds and returns the number before.</summary>
    public long GetAndAdd(long amount) => Interlocked.Add(ref _value, amount) - amount;

    /// <summary>Sets the number and returns the one before.</summary>
    public long GetAndSet(long value) => Interlocked.Exchange(ref _value, value);

    /// <summary>Sets <paramref name="newValue"/> if the number is <paramref name="expected"/>; true when it was.</summary>
    public bool CompareAndSet(long expected, long newValue) =>
        Interlocked.CompareExchange(ref _value, newValue, expected) == expected;

    /// <summary>Back to zero.</summary>
    public void Reset() => Interlocked.Exchange(ref _value, 0);

    /// <summary>The number now, as text.</summary>
    public override string ToString() => Current.ToString();
}
