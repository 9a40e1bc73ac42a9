using Akka.Actor;
using Akka.Event;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Catalog;

/// <summary>
/// Walks the content directory for the catalog, its parent; holds the file events, and notices when the directory goes and comes back.
/// Blocks: has a dispatcher for that.
/// </summary>
internal sealed class ScannerActor : ReceiveActor, IWithTimers
{
    /// <summary>How often the content directory itself is looked at.</summary>
    public static readonly TimeSpan RootInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WatchRetryInterval = TimeSpan.FromSeconds(30);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IActorRef _catalog = Context.Parent;
    private readonly ContentTree _tree;
    private readonly string _directory;
    private FileStamp _root;
    private ContentWatcher? _watcher;

    public ScannerActor(ContentTree tree, string directory)
    {
        _tree = tree;
        _directory = directory;
        Receive<ScanAll>(Scan);
        Receive<CheckRoot>(_ => Check());
        Receive<RetryWatching>(_ => Watch());
        Receive<WatchingFailed>(OnWatchingFailed);
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _root = FileStamp.Of(_directory, followLink: true);
        // Before the first walk, so that nothing happens unseen between the two.
        Watch();
        Timers.StartPeriodicTimer(nameof(CheckRoot), CheckRoot.Instance, RootInterval);
    }

    /// <inheritdoc/>
    protected override void PostStop() => _watcher?.Dispose();

    private void Scan(ScanAll scan)
    {
        var gaps = _tree.OpenRoot() is { } root
            ? ContentWalk.Run(_tree, root, (items, links) => _catalog.Tell(new Scanned(scan.Scan, items, links)))
            : null;
        // So that it counts as back when it is, however soon: what was in it is forgotten.
        if (gaps is null) _root = default;
        _catalog.Tell(new ScanEnded(scan.Scan, gaps));
    }

    private void Check()
    {
        var now = FileStamp.Of(_directory, followLink: true);
        if (now.Kind == FileKind.Unknown || now.Kind == _root.Kind && now.Identity == _root.Identity) return;
        _root = now;
        Watch();
        if (now.Kind == FileKind.Directory) _catalog.Tell(new RootBack());
        else _catalog.Tell(new RootGone());
    }

    private void Watch()
    {
        _watcher?.Dispose();
        _watcher = null;
        Timers.Cancel(nameof(RetryWatching));
        if (_root.Kind != FileKind.Directory) return;
        try
        {
            var self = Self;
            _watcher = new ContentWatcher(_directory, _catalog, failure => self.Tell(failure));
            _catalog.Tell(new WatchingChanged(null));
        }
        // No watches left, or the directory went this moment: both are told as IOException or ArgumentException.
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Self.Tell(new WatchingFailed(null, e));
        }
    }

    private void OnWatchingFailed(WatchingFailed failed)
    {
        if (failed.Watcher != _watcher) return;
        _log.WatchingFailed(_directory, failed.Cause, WatchRetryInterval);
        _watcher?.Dispose();
        _watcher = null;
        _catalog.Tell(new WatchingChanged(failed.Cause.Message.ReplaceLineEndings(" ")));
        _catalog.Tell(new EventsLost());
        Timers.StartSingleTimer(nameof(RetryWatching), RetryWatching.Instance, WatchRetryInterval);
    }

    private sealed class CheckRoot
    {
        public static readonly CheckRoot Instance = new();
    }

    private sealed class RetryWatching
    {
        public static readonly RetryWatching Instance = new();
    }
}
