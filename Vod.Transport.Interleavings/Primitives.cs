using Vod.Transport.Interleavings;

// In the namespace of the sources under test, so that these are found there before those of System.Threading.
namespace Vod.Transport.Scheduling;

/// <summary>Each call is one step of its thread.</summary>
internal static class Volatile
{
    public static T Read<T>(ref readonly T location)
    {
        Explorer.Current.Step();
        return location;
    }

    public static void Write<T>(ref T location, T value)
    {
        Explorer.Current.Step();
        location = value;
    }
}

internal static class Interlocked
{
    public static T Exchange<T>(ref T location, T value)
    {
        Explorer.Current.Step();
        var before = location;
        location = value;
        return before;
    }

    public static void MemoryBarrierProcessWide()
    {
    }
}

internal sealed class ManualResetEventSlim(bool initialState, int spinCount)
{
    private bool _isSet = initialState;

    public int SpinCount { get; } = spinCount;

    public bool IsSet
    {
        get
        {
            Explorer.Current.Step();
            return _isSet;
        }
    }

    public void Set()
    {
        Explorer.Current.Step();
        _isSet = true;
    }

    public void Reset()
    {
        Explorer.Current.Step();
        _isSet = false;
    }

    public void Wait() => Explorer.Current.WaitUntil(() => _isSet);
}

internal sealed class Thread(Action body)
{
    public bool IsBackground { get; set; }

    public string? Name { get; set; }

    public void UnsafeStart() => Explorer.Current.Start(body);

    public static void Sleep(int milliseconds) => Explorer.Current.Step();
}

/// <summary>Keeps what is queued: the scenario looks whether it is complete.</summary>
internal static class ThreadPool
{
    public static List<IThreadPoolWorkItem> Queued { get; } = [];

    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem item, bool preferLocal)
    {
        Queued.Add(item);
        return true;
    }
}
