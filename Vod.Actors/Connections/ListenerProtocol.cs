using System.Net;

namespace Vod.Actors.Connections;

/// <summary>
/// Asks the listener to tell when it is bound; answered with <see cref="Listening"/> or <see cref="ListenFailed"/>, at once when it is known.
/// </summary>
public sealed record WhenListening
{
    /// <summary>The one value.</summary>
    public static WhenListening Instance { get; } = new();
}

/// <summary>The listener is bound.</summary>
/// <param name="EndPoint">The address, with the port that was taken when any was asked for.</param>
public sealed record Listening(IPEndPoint EndPoint);

/// <summary>The listener could not be bound.</summary>
/// <param name="Reason">Why, in words for the operator.</param>
public sealed record ListenFailed(string Reason);

/// <summary>
/// Asks the listener to stop gracefully: accept no more, let what is being sent finish for <c>vod.http.shutdown-timeout</c> at most, close
/// every connection. Answered with <see cref="Drained"/>.
/// </summary>
public sealed record Drain
{
    /// <summary>The one value.</summary>
    public static Drain Instance { get; } = new();
}

/// <summary>No connection is open any more.</summary>
public sealed record Drained
{
    /// <summary>The one value.</summary>
    public static Drained Instance { get; } = new();
}
