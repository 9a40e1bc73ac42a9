using Vod.Actors.Catalog;
using Vod.Actors.Web;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web.Posters;

public class PosterQueueTests
{
    private static readonly MediaInfo Complete = new("MP4", TimeSpan.FromSeconds(9), 640, 360, "H.264");
    private readonly MediaItem[] _films = [.. Enumerable.Range(0, 5).Select(n => WebItems.Item($"{n}.mp4"))];
    private readonly MediaInfos _infos = new();
    private readonly PosterQueue _queue = new(new MediaTools("ffmpeg", "ffprobe", null));

    public PosterQueueTests()
    {
        foreach (var film in _films) _infos.Set(film, Complete);
        _queue.Fill(_films);
    }

    [Fact]
    public void What_is_shown_comes_first_and_the_last_that_is_shown_before_that()
    {
        _queue.Show([_films[2], _films[3]]);
        _queue.Show([_films[4], _films[2]]);
        Assert.Equal(["4.mp4", "2.mp4", "3.mp4", "0.mp4", "1.mp4"], All());
        Assert.True(_queue.IsDone);
    }

    [Fact]
    public void The_others_wait_when_they_have_to()
    {
        _queue.Show([_films[3]]);
        Assert.Equal("3.mp4", _queue.Next(_infos, wantedOnly: true)!.Item.Path);
        Assert.Null(_queue.Next(_infos, wantedOnly: true));
        Assert.NotNull(_queue.Next(_infos, wantedOnly: false));
    }

    [Fact]
    public void A_film_whose_header_is_not_read_yet_keeps_its_place()
    {
        var late = WebItems.Item("late.mp4");
        _queue.Show([late, _films[0]]);
        Assert.Equal("0.mp4", _queue.Next(_infos, wantedOnly: true)!.Item.Path);
        _infos.Set(late, Complete);
        Assert.Equal("late.mp4", _queue.Next(_infos, wantedOnly: true)!.Item.Path);
    }

    [Fact]
    public void What_was_made_or_tried_is_not_made_again()
    {
        _queue.Found(new PostersFound(Keys(0), Keys(1), true, true));
        _queue.Done(new Illustrated(_films[2], Complete, PosterState.NotNow));
        Assert.Equal(
            [PosterState.Ready, PosterState.Nothing, PosterState.NotNow, PosterState.Unknown, PosterState.Unknown],
            _films.Select(_queue.StateOf));
        Assert.Equal(["3.mp4", "4.mp4"], All());
        Assert.Equal(PosterState.Unknown, _queue.StateOf(WebItems.Item("0.mp4", size: 77)));
    }

    [Fact]
    public void A_film_that_its_header_tells_too_little_of_is_probed_once_though_its_picture_is_there()
    {
        _infos.Set(_films[0], new MediaInfo());
        _infos.Set(_films[1], new MediaInfo(IsBroken: true));
        _queue.Found(new PostersFound(Keys(0, 1, 2, 3, 4), Keys(), true, true));
        Assert.Equal(["0.mp4"], All());
        _queue.Done(new Illustrated(_films[0], new MediaInfo(), PosterState.Ready));
        _queue.Fill(_films);
        Assert.Empty(All());
    }

    [Fact]
    public void Without_the_programs_nothing_is_to_be_done_but_pictures_are_shown()
    {
        _queue.Found(new PostersFound(Keys(0), Keys(), false, false));
        _queue.Fill(_films);
        _queue.Show(_films);
        Assert.False(_queue.IsOn);
        Assert.Empty(All());
        Assert.Equal((PosterState.Ready, PosterState.NotNow), (_queue.StateOf(_films[0]), _queue.StateOf(_films[1])));
    }

    [Fact]
    public void A_large_library_is_gone_through_in_steps()
    {
        _queue.Found(new PostersFound(Enumerable.Range(0, 2500).Select(n => PosterKey.Of(WebItems.Item($"x{n}.mp4"))).ToHashSet(), Keys(), true, true));
        _queue.Fill(Enumerable.Range(0, 2500).Select(n => WebItems.Item($"x{n}.mp4")));
        Assert.Null(_queue.Next(_infos, false));
        Assert.False(_queue.IsDone);
        Assert.Null(_queue.Next(_infos, false));
        Assert.Null(_queue.Next(_infos, false));
        Assert.True(_queue.IsDone);
    }

    private List<string> All()
    {
        List<string> all = [];
        while (_queue.Next(_infos, wantedOnly: false) is { } next)
        {
            all.Add(next.Item.Path);
            _queue.Done(new Illustrated(next.Item, next.Info, PosterState.NotNow));
        }
        return all;
    }

    private HashSet<string> Keys(params int[] films) => [.. films.Select(n => PosterKey.Of(_films[n]))];
}
