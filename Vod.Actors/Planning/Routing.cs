using Vod.Actors.Catalog;

namespace Vod.Actors.Planning;

/// <summary>What a request head alone decides. Closed: <see cref="Answered"/>, <see cref="Lookup"/>, <see cref="Page"/>.</summary>
public abstract record Routing
{
    private Routing()
    {
    }

    /// <summary>The answer does not depend on the catalog.</summary>
    /// <param name="Plan">The answer.</param>
    public sealed record Answered(ResponsePlan Plan) : Routing;

    /// <summary>The catalog must say what the path names; then <see cref="ResponsePlanner.Plan"/> decides.</summary>
    /// <param name="Path">The path; neither confidential, nor hidden, nor a directory.</param>
    public sealed record Lookup(MediaPath Path) : Routing;

    /// <summary>A directory, or something in the server's own space <c>/-/</c>: pages answer.</summary>
    /// <param name="Path">The path; neither confidential nor hidden.</param>
    public sealed record Page(MediaPath Path) : Routing;
}
