using System.Diagnostics;
using System.Globalization;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Files that come, change and go while the server runs, and files that do so while they are being sent.</summary>
public sealed class LiveCatalogTests : IAsyncLifetime
{
    private const int Large = 40 * 1024 * 1024;
    // Two seconds on a machine that has nothing else to do; a busy one is given more, far less than the periodic scan's minute.
    private static readonly TimeSpan SeenWithin = TimeSpan.FromSeconds(15);
    private readonly ContentFolder _content = new();
    private VodServer? _server;

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _content.Add("film.mp4", 10_000);
        var settings = _content.PathOf(".live.conf");
        await File.WriteAllTextAsync(settings, "vod.cache.keeps-open-for = 5 s");
        _server = await VodServer.StartAsync(_content.Root, "--config", settings);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _content.Dispose();
    }

    [Fact]
    public async Task An_added_file_is_served_and_a_removed_one_is_not()
    {
        Assert.Equal(404, (await AskAsync("/new/film.mp4")).Status);

        var added = _content.Add("new/film.mp4", 2000);
        await EventuallyAsync("/new/film.mp4", response => response.Status == 200 && response.Body.AsSpan().SequenceEqual(added));

        File.Delete(_content.PathOf("new/film.mp4"));
        await EventuallyAsync("/new/film.mp4", response => response.Status == 404);
    }

    [Fact]
    public async Task A_renamed_folder_moves_all_that_is_in_it()
    {
        var file = _content.Add("season 1/1.mp4", 3000);
        await EventuallyAsync("/season%201/1.mp4", response => response.Status == 200);

        Directory.Move(_content.PathOf("season 1"), _content.PathOf("season 2"));

        await EventuallyAsync("/season%202/1.mp4", response => response.Status == 200 && response.Body.AsSpan().SequenceEqual(file));
        await EventuallyAsync("/season%201/1.mp4", response => response.Status == 404);
    }

    [Fact]
    public async Task A_replaced_file_has_a_new_entity_tag_and_new_bytes()
    {
        var before = await AskAsync("/film.mp4");

        var after = _content.Replace("film.mp4", 12_000, seed: 1);

        await EventuallyAsync("/film.mp4", response =>
            response.Body.AsSpan().SequenceEqual(after) && response["ETag"] != before["ETag"]);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_version_of_the_same_size_and_time_is_never_taken_for_the_one_before(bool replaced)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "other systems do not tell when a file was changed");
        var modified = DateTime.UtcNow.AddDays(-2);
        File.SetLastWriteTimeUtc(_content.PathOf("film.mp4"), modified);
        RawResponse before = null!;
        await EventuallyAsync("/film.mp4", response => (before = response)["Last-Modified"] == modified.ToString("r", CultureInfo.InvariantCulture));

        var after = replaced ? _content.Replace("film.mp4", 10_000, seed: 1, modified) : _content.Add("film.mp4", 10_000, seed: 1);
        if (!replaced) File.SetLastWriteTimeUtc(_content.PathOf("film.mp4"), modified);

        await EventuallyAsync("/film.mp4", response => response.Body.AsSpan().SequenceEqual(after) && response["ETag"] != before["ETag"]);
        using var client = await RawClient.ConnectAsync(_server!.EndPoint);
        var resumed = await client.AskAsync("GET", "/film.mp4", "Range: bytes=5000-", "If-Range: " + before["ETag"]);
        Assert.Equal((200, 10_000), (resumed.Status, resumed.Body.Length));
        Assert.Equal(200, (await client.AskAsync("GET", "/film.mp4", "If-None-Match: " + before["ETag"])).Status);
        Assert.Equal(412, (await client.AskAsync("GET", "/film.mp4", "If-Match: " + before["ETag"])).Status);
    }

    [Fact]
    public async Task A_link_that_leaves_the_folder_or_leads_into_confidential_is_not_found()
    {
        var outside = Directory.CreateTempSubdirectory("vod-outside-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside.FullName, "secret.txt"), "secret");
            _content.Add("confidential/secret.txt", 10);
            File.CreateSymbolicLink(_content.PathOf("out.txt"), Path.Combine(outside.FullName, "secret.txt"));
            Directory.CreateSymbolicLink(_content.PathOf("out"), outside.FullName);
            File.CreateSymbolicLink(_content.PathOf("in.txt"), _content.PathOf("confidential/secret.txt"));
            File.CreateSymbolicLink(_content.PathOf("alias.mp4"), _content.PathOf("film.mp4"));

            // The last one stays inside: once it is seen, the catalog has looked at the others too.
            await EventuallyAsync("/alias.mp4", response => response.Status == 200);
            foreach (var target in new[] { "/out.txt", "/out/secret.txt", "/in.txt" })
            {
                Assert.Equal((target, 404), (target, (await AskAsync(target)).Status));
            }
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_file_replaced_while_it_is_sent_is_sent_to_its_end_as_it_was()
    {
        var (client, before, start) = await BeginAsync();
        using var _ = client;

        var after = _content.Replace("large.mp4", 1234, seed: 2);

        var rest = new byte[Large - start.Length];
        Assert.Equal(rest.Length, await client.ReadBodyAsync(rest));
        Assert.Equal(ContentFolder.Sha256(before), ContentFolder.Sha256([.. start, .. rest]));
        await EventuallyAsync("/large.mp4", response => response.Body.AsSpan().SequenceEqual(after));
    }

    [Fact]
    public async Task A_file_removed_while_it_is_sent_is_sent_to_its_end()
    {
        var (client, before, start) = await BeginAsync();
        using var _ = client;

        File.Delete(_content.PathOf("large.mp4"));

        var rest = new byte[Large - start.Length];
        Assert.Equal(rest.Length, await client.ReadBodyAsync(rest));
        Assert.Equal(ContentFolder.Sha256(before), ContentFolder.Sha256([.. start, .. rest]));
    }

    [Fact]
    public async Task A_file_truncated_while_it_is_sent_ends_in_an_aborted_connection_and_never_in_padding()
    {
        const int Kept = 20 * 1024 * 1024;
        var (client, before, start) = await BeginAsync();
        using var _ = client;

        using (var file = new FileStream(_content.PathOf("large.mp4"), FileMode.Open, FileAccess.Write))
        {
            file.SetLength(Kept);
        }

        var rest = new byte[Large - start.Length];
        var got = await client.ReadBodyAsync(rest);
        Assert.InRange(start.Length + got, 0, Kept);
        Assert.True(before.AsSpan(start.Length, got).SequenceEqual(rest.AsSpan(0, got)), "the bytes before the cut differ");
        await EventuallyAsync("/large.mp4", response => response["Content-Range"] == $"bytes 0-{ContentFolder.Slice - 1}/{Kept}");
    }

    [Fact]
    public async Task Viewers_who_vanish_leave_no_open_file_and_no_socket()
    {
        await AddLargeAsync();
        var before = await SettledAsync(descriptors => descriptors.Files == 0);

        var clients = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var client = await RawClient.ConnectAsync(_server!.EndPoint, receiveBuffer: 16 * 1024);
            await client.RequestAsync("GET", "/large.mp4?whole");
            await client.ReadHeadAsync();
            return client;
        }));
        Assert.Equal((1, before.Sockets + 20), _server!.OpenDescriptors(_content.Root)); // they share the open file
        for (var index = 0; index < clients.Length; index++)
        {
            (index % 2 == 0 ? clients[index].Reset : (Action)clients[index].Dispose)();
        }

        await SettledAsync(descriptors => descriptors.Files == 0 && descriptors.Sockets <= before.Sockets);
        Assert.Equal(206, (await AskAsync("/large.mp4")).Status);
    }

    /// <summary>Begins to fetch a large file uncapped and reads just its first MiB; the server then waits for the client.</summary>
    private async Task<(RawClient Client, byte[] File, byte[] Start)> BeginAsync()
    {
        var file = await AddLargeAsync();
        var client = await RawClient.ConnectAsync(_server!.EndPoint, receiveBuffer: 64 * 1024);
        await client.RequestAsync("GET", "/large.mp4?whole");
        var head = await client.ReadHeadAsync();
        Assert.Equal((200, Large), (head.Status, head.ContentLength));
        var start = new byte[1024 * 1024];
        Assert.Equal(start.Length, await client.ReadBodyAsync(start));
        return (client, file, start);
    }

    private async Task<byte[]> AddLargeAsync()
    {
        var file = _content.Add("large.mp4", Large);
        await EventuallyAsync("/large.mp4", response => response["Content-Range"] == $"bytes 0-{ContentFolder.Slice - 1}/{Large}");
        return file;
    }

    private async Task<RawResponse> AskAsync(string target)
    {
        using var client = await RawClient.ConnectAsync(_server!.EndPoint);
        return await client.AskAsync("GET", target);
    }

    // The server tells nobody when it has seen a change: asking again is the only way to know.
    private async Task EventuallyAsync(string target, Func<RawResponse, bool> holds)
    {
        var watch = Stopwatch.StartNew();
        RawResponse response;
        do
        {
            response = await AskAsync(target);
            if (holds(response))
            {
                return;
            }

            await Task.Delay(20);
        }
        while (watch.Elapsed < SeenWithin);
        Assert.Fail($"After {watch.Elapsed} {target} is still {response.Status} {response["Content-Range"]} with {response.Body.Length} bytes.");
    }

    private async Task<(int Files, int Sockets)> SettledAsync(Func<(int Files, int Sockets), bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var descriptors = _server!.OpenDescriptors(_content.Root);
            if (holds(descriptors))
            {
                return descriptors;
            }

            Assert.True(watch.Elapsed < RawClient.Patience, $"still open: {descriptors}");
            await Task.Delay(50);
        }
    }
}
