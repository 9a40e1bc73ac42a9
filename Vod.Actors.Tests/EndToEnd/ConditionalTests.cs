namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Preconditions (RFC 9110, section 13) with the validators that the server itself gave.</summary>
[Collection(SharedServer.Name)]
public sealed class ConditionalTests(ServerFixture fixture)
{
    private const string Past = "Sat, 01 Jan 2000 00:00:00 GMT";
    private const string Future = "Fri, 01 Jan 2100 00:00:00 GMT";

    [Theory]
    [InlineData("If-None-Match: {etag}", 304)]
    [InlineData("If-None-Match: *", 304)]
    [InlineData("If-None-Match: \"other\", {etag}", 304)]
    [InlineData("If-None-Match: \"other\"", 200)]
    [InlineData("If-Modified-Since: {date}", 304)]
    [InlineData("If-Modified-Since: " + Past, 200)]
    [InlineData("If-Modified-Since: yesterday", 200)]
    [InlineData("If-Match: {etag}", 200)]
    [InlineData("If-Match: *", 200)]
    [InlineData("If-Match: \"other\"", 412)]
    [InlineData("If-Unmodified-Since: {date}", 200)]
    [InlineData("If-Unmodified-Since: " + Future, 200)]
    [InlineData("If-Unmodified-Since: " + Past, 412)]
    [InlineData("If-None-Match: \"other\"\r\nIf-Modified-Since: {date}", 200)]
    [InlineData("If-Match: {etag}\r\nIf-Unmodified-Since: " + Past, 200)]
    [InlineData("If-Match: \"other\"\r\nIf-None-Match: {etag}", 412)]
    public async Task A_precondition_decides(string fields, int status)
    {
        using var client = await fixture.ConnectAsync();
        var known = await client.AskAsync("HEAD", "/small.txt");
        var filled = fields.Replace("{etag}", known["ETag"], StringComparison.Ordinal)
            .Replace("{date}", known["Last-Modified"], StringComparison.Ordinal);

        var response = await client.AskAsync("GET", "/small.txt", filled);

        Assert.Equal(status, response.Status);
        if (status is 304)
        {
            Assert.Equal((known["ETag"], 0), (response["ETag"], response.Body.Length));
        }

        Assert.Equal(200, (await client.AskAsync("GET", "/one.bin")).Status);
    }
}
