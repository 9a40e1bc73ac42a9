namespace Akka.Util;

/// <summary>A reference that threads share: reads and writes are ordered, changes are atomic.</summary>
/// <typeparam name="T">The type referred to.</typeparam>
public class AtomicReference<T> where T : class?
{
    /// <summary>The reference itself.</summary>
    protected T atomicValue;

    /// <summary>Starts with <paramref name="originalValue"/>.</summary>
    public AtomicReference(T originalValue) => atomicValue = originalValue;

    /// <summary>Starts with null.</summary>
    public AtomicReference() => atomicValue = null!;

    /// <summary>The reference now.</summary>
    public T Value
    {
        get => Volatile.Read(ref atomicValue);
        set => Volatile.Write(ref atomicValue, value);
    }

    /// <summary>The reference now.</summary>
    public static implicit operator T(AtomicReference<T> atomicReference) => atomicReference.Value;

    /// <summary>Sets <paramref name="newValue"/> if the reference is <paramref name="expected"/>; true when it was.</summary>
    public bool CompareAndSet(T expected, T newValue) =>
        ReferenceEquals(Interlocked.CompareExchange(ref atomicValue, newValue, expected), expected);

    /// <summary>Sets <paramref name="newValue"/> and returns what was there.</summary>
    public T GetAndSet(T newValue) => Interlocked.Exchange(ref atomicValue, newValue);
}
