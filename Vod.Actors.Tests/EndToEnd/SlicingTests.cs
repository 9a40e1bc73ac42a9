namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The slicing modes of the specification's section 3, and how one request opts out.</summary>
[Collection(SharedServer.Name)]
public sealed class SlicingTests(ServerFixture fixture)
{
    private const int Slice = ContentFolder.Slice;
    private const int Film = 12 * 1024 * 1024;

    [Theory]
    [InlineData("always", "", 206, Slice)]
    [InlineData("always", "Sec-Fetch-Dest: video", 206, Slice)]
    [InlineData("browser", "", 200, Film)]
    [InlineData("browser", "Sec-Fetch-Dest: document", 200, Film)]
    [InlineData("browser", "Sec-Fetch-Dest: video", 206, Slice)]
    [InlineData("browser", "Sec-Fetch-Dest: audio", 206, Slice)]
    [InlineData("browser", "Range: bytes=0-", 206, Film)]
    [InlineData("browser", "Range: bytes=0-\r\nSec-Fetch-Dest: video", 206, Slice)]
    [InlineData("never", "", 200, Film)]
    [InlineData("never", "Sec-Fetch-Dest: video", 200, Film)]
    [InlineData("never", "Range: bytes=0-", 206, Film)]
    public async Task The_mode_decides_who_is_capped(string mode, string field, int status, int length)
    {
        await using var server = await VodServer.StartAsync(fixture.Content.Root, "--slicing", mode);
        using var client = await RawClient.ConnectAsync(server.EndPoint);

        var response = await client.AskAsync("GET", "/film.mp4", field.Length == 0 ? [] : [field]);

        Assert.Equal((status, length), (response.Status, response.Body.Length));
        Assert.Equal(ContentFolder.Sha256(fixture.Content["film.mp4"].AsSpan(0, length)), ContentFolder.Sha256(response.Body));
    }

    [Theory]
    [InlineData("/film.mp4?whole", "", 200, 0)]
    [InlineData("/film.mp4?a=b&whole", "", 200, 0)]
    [InlineData("/film.mp4?download", "", 200, 0)]
    [InlineData("/film.mp4?whole", "Range: bytes=1000-", 206, 1000)]
    [InlineData("/film.mp4?download", "Range: bytes=6000000-", 206, 6000000)]
    public async Task A_request_can_opt_out(string target, string field, int status, int from)
    {
        var response = await fixture.AskAsync("GET", target, field.Length == 0 ? [] : [field]);

        Assert.Equal(status, response.Status);
        Assert.Equal(ContentFolder.Sha256(fixture.Content["film.mp4"].AsSpan(from)), ContentFolder.Sha256(response.Body));
        Assert.Equal(status == 206 ? $"bytes {from}-{Film - 1}/{Film}" : null, response["Content-Range"]);
    }

    [Fact]
    public async Task A_download_is_named()
    {
        var plain = await fixture.AskAsync("HEAD", "/film.mp4?download");
        var named = await fixture.AskAsync("HEAD", "/a%20folder/with%20%C3%BCn%C3%AFcode%20%26%20100%25.mkv?download");
        var whole = await fixture.AskAsync("HEAD", "/film.mp4?whole");

        Assert.Matches("^attachment; *filename=\"?film\\.mp4\"?", plain["Content-Disposition"]);
        var encoded = named["Content-Disposition"]!.Split("filename*=UTF-8''")[1];
        Assert.Equal("with ünïcode & 100%.mkv", Uri.UnescapeDataString(encoded));
        Assert.All(encoded, letter => Assert.True(char.IsAscii(letter)));
        Assert.Null(whole["Content-Disposition"]);
    }
}
