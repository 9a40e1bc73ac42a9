using System.Globalization;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The decision of the specification's section 2, in its order, as a client sees it on the wire.</summary>
[Collection(SharedServer.Name)]
public sealed class StatusTests(ServerFixture fixture)
{
    private const int Slice = ContentFolder.Slice;

    [Theory]
    [InlineData("empty.bin")]
    [InlineData("one.bin")]
    [InlineData("small.txt")]
    [InlineData("slice-minus-1.mp4")]
    [InlineData("slice.mp4")]
    public async Task A_file_of_at_most_a_slice_is_sent_whole(string name)
    {
        var response = await fixture.AskAsync("GET", "/" + name);

        Assert.Equal((200, "OK"), (response.Status, response.Reason));
        Assert.Null(response["Content-Range"]);
        AssertSame(fixture.Content[name], response.Body);
    }

    [Theory]
    [InlineData("slice-plus-1.mp4")]
    [InlineData("two-slices-and-123.webm")]
    [InlineData("film.mp4")]
    public async Task Of_a_larger_file_the_first_slice_is_sent(string name)
    {
        var file = fixture.Content[name];

        var response = await fixture.AskAsync("GET", "/" + name);

        Assert.Equal((206, "Partial Content"), (response.Status, response.Reason));
        Assert.Equal($"bytes 0-{Slice - 1}/{file.Length}", response["Content-Range"]);
        AssertSame(file.AsSpan(0, Slice), response.Body);
    }

    [Fact]
    public async Task Every_answer_with_a_file_carries_the_standard_headers()
    {
        var response = await fixture.AskAsync("GET", "/film.mp4");

        Assert.True(DateTimeOffset.TryParseExact(response["Date"], "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date));
        Assert.InRange(DateTimeOffset.UtcNow - date, TimeSpan.FromSeconds(-5), TimeSpan.FromSeconds(30));
        var modified = File.GetLastWriteTimeUtc(fixture.Content.PathOf("film.mp4"));
        Assert.Equal(modified.ToString("r", CultureInfo.InvariantCulture), response["Last-Modified"]);
        Assert.Equal("video/mp4", response["Content-Type"]);
        Assert.Equal("bytes", response["Accept-Ranges"]);
        Assert.Matches("^(W/)?\"[^\"]+\"$", response["ETag"]);
        Assert.False(string.IsNullOrEmpty(response["Server"]));
        Assert.False(response.Closes);
    }

    [Theory]
    [InlineData("film.mp4", "video/mp4")]
    [InlineData("two-slices-and-123.webm", "video/webm")]
    [InlineData("a folder/with ünïcode & 100%.mkv", "video/x-matroska")]
    [InlineData("empty.bin", "application/octet-stream")]
    public async Task The_type_comes_from_the_extension(string name, string type)
    {
        Assert.Equal(type, (await fixture.AskAsync("GET", "/" + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)))["Content-Type"]);
    }

    [Theory]
    [InlineData("/empty.bin")]
    [InlineData("/small.txt")]
    [InlineData("/slice.mp4")]
    [InlineData("/film.mp4")]
    [InlineData("/nothing-here.mp4")]
    [InlineData("/confidential/secret.txt")]
    public async Task HEAD_says_what_GET_says_without_a_body(string target)
    {
        using var client = await fixture.ConnectAsync();
        var get = await client.AskAsync("GET", target);
        var head = await client.AskAsync("HEAD", target);

        Assert.Equal(get.Status, head.Status);
        string[] varying = ["Date"];
        Assert.Equal(get.Fields.ExceptBy(varying, field => field.Name), head.Fields.ExceptBy(varying, field => field.Name));
        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);
    }

    [Theory]
    [InlineData("/a%20folder/with%20%C3%BCn%C3%AFcode%20%26%20100%25.mkv")]
    [InlineData("/a%20folder/./with%20%C3%BCn%C3%AFcode%20&%20100%25.mkv")]
    [InlineData("/series/../a%20folder/with%20%c3%bcn%c3%afcode%20&%20100%25.mkv?t=10")]
    [InlineData("http://vod/a%20folder/with%20%C3%BCn%C3%AFcode%20&%20100%25.mkv")]
    public async Task A_path_is_decoded_once_and_normalised(string target)
    {
        var response = await fixture.AskAsync("GET", target);

        Assert.Equal(200, response.Status);
        AssertSame(fixture.Content["a folder/with ünïcode & 100%.mkv"], response.Body);
    }

