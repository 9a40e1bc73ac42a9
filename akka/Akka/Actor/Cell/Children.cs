using System.Collections;
using Akka.Actor.Internal;

namespace Akka.Actor;

/// <summary>
/// The children of an actor by name, and those of them whose end is awaited. Safe to use from any thread. As a collection it is what it
/// is when somebody goes through it: a strategy that does not look costs nothing, however many there are.
/// </summary>
internal sealed class Children : IReadOnlyCollection<ChildRestartStats>
{
    /// <summary>For actors that stopped without ever having had a child.</summary>
    public static readonly Children Closed = new() { _closed = true };

    private readonly Dictionary<string, ChildRestartStats?> _byName = []; // a null is a name taken by a child in the making
    private readonly Lock _lock = new();
    private HashSet<IActorRef>? _dying;
    private bool _closed;

    /// <summary>Takes a name.</summary>
    /// <exception cref="InvalidActorNameException">The name is in use.</exception>
    /// <exception cref="InvalidOperationException">The actor is stopping.</exception>
    public void Reserve(string name)
    {
        lock (_lock)
        {
            if (_closed) throw new InvalidOperationException("Cannot create child while terminating or terminated");
            if (!_byName.TryAdd(name, null)) throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
        }
    }

    public void Unreserve(string name)
    {
        lock (_lock)
            if (_byName.TryGetValue(name, out var stats) && stats is null) _byName.Remove(name);
    }

    /// <summary>Adds a child; false when the actor began to stop meanwhile, so that the child, whose end is awaited, must be stopped too.</summary>
    public bool Add(string name, ChildRestartStats stats)
    {
        lock (_lock)
        {
            _byName[name] = stats;
            if (_closed) (_dying ??= []).Add(stats.Child);
            return !_closed;
        }
    }

    /// <summary>Lets a child go; its stats, or null where that incarnation is not here.</summary>
    public ChildRestartStats? Remove(IActorRef child)
    {
        lock (_lock)
        {
            var stats = FindLocked(child);
            if (stats is not null) _byName.Remove(child.Path.Name);
            _dying?.Remove(child);
            return stats;
        }
    }

    public ChildRestartStats? Find(IActorRef child)
    {
        lock (_lock) return FindLocked(child);
    }

    private ChildRestartStats? FindLocked(IActorRef child) =>
        _byName.TryGetValue(child.Path.Name, out var stats) && stats is not null && stats.Child.Equals(child) ? stats : null;

    public ChildRestartStats? Find(string name)
    {
        lock (_lock) return _byName.TryGetValue(name, out var stats) ? stats : null;
    }

    /// <summary>The end of that child is awaited from now on.</summary>
    public void AwaitEndOf(IActorRef child)
    {
        lock (_lock)
            if (FindLocked(child) is not null) (_dying ??= []).Add(child);
    }

    /// <summary>Takes no more children.</summary>
    public void Close()
    {
        lock (_lock) _closed = true;
    }

    public bool AnyDying
    {
        get { lock (_lock) return _dying is { Count: > 0 }; }
    }

    int IReadOnlyCollection<ChildRestartStats>.Count => Copy(static stats => stats).Length;

    IEnumerator<ChildRestartStats> IEnumerable<ChildRestartStats>.GetEnumerator() => ((IEnumerable<ChildRestartStats>)Copy(static stats => stats)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<ChildRestartStats>)this).GetEnumerator();

    /// <summary>The children, looked up when gone through.</summary>
    public IEnumerable<IInternalActorRef> RefsLater()
    {
        foreach (var child in Refs()) yield return child;
    }

    public IInternalActorRef[] Refs() => Copy(static stats => stats.Child);

    private T[] Copy<T>(Func<ChildRestartStats, T> select)
    {
        lock (_lock)
        {
            if (_byName.Count == 0) return [];
            var all = new T[_byName.Count];
            var count = 0;
            foreach (var stats in _byName.Values)
                if (stats is not null) all[count++] = select(stats);
            return count == all.Length ? all : all[..count];
        }
    }
}
