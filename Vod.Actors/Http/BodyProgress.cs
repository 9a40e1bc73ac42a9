namespace Vod.Actors.Http;

/// <summary>How far a request's body has been read.</summary>
public enum BodyState
{
    /// <summary>More of it is to come.</summary>
    NeedMore,

    /// <summary>It has been read to its end; what follows is the next request.</summary>
    Complete,

    /// <summary>It is longer than is read: answer with <c>Connection: close</c>, then close.</summary>
    TooLarge,

    /// <summary>Its chunks are malformed: 400 (<see cref="Rejection.Chunking"/>), then close.</summary>
    Malformed,
}

/// <summary>What <see cref="BodyReader.Read"/> made of some bytes.</summary>
/// <param name="State">The state after them.</param>
/// <param name="Consumed">How many of them belong to the body.</param>
public readonly record struct BodyProgress(BodyState State, int Consumed);
