using Akka.Actor;
using Vod.Actors.Catalog;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Web;

// What it has found out about films in the background: pictures, and what their headers do not tell.
internal sealed partial class WebActor
{
    /// <summary>How long after the start, and after the index is there, the first page is rehearsed: those who wait for a film come first.</summary>
    internal static readonly TimeSpan Leisure = TimeSpan.FromSeconds(1);

    /// <summary>Between two films that nobody looks at there is a rest as long as the first took, within these bounds.</summary>
    private static readonly TimeSpan MinRest = TimeSpan.FromMilliseconds(50), MaxRest = TimeSpan.FromSeconds(5);

    private readonly IActorRef? _posters;
    private TimeSpan _illustratingSince;
    private bool _isIllustrating, _isResting, _isPruned;

    private void OnPostersFound(PostersFound found)
    {
        // A restarted actor has forgotten what it was doing; what it made is on the disk.
        _infos.Posters.Found(found);
        QueuePosters();
        Illustrate();
    }

    /// <summary>Every film gets its turn, those of the upper folders first.</summary>
    private void QueuePosters()
    {
        _isPruned = false;
        if (_infos.Posters.IsOn) _infos.Posters.Fill(_library.Root.AllFiles.Where(MediaKinds.IsPlayed));
    }

    /// <summary>What somebody looks at comes first, and at once.</summary>
    private void Show(IReadOnlyList<MediaItem> films)
    {
        if (films.Count == 0) return;
        _infos.Posters.Show(films);
        Illustrate();
    }

    /// <summary>Has the next film looked at, one at a time: those that nobody looks at when all headers are read.</summary>
    private void Illustrate()
    {
        if (_posters is null || _isIllustrating) return;
        if (_infos.Posters.Next(_infos, wantedOnly: _isReading || _isResting) is { } ask)
        {
            _isIllustrating = true;
            _illustratingSince = Now;
            _posters.Tell(ask);
        }
        else if (!_isReading && !_isResting && !_infos.Posters.IsDone)
        {
            RestFor(MinRest);
        }
        else if (_infos.Posters.IsDone && !_isPruned && _infos.Posters.IsOn && !_isReading)
        {
            Prune();
        }
    }

    private void OnIllustrated(Illustrated done)
    {
        _isIllustrating = false;
        _infos.Posters.Done(done);
        Know(done.Item, done.Info);
        var took = Now - _illustratingSince;
        RestFor(took < MinRest ? MinRest : took > MaxRest ? MaxRest : took);
        Illustrate();
    }

    private void RestFor(TimeSpan time)
    {
        _isResting = true;
        Timers.StartSingleTimer(nameof(Rested), Rested.Instance, time);
    }

    private void OnRested()
    {
        _isResting = false;
        Illustrate();
    }

    /// <summary>Once all is made. A library without a film is rather one whose disk is not there: its pictures are kept.</summary>
    private void Prune()
    {
        _isPruned = true;
        var keys = _library.Root.AllFiles.Where(MediaKinds.IsPlayed).Select(PosterKey.Of).ToHashSet(StringComparer.Ordinal);
        if (keys.Count > 0) _posters!.Tell(new PrunePosters(keys));
    }

    /// <summary>Something came to be known of a film, unless that is another version by now.</summary>
    private void Know(MediaItem item, MediaInfo info)
    {
        if (_library.File(item.Path)?.ETag == item.ETag) _infos.Set(item, info);
    }

    private sealed class Rested
    {
        public static readonly Rested Instance = new();
    }
}
