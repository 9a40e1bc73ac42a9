using Akka.Configuration;
using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Settings;

/// <summary>What a text means once Akka.NET's own parser has read it.</summary>
public class HoconDocumentTests
{
    [Theory]
    [InlineData("a = 1\na = ${?SET}", "from outside")]
    [InlineData("a = 1\na = ${?UNSET}", "1")]
    [InlineData("a = 1\na = ${?UNSET} # nothing", "1")]
    [InlineData("a = 1, a = ${?UNSET}, b = 2", "1")]
    [InlineData("a = ${SET}", "from outside")]
    [InlineData("a = ${?SET}/films", "from outside/films")]
    [InlineData("a = x${?UNSET}y", "xy")]
    [InlineData("a = ${?QUOTED}", "a \"b\" \\c")]
    [InlineData("a = ${?EMPTY}", "")]
    [InlineData("a = ${b.c}\nb { c = 3 }", "3")]
    [InlineData("a = ${?b.c}\nb { c = 3 }", "3")]
    [InlineData("SET = inside\na = ${?SET}", "inside")]
    [InlineData("a = \"${?SET}\"", "${?SET}")]
    [InlineData("a = \"http://host/x\" // a link", "http://host/x")]
    [InlineData("a = \"\"\"one\n\"two\" \\d\"\"\"", "one\n\"two\" \\d")]
    public void A_value_is_what_its_text_says(string text, string value) => Assert.Equal(value, Parse(text).GetString("a"));

    [Theory]
    [InlineData("a = []", "")]
    [InlineData("a = [ ]", "")]
    [InlineData("a = [\n  # none\n]", "")]
    [InlineData("a = [${?UNSET}]", "")]
    [InlineData("a = [${?UNSET}, 2]", "2")]
    [InlineData("a = [1, ${?UNSET}\n3]", "1|3")]
    [InlineData("a = [1, ${?SET}]", "1|from outside")]
    [InlineData("b = []\na = ${b}", "")]
    [InlineData("a = [1] [2]", "1|2")]
    public void A_list_has_the_elements_that_are_written(string text, string elements) =>
        Assert.Equal(elements, string.Join('|', HoconTree.List(Parse(text).GetValue("a"))!.Select(element => element.GetString())));

    [Theory]
    [InlineData("a = 1")]
    [InlineData("a = \"[]\"")]
    [InlineData("a { }")]
    public void What_is_no_list_has_no_elements(string text) => Assert.Null(HoconTree.List(Parse(text).GetValue("a")));

    [Theory]
    [InlineData("a = ", "test.conf: a has no value")]
    [InlineData("a { b = }", "test.conf: a.b has no value")]
    [InlineData("a {\n  b =\n  c = 1\n}", "test.conf: a.1 has no value")]
    [InlineData("a = ${a}", "test.conf: a refers to itself")]
    [InlineData("a { b = ${c} }\nc = ${a}", "test.conf: a.b refers to itself")]
    [InlineData("a = 1\nb = ${NOWHERE}", "test.conf: line 2, column 5: ${NOWHERE}: there is neither such a key nor such an environment variable")]
    [InlineData("a = {", "test.conf: line 1, column 5: { is not closed")]
    public void What_the_parser_lets_pass_is_refused_in_a_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<VodConfigurationException>(() => Parse(text)).Message);

    [Fact]
    public void A_file_is_included_where_it_is_named_and_relative_to_the_file_that_names_it()
    {
        var files = new Dictionary<string, string>
        {
            [Path.Combine("etc", "more.conf")] = "b = 2\nc { include \"deep/less.conf\" }\nd = ${?SET}",
            [Path.Combine("etc", "deep/less.conf")] = "x = 1\ny = ${x}",
        };
        var config = Parse("a = 1\ninclude \"more.conf\"\n", Path.Combine("etc", "test.conf"), files);

        Assert.Equal("1 2 1 1 from outside", string.Join(' ', ((string[])["a", "b", "c.x", "c.y", "d"]).Select(key => config.GetString(key))));
    }

    [Theory]
    [InlineData("a {", "more.conf: line 1, column 3: { is not closed")]
    [InlineData("include \"more.conf\"", "more.conf: includes more.conf: more than 20 files include each other")]
    public void A_mistake_in_an_included_file_is_told_with_its_name(string included, string message) => Assert.Equal(
        message,
        Assert.Throws<VodConfigurationException>(
            () => Parse("include \"more.conf\"", "test.conf", new Dictionary<string, string> { ["more.conf"] = included })).Message);

    [Theory]
    [InlineData("a = []", "[]")]
    [InlineData("a = [\"::1\", 10.0.0.0/8]", "[\"::1\", \"10.0.0.0/8\"]")]
    [InlineData("a = \"say \\\"x\\\"\"", "\"say \\\"x\\\"\"")]
    [InlineData("a { \"b.c\" = 1, d = [2], e { f = x } }", "{ \"b.c\" = \"1\", d = [\"2\"], e = { f = \"x\" } }")]
    public void A_value_is_written_so_that_it_reads_as_the_same(string text, string written)
    {
        Assert.Equal(written, HoconTree.Write(Parse(text).GetValue("a")));
        Assert.Equal(written, HoconTree.Write(Parse("a = " + written).GetValue("a")));
    }

    private static Config Parse(string text, string name = "test.conf", Dictionary<string, string>? files = null)
    {
        var environment = new Dictionary<string, string> { ["SET"] = "from outside", ["QUOTED"] = "a \"b\" \\c", ["EMPTY"] = "" };
        return new Config(HoconDocument.Parse(text, name, environment.GetValueOrDefault, path => files![path]));
    }
}
