using Akka.Actor;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;
using Vod.Actors.Web.Metadata;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Web;

/// <summary>
/// Renders the library page, the player page and the API (<see cref="RenderPage"/>), on a thread of its own. It keeps a copy of the
/// catalog's list, and asks whether that has changed when a page is wanted and some time has passed: nothing happens while nobody looks.
/// What the headers of films tell is read in the background once somebody has looked, and pictures of them are made.
/// </summary>
internal sealed partial class WebActor : ReceiveActor, IWithTimers
{
    /// <summary>How long the list is taken to be as it was.</summary>
    internal static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(250);

    /// <summary>After how long the catalog is asked again when it does not answer: it was restarted, and the question with it.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>After how long the next films are read, and how many at once.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(20);

    internal const int Batch = 16;

    private readonly WebSettings _settings;
    private readonly IActorRef _catalog;
    private readonly ITimeProvider _clock;
    private readonly IActorRef _subtitles;
    private readonly IActorRef _headers;
    private readonly MediaInfos _infos;
    private readonly Queue<MediaItem> _unread = new();
    private readonly List<(RenderPage Ask, IActorRef Asker)> _waiting = [];
    private Library _library = Library.Of([]);
    private long _version, _question;
    private TimeSpan? _freshUntil;
    private TimeSpan _partialFrom; // until then a scan that is under way is waited for
    private bool _isReading;

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="settings">Of the pages.</param>
    /// <param name="catalog">Lists the files.</param>
    /// <param name="opener">Opens them.</param>
    /// <param name="clock">Tells the time; the system's scheduler when null.</param>
    /// <param name="posters">Makes and keeps pictures of films; null for none.</param>
    public WebActor(WebSettings settings, IActorRef catalog, IFileOpener opener, ITimeProvider? clock, (Props Actor, MediaTools Tools)? posters)
    {
        (_settings, _catalog, _clock) = (settings, catalog, clock ?? Context.System.Scheduler);
        _infos = new MediaInfos { Posters = new PosterQueue(posters?.Tools ?? MediaTools.None) };
        if (posters is var (actor, _)) _posters = Context.ActorOf(actor, "posters");
        _subtitles = Context.ActorOf(SubtitleActor.Props(opener), "subtitles");
        _headers = Context.ActorOf(InfoActor.Props(opener), "headers");
        Receive<InfosRead>(OnInfos);
        Receive<ReadOn>(_ => ReadHeaders());
        Receive<RenderPage>(OnRender);
        Receive<FileList>(OnList);
        Receive<AskAgain>(_ => AskCatalog());
        Receive<PostersFound>(OnPostersFound);
        Receive<Illustrated>(OnIllustrated);
        Receive<Rested>(_ => OnRested());
        Receive<Indexed>(_ => Timers.StartSingleTimer(nameof(WarmUp), WarmUp.Instance, Leisure));
        Receive<WarmUp>(_ => WarmUp.Run(_settings));
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The pages of a server.</summary>
    /// <param name="settings">Of the pages.</param>
    /// <param name="catalog">Lists the files.</param>
    /// <param name="opener">Opens them.</param>
    /// <param name="clock">Tells the time; the system's scheduler when null.</param>
    /// <param name="posters">Makes and keeps pictures of films; null for none.</param>
    public static Props Props(WebSettings settings, IActorRef catalog, IFileOpener opener, ITimeProvider? clock = null, (Props Actor, MediaTools Tools)? posters = null) =>
        Akka.Actor.Props.Create(() => new WebActor(settings, catalog, opener, clock, posters));

    /// <summary>The same, with pictures of films where the programs that make them are installed.</summary>
    /// <param name="settings">Of the pages.</param>
    /// <param name="catalog">Lists the files.</param>
    /// <param name="content">Path of the content directory.</param>
    public static Props WithPosters(WebSettings settings, IActorRef catalog, string content)
    {
        var opener = new ContentFileOpener(content);
        if (!settings.Posters.Enabled) return Props(settings, catalog, opener);
        var tools = MediaTools.Find(Environment.GetEnvironmentVariable("PATH"));
        var store = PosterStore.Of(settings.Posters, Path.GetFullPath(content));
        return Props(settings, catalog, opener, posters: (PosterActor.Props(settings.Posters, tools, store, opener), tools));
    }

    /// <inheritdoc/>
    protected override void PreStart() => _catalog.Tell(SubscribeIndexed.Instance);

    /// <summary>Whatever made it crash, those who wait are told.</summary>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is RenderPage failed) _waiting.Add((failed, Sender));
        foreach (var (ask, asker) in _waiting) asker.Tell(new PageReady(ask.RequestId, ErrorResponse.Of(500, ask.Head.Method == RequestMethod.Head)));
        Context.System.EventStream.Publish(new ActorRestarting(Self.Path.Name));
        base.PreRestart(reason, message);
    }

