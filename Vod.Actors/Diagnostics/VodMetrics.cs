using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Vod.Actors.Http;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// What the server measures, named by the conventions of OpenTelemetry. Nothing is counted, and no clock read, while nobody listens: totals
/// begin when somebody does. Safe for several threads.
/// </summary>
public sealed class VodMetrics : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Vod";

    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS", "CONNECT", "_OTHER", "_OTHER"]; // by RequestMethod
    private readonly ConcurrentDictionary<(RequestMethod, RequestVersion, int, RequestOutcome), KeyValuePair<string, object?>[]> _tags = new();
    private readonly string _name;
    private readonly long[] _activeBy = new long[Methods.Length];
    private Meter? _meter;
    private Histogram<double>? _duration, _mailboxDelay, _dispatcherDelay;
    private Counter<long>? _rejected, _restarts;
    private Instrument? _active, _sentBytes, _slices, _connections;
    private long _sent, _sliceCount, _linesDropped;

    /// <summary>Registers the instruments.</summary>
    /// <param name="name">Of the meter.</param>
    /// <param name="isOpen">Whether to do so at once, or when <see cref="Open"/> is called: until then nothing is measured.</param>
    public VodMetrics(string name = MeterName, bool isOpen = true)
    {
        _name = name;
        if (isOpen) Open();
    }

    /// <summary>Registers the instruments, unless that was done. For one thread at a time.</summary>
    public void Open()
    {
        if (_meter is not null) return;
        _meter = new Meter(_name, typeof(VodMetrics).Assembly.GetName().Version?.ToString(3));
        var seconds = new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };
        var delays = new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1] };
        _duration = _meter.CreateHistogram("http.server.request.duration", "s", "Duration of HTTP server requests.", advice: seconds);
        _active = _meter.CreateObservableUpDownCounter("http.server.active_requests", ActiveRequests, "{request}", "Number of active HTTP server requests.");
        _sentBytes = _meter.CreateObservableCounter("vod.sent", () => Volatile.Read(ref _sent), "By", "Bytes that the kernel has taken, heads included.");
        _slices = _meter.CreateObservableCounter("vod.slices", () => Volatile.Read(ref _sliceCount), "{slice}", "Slices of files that were sent.");
        _rejected = _meter.CreateCounter<long>("vod.rejected", "{request}", "Requests and connections refused before they were looked into, by reason.");
        _restarts = _meter.CreateCounter<long>("vod.actor.restarts", "{restart}", "Actors restarted after a failure.");
        _connections = _meter.CreateObservableUpDownCounter("vod.connections", () => Vitals.Connections, "{connection}", "Open connections, by the state of their actor.");
        _meter.CreateObservableCounter("vod.access_log.dropped", () => Volatile.Read(ref _linesDropped), "{line}", "Lines of the access log that were lost.");
        _meter.CreateObservableUpDownCounter("vod.file_actors", () => Vitals.FileActors, "{actor}", "Files that are open for viewers.");
        _meter.CreateObservableUpDownCounter("vod.catalog.files", () => Vitals.Files, "{file}", "Files in the catalog.");
        _meter.CreateObservableUpDownCounter("vod.catalog.size", () => Vitals.CatalogBytes, "By", "Sizes of the files in the catalog, added up.");
        _mailboxDelay = _meter.CreateHistogram("vod.mailbox.delay", "s", "How long a message waits until an actor takes it, by a probe.", advice: delays);
        _dispatcherDelay = _meter.CreateHistogram("vod.dispatcher.delay", "s", "How long an actor with an empty mailbox waits for a thread, by a probe.", advice: delays);
    }

    /// <summary>Whether anybody wants durations of requests.</summary>
    public bool TimesRequests => _duration is { Enabled: true };

    /// <summary>Whether anybody wants what only asking around tells: see <see cref="VitalsActor"/>.</summary>
    internal bool WantsVitals => _connections is { Enabled: true } || _mailboxDelay is { Enabled: true } || _dispatcherDelay is { Enabled: true };

    /// <summary>What was found when last asked around.</summary>
    internal Vitals Vitals { get => Volatile.Read(ref field); set => Volatile.Write(ref field, value); } = Vitals.None;

    /// <summary>A request has begun; whether it was counted as active, and is to be told when it ends.</summary>
    public bool RequestBegan(RequestMethod method)
    {
        if (_active is not { Enabled: true }) return false;
        Interlocked.Increment(ref _activeBy[(int)method]);
        return true;
    }

    /// <summary>A request that was counted as active has ended.</summary>
    public void RequestEnded(RequestMethod method) => Interlocked.Decrement(ref _activeBy[(int)method]);

    /// <summary>A request has ended, and took so long.</summary>
    /// <param name="head">The request.</param>
    /// <param name="status">Of the answer; 0 when there was none.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="seconds">From its last byte to the end of the answer.</param>
    public void RequestTook(RequestHead head, int status, RequestOutcome outcome, double seconds)
    {
        if (_duration is { Enabled: true }) _duration.Record(seconds, TagsOf(head, status, outcome));
    }

    /// <summary>The kernel has taken bytes.</summary>
    public void Sent(long bytes)
    {
        if (_sentBytes is { Enabled: true }) Interlocked.Add(ref _sent, bytes);
    }

    /// <summary>A slice of a file is sent.</summary>
    public void SliceSent()
    {
        if (_slices is { Enabled: true }) Interlocked.Increment(ref _sliceCount);
    }

    /// <summary>A request, or a connection, was refused.</summary>
    /// <param name="reason">One of a few.</param>
    public void Rejected(string reason)
    {
        if (_rejected is { Enabled: true }) _rejected.Add(1, new KeyValuePair<string, object?>("vod.reason", reason));
    }

    /// <summary>An actor was restarted.</summary>
    /// <param name="actor">Which, by its path beneath <c>/user</c>.</param>
    public void Restarted(string actor)
    {
        if (_restarts is { Enabled: true }) _restarts.Add(1, new KeyValuePair<string, object?>("vod.actor", actor));
    }

    /// <summary>Lines of the access log were lost. Counted in any case: they may be lost before anybody listens.</summary>
    public void LinesDropped(int lines) => Interlocked.Add(ref _linesDropped, lines);

    /// <summary>A probe was taken by an actor.</summary>
    internal void MailboxDelay(string actor, double seconds) => _mailboxDelay?.Record(seconds, new KeyValuePair<string, object?>("vod.actor", actor));

    /// <summary>A probe was taken by a thread.</summary>
    internal void DispatcherDelay(string dispatcher, double seconds) =>
        _dispatcherDelay?.Record(seconds, new KeyValuePair<string, object?>("vod.dispatcher", dispatcher));

    /// <inheritdoc/>
    public void Dispose() => _meter?.Dispose();

    /// <summary>The name of a method for metrics and traces: those who make up methods do not make up time series.</summary>
    internal static string NameOf(RequestHead head) => head.Method == RequestMethod.Other ? head.MethodName : Methods[(int)head.Method];

    /// <summary>What ended a request badly; null when nothing did.</summary>
    internal static string? ErrorOf(int status, RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.CutOff => "cut_off",
        RequestOutcome.ClientGone => "client_gone",
        _ when status >= 500 => status.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    internal static string VersionOf(RequestHead head) => head.Version == RequestVersion.Http10 ? "1.0" : "1.1";

    private IEnumerable<Measurement<long>> ActiveRequests()
    {
        for (var i = 0; i < _activeBy.Length - 1; i++) // the last two have the same name
        {
            var active = Volatile.Read(ref _activeBy[i]) + (i == _activeBy.Length - 2 ? Volatile.Read(ref _activeBy[i + 1]) : 0);
            yield return new Measurement<long>(active, new("http.request.method", Methods[i]), new("url.scheme", "http"));
        }
    }

    /// <summary>Made once for each combination that occurs: there are a few dozen.</summary>
    private KeyValuePair<string, object?>[] TagsOf(RequestHead head, int status, RequestOutcome outcome) =>
        _tags.TryGetValue((head.Method, head.Version, status, outcome), out var tags) ? tags : MakeTags(head, status, outcome);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private KeyValuePair<string, object?>[] MakeTags(RequestHead head, int status, RequestOutcome outcome)
    {
        List<KeyValuePair<string, object?>> tags =
        [
            new("http.request.method", Methods[(int)head.Method]), new("url.scheme", "http"), new("network.protocol.version", VersionOf(head)),
        ];
        if (status != 0) tags.Add(new("http.response.status_code", status));
        if (ErrorOf(status, outcome) is { } error) tags.Add(new("error.type", error));
        return _tags.GetOrAdd((head.Method, head.Version, status, outcome), [.. tags]);
    }
}
