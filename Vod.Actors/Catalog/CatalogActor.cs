using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Catalog;

/// <summary>
/// The index of the content directory: answers what a path names (<see cref="Resolve"/>), and keeps right while files come, go and change.
/// It never looks at the disk itself: its children do, on a dispatcher that may block. One that crashes takes it along; the restarted catalog
/// scans anew.
/// </summary>
public sealed class CatalogActor : ReceiveActor, IWithTimers
{
    /// <summary>From this many links times events on, looking at everything is less work than finding the aliases of each place.</summary>
    private const int MaxAliasWork = 1_000_000;

    private static long s_scans;

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CatalogIndex _index = new();
    private readonly TouchWindow _window = new();
    private readonly HashSet<IActorRef> _subscribers = [];
    private readonly HashSet<string> _forbidden = new(StringComparer.Ordinal);
    private readonly ContentTypes _types;
    private readonly IActorRef _scanner;
    private readonly IActorRef _prober;
    private readonly long _started = Stopwatch.GetTimestamp();
    private ContentSettings _settings;
    private readonly SortedDictionary<string, string> _gaps = new(StringComparer.Ordinal);
    private TimeSpan? _firstScan;
    private DateTimeOffset _scanBegan;
    private DateTimeOffset? _scanEnded;
    private TimeSpan? _scanTook;
    private string? _unwatched;
    private bool _isGone;
    private IndexChange _change;
    private long _scan;
    private bool _scanAgain;
    private bool _settled;
    private bool _looking;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="settings">What to serve.</param>
    public CatalogActor(ContentSettings settings)
    {
        _settings = settings;
        var directory = Path.GetFullPath(settings.Directory);
        _types = new ContentTypes(settings.MimeTypes);
        var tree = new ContentTree(directory, _types);
        _scanner = Context.ActorOf(Akka.Actor.Props.Create(() => new ScannerActor(tree, directory)), "scanner");
        _prober = Context.ActorOf(Akka.Actor.Props.Create(() => new ProberActor(tree)), "prober");

        Receive<Resolve>(OnResolve);
        Receive<ListFiles>(list => Sender.Tell(new FileList(
            list.RequestId, _index.Version, list.KnownVersion == _index.Version ? null : _index.Snapshot(), _settled)));
        Receive<Refresh>(refresh => Look(refresh.Path, refresh.RequestId));
        Receive<Looked>(OnLooked);
        Receive<PathTouched>(touch => Gather(() => _window.Add(touch.Path, touch.CameOrWent)));
        Receive<EventsLost>(_ => Gather(_window.AddAll));
        Receive<Settle>(_ => LookAtWindow());
        Receive<Rescan>(_ => Scan());
        Receive<Scanned>(OnScanned);
        Receive<ScanEnded>(OnScanEnded);
        Receive<RootGone>(_ => OnRootGone());
        Receive<RootBack>(_ => OnRootBack());
        Receive<WatchingChanged>(changed => _unwatched = changed.Failure);
        Receive<GetSummary>(_ => Sender.Tell(Summary()));
        Receive<GetStatus>(_ => Sender.Tell(Status()));
        Receive<ScanNow>(_ => OnScanNow());
        Receive<SubscribeIndexed>(_ => OnSubscribe());
        Receive<ContentChanged>(changed => Reconfigure(changed.Settings));
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The catalog of a content directory.</summary>
    /// <param name="settings">What to serve.</param>
    public static Props Props(ContentSettings settings) => Akka.Actor.Props.Create(() => new CatalogActor(settings));

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    /// <inheritdoc/>
    protected override void PreStart() => Scan();

    /// <inheritdoc/>
    protected override void PreRestart(Exception reason, object? message)
    {
        // Whoever waits for the first scan waits for that of the next incarnation.
        foreach (var subscriber in _subscribers) Self.Tell(SubscribeIndexed.Instance, subscriber);
        Context.System.EventStream.Publish(new ActorRestarting(Self.Path.Name));
        base.PreRestart(reason, message);
    }

    private void OnResolve(Resolve resolve)
    {
        if (resolve.Path.IsDirectory) Sender.Tell(new NotFound(resolve.RequestId));
        else if (_index.TryGet(resolve.Path.Value, out var item)) Sender.Tell(new Found(resolve.RequestId, item));
        else if (_settled) Sender.Tell(Nothing(resolve.RequestId, resolve.Path));
        else Look(resolve.Path, resolve.RequestId);
    }

    private NotFound Nothing(long requestId, MediaPath path) => new(requestId) { IsDirectory = _index.IsDirectory(path.Value) };

    private void Look(MediaPath path, long requestId)
    {
        if (path.IsDirectory) Sender.Tell(new NotFound(requestId));
        else _prober.Tell(new LookAt([new Touch(path.Value, CameOrWent: false)], new Asker(requestId, Sender)));
    }

    private void OnLooked(Looked looked)
    {
        var change = default(IndexChange);
        foreach (var sight in looked.Sights) change += Apply(sight);
        if (!change.IsNone) _log.CatalogChanged(change);
        if (looked.Asker is { } asker)
        {
            var known = _index.TryGet(looked.Sights[0].Path, out var item);
            asker.Ref.Tell(known ? new Found(asker.RequestId, item!) : Nothing(asker.RequestId, MediaPath.OfFile(looked.Sights[0].Path)));
            return;
        }
        _looking = false;
        if (!_window.IsEmpty) StartSettling();
    }

    private IndexChange Apply(Sight sight) => sight.Entry switch
    {
        { Item: { } item, LinkTarget: var target } => _index.Set(item, target),
        { Kind: FileKind.Directory, LinkTarget: var target } when sight.Tree is { } tree => ApplyTree(sight.Path, target, tree),
        { Kind: FileKind.Directory or FileKind.Unknown } => default,
        { LinkTarget: var target } => _index.Remove(sight.Path, target),
    };

    private IndexChange ApplyTree(string path, string? target, Tree tree)
    {
        LogGaps(tree.Gaps);
        return _index.SetTree(path, target, tree);
    }

    private void Gather(Action touch)
    {
        touch();
        if (!_looking && !_window.IsEmpty) StartSettling();
    }

    private void StartSettling()
    {
        if (!Timers.IsTimerActive(nameof(Settle))) Timers.StartSingleTimer(nameof(Settle), Settle.Instance, _settings.SettleTime);
    }

    private void LookAtWindow()
    {
        var touches = _window.Drain();
        if (touches.Rescan || (long)touches.Places.Count * _index.Links.Count > MaxAliasWork) Scan();
        if (touches.Places.Count == 0) return;
        var aliases = _index.Links.Count == 0
            ? []
            : touches.Places.SelectMany(place => _index.Links.Aliases(place.Path).Select(alias => new Touch(alias, place.CameOrWent)));
        _looking = true;
        _prober.Tell(new LookAt([.. touches.Places.Concat(aliases).DistinctBy(place => place.Path)], null));
    }

    private void Scan()
    {
        _scanAgain = _scan != 0;
        if (_scanAgain) return;
        Timers.Cancel(nameof(Rescan));
        _scan = Interlocked.Increment(ref s_scans);
        _scanBegan = Context.System.Scheduler.Now;
        _change = default;
        _index.BeginScan();
        _scanner.Tell(new ScanAll(_scan));
    }

    private void OnScanned(Scanned scanned)
    {
        if (scanned.Scan == _scan) _change += _index.AddScanned(scanned.Items, scanned.Links);
    }

    private void OnScanEnded(ScanEnded ended)
    {
        if (ended.Scan != _scan) return;
        _scan = 0;
        _settled = true;
        _scanEnded = Context.System.Scheduler.Now;
        _scanTook = _scanEnded - _scanBegan;
        _isGone = ended.Gaps is null;
        _gaps.Clear();
        if (ended.Gaps is { } gaps)
        {
            _change += _index.EndScan(gaps);
            LogGaps(gaps);
        }
        else
        {
            _change += _index.Clear();
        }
        if (_firstScan is null) OnFirstScan();
        else if (!_change.IsNone) _log.CatalogChanged(_change);
        if (_scanAgain) Scan();
        else Timers.StartSingleTimer(nameof(Rescan), Rescan.Instance, _settings.RescanInterval);
    }

    private void OnFirstScan()
    {
        _firstScan = Stopwatch.GetElapsedTime(_started);
        var indexed = new Indexed(Summary());
        foreach (var subscriber in _subscribers) subscriber.Tell(indexed);
        _subscribers.Clear();
    }

    private void OnRootGone()
    {
        _log.ContentDirectoryGone(_settings.Directory);
        _index.Clear();
        _gaps.Clear();
        _isGone = true;
        _settled = true;
    }

    private void OnRootBack()
    {
        _log.ContentDirectoryBack(_settings.Directory);
        _settled = false;
        Scan();
    }

    private void OnSubscribe()
    {
        if (_firstScan is null) _subscribers.Add(Sender);
        else Sender.Tell(new Indexed(Summary()));
    }

    private void Reconfigure(ContentSettings settings)
    {
        _settings = settings;
        _types.Overrides = settings.MimeTypes;
        _index.Retype(_types);
        if (Timers.IsTimerActive(nameof(Rescan))) Timers.StartSingleTimer(nameof(Rescan), Rescan.Instance, _settings.RescanInterval);
    }

    private CatalogSummary Summary() =>
        new(_index.Files, _index.Bytes, _firstScan is not null, _firstScan ?? Stopwatch.GetElapsedTime(_started));

    private void OnScanNow()
    {
        Scan();
        Sender.Tell(Status());
    }

    private CatalogStatus Status()
    {
        List<CatalogProblem> problems = [];
        if (_isGone) problems.Add(new CatalogProblem("", "the content directory is gone"));
        if (_unwatched is { } failure) problems.Add(new CatalogProblem("", $"no file events, changes are seen by the periodic scan only: {failure}"));
        problems.AddRange(_gaps.Select(gap => new CatalogProblem(gap.Key, gap.Value)));
        return new CatalogStatus(Summary(), _scanEnded, _scanTook, _scan != 0, problems);
    }

    private void LogGaps(Gaps gaps)
    {
        foreach (var path in gaps.Forbidden)
        {
            if (_forbidden.Add(path)) _log.DirectoryForbidden(path);
            _gaps[path] = "may not be read: nothing in it is served";
        }
        foreach (var path in gaps.Failed)
        {
            _log.LookFailed(path);
            _gaps[path] = "the disk failed: what was known of it stays";
        }
    }

    private sealed class Settle
    {
        public static readonly Settle Instance = new();
    }

    private sealed class Rescan
    {
        public static readonly Rescan Instance = new();
    }
}
