namespace Akka.Actor;

/// <summary>Calls off what was scheduled with it, at once and for good. Costs one object until its <see cref="Token"/> is asked for.</summary>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler? _scheduler;
    private CancellationTokenSource? _source;
    private ScheduledEntry? _entry;
    private int _cancelled;
    private int _disposed;

    /// <summary>Not called off; <paramref name="scheduler"/> is for <see cref="CancelAfter(TimeSpan)"/>.</summary>
    public Cancelable(IScheduler scheduler) : this(scheduler.Advanced) { }

    /// <summary>Called off after <paramref name="delay"/>.</summary>
    public Cancelable(IScheduler scheduler, TimeSpan delay) : this(scheduler) => CancelAfter(delay);

    /// <summary>Called off after <paramref name="millisecondsDelay"/> milliseconds.</summary>
    public Cancelable(IScheduler scheduler, int millisecondsDelay) : this(scheduler) => CancelAfter(millisecondsDelay);

    /// <summary>Not called off; <paramref name="scheduler"/> is for <see cref="CancelAfter(TimeSpan)"/>.</summary>
    public Cancelable(IActionScheduler scheduler) => _scheduler = scheduler;

    /// <summary>Called off after <paramref name="delay"/>.</summary>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay) : this(scheduler) => CancelAfter(delay);

    private protected Cancelable() { }

    /// <summary>One that is called off already.</summary>
    public static ICancelable CreateCanceled() => new Cancelable { _cancelled = 1 };

    /// <summary>One that is called off with any of <paramref name="cancelables"/>.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler.Advanced, cancelables);

    /// <summary>One that is called off with any of <paramref name="cancelables"/>.</summary>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables) =>
        CreateLinkedCancelable(scheduler, Array.ConvertAll(cancelables, c => c.Token));

    /// <summary>One that is called off with any of <paramref name="cancellationTokens"/>.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params CancellationToken[] cancellationTokens) =>
        CreateLinkedCancelable(scheduler.Advanced, cancellationTokens);

    /// <summary>One that is called off with any of <paramref name="cancellationTokens"/>.</summary>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params CancellationToken[] cancellationTokens)
    {
        var linked = new Cancelable(scheduler);
        foreach (var token in cancellationTokens)
            token.UnsafeRegister(static l => ((Cancelable)l!).CancelUnlessDisposed(), linked);
        return linked;
    }

    /// <inheritdoc/>
    public bool IsCancellationRequested => Volatile.Read(ref _cancelled) != 0;

    /// <summary>True once disposed of.</summary>
    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">Disposed of.</exception>
    public CancellationToken Token
    {
        get
        {
            ThrowIfDisposed();
            var source = Volatile.Read(ref _source);
            if (source is null)
            {
                var created = new CancellationTokenSource();
                source = Interlocked.CompareExchange(ref _source, created, null) ?? created;
                // Cancel may have passed between the two: it saw no source, so it is up to us.
                if (IsCancellationRequested) source.Cancel();
            }
            return source.Token;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">Disposed of.</exception>
    public void Cancel() => Cancel(false);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">Disposed of.</exception>
    public void Cancel(bool throwOnFirstException)
    {
        ThrowIfDisposed();
        if (Interlocked.Exchange(ref _cancelled, 1) != 0) return;
        Interlocked.Exchange(ref _entry, null)?.Remove();
        Volatile.Read(ref _source)?.Cancel(throwOnFirstException);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    /// <exception cref="ObjectDisposedException">Disposed of.</exception>
    public void CancelAfter(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ThrowIfDisposed();
        // It may be disposed of before the time comes, which is no reason to complain on the scheduler's thread.
        _scheduler?.ScheduleOnce(delay, CancelUnlessDisposed, this);
    }

    private void CancelUnlessDisposed()
    {
        if (!IsDisposed) Cancel();
    }

    /// <inheritdoc/>
    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    /// <summary>Lets go of the token. What is scheduled goes on.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the token when <paramref name="disposing"/>.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0) Volatile.Read(ref _source)?.Dispose();
    }

    /// <summary>Lets <see cref="Cancel()"/> take the entry out of the wheel at once. There is room for one, which is nearly all there ever
    /// is; any other is found cancelled when its time comes.</summary>
    internal void Attach(ScheduledEntry entry)
    {
        if (Interlocked.CompareExchange(ref _entry, entry, null) is null && IsCancellationRequested) entry.Remove();
    }

    /// <summary>Forgets an entry that is over.</summary>
    internal void Detach(ScheduledEntry entry) => Interlocked.CompareExchange(ref _entry, null, entry);

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
