using System.Collections.Immutable;
using System.Diagnostics;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

public sealed class ContentTreeTests : IDisposable
{
    private readonly TempDirectory _dir = new();
    private readonly TempDirectory _outside = new();

    public void Dispose()
    {
        _dir.Dispose();
        _outside.Dispose();
    }

    [Fact]
    public void Files_are_described_by_what_the_disk_says()
    {
        var path = _dir.Write("films/a.mp4", "12345");
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 2, 29, 12, 30, 15, 678, DateTimeKind.Utc));

        var item = Assert.Single(Walk());

        Assert.Equal("films/a.mp4", item.Path);
        Assert.Equal(path, item.FullPath);
        Assert.Equal(5, item.Size);
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 12, 30, 15, TimeSpan.Zero), item.LastModified);
        Assert.Equal("video/mp4", item.ContentType);
    }

    [Fact]
    public void Two_writes_within_a_second_have_different_tags()
    {
        var path = _dir.Write("a.mp4", "12345");
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 2, 29, 12, 30, 15, 100, DateTimeKind.Utc));
        var before = Look("a.mp4").Item!;
        File.SetLastWriteTimeUtc(path, new DateTime(2024, 2, 29, 12, 30, 15, 200, DateTimeKind.Utc));
        var after = Look("a.mp4").Item!;

        Assert.Equal(before.LastModified, after.LastModified);
        Assert.NotEqual(before.ETag, after.ETag);
    }

    [Fact]
    public void Hidden_and_confidential_places_are_not_served()
    {
        _dir.Write("a.mp4");
        _dir.Write(".hidden.mp4");
        _dir.Write(".git/b.mp4");
        _dir.Write("d/.e/c.mp4");
        _dir.Write("Confidential/d.mp4");
        _dir.Write("d/confidential/e.mp4");

        Assert.Equal(["a.mp4", "d/confidential/e.mp4"], Paths());
        foreach (var path in new[] { ".hidden.mp4", ".git/b.mp4", "d/.e/c.mp4", "Confidential/d.mp4", "", "d/", "/a.mp4", "d/../a.mp4" })
        {
            Assert.Null(Look(path).Item);
        }
    }

    [SkippableFact]
    public void Only_regular_files_are_served_and_none_is_waited_for()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "makes a FIFO with mkfifo");
        _dir.Write("a.mp4");
        _dir.Folder("d.mp4");
        Run("mkfifo", _dir["fifo.mp4"]);
        _dir.LinkFile("link-to-fifo.mp4", "fifo.mp4");

        Assert.Equal(["a.mp4"], Paths());
        Assert.Null(Look("fifo.mp4").Item);
        Assert.Null(Look("link-to-fifo.mp4").Item);
    }

    [Fact]
    public void Links_inside_are_followed()
    {
        _dir.Write("d/a.mp4", "123");
        _dir.LinkFile("file.mp4", "d/a.mp4");
        _dir.LinkFolder("folder", _dir["d"]);
        _dir.LinkFile("d/up.mp4", "../file.mp4");

        Assert.Equal(["d/a.mp4", "d/up.mp4", "file.mp4", "folder/a.mp4", "folder/up.mp4"], Paths());
        Assert.Equal(3, Look("folder/a.mp4").Item!.Size);
        Assert.Equal("d/a.mp4", Look("file.mp4").LinkTarget);
    }

    [Fact]
    public void Links_that_lead_outside_or_into_confidential_or_hidden_places_are_not_followed()
    {
        _outside.Write("secret.mp4");
        _outside.LinkFolder("back", _dir.FullPath);
        _dir.Write("confidential/a.mp4");
        _dir.Write(".hidden/a.mp4");
        _dir.LinkFile("out.mp4", _outside["secret.mp4"]);
        _dir.LinkFolder("out", _outside.FullPath);
        _dir.LinkFolder("up", "..");
        _dir.LinkFile("conf.mp4", "confidential/a.mp4");
        _dir.LinkFolder("conf", "confidential");
        _dir.LinkFolder("roundabout", Path.Join(_outside["back"], "confidential"));
        _dir.LinkFolder("hidden", ".hidden");
        _dir.LinkFile("broken.mp4", "nowhere.mp4");
        _dir.LinkFile("self.mp4", "self.mp4");

        Assert.Empty(Paths());
        foreach (var path in new[] { "out.mp4", "out/secret.mp4", "conf.mp4", "conf/a.mp4", "roundabout/a.mp4", "hidden/a.mp4", "self.mp4" })
        {
            Assert.Null(Look(path).Item);
        }
    }

    [Fact]
    public void Links_that_go_round_in_circles_end()
    {
        _dir.Write("a/1.mp4");
        _dir.Write("b/2.mp4");
        _dir.LinkFolder("a/b", "../b");
        _dir.LinkFolder("b/a", "../a");
        _dir.LinkFolder("a/self", ".");
        _dir.LinkFolder("a/root", "..");

        Assert.Equal(["a/1.mp4", "a/b/2.mp4", "b/2.mp4", "b/a/1.mp4"], Paths());
        Assert.Null(Look("a/self/1.mp4").Item);
        Assert.NotNull(Look("b/a/1.mp4").Item);
    }

    [Fact]
    public void Directories_linked_to_each_other_do_not_multiply_without_end()
    {
        for (var i = 0; i < 8; i++)
        {
            _dir.Write($"d{i}/film.mp4");
            for (var j = 0; j < 8; j++)
            {
                if (i != j) _dir.LinkFolder($"d{i}/to{j}", $"../d{j}");
            }
        }

        // Of each of 8: itself, and the ways through at most 3 links, none twice to the same.
        Assert.Equal(8 * (1 + 7 + 7 * 6 + 7 * 6 * 5), Paths().Length);
    }

    [Fact]
    public void A_content_directory_that_is_itself_a_link_is_served()
    {
        _dir.Write("films/a.mp4");
        _dir.Write("films/confidential/b.mp4");
        _dir.LinkFile("films/c.mp4", "confidential/b.mp4");
        _dir.LinkFile("films/d.mp4", "a.mp4");
        _dir.LinkFolder("link", "films");
        var tree = new ContentTree(_dir["link"], Types);

        var items = ContentWalk.Collect(tree, tree.OpenRoot()!).Items;

        Assert.Equal(["a.mp4", "d.mp4"], items.Select(item => item.Path).Order());
    }

    [Fact]
    public void A_missing_content_directory_is_said_to_be_so()
    {
        var tree = new ContentTree(_dir["nowhere"], Types);
        Assert.Null(tree.OpenRoot());
        Assert.Equal(new Entry(FileKind.Unknown), tree.Look("a.mp4")); // it may come back with all that was in it
    }

    [Fact]
    public void A_directory_that_may_not_be_read_and_one_at_which_the_disk_fails_are_told_and_passed_over()
    {
        _dir.Write("a.mp4");
        _dir.Write("locked/b.mp4");
        _dir.Write("d/broken/c.mp4");
        _dir.Write("d/e.mp4");
        var faulty = new FaultyTree(_dir.FullPath, path => path switch
        {
            "locked" => new UnauthorizedAccessException(),
            "d/broken" => new IOException("Input/output error"),
            _ => null,
        });

        var tree = ContentWalk.Collect(faulty, faulty.OpenRoot()!);

        Assert.Equal(["a.mp4", "d/e.mp4"], tree.Items.Select(item => item.Path).Order());
        Assert.Equal(["locked"], tree.Gaps.Forbidden);
        Assert.Equal(["d/broken"], tree.Gaps.Failed);
    }

    [SkippableFact]
    public void Names_that_are_not_UTF8_are_passed_over()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "only there may names be any bytes");
        _dir.Write("a.mp4");
        Run("sh", "-c", $"printf x > '{_dir.FullPath}'/$(printf 'b\\377.mp4')");
        try
        {
            Assert.Equal(2, Directory.GetFiles(_dir.FullPath).Length);
            Assert.Equal(["a.mp4"], Paths());
        }
        finally
        {
            // .NET cannot name it, so it cannot delete it either.
            Run("sh", "-c", $"rm '{_dir.FullPath}'/b*.mp4");
        }
    }

    [Fact]
    public void Names_are_what_they_are_byte_by_byte()
    {
        _dir.Write("caf\u00e9.mp4");
        _dir.Write("cafe\u0301.mp4", "12");
        _dir.Write("\U0001F3AC film #1 100%.mp4");

        Assert.Equal(1, Look("caf\u00e9.mp4").Item!.Size);
        Assert.Equal(2, Look("cafe\u0301.mp4").Item!.Size);
        Assert.NotNull(Look("\U0001F3AC film #1 100%.mp4").Item);
    }

    private static ContentTypes Types { get; } = new(ImmutableSortedDictionary<string, string>.Empty);

    private ContentTree Tree => new(_dir.FullPath, Types);

    private Entry Look(string path) => Tree.Look(path);

    private IReadOnlyList<MediaItem> Walk() => ContentWalk.Collect(Tree, Tree.OpenRoot()!).Items;

    private string[] Paths() => [.. Walk().Select(item => item.Path).Order(StringComparer.Ordinal)];

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private sealed class FaultyTree(string directory, Func<string, Exception?> fault) : ContentTree(directory, Types)
    {
        public override IEnumerable<string> Names(Folder folder) => fault(folder.Path) is { } e ? throw e : base.Names(folder);
    }
}
