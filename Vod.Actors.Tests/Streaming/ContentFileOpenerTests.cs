using System.Collections.Immutable;
using System.Diagnostics;
using Vod.Actors.Catalog;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Streaming;

public sealed class ContentFileOpenerTests : IDisposable
{
    private readonly TempDirectory _dir = new();
    private readonly TempDirectory _outside = new();

    public void Dispose()
    {
        _dir.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public void The_version_that_was_indexed_is_opened()
    {
        _dir.Write("d/a.mp4", "12345");
        var item = Item("d/a.mp4");

        using var file = Opener.Open(item);

        Assert.True(file.Stamp().IsOf(item));
        Assert.Equal(3, file.Load(2, 3).Count);
    }

    [Fact]
    public void An_open_file_stays_the_version_that_it_is_when_its_name_is_given_to_another()
    {
        _dir.Write("a.mp4", "12345");
        var item = Item("a.mp4");
        using var file = Opener.Open(item);

        File.Move(_dir.Write("b.mp4", "678"), _dir["a.mp4"], overwrite: true);

        Assert.True(file.Stamp().IsStill(item));
    }

    [Fact]
    public void An_open_file_that_is_written_to_is_another_version()
    {
        _dir.Write("a.mp4", "12345");
        var item = Item("a.mp4");
        using var file = Opener.Open(item);

        File.AppendAllText(_dir["a.mp4"], "6");

        Assert.False(file.Stamp().IsStill(item));
    }

    [Fact]
    public void A_file_that_is_gone_is_missing()
    {
        _dir.Write("d/a.mp4");
        var item = Item("d/a.mp4");
        File.Delete(_dir["d/a.mp4"]);
        AssertFails(item, SliceFailure.Missing);
        Directory.Delete(_dir["d"]);
        AssertFails(item, SliceFailure.Missing);
        _dir.Write("d");
        AssertFails(item, SliceFailure.Missing);
    }

    [Fact]
    public void A_file_with_another_size_or_time_is_stale()
    {
        _dir.Write("a.mp4", "12345");
        var item = Item("a.mp4");
        File.SetLastWriteTimeUtc(_dir["a.mp4"], item.LastModified.UtcDateTime.AddSeconds(-1));
        AssertFails(item, SliceFailure.Stale);
        _dir.Write("a.mp4", "1234");
        AssertFails(item, SliceFailure.Stale);
    }

    [SkippableFact]
    public void A_directory_or_a_FIFO_in_its_place_is_missing_and_not_waited_for()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "makes a FIFO with mkfifo");
        _dir.Write("a.mp4");
        var item = Item("a.mp4");
        File.Delete(_dir["a.mp4"]);
        _dir.Folder("a.mp4");
        AssertFails(item, SliceFailure.Missing);
        Directory.Delete(_dir["a.mp4"]);
        using (var mkfifo = Process.Start("mkfifo", [_dir["a.mp4"]])) mkfifo.WaitForExit();
        AssertFails(item, SliceFailure.Missing);
    }

    [Theory]
    [InlineData("outside")]
    [InlineData("confidential")]
    [InlineData("Confidential")]
    [InlineData(".hidden")]
    public void A_link_swapped_in_since_it_was_indexed_leads_nowhere(string place)
    {
        var secret = place == "outside" ? _outside.Write("s.mp4", "12345") : _dir.Write($"{place}/s.mp4", "12345");
        _dir.Write("d/s.mp4", "12345");
        File.SetLastWriteTimeUtc(_dir["d/s.mp4"], File.GetLastWriteTimeUtc(secret));
        var item = Item("d/s.mp4");

        File.Delete(_dir["d/s.mp4"]);
        _dir.LinkFile("d/s.mp4", secret);
        AssertFails(item, SliceFailure.Missing);

        Directory.Delete(_dir["d"], recursive: true);
        _dir.LinkFolder("d", Path.GetDirectoryName(secret)!);
        AssertFails(item, SliceFailure.Missing);
    }

    [Fact]
    public void A_link_inside_is_opened()
    {
        _dir.Write("d/a.mp4", "12345");
        _dir.LinkFolder("l", "d");
        using var file = Opener.Open(Item("l/a.mp4"));
        Assert.Equal(5, file.Load(0, 5).Count);
    }

    [Fact]
    public void A_content_directory_that_is_a_link_may_come_to_lead_elsewhere()
    {
        _dir.Write("v1/a.mp4");
        _dir.Write("v2/a.mp4", "12");
        _dir.LinkFolder("content", "v1");
        var opener = new ContentFileOpener(_dir["content"]);
        opener.Open(Item("a.mp4", "content")).Dispose();

        Directory.Delete(_dir["content"]);
        _dir.LinkFolder("content", "v2");

        opener.Open(Item("a.mp4", "content")).Dispose();
    }

    private ContentFileOpener Opener => new(_dir.FullPath);

    private MediaItem Item(string path, string root = "") =>
        new ContentTree(_dir[root], new ContentTypes(ImmutableSortedDictionary<string, string>.Empty)).Look(path).Item!;

    private void AssertFails(MediaItem item, SliceFailure reason) =>
        Assert.Equal(reason, Assert.Throws<MediaFileException>(() => Opener.Open(item)).Reason);
}
