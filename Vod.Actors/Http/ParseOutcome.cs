namespace Vod.Actors.Http;

/// <summary>What <see cref="RequestParser"/> makes of the bytes so far. Closed: <see cref="NeedMore"/>, <see cref="Parsed"/>, <see cref="Rejected"/>.</summary>
public abstract record ParseOutcome
{
    private ParseOutcome()
    {
    }

    /// <summary>Nothing wrong so far, but the head is not complete: parse again when there are more bytes.</summary>
    public sealed record NeedMore : ParseOutcome
    {
        /// <summary>The one instance.</summary>
        public static readonly NeedMore Instance = new();

        private NeedMore()
        {
        }
    }

    /// <summary>A complete, valid head. Its body, if it has one (<see cref="RequestHead.Body"/>), follows.</summary>
    /// <param name="Head">The head.</param>
    /// <param name="Consumed">How many of the buffered bytes belong to it.</param>
    public sealed record Parsed(RequestHead Head, int Consumed) : ParseOutcome;

    /// <summary>The request is refused: answer with the status, then close. Known as soon as it can be, often before the head is complete.</summary>
    /// <param name="Reason">Why, and with which status.</param>
    /// <param name="IsHead">Whether the method is known to be HEAD, so that the answer must have no body.</param>
    public sealed record Rejected(Rejection Reason, bool IsHead) : ParseOutcome;
}
