namespace Akka.Util;

/// <summary>A flag that threads share: reads and writes are ordered, changes are atomic.</summary>
public class AtomicBoolean
{
    private int _value;

    /// <summary>Starts as <paramref name="initialValue"/>.</summary>
    public AtomicBoolean(bool initialValue = false) => _value = initialValue ? 1 : 0;

    /// <summary>The flag now.</summary>
    public bool Value
    {
        get => Volatile.Read(ref _value) == 1;
        set => Interlocked.Exchange(ref _value, value ? 1 : 0);
    }

    /// <summary>The flag now.</summary>
    public static implicit operator bool(AtomicBoolean atomicBoolean) => atomicBoolean.Value;

    /// <summary>Sets <paramref name="newValue"/> if the flag is <paramref name="expected"/>; true when it was.</summary>
    public bool CompareAndSet(bool expected, bool newValue)
    {
        var before = expected ? 1 : 0;
        return Interlocked.CompareExchange(ref _value, newValue ? 1 : 0, before) == before;
    }

    /// <summary>Sets <paramref name="newValue"/> and returns what was there.</summary>
    public bool GetAndSet(bool newValue) => Interlocked.Exchange(ref _value, newValue ? 1 : 0) == 1;
}
