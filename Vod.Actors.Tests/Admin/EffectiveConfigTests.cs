using Akka.Configuration;
using Vod.Actors.Admin;
using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Admin;

public class EffectiveConfigTests
{
    [Fact]
    public void Each_key_is_a_line_with_the_value_that_holds()
    {
        Config file = "vod { listen.port = 9000, http { head-timeout = 3 s } }";
        var config = file.WithFallback("vod { listen { port = 8080, host = \"*\" } admin.token = \"\" }");

        Assert.Equal("vod.admin.token = \"\"\nvod.http.head-timeout = 3 s\nvod.listen.host = \"*\"\nvod.listen.port = 9000\n", EffectiveConfig.Render(config));
    }

    [Theory]
    [InlineData("vod.admin.token")]
    [InlineData("my.Password")]
    [InlineData("my.api-key")]
    [InlineData("my.apikey")]
    [InlineData("akka.remote.secure-cookie")]
    [InlineData("s3.secret-access-key")]
    public void Secrets_are_masked(string key) =>
        Assert.Equal($"{key} = \"***\"\n", EffectiveConfig.Render(ConfigurationFactory.ParseString($"{key} = \"abcdefghijklmnop\"")));

    [Fact]
    public void A_list_of_secrets_is_masked_too() =>
        Assert.Equal("my.tokens = [\"***\", \"***\"]\n", EffectiveConfig.Render(ConfigurationFactory.ParseString("my.tokens = [abc, def]")));

    [Theory]
    [InlineData("a = [1, \"x y\", \"a,b\"]", "a = [1, x y, \"a,b\"]\n")]
    [InlineData("a { \"/listener/*\" { b = 1 } }", "a.\"/listener/*\".b = 1\n")]
    [InlineData("a = \"quote \\\" and \\\\ and \\n more\"", "a = \"quote \\\" and \\\\ and \\n more\"\n")]
    [InlineData("a { }", "")]
    [InlineData("", "")]
    public void What_has_to_be_quoted_is(string hocon, string rendered) =>
        Assert.Equal(rendered, EffectiveConfig.Render(hocon.Length == 0 ? Config.Empty : ConfigurationFactory.ParseString(hocon)));

    [Fact]
    public void What_is_written_can_be_read_again_and_is_the_same()
    {
        var text = EffectiveConfig.Render(VodConfiguration.Reference);

        Assert.Equal(text, EffectiveConfig.Render(ConfigurationFactory.ParseString(text)));
        var settings = VodSettings.From(ConfigurationFactory.ParseString(text));
        Assert.Equal(
            VodSettings.Default with { Content = null! }, settings with { Content = null! });
    }
}
