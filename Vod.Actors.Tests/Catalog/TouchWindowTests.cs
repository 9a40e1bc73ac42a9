using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

public class TouchWindowTests
{
    private readonly TouchWindow _window = new();

    [Theory]
    // events: +path came or went, ~path was written to
    [InlineData("~a.mp4 ~a.mp4 ~a.mp4", "~a.mp4")]
    [InlineData("+a.mp4 ~a.mp4", "+a.mp4")]
    [InlineData("~a.mp4 +a.mp4", "+a.mp4")]
    [InlineData("~a.mp4 ~b.mp4", "~a.mp4 ~b.mp4")]
    [InlineData("+d +d/a.mp4 ~d/e/b.mp4 +d2", "+d +d2")]
    [InlineData("~d +d/a.mp4", "+d/a.mp4 ~d")]
    [InlineData("+.hidden ~.x/a.mp4 +Confidential/a.mp4 +confidential", "")]
    public void Events_of_a_window_become_the_places_to_look_at(string events, string places)
    {
        foreach (var e in events.Split(' ')) _window.Add(e[1..], cameOrWent: e[0] == '+');

        var touches = _window.Drain();

        var seen = touches.Places.Select(place => (place.CameOrWent ? "+" : "~") + place.Path).Order(StringComparer.Ordinal);
        Assert.Equal(places, string.Join(' ', seen));
        Assert.False(touches.Rescan);
        Assert.True(_window.IsEmpty);
    }

    [Fact]
    public void An_event_of_the_content_directory_itself_asks_for_a_scan_of_all()
    {
        _window.Add("a.mp4", cameOrWent: true);
        _window.Add("", cameOrWent: true);
        _window.Add("b.mp4", cameOrWent: true);

        var touches = _window.Drain();

        Assert.True(touches.Rescan);
        Assert.Empty(touches.Places);
    }

    [Fact]
    public void Lost_events_ask_for_a_scan_of_all_once()
    {
        _window.AddAll();
        Assert.False(_window.IsEmpty);
        Assert.True(_window.Drain().Rescan);
        Assert.False(_window.Drain().Rescan);
    }

    [Theory]
    [InlineData(TouchWindow.MaxPaths, false)]
    [InlineData(TouchWindow.MaxPaths + 1, true)]
    public void Too_many_places_ask_for_a_scan_of_all(int count, bool rescan)
    {
        for (var i = 0; i < count; i++) _window.Add($"film-{i}.mp4", cameOrWent: true);

        var touches = _window.Drain();

        Assert.Equal(rescan, touches.Rescan);
        Assert.Equal(rescan ? 0 : count, touches.Places.Count);
    }
}
