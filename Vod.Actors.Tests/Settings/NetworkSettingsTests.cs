using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Settings;

public class NetworkSettingsTests
{
    [Fact]
    public void Addresses_and_networks_of_both_families_are_read() =>
        Assert.Equal(
            ["127.0.0.1/32", "10.0.0.0/8", "::1/128", "fd00::/8"],
            Load("""["127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"]""").Http.TrustedProxies.Select(network => network.ToString()));

    [Theory]
    [InlineData("\"127.0.0.1\"", "127.0.0.1")]
    [InlineData("[\"10.0.0.0/33\"]", "10.0.0.0/33")]
    [InlineData("[\"proxy.example\"]", "proxy.example")]
    [InlineData("[1]", "1")]
    [InlineData("[{ a = 1 }]", "{...}")]
    public void Anything_else_is_refused_in_a_line(string value, string shown) => Assert.Equal(
        $"vod.http.trusted-proxies = {shown}: must be a list of IP addresses and networks, such as [\"127.0.0.1\", \"10.0.0.0/8\"]",
        Assert.Throws<VodConfigurationException>(() => Load(value)).Message);

    private static VodSettings Load(string value) =>
        VodSettings.From(VodConfiguration.Parse($"vod.http.trusted-proxies = {value}", "test.conf").WithFallback(VodConfiguration.Reference));
}
