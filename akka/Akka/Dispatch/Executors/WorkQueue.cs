using System.Diagnostics.CodeAnalysis;

namespace Akka.Dispatch;

/// <summary>
/// Hands work to the threads of an executor, in order. A thread that finds none sleeps at once: spinning a while, as the collections of the
/// framework do, costs more than it gains where there are more threads than processors. What comes from outside is given to the thread that
/// has slept longest, and to no other, so that short works are spread over all of them. What a thread of the executor adds is for any, the
/// latest to fall asleep is woken for it, and as a rule the thread itself is ready first.
/// </summary>
internal sealed class WorkQueue
{
    [ThreadStatic]
    private static WorkQueue? t_mine;

    private readonly Lock _lock = new();
    private readonly Queue<IRunnable> _work = new();
    private readonly LinkedList<Sleeper> _asleep = new(); // the longest asleep first
    private bool _closed;

    /// <summary>Adds work; false when closed.</summary>
    public bool TryAdd(IRunnable run)
    {
        var isForAny = ReferenceEquals(t_mine, this);
        Sleeper? sleeper = null;
        lock (_lock)
        {
            if (_closed) return false;
            if ((isForAny ? _asleep.Last : _asleep.First) is { } place)
            {
                _asleep.Remove(place);
                sleeper = place.Value;
            }

            if (isForAny || sleeper is null) _work.Enqueue(run);
        }

        sleeper?.Wake(isForAny ? null : run);
        return true;
    }

    /// <summary>Takes the next work, and sleeps until there is some; false when closed and all is taken.</summary>
    /// <param name="self">The calling thread's.</param>
    /// <param name="run">The work.</param>
    public bool TryTake(Sleeper self, [NotNullWhen(true)] out IRunnable? run)
    {
        t_mine = this;
        while (true)
        {
            lock (_lock)
            {
                if (_work.TryDequeue(out run)) return true;
                if (_closed) return false;
                _asleep.AddLast(self.Place);
            }

            if ((run = self.Sleep()) is not null) return true;
        }
    }

    /// <summary>No more is added; what is there will be taken.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            for (; _asleep.First is { } place; _asleep.RemoveFirst()) place.Value.Wake(null);
        }
    }

    /// <summary>What one thread sleeps on.</summary>
    internal sealed class Sleeper
    {
        private bool _woken;
        private IRunnable? _given;

        public Sleeper() => Place = new LinkedListNode<Sleeper>(this);

        /// <summary>Its place among those that sleep.</summary>
        public LinkedListNode<Sleeper> Place { get; }

        /// <summary>Returns once woken, at once if that has been already: with the work it is given, or null when it is to look for some.</summary>
        public IRunnable? Sleep()
        {
            lock (this)
            {
                while (!_woken) Monitor.Wait(this);
                _woken = false;
                var given = _given;
                _given = null;
                return given;
            }
        }

        public void Wake(IRunnable? run)
        {
            lock (this)
            {
                _given = run;
                _woken = true;
                Monitor.Pulse(this);
            }
        }
    }
}
