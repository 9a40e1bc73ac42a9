namespace Akka.TestKit.Internal;

/// <summary>Waits that are never too short: a semaphore's own may end some milliseconds early, and a test may measure them.</summary>
internal static class SemaphoreExtensions
{
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits as long as the kit's clock says; true when the semaphore let it in.</summary>
    internal static async ValueTask<bool> WaitFor(this SemaphoreSlim semaphore, bool sync, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var end = TestKitBase.Now + timeout;
        while (true)
        {
            var left = end - TestKitBase.Now;
            if (left <= TimeSpan.Zero)
            {
                return await semaphore.WaitOnce(sync, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
            }

            // Whole milliseconds count, so that the rest of one is waited for as one.
            if (await semaphore.WaitOnce(sync, left + Millisecond, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }
    }

    /// <summary>Waits by blocking or by awaiting.</summary>
    internal static ValueTask<bool> WaitOnce(this SemaphoreSlim semaphore, bool sync, TimeSpan timeout, CancellationToken cancellationToken) => sync
        ? ValueTask.FromResult(semaphore.Wait(timeout, cancellationToken))
        : new ValueTask<bool>(semaphore.WaitAsync(timeout, cancellationToken));
}
