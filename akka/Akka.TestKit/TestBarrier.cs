namespace Akka.TestKit;

/// <summary>Lets a number of threads go on together, once all of them have come.</summary>
public class TestBarrier
{
    /// <summary>How long <see cref="Await()"/> waits, unless the constructor is told otherwise: 5 s.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    private readonly TestKitBase _testKit;
    private readonly int _count;
    private readonly TimeSpan _defaultTimeout;
    private Barrier _barrier;

    /// <summary>Creates a barrier.</summary>
    /// <param name="testKit">The kit whose time factor stretches timeouts.</param>
    /// <param name="count">How many threads are waited for.</param>
    /// <param name="defaultTimeout">How long <see cref="Await()"/> waits.</param>
    public TestBarrier(TestKitBase testKit, int count, TimeSpan? defaultTimeout = null)
    {
        _testKit = testKit;
        _count = count;
        _defaultTimeout = defaultTimeout ?? DefaultTimeout;
        _barrier = new Barrier(count);
    }

    /// <summary>Waits until all threads have come.</summary>
    /// <exception cref="TimeoutException">They did not in time.</exception>
    public void Await() => Await(_defaultTimeout);

    /// <inheritdoc cref="Await()"/>
    /// <param name="timeout">How long to wait, before it is stretched.</param>
    public void Await(TimeSpan timeout)
    {
        var dilated = _testKit.Dilated(timeout);
        if (!_barrier.SignalAndWait(dilated))
        {
            throw new TimeoutException($"Timeout of {dilated}: not all {_count} threads have come to the barrier.");
        }
    }

    /// <summary>Starts over.</summary>
    public void Reset() => _barrier = new Barrier(_count);
}