    private TimeSpan Now => _clock.MonotonicClock;

    private void OnRender(RenderPage ask)
    {
        if (Now < _freshUntil)
        {
            Answer(ask, Sender);
            return;
        }
        _waiting.Add((ask, Sender));
        if (_waiting.Count > 1) return;
        _partialFrom = Now + Patience;
        AskCatalog();
    }

    private void AskCatalog()
    {
        _catalog.Tell(new ListFiles(++_question, _version));
        Timers.StartSingleTimer(nameof(AskAgain), AskAgain.Instance, Patience);
    }

    private void OnList(FileList list)
    {
        if (list.RequestId != _question) return;
        if (!list.IsComplete && Now < _partialFrom)
        {
            Timers.StartSingleTimer(nameof(AskAgain), AskAgain.Instance, Freshness);
            return;
        }
        Timers.Cancel(nameof(AskAgain));
        _freshUntil = Now + Freshness;
        if (list.Files is { } files)
        {
            (_library, _version) = (Library.Of(files), list.Version);
            _infos.Keep(_library);
            QueueUnread();
            QueuePosters();
        }
        foreach (var (ask, asker) in _waiting) Answer(ask, asker);
        _waiting.Clear();
    }

    /// <summary>Every film of which nothing is known yet, those of the upper folders first.</summary>
    private void QueueUnread()
    {
        _unread.Clear();
        foreach (var item in _library.Root.AllFiles)
        {
            if (MediaKinds.IsPlayed(item) && _infos.Of(item) is null) _unread.Enqueue(item);
        }
        if (!_isReading) ReadHeaders();
    }

    /// <summary>A few at a time, with a rest between: the disk is there for those who watch.</summary>
    private void ReadHeaders()
    {
        _isReading = _unread.Count > 0;
        if (!_isReading)
        {
            Illustrate();
            return;
        }
        List<MediaItem> batch = [];
        while (batch.Count < Batch && _unread.TryDequeue(out var item)) batch.Add(item);
        _headers.Tell(new ReadInfos(batch));
    }

    private void OnInfos(InfosRead read)
    {
        foreach (var (item, info) in read.Infos)
        {
            if (info is not null) Know(item, info);
        }
        Illustrate();
        Timers.StartSingleTimer(nameof(ReadOn), ReadOn.Instance, Rest);
    }

    private void Answer(RenderPage ask, IActorRef asker)
    {
        switch (Pages.Of(ask.Head, ask.Path, _library, _infos, _settings))
        {
            case PageOutcome.Ready(var plan) ready:
                asker.Tell(new PageReady(ask.RequestId, plan));
                Show(ready.Shown);
                break;
            case PageOutcome.Picture(var item):
                _posters!.Tell(new SendPoster(ask.RequestId, ask.Head, item, asker));
                break;
            case PageOutcome.IsFile(var path):
                asker.Tell(new PageIsFile(ask.RequestId, path));
                break;
            case PageOutcome.Convert(var item):
                _subtitles.Tell(new ConvertSubtitles(ask.RequestId, ask.Head, item, asker));
                break;
        }
    }

    private sealed class ReadOn
    {
        public static readonly ReadOn Instance = new();
    }

    private sealed class AskAgain
    {
        public static readonly AskAgain Instance = new();
    }
}
