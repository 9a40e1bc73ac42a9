using System.Diagnostics;
using System.Net;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Transport;

namespace Vod.Actors.Connections;

/// <summary>
/// What a connection tells of itself: to metrics, traces and the access log as its requests come and go, and to an operator who asks. It
/// looks at no clock for a request that nobody wants to know of.
/// </summary>
/// <param name="id">The connection's number.</param>
/// <param name="channel">The connection.</param>
/// <param name="acceptedAt">Since when.</param>
internal sealed class RequestJournal(long id, IConnectionChannel channel, TimeSpan acceptedAt)
{
    private Pace _pace = new(acceptedAt);
    private Observers _observers = Observers.None;
    private RequestHead? _head; // of the request that is being answered
    private Activity? _span;
    private string? _path, _userAgent, _client;
    private long _startedAt, _sent, _sentBefore, _writing;
    private int _status, _headBytes;
    private bool _isOpen, _isCounted;

    /// <summary>Requests so far.</summary>
    public long Requests { get; private set; }

    /// <summary>A request has come.</summary>
    public void Begin(RequestHead head, Observers observers)
    {
        Requests++;
        Open(head, observers);
        _path = head.Target.Path;
        _userAgent = head.UserAgent ?? _userAgent;
        _client = observers.ClientOf(head, channel.RemoteAddress);
        _isCounted = observers.Metrics.RequestBegan(head.Method);
        if (RequestTracing.IsOn) _span = RequestTracing.Begin(head, _client ?? AddressOf(channel.RemoteAddress));
    }

    /// <summary>A request, or the connection itself, is refused. One whose body is to blame has begun already.</summary>
    public void BeginRefused(string reason, Observers observers)
    {
        observers.Metrics.Rejected(reason);
        if (!_isOpen) Open(null, observers);
    }

    /// <summary>So much is handed to the kernel.</summary>
    public void Writing(long bytes, bool hasSlice)
    {
        _writing = bytes;
        if (hasSlice) _observers.Metrics.SliceSent();
    }

    /// <summary>The head is part of that.</summary>
    public void Answered(int status, int headBytes) => (_status, _headBytes) = (status, headBytes);

    /// <summary>The kernel has taken it.</summary>
    public void Written()
    {
        _sent += _writing;
        _observers.Metrics.Sent(_writing);
        _writing = 0;
    }

    /// <summary>The answer has ended, if there is one.</summary>
    public void End(RequestOutcome outcome)
    {
        if (!_isOpen) return;
        _isOpen = false;
        var bytes = Math.Max(0, _sent - _sentBefore - _headBytes);
        if (_isCounted) _observers.Metrics.RequestEnded(_head!.Method);
        if (_startedAt != 0) Tell(outcome, bytes, Stopwatch.GetElapsedTime(_startedAt));
        if (_span is not null) RequestTracing.End(_span, _status, bytes, outcome);
        (_head, _span, _isCounted) = (null, null, false);
    }

    /// <summary>The client has taken something; how much the kernel knows of, is asked now and then.</summary>
    public void Taken(TimeSpan now)
    {
        if (_pace.IsDue(now)) _pace.Note(now, Total());
    }

    /// <summary>What an operator gets to see.</summary>
    public ConnectionReport Report(string state, long? position, TimeSpan now)
    {
        var total = Total();
        return new ConnectionReport(id, _client ?? Plain(channel.RemoteAddress).ToString()!, _path, position, total, _pace.Note(now, total), state, now - acceptedAt, Requests, _userAgent);
    }

    /// <summary>The path of the last request.</summary>
    public string? Path => _path;

    private void Open(RequestHead? head, Observers observers)
    {
        _observers = observers;
        _isOpen = true;
        (_head, _status, _headBytes, _sentBefore) = (head, 0, 0, _sent);
        _startedAt = observers.Log is not null || observers.Metrics.TimesRequests ? Stopwatch.GetTimestamp() : 0;
    }

    private void Tell(RequestOutcome outcome, long bytes, TimeSpan took)
    {
        if (_head is not null) _observers.Metrics.RequestTook(_head, _status, outcome, took.TotalSeconds);
        _observers.Log?.Write(new AccessEntry(DateTimeOffset.UtcNow - took, took, _client ?? AddressOf(channel.RemoteAddress), id, _head, _status, bytes, outcome));
    }

    private long Total() => Math.Max(_sent, channel.BytesConfirmed ?? 0);

    private static string AddressOf(EndPoint peer) => Plain(peer) is IPEndPoint { Address: var address } ? address.ToString() : peer.ToString()!;

    /// <summary>An IPv4 address, where IPv4 comes in on a socket of IPv6.</summary>
    private static EndPoint Plain(EndPoint peer) =>
        peer is IPEndPoint { Address: { IsIPv4MappedToIPv6: true } address, Port: var port } ? new IPEndPoint(address.MapToIPv4(), port) : peer;
}
