using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class SubstitutionTests
{
    [Theory]
    [InlineData("b = 1, a = ${b}", "1")]
    [InlineData("a = ${b}, b = 1", "1")]
    [InlineData("a = ${b}, b = 1, b = 2", "2")]
    [InlineData("a = ${b}, b = ${c}, c = 1", "1")]
    [InlineData("a = ${ b.c }, b { c = 1 }", "1")]
    [InlineData("a = ${b.\"c.d\"}, b { \"c.d\" = 1 }", "1")]
    [InlineData("b = 1, a = x${b}y", "x1y")]
    [InlineData("b = 1, a = x ${b}  \"y\"", "x 1  y")]
    [InlineData("b = 1, c = 2, a = ${b}${c}", "12")]
    [InlineData("b = null, a = ${b}", null)]
    [InlineData("a = \"${b}\"", "${b}")]
    [InlineData("a = ${?none}", null)]
    [InlineData("a = 1, a = ${?none}", "1")]
    [InlineData("a = x${?none}y", "xy")]
    [InlineData("a = ${?none} ${?none}", null)]
    [InlineData("a = 1, a = ${a}2", "12")]
    [InlineData("a = 1, a = ${a}2, a = ${a}3", "123")]
    [InlineData("a = ${?a}1", "1")]
    [InlineData("a = 1, b = ${a}, a = 2, c = ${b}, a = ${c}", "2")]
    [InlineData("b { x = 1, y = ${b.x} }, b.x = 2, a = ${b.y}", "2")]
    [InlineData("b { x = ${c.y} }, c { y = 1, z = ${b.x} }, a = ${c.z}", "1")]
    [InlineData("b { a : { c : 1 } }, b : ${b.a}, b : { a : 2 }, a = ${b.c}${b.a}", "12")]
    [InlineData("a = [${b}], b = 1", null)]
    public void A_substitution_becomes(string hocon, string? expected) =>
        Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a"));

    [Theory]
    [InlineData("b = [1], a = ${b} [2]", "1|2")]
    [InlineData("b = [1], a = [0] ${b}", "0|1")]
    [InlineData("b = [1], a = ${b} ${b}", "1|1")]
    [InlineData("b = 1, a = [0, ${b}, ${?none}]", "0|1")]
    [InlineData("b = 1, a = [x ${b} y]", "x 1 y")]
    [InlineData("a = [1], a = ${a} [2]", "1|2")]
    [InlineData("a = [1], a = [0] ${a} [2]", "0|1|2")]
    [InlineData("a = ${?a} [1]", "1")]
    [InlineData("a = ${?none} [1]", "1")]
    [InlineData("a = ${b}, b = [1], a += 2", "1|2")]
    [InlineData("a += ${b}, b = 1, a += ${?none}, a += 2", "1|2")]
    [InlineData("b { a = [1] }, b = ${b} { a += 2 }, a = ${b.a}", "1|2")]
    [InlineData("c { a = [1] }, b = ${c} { a += 2 }, a = ${b.a}", "1|2")]
    public void Lists_take_in_substitutions(string hocon, string expected) =>
        Assert.Equal(expected.Split('|'), ConfigurationFactory.ParseString(hocon).GetStringList("a"));

    [Theory]
    [InlineData("b { x = 1 }, a = ${b} { y = 2 }", "a.x=1 a.y=2 b.y=")]
    [InlineData("b { x = 1 }, a = { x = 0 } ${b}", "a.x=1")]
    [InlineData("b { x = 1 }, a = ${b}, a.y = 2", "a.x=1 a.y=2 b.y=")]
    [InlineData("a = ${b}, a { x = 2, y = 2 }, b { x = 1, z = 1 }", "a.x=2 a.y=2 a.z=1 b.x=1")]
    [InlineData("a { x = 2, y = 2 }, a = ${b}, b { x = 1, z = 1 }", "a.x=1 a.y=2 a.z=1")]
    [InlineData("a { x = 1 }, a = ${?none}", "a.x=1")]
    [InlineData("a { x = 1 }, a = ${?none}, a { y = 2 }", "a.x=1 a.y=2")]
    [InlineData("b { x { p = 1, q = 1 } }, a = ${b} { x { q = 2 } }", "a.x.p=1 a.x.q=2 b.x.q=1")]
    [InlineData("b { x = 1 }, a = ${b}, c = ${a}, c.x = 3", "a.x=1 b.x=1 c.x=3")]
    [InlineData("b { x = 1, y = ${b.x}0 }, a = ${b} { x = 2 }", "a.x=2 a.y=10")]
    [InlineData("b { x = ${y} }, y = 5, a = { x = 1 } ${b}", "a.x=5")]
    [InlineData("p { q = 1 }, x { q = ${p.q}2 }, p = ${x} { r = ${p.q} }", "p.q=12 p.r=12 x.q=12")]
    [InlineData("a = ${b.c}, b { c = ${d}, e = 1 }, d { f = ${b.e} }", "a.f=1")]
    public void Objects_take_in_substitutions(string hocon, string expected)
    {
        var config = ConfigurationFactory.ParseString(hocon);
        foreach (var pair in expected.Split(' '))
        {
            var (path, value) = (pair.Split('=')[0], pair.Split('=')[1]);
            Assert.Equal(value, config.GetString(path, ""));
        }
    }

    [Theory]
    [InlineData("a = ${a}")]
    [InlineData("a = ${b}, b = ${a}")]
    [InlineData("a = ${b}, b = ${c}, c = ${a}")]
    [InlineData("a { b = ${a} }")]
    [InlineData("a = [${a}]")]
    [InlineData("a { b = ${c} }, c { d = ${a} }")]
    [InlineData("a { b = [ { c = ${a.b} } ] }")]
    public void A_circle_is_refused(string hocon) => Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(hocon));

    [Fact]
    public void An_optional_substitution_that_is_undefined_leaves_no_key()
    {
        var config = ConfigurationFactory.ParseString("a = ${?none}, b { c = ${?none} }");

        Assert.False(config.HasPath("a"));
        Assert.True(config.GetConfig("b").IsNullOrEmpty());
    }

    [Fact]
    public void An_environment_variable_takes_the_place_of_what_the_document_lacks()
    {
        var name = "HOCON_TEST_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(name, "of the # environment");
        try
        {
            var config = ConfigurationFactory.ParseString($$"""
                required = ${{{name}}}
                optional = default
                optional = ${?{{name}}}
                """);

            Assert.Equal("of the # environment", config.GetString("required"));
            Assert.Equal("of the # environment", config.GetString("optional"));
            Assert.Equal("of the document", ConfigurationFactory.ParseString($"{name} = of the document, a = ${{{name}}}").GetString("a"));
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void Many_levels_of_doubling_resolve_in_no_time()
    {
        var levels = Enumerable.Range(1, 60).Select(i => $"l{i} {{ x = ${{l{i - 1}}}, y = ${{l{i - 1}}} }}");

        var config = ConfigurationFactory.ParseString("l0 { leaf = 1 }\n" + string.Join('\n', levels));

        Assert.Equal(1, config.GetInt("l60" + string.Concat(Enumerable.Repeat(".y", 60)) + ".leaf"));
    }
}
