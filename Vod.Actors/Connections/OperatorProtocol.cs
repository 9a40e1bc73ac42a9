using Akka.Actor;

namespace Vod.Actors.Connections;

/// <summary>
/// Asks the listener what all connections are doing. Answered with <see cref="ConnectionList"/> within a second or so, by whoever answered
/// until then.
/// </summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
public sealed record ListConnections(long RequestId);

/// <summary>What connections are doing, in the order in which they were accepted.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Connections">One each; those that ended meanwhile, or were too busy to answer in time, are left out.</param>
public sealed record ConnectionList(long RequestId, IReadOnlyList<ConnectionReport> Connections);

/// <summary>What one connection is doing.</summary>
/// <param name="Id">Its number, counted from 1 since the start; <see cref="KickConnection"/> takes it.</param>
/// <param name="Client">The client's address and port; from a trusted proxy (<c>vod.http.trusted-proxies</c>), the address that it tells.</param>
/// <param name="Path">The path of the request that is being answered, or was last, as it was sent; null before the first.</param>
/// <param name="Position">How far into the file it has been sent, bytes; null when no file is being sent.</param>
/// <param name="BytesSent">Since it was accepted, heads included; on Linux what the client has confirmed when that is more.</param>
/// <param name="BytesPerSecond">Over the last seconds.</param>
/// <param name="State">The state of its actor, such as <c>AwaitingRequest</c> (idle) or <c>Writing</c>.</param>
/// <param name="Age">Since it was accepted.</param>
/// <param name="Requests">Requests so far, the one that is being answered included.</param>
/// <param name="UserAgent"><c>User-Agent</c> of the last request that had one.</param>
public sealed record ConnectionReport(
    long Id, string Client, string? Path, long? Position, long BytesSent, double BytesPerSecond, string State, TimeSpan Age, long Requests,
    string? UserAgent);

/// <summary>Tells the listener to cut a connection off, whatever it is sending. Answered with <see cref="Kicked"/>.</summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
/// <param name="Id">Of the connection, see <see cref="ConnectionReport"/>.</param>
public sealed record KickConnection(long RequestId, long Id);

/// <summary>The connection was told to end, or there was none.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Found">Whether there was such a connection.</param>
public sealed record Kicked(long RequestId, bool Found);

/// <summary>Asks a connection what it is doing; answered with <see cref="ConnectionReport"/>.</summary>
internal sealed class DescribeYourself : INotInfluenceReceiveTimeout
{
    public static readonly DescribeYourself Instance = new();

    private DescribeYourself()
    {
    }
}

/// <summary>Tells the listener, and by it every connection, that settings have changed: they hold for requests that begin from now on.</summary>
/// <param name="Settings">All settings.</param>
internal sealed record Reconfigured(VodSettings Settings);

/// <summary>The same for a connection.</summary>
/// <param name="Context">What all connections share.</param>
internal sealed record ContextChanged(ConnectionContext Context);

/// <summary>The listening socket is closed, or gone; published on the event stream, as <see cref="Listening"/> is.</summary>
internal sealed class ListeningEnded
{
    public static readonly ListeningEnded Instance = new();

    private ListeningEnded()
    {
    }
}
