using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class GrammarTests
{
    [Theory]
    [InlineData("a = 1", "1")]
    [InlineData("a : 1", "1")]
    [InlineData("a=1", "1")]
    [InlineData("{ a = 1 }", "1")]
    [InlineData("{ \"a\" : 1 }", "1")]
    [InlineData("a = 1,", "1")]
    [InlineData("\ufeffa = 1", "1")]
    [InlineData("a = 1\r\nb = 2\r\n", "1")]
    [InlineData("b = 2, a = 1", "1")]
    [InlineData("a =\n  1", "1")]
    [InlineData("\"a\":\n\n1", "1")]
    [InlineData("a = # why\n 1", "1")]
    [InlineData("a = 1 # why", "1")]
    [InlineData("a = 1 // why", "1")]
    [InlineData("# why\n// why\na = 1", "1")]
    [InlineData("a = text", "text")]
    [InlineData("a = several  words\there ", "several  words\there")]
    [InlineData("a = 1e+5", "1e+5")]
    [InlineData("a = +5", "+5")]
    [InlineData("a = -0.5", "-0.5")]
    [InlineData("a = and/or", "and/or")]
    [InlineData("a = Akka.Actor.Type'1", "Akka.Actor.Type'1")]
    [InlineData("a = Zürich ✓", "Zürich ✓")]
    [InlineData("a = \"\"", "")]
    [InlineData("a = \"x # y // z = {\"", "x # y // z = {")]
    [InlineData("""a = "\"\\\/\b\f\n\r\té\u20AC" """, "\"\\/\b\f\n\r\té€")]
    [InlineData("a = \"\"\"raw \\n \"quoted\" # text\"\"\"", "raw \\n \"quoted\" # text")]
    [InlineData("a = \"\"\"two\nlines\"\"\"", "two\nlines")]
    [InlineData("a = \"\"\"\"quoted\"\"\"\"", "\"quoted\"")]
    [InlineData("a = \"\"\"\"\"\"", "")]
    [InlineData("a = one \"two\" three", "one two three")]
    [InlineData("a = one\"two\"three", "onetwothree")]
    [InlineData("a = \"one\"  \"two\"", "one  two")]
    [InlineData("a = null of them", "null of them")]
    [InlineData("a = \"null\"", "null")]
    [InlineData("a = null", null)]
    [InlineData("a = null \"\"", "null ")]
    [InlineData("a = 1\na = 2", "2")]
    [InlineData("a { x = 1 }, a = 2", "2")]
    [InlineData("a = includes", "includes")]
    public void A_value_reads_as(string hocon, string? expected) => Assert.Equal(expected, ConfigurationFactory.ParseString(hocon).GetString("a"));

    [Theory]
    [InlineData("a.b.c = 1", "a.b.c")]
    [InlineData("a { b { c = 1 } }", "a.b.c")]
    [InlineData("a { b.c = 1 }", "a.b.c")]
    [InlineData("a\n{\n b.c = 1\n}", "a.b.c")]
    [InlineData("a : { b : { c : 1 } }", "a.b.c")]
    [InlineData("a = { b = { c = 1, }, }", "a.b.c")]
    [InlineData("a{b{c=1}}", "a.b.c")]
    [InlineData("a . b.c = 1", "a.b.c")]
    [InlineData("a b.c = 1", "a b.c")]
    [InlineData("\"a.b\".c = 1", "\"a.b\".c")]
    [InlineData("a.\"b.c\".d = 1", "a.\"b.c\".d")]
    [InlineData("a.\"b.c\" = 1", "a.\"b.c\"")]
    [InlineData("\"a\\\"b\" = 1", "\"a\\\"b\"")]
    [InlineData("a\"b\" = 1", "ab")]
    [InlineData("\"\" = 1", "\"\"")]
    [InlineData("3.14 = 1", "3.14")]
    [InlineData("/user/greeter = 1", "/user/greeter")]
    [InlineData("\"/user/*\" = 1", "/user/*")]
    [InlineData("x-y_z = 1", "x-y_z")]
    [InlineData("include = 1", "include")]
    [InlineData("include-all = 1", "include-all")]
    [InlineData("includes { x = 1 }", "includes.x")]
    public void A_key_is_found_at(string hocon, string path) => Assert.Equal(1, ConfigurationFactory.ParseString(hocon).GetInt(path));

    [Theory]
    [InlineData("a = []", "")]
    [InlineData("a = [1, 2, 3]", "1|2|3")]
    [InlineData("a = [1, 2, 3,]", "1|2|3")]
    [InlineData("a = [\n1\n2\n\n3\n]", "1|2|3")]
    [InlineData("a = [1 # one\n, 2 // two\n 3]", "1|2|3")]
    [InlineData("a = [1 2, 3]", "1 2|3")]
    [InlineData("a = [\"x, y\", z]", "x, y|z")]
    [InlineData("a = [1] [2, 3]", "1|2|3")]
    [InlineData("a = [1][2]\t[3]", "1|2|3")]
    [InlineData("a = [1]\na += 2\na += 3", "1|2|3")]
    [InlineData("a += 1", "1")]
    [InlineData("a = 0\na = [1]", "1")]
    [InlineData("x.a = [1], x.a += 2, a = ${x.a}", "1|2")]
    [InlineData("x { a = [1] }, x { a += 2 }, a = ${x.a}", "1|2")]
    public void A_list_reads_as(string hocon, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), ConfigurationFactory.ParseString(hocon).GetStringList("a"));

    [Theory]
    [InlineData("a { x = 1 }, a { y = 2 }", "a.x=1 a.y=2")]
    [InlineData("a { x = 1, y = 0 }, a { y = 2 }", "a.x=1 a.y=2")]
    [InlineData("a.x = 1, a.y = 2", "a.x=1 a.y=2")]
    [InlineData("a { b.x = 1 }, a.b { y = 2 }, a.b.z = 3", "a.b.x=1 a.b.y=2 a.b.z=3")]
    [InlineData("a = { x = 1 } { y = 2 }", "a.x=1 a.y=2")]
    [InlineData("a { x = 1 }, a = null, a { y = 2 }", "a.x= a.y=2")]
    [InlineData("a { x = 1 }, a = 0, a { y = 2 }", "a.x= a.y=2")]
    public void Objects_of_one_key_merge(string hocon, string expected)
    {
        var config = ConfigurationFactory.ParseString(hocon);
        foreach (var pair in expected.Split(' '))
        {
            var (path, value) = (pair.Split('=')[0], pair.Split('=')[1]);
            Assert.Equal(value, config.GetString(path, ""));
        }
    }

    [Fact]
    public void Lists_hold_objects_and_lists()
    {
        var items = ConfigurationFactory.ParseString("a = [{ x = 1 }, [2, 3], { x = 4 } { y = 5 }]").GetValue("a")!.GetArray();

        Assert.Equal("1", items[0].GetChildObject("x")!.GetString());
        Assert.Equal([2, 3], items[1].GetIntList());
        Assert.Equal(5, items[2].GetChildObject("y")!.GetInt());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(" \n\t\r\n ")]
    [InlineData("# nothing but a comment")]
    public void A_document_may_be_empty(string hocon) => Assert.True(ConfigurationFactory.ParseString(hocon).IsEmpty);

    [Fact]
    public void Any_json_is_hocon()
    {
        var config = ConfigurationFactory.ParseString("""
            {
              "name" : "a \"quoted\" name", "on" : true, "off" : false, "none" : null,
              "numbers" : [ 0, -1, 2.5, 1e3, 1E+3 ],
              "nested" : { "empty" : {}, "list" : [ { "x" : 1 } ] }
            }
            """);

        Assert.Equal("a \"quoted\" name", config.GetString("name"));
        Assert.True(config.GetBoolean("on"));
        Assert.Equal([0, -1, 2.5, 1000, 1000], config.GetValue("numbers")!.GetDoubleList());
        Assert.True(config.GetConfig("nested.empty").IsNullOrEmpty());
        Assert.False(config.HasPath("none"));
    }
}
