using Vod.Actors.Http;

namespace Vod.Actors.Diagnostics;

/// <summary>How the answer to a request ended.</summary>
public enum RequestOutcome
{
    /// <summary>All of it was sent.</summary>
    Complete,

    /// <summary>The server cut it off: a failure, a reader that takes nothing, a stop, an operator.</summary>
    CutOff,

    /// <summary>The client was gone before its end.</summary>
    ClientGone,
}

/// <summary>A request and what became of it: a line of the access log.</summary>
/// <param name="At">When it came, UTC.</param>
/// <param name="Duration">From its last byte to the end of the answer.</param>
/// <param name="Client">The client's address, without a port.</param>
/// <param name="Connection">The number of the connection.</param>
/// <param name="Head">The request; null when it was refused before it was understood.</param>
/// <param name="Status">The status of the answer; 0 when none was sent.</param>
/// <param name="Bytes">Of the answer's body, as far as the kernel has taken them.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AccessEntry(
    DateTimeOffset At, TimeSpan Duration, string Client, long Connection, RequestHead? Head, int Status, long Bytes, RequestOutcome Outcome);
