using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

public class DispatcherAliasTests
{
    private static readonly Config Config = ConfigurationFactory.ParseString(
        """
        real { type = Dispatcher }
        alias = real
        "other".name = alias
        round = trip
        trip = round
        broken = nowhere
        """);

    [Theory]
    [InlineData("real")]
    [InlineData("alias")]
    [InlineData("other.name")]
    public void An_alias_has_the_section_it_finally_names(string id)
        => Assert.Equal("Dispatcher", Dispatchers.GetConfig(Config, id).GetString("type"));

    [Theory]
    [InlineData("missing", "[missing]")]
    [InlineData("broken", "[nowhere]")]
    [InlineData("round", "loop")]
    public void An_id_that_leads_nowhere_is_refused_by_name(string id, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => Dispatchers.GetConfig(Config, id));
        Assert.Contains($"[{id}]", error.Message);
        Assert.Contains(message, error.Message);
    }
}
