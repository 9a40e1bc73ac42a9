namespace Akka.Benchmarks;

/// <summary>Lets a benchmark wait until actors have done all they were given.</summary>
internal sealed class Signal
{
    private readonly ManualResetEventSlim _done = new(false, spinCount: 0);
    private int _left;

    /// <summary>How many have to say so.</summary>
    public void Expect(int parts)
    {
        _left = parts;
        _done.Reset();
    }

    /// <summary>One has done its part.</summary>
    public void Set()
    {
        if (Interlocked.Decrement(ref _left) == 0) _done.Set();
    }

    /// <summary>Waits for all.</summary>
    /// <exception cref="TimeoutException">A minute was not enough: messages were lost.</exception>
    public void Wait()
    {
        if (!_done.Wait(TimeSpan.FromMinutes(1))) throw new TimeoutException("The actors did not get all of their messages.");
    }
}
