using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class PrintingTests
{
    [Fact]
    public void A_configuration_prints_as_hocon()
    {
        var config = ConfigurationFactory.ParseString("a.b { c = 1, d = two words }, e = [x, 5 s, { f = g }], n = null, o {}, \"p.q\" = \"\", s = \"null\"");

        Assert.Equal(
            """
              a : {
                b : {
                  c : 1
                  d : "two words"
                }
              }
              e : [x, "5 s", {
                f : g
              }]
              n : null
              o : {}
              "p.q" : ""
              s : "null"

            """.ReplaceLineEndings("\n"),
            config.ToString());
    }

    [Theory]
    [InlineData("a = \"quoted \\\" and \\\\ and \\n and \\t and \\u0001\"")]
    [InlineData("a = \"# // ${x} { } [ ] : = , + ` ^ ? ! @ * &\"")]
    [InlineData("a = \" space around \"")]
    [InlineData("\"key with . and \\\" and #\" { \"\" = 1 }")]
    [InlineData("\"include\" = 1")]
    [InlineData("a = [[], [1, [2, { b = [] }]], null, \"\"]")]
    [InlineData("a = \"true\", b = -1.5e3, c = ✓, d = \"a.b\"")]
    [InlineData("a = [1], a += 2, b = ${a} [3], c = x${a-x}y, a-x = 5")]
    public void What_is_printed_parses_to_the_same(string hocon)
    {
        var printed = ConfigurationFactory.ParseString(hocon).ToString();

        Assert.Equal(printed, ConfigurationFactory.ParseString(printed).ToString());
        Assert.Equal(Flat(ConfigurationFactory.ParseString(hocon)), Flat(ConfigurationFactory.ParseString(printed)));
    }

    [Fact]
    public void Fallbacks_are_printed_when_asked_for()
    {
        var config = ConfigurationFactory.ParseString("a.x = 1").WithFallback(ConfigurationFactory.ParseString("a.y = 2"));

        Assert.Equal("  a : {\n    x : 1\n  }\n", config.ToString());
        Assert.Equal("  a : {\n    x : 1\n  }\n", config.ToString(includeFallback: false));
        Assert.Equal("  a : {\n    x : 1\n    y : 2\n  }\n", config.ToString(includeFallback: true));
    }

    [Fact]
    public void The_reference_configuration_prints_and_parses_to_the_same()
    {
        var reference = ConfigurationFactory.Default();

        Assert.Equal(Flat(reference), Flat(ConfigurationFactory.ParseString(reference.ToString())));
    }

    internal static string[] Flat(Config config) => [.. Flat("", config.Root)];

    private static IEnumerable<string> Flat(string path, Akka.Configuration.Hocon.HoconValue value)
    {
        if (value.GetObject() is { } obj)
            return obj.Items.SelectMany(pair => Flat($"{path}/{pair.Key}", pair.Value)).Prepend(path);
        if (value.IsArray())
            return value.GetArray().SelectMany((item, i) => Flat($"{path}[{i}]", item)).Prepend(path);
        return [$"{path}={value.GetString() ?? "(null)"}"];
    }
}
