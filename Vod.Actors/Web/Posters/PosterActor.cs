using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;

namespace Vod.Actors.Web.Posters;

/// <summary>
/// Has pictures made of films (<see cref="Illustrate"/>) and sends those that are there (<see cref="SendPoster"/>). At most one program runs at
/// a time; while it does, this actor goes on answering. When it stops, the program is killed.
/// </summary>
internal sealed class PosterActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly CancellationTokenSource _stop = new();
    private readonly Illustrator _illustrator;
    private readonly PosterStore _store;
    private Illustrate? _underWay;

    public PosterActor(PosterSettings settings, MediaTools tools, PosterStore store, IFileOpener opener)
    {
        _store = store;
        _illustrator = new Illustrator(tools, opener, settings);
        Receive<Illustrate>(OnIllustrate);
        Receive<Came>(OnCame);
        Receive<SendPoster>(ask => ask.Asker.Tell(new PageReady(ask.RequestId, Plan(ask))));
        Receive<PrunePosters>(OnPrune);
    }

    public static Props Props(PosterSettings settings, MediaTools tools, PosterStore store, IFileOpener opener) =>
        Akka.Actor.Props.Create(() => new PosterActor(settings, tools, store, opener));

    protected override void PreStart()
    {
        var tools = _illustrator.Tools;
        var found = new PostersFound(new HashSet<string>(), new HashSet<string>(), MakesPictures: false, Probes: false);
        try
        {
            var (pictures, nothings) = _store.Open();
            found = new PostersFound(pictures, nothings, tools.Ffmpeg is not null, tools.Ffprobe is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.PostersNotKept(e.Message); // and so none are made
        }
        Context.Parent.Tell(found);
    }

    protected override void PostStop()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    /// <summary>Whatever made it crash, nobody waits for nothing.</summary>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (_underWay is { } ask) Context.Parent.Tell(new Illustrated(ask.Item, ask.Info, PosterState.NotNow));
        if (message is SendPoster send) send.Asker.Tell(new PageReady(send.RequestId, ErrorResponse.Of(500, send.Head.Method == RequestMethod.Head)));
        base.PreRestart(reason, message);
    }

    private void OnIllustrate(Illustrate ask)
    {
        _underWay = ask;
        _illustrator.RunAsync(ask, _store.ReadProbe(PosterKey.Of(ask.Item)), _stop.Token).PipeTo(
            Self,
            success: result => new Came(ask, result, null),
            failure: e => new Came(ask, new Illustration(ask.Item, ask.Info), e));
    }

    private void OnCame(Came came)
    {
        if (!ReferenceEquals(came.Ask, _underWay)) return; // of a former incarnation
        var (item, info) = came.Result;
        if (came.Failure is null && came.Result.Trouble is { } trouble) _log.NoPoster(item.Path, trouble);
        // A film that changed or is gone meanwhile is not worth a word: the catalog will tell.
        if (came.Failure is not (null or MediaFileException or OperationCanceledException)) _log.PosterFailed(came.Failure, item.Path);
        var state = Keep(came.Result);
        _underWay = null;
        Context.Parent.Tell(new Illustrated(item, info, state));
    }

    private PosterState Keep(Illustration result)
    {
        var key = PosterKey.Of(result.Item);
        try
        {
            if (result.Probe is { } probe) _store.WriteProbe(key, probe);
            if (result.IsHopeless) _store.WriteNothing(key);
            if (result.Picture is { } picture)
            {
                if (_store.WritePicture(key, picture)) return PosterState.Ready;
                _log.NoPoster(result.Item.Path, "vod.web.posters.size is reached");
            }
            return result.IsHopeless ? PosterState.Nothing : PosterState.NotNow;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.PostersNotKept(e.Message);
            return PosterState.NotNow;
        }
    }

    /// <summary>A picture that is gone all the same is a drawn one.</summary>
    private ResponsePlan Plan(SendPoster ask)
    {
        try
        {
            if (_store.ReadPicture(PosterKey.Of(ask.Item)) is { } picture) return Poster.Made(picture).Answer(ask.Head, Poster.CacheControl(ask.Head, ask.Item));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.PostersNotKept(e.Message);
        }
        return Poster.Drawn(ask.Item).Answer(ask.Head, Poster.ForNow);
    }

    private void OnPrune(PrunePosters prune)
    {
        try
        {
            if (_store.Prune(prune.Keys) is var count and > 0) _log.PostersPruned(count);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _log.PostersNotKept(e.Message);
        }
    }

    /// <summary>To itself: a film is done with.</summary>
    private sealed record Came(Illustrate Ask, Illustration Result, Exception? Failure);
}
