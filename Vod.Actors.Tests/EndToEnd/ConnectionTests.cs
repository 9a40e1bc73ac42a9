namespace Vod.Actors.Tests.EndToEnd;

/// <summary>What happens between requests on one connection.</summary>
[Collection(SharedServer.Name)]
public sealed class ConnectionTests(ServerFixture fixture)
{
    [Fact]
    public async Task A_connection_answers_many_requests_in_order()
    {
        using var client = await fixture.ConnectAsync();
        var file = fixture.Content["small.txt"];
        for (var request = 0; request < 1000; request++)
        {
            var response = await client.AskAsync("GET", "/small.txt", $"Range: bytes={request}-");
            Assert.Equal((206, file.Length - request), (response.Status, response.Body.Length));
            Assert.Equal(file[request], response.Body[0]);
        }
    }

    [Fact]
    public async Task Requests_sent_in_one_go_are_answered_in_order()
    {
        using var client = await fixture.ConnectAsync();
        string[] targets = ["/film.mp4", "/nothing-here", "/small.txt", "/confidential/x", "/one.bin", "/slice.mp4", "/empty.bin"];
        await client.SendAsync(string.Concat(targets.Select(target => $"GET {target} HTTP/1.1\r\nHost: vod\r\n\r\n")));

        foreach (var (target, status) in targets.Zip([206, 404, 200, 403, 200, 200, 200]))
        {
            var response = await client.ReadResponseAsync();
            Assert.Equal((target, status), (target, response.Status));
            if (status == 200)
            {
                Assert.Equal(ContentFolder.Sha256(fixture.Content[target[1..]]), ContentFolder.Sha256(response.Body));
            }
        }
    }

    [Fact]
    public async Task A_request_may_come_byte_by_byte()
    {
        using var client = await fixture.ConnectAsync();
        foreach (var letter in "GET /small.txt HTTP/1.1\r\nHost: vod\r\nRange: bytes=5-9\r\n\r\n")
        {
            await client.SendAsync(letter.ToString());
        }

        Assert.Equal(fixture.Content["small.txt"][5..10], (await client.ReadResponseAsync()).Body);
    }

    [Fact]
    public async Task Empty_lines_before_a_request_are_skipped()
    {
        using var client = await fixture.ConnectAsync();
        await client.SendAsync("\r\n\r\nGET /one.bin HTTP/1.1\r\nHost: vod\r\n\r\n");

        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
    }

    [Fact]
    public async Task A_client_that_half_closes_still_gets_its_answer()
    {
        using var client = await fixture.ConnectAsync();
        await client.RequestAsync("GET", "/slice.mp4");
        client.ShutdownSend();

        var response = await client.ReadResponseAsync();

        Assert.Equal(ContentFolder.Sha256(fixture.Content["slice.mp4"]), ContentFolder.Sha256(response.Body));
        await client.ExpectEndAsync();
    }

    [Theory]
    [InlineData("GET /one.bin HTTP/1.0\r\n\r\n", true)]
    [InlineData("GET /one.bin HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", false)]
    [InlineData("GET /one.bin HTTP/1.1\r\nHost: vod\r\nConnection: close\r\n\r\n", true)]
    [InlineData("GET /one.bin HTTP/1.1\r\nHost: vod\r\nConnection: Close, x\r\n\r\n", true)]
    [InlineData("GET /one.bin HTTP/1.1\r\nHost: vod\r\nConnection: keep-alive\r\n\r\n", false)]
    public async Task The_version_and_Connection_decide_whether_it_stays_open(string request, bool closes)
    {
        using var client = await fixture.ConnectAsync();
        await client.SendAsync(request);
        var response = await client.ReadResponseAsync();

        Assert.Equal((200, closes), (response.Status, response.Closes));
        if (closes)
        {
            await client.ExpectEndAsync();
        }
        else
        {
            await client.SendAsync(request);
            Assert.Equal(200, (await client.ReadResponseAsync()).Status);
        }
    }

    [Theory]
    [InlineData("Content-Length: 43\r\n\r\n", "")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n2b;x=y\r\n", "\r\n0\r\nTrailer: t\r\n\r\n")]
    public async Task A_body_is_thrown_away_and_never_read_as_a_request(string before, string after)
    {
        const string Smuggled = "GET /empty.bin HTTP/1.1\r\nHost: smuggled\r\n\r\n";
        using var client = await fixture.ConnectAsync();
        await client.SendAsync("GET /one.bin HTTP/1.1\r\nHost: vod\r\n" + before + Smuggled + after + "GET /small.txt HTTP/1.1\r\nHost: vod\r\n\r\n");

        Assert.Equal(1, (await client.ReadResponseAsync()).ContentLength);
        Assert.Equal(1000, (await client.ReadResponseAsync()).ContentLength);
    }

    [Fact]
    public async Task A_body_that_is_too_long_closes_the_connection_after_the_answer()
    {
        using var client = await fixture.ConnectAsync();
        await client.SendAsync("GET /one.bin HTTP/1.1\r\nHost: vod\r\nContent-Length: 2000000000\r\n\r\n");

        var response = await client.ReadResponseAsync();

        Assert.Equal((200, true), (response.Status, response.Closes));
    }

    [Fact]
    public async Task A_thousand_connections_are_served_at_once()
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => fixture.ConnectAsync()));
        try
        {
            // All are connected before the first one asks.
            var statuses = await Task.WhenAll(clients.Select(async client => (await client.AskAsync("GET", "/small.txt")).Status));
            Assert.All(statuses, status => Assert.Equal(200, status));
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
        }
    }

    [Fact]
    public async Task The_same_works_through_HttpClient_with_a_pool_of_connections()
    {
        using var http = new HttpClient { BaseAddress = fixture.Server.Address, Timeout = RawClient.Patience };
        var file = fixture.Content["slice-minus-1.mp4"];

        var bodies = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => http.GetByteArrayAsync("/slice-minus-1.mp4")));

        Assert.All(bodies, body => Assert.Equal(ContentFolder.Sha256(file), ContentFolder.Sha256(body)));
    }
}
