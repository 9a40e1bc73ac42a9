namespace Akka.Util.Internal;

/// <summary>A number that threads count up together.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
public interface IAtomicCounter<T>
{
    /// <summary>The number now.</summary>
    T Current { get; }

    /// <summary>Counts up and returns the new number.</summary>
    T Next();

    /// <summary>Counts up and returns the number before.</summary>
    T GetAndIncrement();

    /// <summary>Counts up and returns the new number.</summary>
    T IncrementAndGet();

    /// <summary>Adds and returns the number before.</summary>
    T GetAndAdd(T amount);

    /// <summary>Adds and returns the new number.</summary>
    T AddAndGet(T amount);

    /// <summary>Back to zero.</summary>
    void Reset();
}
