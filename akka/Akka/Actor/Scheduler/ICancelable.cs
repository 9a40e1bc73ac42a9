namespace Akka.Actor;

/// <summary>Something that can be called off.</summary>
public interface ICancelable
{
    /// <summary>True once it was called off.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>Cancelled together with this.</summary>
    CancellationToken Token { get; }

    /// <summary>Calls it off. Again does nothing.</summary>
    void Cancel();

    /// <summary>Calls it off after <paramref name="delay"/>.</summary>
    void CancelAfter(TimeSpan delay);

    /// <summary>Calls it off after <paramref name="millisecondsDelay"/> milliseconds.</summary>
    void CancelAfter(int millisecondsDelay);

    /// <summary>Calls it off; <paramref name="throwOnFirstException"/> stops at the first callback of <see cref="Token"/> that throws,
    /// otherwise all are called and what they threw comes as one <see cref="AggregateException"/>.</summary>
    void Cancel(bool throwOnFirstException);
}

/// <summary>Helpers for <see cref="ICancelable"/>.</summary>
public static class CancelableExtensions
{
    /// <summary>Calls it off; null is left alone.</summary>
    public static void CancelIfNotNull(this ICancelable? cancelable) => cancelable?.Cancel();
}
