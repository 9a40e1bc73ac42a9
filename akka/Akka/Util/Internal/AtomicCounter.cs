namespace Akka.Util.Internal;

/// <summary>A number that threads count up and down together. It wraps around at the ends of <c>int</c>.</summary>
public class AtomicCounter : IAtomicCounter<int>
{
    private int _value;

    /// <summary>Starts at <paramref name="initialValue"/>.</summary>
    public AtomicCounter(int initialValue) => _value = initialValue;

    /// <summary>Starts at zero.</summary>
    public AtomicCounter() { }

    /// <summary>The number now.</summary>
    public int Current => Volatile.Read(ref _value);

    /// <summary>Counts up and returns the new number.</summary>
    public int Next() => Interlocked.Increment(ref _value);

    /// <summary>Counts up and returns the new number.</summary>
    public int IncrementAndGet() => Interlocked.Increment(ref _value);

    /// <summary>Counts up and returns the number before.</summary>
    public int GetAndIncrement() => Interlocked.Increment(ref _value) - 1;

    /// <summary>Counts down and returns the new number.</summary>
    public int DecrementAndGet() => Interlocked.Decrement(ref _value);

    /// <summary>Counts down and returns the new number.</summary>
    public int Decrement() => DecrementAndGet();

    /// <summary>Counts down and returns the number before.</summary>
    public int GetAndDecrement() => Interlocked.Decrement(ref _value) + 1;

    /// <summary>Adds and returns the new number.</summary>
    public int AddAndGet(int amount) => Interlocked.Add(ref _value, amount);

    /// <summary>Adds and returns the number before.</summary>
    public int GetAndAdd(int amount) => Interlocked.Add(ref _value, amount) - amount;

    /// <summary>Sets the number and returns the one before.</summary>
    public int GetAndSet(int value) => Interlocked.Exchange(ref _value, value);

    /// <summary>Sets <paramref name="newValue"/> if the number is <paramref name="expected"/>; true when it was.</summary>
    public bool CompareAndSet(int expected, int newValue) =>
        Interlocked.CompareExchange(ref _value, newValue, expected) == expected;

    /// <summary>Back to zero.</summary>
    public void Reset() => Interlocked.Exchange(ref _value, 0);
}
