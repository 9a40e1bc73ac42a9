using System.Collections.Immutable;

namespace Vod.Actors.Planning;

/// <summary>What a <c>Range</c> field asks of a file. Closed: <see cref="Ignored"/>, <see cref="Unsatisfiable"/>, <see cref="Satisfiable"/>.</summary>
public abstract record RangeOutcome
{
    private RangeOutcome()
    {
    }

    /// <summary>The field says nothing that is to be heeded: answer as if it were absent.</summary>
    public sealed record Ignored : RangeOutcome
    {
        /// <summary>The one instance.</summary>
        public static readonly Ignored Instance = new();

        private Ignored()
        {
        }
    }

    /// <summary>Every range lies outside the file: 416.</summary>
    public sealed record Unsatisfiable : RangeOutcome
    {
        /// <summary>The one instance.</summary>
        public static readonly Unsatisfiable Instance = new();

        private Unsatisfiable()
        {
        }
    }

    /// <summary>The ranges to send: inside the file, not empty, disjoint, in the order in which they were asked for.</summary>
    /// <param name="Ranges">At least one, at most <see cref="RangeHeader.MaxRanges"/>.</param>
    public sealed record Satisfiable(ImmutableArray<ByteRange> Ranges) : RangeOutcome;
}
