using Vod.Actors.Catalog;

namespace Vod.Actors.Web.Posters;

/// <summary>What is known of the pictures of films, and which film is next to have one made: what somebody looks at comes before all others.</summary>
/// <param name="tools">What can be done, until it is known whether it can be kept.</param>
internal sealed class PosterQueue(MediaTools tools)
{
    /// <summary>How many films are looked at in one go for one that needs something.</summary>
    internal const int MaxLook = 1000;

    private const int MaxWanted = 400;

    private readonly HashSet<string> _pictures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nothings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private readonly LinkedList<MediaItem> _wanted = new(); // the last page that was shown comes first
    private readonly Queue<MediaItem> _rest = new();
    private bool _makesPictures = tools.Ffmpeg is not null, _probes = tools.Ffprobe is not null;

    /// <summary>Whether there is anything to be done for films.</summary>
    public bool IsOn => _makesPictures || _probes;

    /// <summary>Whether all films were looked at.</summary>
    public bool IsDone => _wanted.Count == 0 && _rest.Count == 0;

    /// <summary>What was made in former runs.</summary>
    public void Found(PostersFound found)
    {
        _pictures.UnionWith(found.Pictures);
        _nothings.UnionWith(found.Nothings);
        (_makesPictures, _probes) = (found.MakesPictures, found.Probes);
    }

    /// <summary>What there is to see of a film.</summary>
    public PosterState StateOf(MediaItem item)
    {
        if (_pictures.Count == 0 && !IsOn) return PosterState.NotNow;
        var key = PosterKey.Of(item);
        return _pictures.Contains(key) ? PosterState.Ready
            : _nothings.Contains(key) ? PosterState.Nothing
            : _makesPictures && !_tried.Contains(key) ? PosterState.Unknown
            : PosterState.NotNow;
    }

    /// <summary>Somebody looks at these.</summary>
    public void Show(IReadOnlyList<MediaItem> items)
    {
        if (!IsOn) return;
        var shown = items.ToHashSet();
        for (var node = _wanted.First; node is not null;)
        {
            var next = node.Next;
            if (shown.Contains(node.Value)) _wanted.Remove(node);
            node = next;
        }
        for (var i = items.Count - 1; i >= 0; i--) _wanted.AddFirst(items[i]);
        while (_wanted.Count > MaxWanted) _wanted.RemoveLast();
    }

    /// <summary>All films that there are, in the order in which they get their turn.</summary>
    public void Fill(IEnumerable<MediaItem> items)
    {
        _wanted.Clear();
        _rest.Clear();
        if (!IsOn) return;
        foreach (var item in items) _rest.Enqueue(item);
    }

    /// <summary>The next film that something can be done for. Null for none in this go, or at all (<see cref="IsDone"/>).</summary>
    /// <param name="infos">What headers told. A film whose header was not read yet is passed over when it is wanted, and dropped otherwise.</param>
    /// <param name="wantedOnly">Whether those that nobody looks at have to wait.</param>
    public Illustrate? Next(MediaInfos infos, bool wantedOnly)
    {
        for (var node = _wanted.First; node is not null;)
        {
            var next = node.Next;
            if (infos.Of(node.Value) is { } info)
            {
                _wanted.Remove(node);
                if (Needs(node.Value, info)) return new Illustrate(node.Value, info);
            }
            node = next;
        }
        if (wantedOnly) return null;
        for (var i = 0; i < MaxLook && _rest.TryDequeue(out var item); i++)
        {
            if (infos.Of(item) is { } info && Needs(item, info)) return new Illustrate(item, info);
        }
        return null;
    }

    /// <summary>A film is done with.</summary>
    public void Done(Illustrated done)
    {
        var key = PosterKey.Of(done.Item);
        _tried.Add(key);
        if (done.State == PosterState.Ready) _pictures.Add(key);
        if (done.State == PosterState.Nothing) _nothings.Add(key);
    }

    private bool Needs(MediaItem item, MediaInfo info)
    {
        var key = PosterKey.Of(item);
        if (_tried.Contains(key)) return false;
        return (_makesPictures && !_pictures.Contains(key) && !_nothings.Contains(key)) || (_probes && Illustrator.IsIncomplete(info, MediaKinds.Of(item)) && !info.IsBroken);
    }
}
