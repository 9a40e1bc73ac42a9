using System.Collections.Immutable;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>One phase of a coordinated shutdown.</summary>
/// <param name="DependsOn">The phases that come before it.</param>
/// <param name="Timeout">How long it may take.</param>
/// <param name="Recover">Whether the shutdown goes on when a task fails or takes too long.</param>
internal sealed record ShutdownPhase(ImmutableHashSet<string> DependsOn, TimeSpan Timeout, bool Recover);

/// <summary>The phases of a coordinated shutdown, in an order in which each comes after those that it depends on.</summary>
internal sealed class ShutdownPhases
{
    private readonly ImmutableDictionary<string, ShutdownPhase> _phases;

    /// <exception cref="ArgumentException">Phases depend on one another.</exception>
    internal ShutdownPhases(ImmutableDictionary<string, ShutdownPhase> phases)
    {
        _phases = phases;
        Order = Sort(phases);
    }

    internal IReadOnlyList<string> Order { get; }

    internal ShutdownPhase this[string name]
    {
        get
        {
            Check(name);
            return _phases[name];
        }
    }

    /// <summary>Reads <c>phases</c> and <c>default-phase-timeout</c> of <c>akka.coordinated-shutdown</c>.</summary>
    internal static ShutdownPhases From(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout", null, false);
        var phases = config.GetConfig("phases") ?? Config.Empty;
        return new ShutdownPhases(phases.AsEnumerable().ToImmutableDictionary(pair => pair.Key, pair =>
        {
            var phase = phases.GetConfig(Quoted(pair.Key)) ?? Config.Empty;
            return new ShutdownPhase(
                phase.GetStringList("depends-on").ToImmutableHashSet(),
                phase.GetTimeSpan("timeout", defaultTimeout, false),
                phase.GetBoolean("recover", true));
        }));
    }

    /// <exception cref="ArgumentException">There is no such phase.</exception>
    internal void Check(string phase)
    {
        if (!_phases.ContainsKey(phase))
            throw new ArgumentException($"Unknown phase [{phase}], known phases [{string.Join(", ", Order)}]. All phases (along with their optional dependencies) must be defined in configuration.", nameof(phase));
    }

    /// <summary>The phases from this one on, or all.</summary>
    internal IEnumerable<string> OrderFrom(string? phase) => phase is null ? Order : Order.SkipWhile(name => name != phase);

    private static string Quoted(string key) => key.Contains('.') ? $"\"{key}\"" : key;

    /// <summary>Depth first; what is on the way and comes up again is a cycle. A phase that is only depended on counts as well.</summary>
    private static List<string> Sort(ImmutableDictionary<string, ShutdownPhase> phases)
    {
        var order = new List<string>();
        var sorted = new HashSet<string>();
        var onTheWay = new HashSet<string>();
        // Names in their alphabet: the same configuration always gives the same order.
        foreach (var name in phases.Keys.Order(StringComparer.Ordinal)) Visit(name);
        return order;

        void Visit(string name)
        {
            if (sorted.Contains(name)) return;
            if (!onTheWay.Add(name))
                throw new ArgumentException($"Cycle detected in graph of phases. It must be a DAG. phase [{name}] depends transitively on itself. All dependencies: {string.Join("; ", phases.Select(pair => $"{pair.Key} -> [{string.Join(", ", pair.Value.DependsOn)}]"))}");
            if (phases.TryGetValue(name, out var phase))
            {
                foreach (var before in phase.DependsOn.Order(StringComparer.Ordinal)) Visit(before);
            }
            onTheWay.Remove(name);
            sorted.Add(name);
            order.Add(name);
        }
    }
}
