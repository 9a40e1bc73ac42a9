namespace Vod.Transport.Interleavings;

/// <summary>
/// Runs a scenario of a few threads again and again, each time in another order of their steps, until all orders with at most so many
/// preemptions have been seen. One thread runs at a time; before each access to shared memory it lets the explorer choose who goes on.
/// </summary>
internal sealed class Explorer
{
    [ThreadStatic]
    private static Explorer? t_current;

    private readonly Order _order = new();
    private readonly List<Strand> _strands = [];
    private readonly int _maxPreemptions;
    private int _started;
    private int _preemptions;
    private Strand? _running;
    private bool _isAbandoned;
    private Exception? _failure;
    private readonly AutoResetEvent _ended = new(false);

    private Explorer(int maxPreemptions) => _maxPreemptions = maxPreemptions;

    /// <summary>The one whose scenario this thread belongs to.</summary>
    public static Explorer Current => t_current ?? throw new InvalidOperationException("This thread is not part of a scenario.");

    /// <summary>Explores, and returns how many orders there are.</summary>
    /// <param name="maxPreemptions">How many times a thread that could go on is interrupted within one order.</param>
    /// <param name="scenario">Starts the threads; what it returns is checked when all have ended or can go no further.</param>
    public static int Explore(int maxPreemptions, Func<Explorer, Action> scenario)
    {
        var explorer = new Explorer(maxPreemptions);
        var orders = 0;
        do
        {
            explorer.RunOnce(scenario);
            orders++;
        }
        while (explorer._order.TryNext());

        foreach (var strand in explorer._strands) strand.Turn.Set();
        return orders;
    }

    /// <summary>Starts a thread of the scenario.</summary>
    public void Start(Action body)
    {
        if (_started == _strands.Count)
        {
            var added = new Strand();
            _strands.Add(added);
            new Thread(() => RunBodies(added)) { IsBackground = true }.Start();
        }

        var strand = _strands[_started++];
        (strand.Body, strand.WaitsFor) = (body, null);
    }

    /// <summary>A thread is used again in the next order.</summary>
    private void RunBodies(Strand strand)
    {
        t_current = this;
        while (true)
        {
            strand.Turn.WaitOne();
            try
            {
                if (strand.Body is null) return;
                if (!_isAbandoned) strand.Body();
            }
            catch (AbandonedException)
            {
            }
            catch (Exception e)
            {
                _failure ??= e;
            }

            strand.Body = null;
            Switch(strand);
        }
    }

    /// <summary>Before each access to shared memory: another thread may go on first.</summary>
    public void Step() => WaitUntil(null);

    /// <summary>Goes no further before something is true. It is true already in most orders.</summary>
    public void WaitUntil(Func<bool>? condition)
    {
        var strand = _running!;
        strand.WaitsFor = condition;
        if (!_isAbandoned) Switch(strand);
        if (_isAbandoned) throw new AbandonedException();
        strand.WaitsFor = null;
    }

    private void RunOnce(Func<Explorer, Action> scenario)
    {
        (_preemptions, _started, _isAbandoned) = (0, 0, false);
        t_current = this;
        _running = new Strand();
        var check = scenario(this);
        Switch(_running);
        _ended.WaitOne();
        // Those that wait for ever are ended one after the other.
        _isAbandoned = true;
        foreach (var strand in _strands.Where(strand => strand.Body is not null))
        {
            _running = strand;
            strand.Turn.Set();
            _ended.WaitOne();
        }

        try
        {
            if (_failure is not null) throw _failure;
            check();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"In the order {_order}: {e.Message}", e);
        }
    }

    /// <summary>Lets the thread go on whose turn it is by the path, and waits for the turn of the one that has come this far.</summary>
    private void Switch(Strand from)
    {
        if (_isAbandoned)
        {
            _ended.Set();
            return;
        }

        var hasEnded = from.Body is null; // read now: once another goes on, this thread may be given its next body
        var next = Choose(from);
        if (next is null)
        {
            _ended.Set();
        }
        else if (next == from)
        {
            return;
        }
        else
        {
            _running = next;
            next.Turn.Set();
        }

        if (!hasEnded) from.Turn.WaitOne();
    }

    private Strand? Choose(Strand from)
    {
        // The one that runs first: the first order is then the one without preemptions.
        var able = _strands.Where(strand => strand.CanGoOn).OrderBy(strand => strand != from).ToArray();
        if (able.Length == 0) return null;
        var isFree = able[0] != from; // it has ended or waits: to choose another is no preemption
        var count = isFree || _preemptions < _maxPreemptions ? able.Length : 1;
        var chosen = _order.Choose(count);
        if (!isFree && chosen > 0) _preemptions++;
        return able[chosen];
    }

    private sealed class Strand
    {
        // Not a semaphore, which spins before it waits.
        public readonly AutoResetEvent Turn = new(false);
        public Func<bool>? WaitsFor;
        public Action? Body; // until it has ended

        public bool CanGoOn => Body is not null && (WaitsFor is null || WaitsFor());
    }

    private sealed class AbandonedException : Exception;
}
