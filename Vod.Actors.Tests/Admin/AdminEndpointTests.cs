using System.Net;
using System.Net.Sockets;
using Akka.Event;
using Vod.Actors.Admin;

namespace Vod.Actors.Tests.Admin;

public sealed class AdminEndpointTests : AdminTest
{
    private const string Token = "correct-horse-battery";

    [Fact]
    public async Task Without_the_token_only_health_and_the_empty_page_are_answered()
    {
        using var client = await StartAsync(Token);

        foreach (var path in (string[])["/metrics", "/connections", "/catalog", "/config", "/loglevel", "/nowhere"])
        {
            var got = await SendAsync(client, "GET", path);
            AssertProblem(401, got);
            Assert.Equal("Bearer realm=\"vod\"", got.Answer.Headers.WwwAuthenticate.ToString());
        }
        AssertProblem(401, await SendAsync(client, "POST", "/drain", ""));
        Assert.False(Lifetime.Stopped.IsCompleted);
        foreach (var path in (string[])["/health/live", "/", "/admin.js"]) Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "GET", path)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "GET", "/loglevel", null, ("Authorization", "Bearer " + Token))).Status);
    }

    [Fact]
    public async Task A_name_that_was_pointed_here_and_a_page_of_another_site_are_turned_down()
    {
        using var client = await StartAsync();

        AssertProblem(421, await SendAsync(client, "GET", "/config", null, ("Host", "evil.example:8081")));
        AssertProblem(403, await SendAsync(client, "POST", "/drain", "", ("Origin", "http://evil.example")));
        AssertProblem(403, await SendAsync(client, "POST", "/drain", "", ("Sec-Fetch-Site", "cross-site")));
        AssertProblem(403, await SendAsync(client, "POST", "/drain", "", ("Origin", "http://127.0.0.1:1"))); // another port is another site
        Assert.False(Lifetime.Stopped.IsCompleted);

        var own = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.Accepted, (await SendAsync(client, "POST", "/drain", "", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Status);
    }

    [Fact]
    public async Task Whoever_asks_without_end_is_told_to_slow_down_but_health_is_answered()
    {
        using var client = await StartAsync();

        var statuses = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => SendAsync(client, "GET", "/loglevel")));

        Assert.Contains(statuses, got => got.Status == HttpStatusCode.OK);
        var refused = statuses.First(got => got.Status != HttpStatusCode.OK);
        AssertProblem(429, refused);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Answer.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, "GET", "/health/live")).Status);
    }

    [Fact]
    public async Task The_address_is_printed()
    {
        using var client = await StartAsync();

        Assert.Equal($"Admin endpoint on {client.BaseAddress}", Printed.ToString().TrimEnd());
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_once_and_waited_for()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));

        var endpoint = Begin(new AdminSettings(true, "127.0.0.1", port, ""));

        var said = ExpectMsg<Warning>(Patience).ToString();
        Assert.Contains($"127.0.0.1:{port}", said, StringComparison.Ordinal);
        await ExpectNoMsgAsync(AdminEndpoint.RetryInterval * 2.5); // it tries twice meanwhile
        Assert.False(endpoint.Bound.IsCompleted);
        Assert.Empty(Printed.ToString());
        other.Dispose();

        Assert.Equal(port, (await endpoint.Bound.WaitAsync(Patience)).Port);
        using var client = new HttpClient();
        Assert.Equal("{\"status\":\"live\"}", await client.GetStringAsync($"http://127.0.0.1:{port}/health/live"));
    }

    [Fact]
    public async Task Its_port_is_free_again_when_it_has_ended()
    {
        var endpoint = Begin(new AdminSettings(true, "127.0.0.1", 0, ""));
        var address = await endpoint.Bound.WaitAsync(Patience);

        await endpoint.DisposeAsync();

        using var next = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        next.Bind(address);
        next.Listen();
    }

    [Fact]
    public async Task One_that_waits_for_its_port_ends_at_once()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        Sys.EventStream.Subscribe(TestActor, typeof(Warning));
        var endpoint = Begin(new AdminSettings(true, "127.0.0.1", ((IPEndPoint)other.LocalEndPoint!).Port, ""));
        ExpectMsg<Warning>(Patience);

        await endpoint.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endpoint.Bound.WaitAsync(Patience));
    }
}
