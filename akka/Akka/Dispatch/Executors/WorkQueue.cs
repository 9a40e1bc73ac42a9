using System.Diagnostics.CodeAnalysis;

namespace Akka.Dispatch;

/// <summary>
/// Hands work to the threads of an executor, in order. A thread that finds none sleeps at once: spinning a while, as the collections of the
/// framework do, costs more than it gains where there are more threads than processors. The one that fell asleep last is woken first.
/// </summary>
internal sealed class WorkQueue
{
    private readonly Lock _lock = new();
    private readonly Queue<IRunnable> _work = new();
    private readonly Stack<Sleeper> _asleep = new();
    private bool _closed;

    /// <summary>Adds work; false when closed.</summary>
    public bool TryAdd(IRunnable run)
    {
        Sleeper? sleeper;
        lock (_lock)
        {
            if (_closed) return false;
            _work.Enqueue(run);
            _asleep.TryPop(out sleeper);
        }

        sleeper?.Wake();
        return true;
    }

    /// <summary>Takes the next work, and sleeps until there is some; false when closed and all is taken.</summary>
    /// <param name="self">The calling thread's.</param>
    /// <param name="run">The work.</param>
    public bool TryTake(Sleeper self, [NotNullWhen(true)] out IRunnable? run)
    {
        while (true)
        {
            lock (_lock)
            {
                if (_work.TryDequeue(out run)) return true;
                if (_closed) return false;
                _asleep.Push(self);
            }

            self.Sleep();
        }
    }

    /// <summary>No more is added; what is there will be taken.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            while (_asleep.TryPop(out var sleeper)) sleeper.Wake();
        }
    }

    /// <summary>What one thread sleeps on.</summary>
    internal sealed class Sleeper
    {
        private bool _woken;

        /// <summary>Returns once woken; at once, if that has been already.</summary>
        public void Sleep()
        {
            lock (this)
            {
                while (!_woken) Monitor.Wait(this);
                _woken = false;
            }
        }

        public void Wake()
        {
            lock (this)
            {
                _woken = true;
                Monitor.Pulse(this);
            }
        }
    }
}
