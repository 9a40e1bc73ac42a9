namespace Akka.TestKit;

/// <summary>A count-down latch with a default timeout: waiting for it fails rather than hangs.</summary>
public class TestLatch
{
    /// <summary>How long <see cref="Ready()"/> waits, unless the constructor is told otherwise: 5 s.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly CountdownEvent _latch;
    private readonly Func<TimeSpan, TimeSpan> _dilate;
    private readonly TimeSpan _defaultTimeout;

    /// <summary>Creates a latch that one count opens.</summary>
    public TestLatch()
        : this(1)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="count">How many counts open it.</param>
    public TestLatch(int count)
        : this(count, DefaultTimeout)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="count">How many counts open it.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits.</param>
    public TestLatch(int count, TimeSpan defaultTimeout)
        : this(static duration => duration, defaultTimeout, count)
    {
    }

    /// <summary>Creates a latch.</summary>
    /// <param name="dilate">Stretches timeouts for slow machines.</param>
    /// <param name="defaultTimeout">How long <see cref="Ready()"/> waits.</param>
    /// <param name="count">How many counts open it.</param>
    protected TestLatch(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count)
    {
        _dilate = dilate;
        _defaultTimeout = defaultTimeout;
        _latch = new CountdownEvent(count);
    }

    internal static TestLatch Dilated(Func<TimeSpan, TimeSpan> dilate, TimeSpan defaultTimeout, int count) => new(dilate, defaultTimeout, count);

    /// <summary>Whether all counts were made.</summary>
    public bool IsOpen => _latch.IsSet;

    /// <summary>Makes one count.</summary>
    public void CountDown()
    {
        if (!_latch.IsSet)
        {
            _latch.Signal();
        }
    }

    /// <summary>Makes all counts that are left.</summary>
    public void Open()
    {
        while (!_latch.IsSet)
        {
            CountDown();
        }
    }

    /// <summary>Starts over with the count that the latch was created with.</summary>
    public void Reset() => _latch.Reset();

    /// <summary>Waits until the latch is open.</summary>
    /// <exception cref="TimeoutException">It was not in time.</exception>
    public void Ready() => Ready(_defaultTimeout);

    /// <inheritdoc cref="Ready()"/>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    public void Ready(TimeSpan timeout)
    {
        if (timeout == TimeSpan.MaxValue)
        {
            throw new ArgumentException("A latch cannot be waited for without end.", nameof(timeout));
        }

        if (!_latch.Wait(_dilate(timeout)))
        {
            throw new TimeoutException($"Timeout of {_dilate(timeout)}: the latch still waits for {_latch.CurrentCount} of {_latch.InitialCount} counts.");
        }
    }
}
