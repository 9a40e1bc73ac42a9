using Vod.Actors.Admin;
using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Admin;

public class AdminSettingsTests
{
    private const string Allowed = "empty, or 16 to 1,024 letters, digits and - . _ ~ + / and no others";

    [Fact]
    public void By_default_it_is_there_for_this_machine_alone() =>
        Assert.Equal(new AdminSettings(true, "127.0.0.1", 8081, ""), VodSettings.Default.Admin);

    [Theory]
    [InlineData("vod.admin.enabled = off")]
    [InlineData("vod.admin { enabled = off, host = \"*\" }")]
    [InlineData("vod.admin { host = \"*\", token = \"abcdefghijklmnop\" }")]
    [InlineData("vod.admin { host = \"192.0.2.1\", token = \"YWJjZGVmZ2hpamts-._~+/==\" }")]
    [InlineData("vod.admin.host = \"::1\"")]
    [InlineData("vod.admin.host = localhost")]
    [InlineData("vod.admin.token = ${?VOD_NO_SUCH_VARIABLE}")]
    public void What_is_safe_is_taken(string hocon) => Load(hocon);

    [Theory]
    [InlineData("vod.admin.host = \"*\"", "vod.admin.token is empty: it must be set when vod.admin.host is *, or others could stop the server")]
    [InlineData("vod.admin.host = 0.0.0.0", "vod.admin.token is empty: it must be set when vod.admin.host is 0.0.0.0, or others could stop the server")]
    [InlineData("vod.admin.token = abcdefghijklmno", $"vod.admin.token = ***: must be {Allowed}")]
    [InlineData("vod.admin.token = \"abcdefghijkl mnop\"", $"vod.admin.token = ***: must be {Allowed}")]
    [InlineData("vod.admin.token = \"================\"", $"vod.admin.token = ***: must be {Allowed}")]
    [InlineData("vod.admin.port = 70000", "vod.admin.port = 70000: must be a whole number from 0 to 65,535")]
    [InlineData("vod.admin.host = example", "vod.admin.host = example: must be an IP address, localhost, or * for all interfaces")]
    public void What_is_not_is_refused_in_a_line_without_the_secret(string hocon, string message) =>
        Assert.Equal(message, Assert.Throws<VodConfigurationException>(() => Load(hocon)).Message);

    [Fact]
    public void A_token_can_come_from_the_environment()
    {
        Environment.SetEnvironmentVariable("VOD_ADMIN_TOKEN_OF_A_TEST", "abcdefghijklmnop");

        Assert.Equal("abcdefghijklmnop", Load("vod.admin.token = ${?VOD_ADMIN_TOKEN_OF_A_TEST}").Token);
    }

    private static AdminSettings Load(string hocon) =>
        VodSettings.From(VodConfiguration.Parse(hocon, "test.conf").WithFallback(VodConfiguration.Reference)).Admin;
}
