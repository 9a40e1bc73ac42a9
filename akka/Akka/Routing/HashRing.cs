using System.Text;
using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// A circle of numbers on which each routee has several places; a key belongs to the routee of the first place at or after its own number. When
/// a routee goes, only its keys move.
/// </summary>
internal sealed class HashRing
{
    private readonly Routee[] _routees;
    private readonly uint[] _places;
    private readonly Routee[] _owners;

    public HashRing(Routee[] routees, int placesEach)
    {
        _routees = routees;
        var places = routees
            .SelectMany(routee => Enumerable.Range(0, placesEach).Select(i => (Place: Hash(Encoding.UTF8.GetBytes($"{Name(routee)}-{i}")), Owner: routee)))
            .OrderBy(place => place.Place)
            .ToArray();
        _places = [.. places.Select(place => place.Place)];
        _owners = [.. places.Select(place => place.Owner)];
    }

    /// <summary>Whether it was made of just this array: a router never changes one.</summary>
    public bool IsOf(Routee[] routees) => ReferenceEquals(_routees, routees);

    /// <summary>Whom a key belongs to.</summary>
    public Routee RouteeOf(object key)
    {
        var place = Array.BinarySearch(_places, Hash(HashKey.BytesOf(key)));
        if (place < 0) place = ~place;
        return _owners[place % _owners.Length];
    }

    private static string Name(Routee routee) => routee switch
    {
        ActorRefRoutee { Actor: var actor } => actor.Path.ToString(),
        ActorSelectionRoutee { Selection: var selection } => selection.PathString,
        _ => routee.ToString() ?? "",
    };

    // FNV-1a, whose lower bits alone are not spread well enough.
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261;
        foreach (var b in bytes) hash = (hash ^ b) * 16777619;
        return Mixed(hash);
    }

    private static uint Mixed(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
