using System.Text;

namespace Akka.Routing;

/// <summary>Makes circles of nodes.</summary>
public static class ConsistentHash
{
    /// <summary>A circle on which each node has so many places; of nodes that are written alike the first counts.</summary>
    /// <exception cref="ArgumentException">The number is not positive.</exception>
    public static ConsistentHash<T> Create<T>(IEnumerable<T> nodes, int virtualNodesFactor)
    {
        var places = new SortedDictionary<int, T>();
        // In an order of their own, so that equal nodes make equal circles however they come.
        foreach (var node in nodes.DistinctBy(Name).OrderBy(Name, StringComparer.Ordinal)) Place(places, node, virtualNodesFactor);
        return new ConsistentHash<T>(places, virtualNodesFactor);
    }

    /// <summary>What a node is known by.</summary>
    internal static string Name<T>(T node) => node?.ToString() ?? "";

    /// <summary>Gives a node its places; one that another node has is left to that, and the next free one is taken.</summary>
    internal static void Place<T>(SortedDictionary<int, T> places, T node, int virtualNodesFactor)
    {
        for (var i = 0; i < virtualNodesFactor; i++)
        {
            var place = HashFor(Encoding.UTF8.GetBytes($"{Name(node)}-{i}"));
            while (!places.TryAdd(place, node)) place = unchecked(place + 1);
        }
    }

    // FNV-1a, whose lower bits alone are not spread well enough.
    internal static int HashFor(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var b in bytes) hash = unchecked((hash ^ b) * 16777619);
        hash = unchecked((hash ^ (hash >> 16)) * 0x85ebca6b);
        hash = unchecked((hash ^ (hash >> 13)) * 0xc2b2ae35);
        return unchecked((int)(hash ^ (hash >> 16)));
    }
}

#pragma warning disable CA2225 // Akka.NET names the operators Add and Remove as well.

/// <summary>
/// A circle of numbers on which each node has several places; a key belongs to the node of the first place at or after its own number. When
/// a node goes, only its keys move. Immutable. Nodes are known by their text.
/// </summary>
/// <typeparam name="T">The nodes.</typeparam>
public class ConsistentHash<T>
{
    private readonly SortedDictionary<int, T> _nodes;
    private readonly int _virtualNodesFactor;
    private readonly int[] _places;
    private readonly T[] _owners;

    /// <summary>The nodes at these places, where nodes that are added have <paramref name="virtualNodesFactor"/> places each.</summary>
    /// <exception cref="ArgumentException">The number is not positive.</exception>
    public ConsistentHash(SortedDictionary<int, T> nodes, int virtualNodesFactor)
    {
        if (virtualNodesFactor < 1) throw new ArgumentException("virtualNodesFactor must be >= 1", nameof(virtualNodesFactor));
        _nodes = nodes;
        _virtualNodesFactor = virtualNodesFactor;
        _places = [.. nodes.Keys];
        _owners = [.. nodes.Values];
    }

    /// <summary>Whether there is no node.</summary>
    public bool IsEmpty => _owners.Length == 0;

    /// <summary>The circle with one node more.</summary>
    public static ConsistentHash<T> operator +(ConsistentHash<T> hash, T node)
    {
        var places = new SortedDictionary<int, T>(hash._nodes);
        if (!hash.Has(node)) ConsistentHash.Place(places, node, hash._virtualNodesFactor);
        return new ConsistentHash<T>(places, hash._virtualNodesFactor);
    }

    /// <summary>The circle without a node.</summary>
    public static ConsistentHash<T> operator -(ConsistentHash<T> hash, T node) => new(
        new SortedDictionary<int, T>(hash._nodes.Where(place => !IsSame(place.Value, node)).ToDictionary()), hash._virtualNodesFactor);

    /// <summary>The circle with one node more.</summary>
    public ConsistentHash<T> Add(T node) => this + node;

    /// <summary>The circle without a node.</summary>
    public ConsistentHash<T> Remove(T node) => this - node;

    /// <summary>The node that a key belongs to.</summary>
    /// <exception cref="InvalidOperationException">There is no node.</exception>
    public T NodeFor(byte[] key) => NodeAt(key, key);

    /// <summary>The node that a key belongs to.</summary>
    /// <exception cref="InvalidOperationException">There is no node.</exception>
    public T NodeFor(string key) => NodeAt(Encoding.UTF8.GetBytes(key), key);

    private T NodeAt(ReadOnlySpan<byte> bytes, object key)
    {
        if (IsEmpty) throw new InvalidOperationException($"Can't get node for [{key}] from an empty node ring");
        var place = Array.BinarySearch(_places, ConsistentHash.HashFor(bytes));
        if (place < 0) place = ~place;
        return _owners[place % _owners.Length];
    }

    private bool Has(T node) => _nodes.Values.Any(other => IsSame(other, node));

    private static bool IsSame(T one, T other) => string.Equals(ConsistentHash.Name(one), ConsistentHash.Name(other), StringComparison.Ordinal);
}
