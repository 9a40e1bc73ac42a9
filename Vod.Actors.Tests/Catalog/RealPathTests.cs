using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

public sealed class RealPathTests : IDisposable
{
    private readonly TempDirectory _dir = new();

    public void Dispose() => _dir.Dispose();

    [Theory]
    [InlineData("a/file", "a/file")]
    [InlineData("a/../a/./file", "a/file")]
    [InlineData("link/file", "a/file")]
    [InlineData("absolute/file", "a/file")]
    [InlineData("chain/file", "a/file")]
    [InlineData("link/../file", "file")]
    [InlineData("b/up/a/file", "a/file")]
    [InlineData("nowhere/file", "nowhere/file")]
    [InlineData("broken/file", "gone/file")]
    [InlineData("circle/file", null)]
    public void Links_and_dots_are_followed_where_they_lead(string path, string? expected)
    {
        _dir.Write("a/file");
        _dir.Folder("b");
        _dir.LinkFolder("link", "a");
        _dir.LinkFolder("absolute", _dir["a"]);
        _dir.LinkFolder("chain", "link");
        _dir.LinkFolder("b/up", "..");
        _dir.LinkFolder("broken", "gone");
        _dir.LinkFolder("circle", "elcric");
        _dir.LinkFolder("elcric", "circle");

        Assert.Equal(expected is null ? null : _dir[expected], RealPath.Of(_dir[path]));
    }
}
