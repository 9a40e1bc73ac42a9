using Vod.Actors.Admin;

namespace Vod.Actors.Tests.Admin;

public class AdminAccessTests
{
    private const string Token = "correct-horse-battery";
    private static readonly AdminSettings Local = new(true, "127.0.0.1", 8081, "");
    private static readonly AdminSettings LocalWithToken = Local with { Token = Token };
    private static readonly AdminSettings Public = new(true, "*", 8081, Token);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("127.1.2.3", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("127.0.0.1.evil.example", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("0.0.0.0", false)]
    public void On_a_loopback_address_a_name_that_was_pointed_here_does_not_pass(string? host, bool passes) =>
        Assert.Equal(passes ? AdminVerdict.Allowed : AdminVerdict.Misdirected, AdminAccess.Decide(Get with { Host = host }, Local));

    [Fact]
    public void Elsewhere_any_name_passes_with_the_token() =>
        Assert.Equal(AdminVerdict.Allowed, AdminAccess.Decide(Get with { Host = "vod.example", Authorization = "Bearer " + Token }, Public));

    [Theory]
    [InlineData("Bearer correct-horse-battery", true)]
    [InlineData("bearer  correct-horse-battery ", true)]
    [InlineData("Bearer correct-horse-batterz", false)]
    [InlineData("Bearer correct-horse-batter", false)]
    [InlineData("Bearer correct-horse-battery2", false)]
    [InlineData("Bearer CORRECT-HORSE-BATTERY", false)]
    [InlineData("Bearer ", false)]
    [InlineData("Basic correct-horse-battery", false)]
    [InlineData("correct-horse-battery", false)]
    [InlineData("Bearer correct-horse-battery,Bearer correct-horse-battery", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Where_there_is_a_token_it_has_to_be_shown(string? authorization, bool passes)
    {
        var verdict = passes ? AdminVerdict.Allowed : AdminVerdict.Unauthorized;

        Assert.Equal(verdict, AdminAccess.Decide(Get with { Authorization = authorization }, Public));
        Assert.Equal(verdict, AdminAccess.Decide(Get with { Authorization = authorization }, LocalWithToken));
    }

    [Fact]
    public void What_shows_nothing_needs_no_token() =>
        Assert.Equal(AdminVerdict.Allowed, AdminAccess.Decide(Get with { IsOpen = true }, Public));

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("http://localhost:8081", "same-origin", true)]
    [InlineData("http://localhost:8081", null, true)]
    [InlineData(null, "none", true)]
    [InlineData("http://LOCALHOST:8081", null, true)]
    [InlineData("http://localhost:8080", null, false)]
    [InlineData("http://localhost", null, false)]
    [InlineData("http://evil.example:8081", null, false)]
    [InlineData("https://evil.example", "cross-site", false)]
    [InlineData("null", null, false)]
    [InlineData("", null, false)]
    [InlineData(null, "cross-site", false)]
    [InlineData(null, "same-site", false)]
    [InlineData("http://localhost:8081", "cross-site", false)]
    public void A_page_of_another_site_changes_nothing(string? origin, string? fetchSite, bool passes)
    {
        foreach (var method in (string[])["POST", "PUT", "DELETE", "PATCH", "ANYTHING"])
        {
            var verdict = AdminAccess.Decide(Get with { Method = method, Origin = origin, FetchSite = fetchSite }, Local);
            Assert.Equal(passes ? AdminVerdict.Allowed : AdminVerdict.CrossSite, verdict);
        }
        Assert.Equal(AdminVerdict.Allowed, AdminAccess.Decide(Get with { Origin = origin, FetchSite = fetchSite }, Local));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    [InlineData("::1", true)]
    [InlineData("127.0.0.5", true)]
    [InlineData("*", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("::", false)]
    public void Only_this_machine_reaches_a_loopback_address(string host, bool isLoopback) => Assert.Equal(isLoopback, (Local with { Host = host }).IsLoopback);

    [Fact]
    public void The_token_is_not_in_what_the_settings_print() => Assert.DoesNotContain(Token, Public.ToString(), StringComparison.Ordinal);

    private static AdminRequest Get => new("GET", "localhost", "localhost:8081", IsOpen: false);
}
