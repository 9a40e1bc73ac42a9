namespace Vod.Bench.Load;

/// <summary>What went wrong, counted; the first few are kept to be shown. Any thread.</summary>
internal sealed class Faults
{
    private const int Kept = 10;
    private readonly List<string> _messages = [];
    private long _errors;
    private long _wrongBytes;

    /// <summary>Answers that were not what was asked for, connections that broke.</summary>
    public long Errors => Interlocked.Read(ref _errors);

    /// <summary>Bodies with a wrong byte.</summary>
    public long WrongBodies => Interlocked.Read(ref _wrongBytes);

    /// <summary>Both.</summary>
    public long Count => Errors + WrongBodies;

    /// <summary>Whether nothing went wrong.</summary>
    public bool None => Count == 0;

    /// <summary>The first few.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_messages) return [.. _messages];
        }
    }

    /// <summary>Counts errors.</summary>
    public void Error(string message, long count = 1)
    {
        Interlocked.Add(ref _errors, count);
        Keep(message);
    }

    /// <summary>Counts a wrong body.</summary>
    public void WrongBody(string message)
    {
        Interlocked.Increment(ref _wrongBytes);
        Keep("WRONG BYTES: " + message);
    }

    private void Keep(string message)
    {
        lock (_messages)
        {
            if (_messages.Count < Kept) _messages.Add(message);
        }
    }
}