    [Theory]
    [InlineData("/confidential/secret.txt")]
    [InlineData("/confidential/does-not-exist")]
    [InlineData("/confidential/")]
    [InlineData("/confidential")]
    [InlineData("/CONFIDENTIAL/secret.txt")]
    [InlineData("/Confidential/secret.txt")]
    [InlineData("/%63onfidential/secret.txt")]
    [InlineData("/%43%4F%4e%66idential/secret.txt")]
    [InlineData("/./confidential/secret.txt")]
    [InlineData("/series/../confidential/secret.txt")]
    [InlineData("/series/%2e%2e/confidential/secret.txt")]
    [InlineData("//confidential/secret.txt")]
    [InlineData("/confidential%2Fsecret.txt")]
    [InlineData("/confidential/secret.txt?whole")]
    [InlineData("http://vod/confidential/secret.txt")]
    public async Task Nothing_under_confidential_is_given_however_it_is_written(string target)
    {
        var response = await fixture.AskAsync("GET", target);

        Assert.Equal((403, "Forbidden"), (response.Status, response.Reason));
        Assert.StartsWith("text/plain", response["Content-Type"], StringComparison.Ordinal);
        Assert.NotEmpty(response.Text);
    }

    [Theory]
    [InlineData("/nothing-here.mp4")]
    [InlineData("/series")]
    [InlineData("/series/")]
    [InlineData("/film.mp4/")]
    [InlineData("/.hidden")]
    [InlineData("/%2ehidden")]
    [InlineData("/series/.hidden/film.mp4")]
    [InlineData("/../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/%252e%252e/etc/passwd")]
    [InlineData("/FILM.MP4")]
    public async Task What_names_no_file_of_the_catalog_is_not_found(string target)
    {
        var response = await fixture.AskAsync("GET", target);

        Assert.Equal((404, "Not Found"), (response.Status, response.Reason));
        Assert.DoesNotContain(fixture.Content.Root, response.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/film%00.mp4")]
    [InlineData("/%ff%fe")]
    [InlineData("/%c0%ae%c0%ae/etc/passwd")]
    [InlineData("/a%5cb")]
    [InlineData("/a%0ab")]
    public async Task A_path_that_cannot_be_decoded_is_a_bad_request(string target)
    {
        Assert.Equal(400, (await fixture.AskAsync("GET", target)).Status);
    }

    [Theory]
    [InlineData("OPTIONS", "/film.mp4", 204)]
    [InlineData("OPTIONS", "*", 204)]
    [InlineData("POST", "/film.mp4", 405)]
    [InlineData("PUT", "/film.mp4", 405)]
    [InlineData("DELETE", "/confidential/secret.txt", 405)]
    [InlineData("PATCH", "/nothing-here", 405)]
    public async Task Other_methods_are_told_what_is_allowed(string method, string target, int status)
    {
        using var client = await fixture.ConnectAsync();
        await client.RequestAsync(method, target, "Content-Length: 0");
        var response = await client.ReadResponseAsync();

        Assert.Equal(status, response.Status);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response["Allow"]!.Split(',', StringSplitOptions.TrimEntries).Order());
    }

    [Fact]
    public async Task An_unknown_method_is_not_implemented()
    {
        Assert.Equal(501, (await fixture.AskAsync("BREW", "/film.mp4")).Status);
    }

    [Fact]
    public async Task An_expectation_other_than_100_continue_fails()
    {
        Assert.Equal(417, (await fixture.AskAsync("GET", "/small.txt", "Expect: a-miracle")).Status);
    }

    public static TheoryData<string, int> BadRequests => new()
    {
        { "GET /small.txt HTTP/2.0\r\nHost: vod\r\n\r\n", 505 },
        { "GET /small.txt HTTP/1.1\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost: vod\r\nHost: vod\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost: a b\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost : vod\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost: vod\r\nX-Folded: a\r\n b\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost: vod\r\nContent-Length: -1\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost: vod\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400 },
        { "GET /small.txt HTTP/1.1\r\nHost: vod\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400 },
        { "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n", 400 },
        { "nonsense\r\n\r\n", 400 },
        { $"GET /{new string('a', 9 * 1024)} HTTP/1.1\r\nHost: vod\r\n\r\n", 414 },
        { $"GET / HTTP/1.1\r\nHost: vod\r\nX-Long: {new string('a', 33 * 1024)}\r\n\r\n", 431 },
        { $"GET / HTTP/1.1\r\nHost: vod\r\n{string.Concat(Enumerable.Repeat("X-Many: a\r\n", 101))}\r\n", 431 },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task What_is_not_HTTP_is_answered_and_the_connection_closed(string request, int status)
    {
        using var client = await fixture.ConnectAsync();
        await client.SendAsync(request);
        var response = await client.ReadResponseAsync();

        Assert.Equal(status, response.Status);
        Assert.True(response.Closes);
        await client.ExpectEndAsync();
    }

    private static void AssertSame(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual) =>
        Assert.Equal((expected.Length, ContentFolder.Sha256(expected)), (actual.Length, ContentFolder.Sha256(actual)));
}
