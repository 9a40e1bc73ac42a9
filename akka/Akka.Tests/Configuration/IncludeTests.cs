using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

public sealed class IncludeTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hocon");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("include \"x\"")]
    [InlineData("include file(\"x\")")]
    [InlineData("include required(\"x\")")]
    [InlineData("include required( file( \"x\" ) )")]
    [InlineData("include\t\"x\" # why")]
    public void The_callback_is_asked_for_the_name_in_quotes(string hocon)
    {
        var asked = new List<string>();

        var config = ConfigurationFactory.ParseString(hocon + "\nb = 2", name =>
        {
            asked.Add(name);
            return Root("a = 1, b = 1");
        });

        Assert.Equal(["x"], asked);
        Assert.Equal(1, config.GetInt("a"));
        Assert.Equal(2, config.GetInt("b"));
    }

    [Fact]
    public void An_include_goes_to_where_it_stands_and_over_what_is_before_it()
    {
        var config = ConfigurationFactory.ParseString("a { b { x = 0, y = 0 }, b { include \"x\", z = ${a.b.x} } }", _ => Root("x = 1"));

        Assert.Equal(1, config.GetInt("a.b.x"));
        Assert.Equal(0, config.GetInt("a.b.y"));
        Assert.Equal(1, config.GetInt("a.b.z"));
    }

    [Fact]
    public void What_follows_an_include_does_not_change_what_the_callback_gave()
    {
        var root = Root("a { x = 1 }");

        var config = ConfigurationFactory.ParseString("include \"x\", a.x = 2", _ => root);

        Assert.Equal(2, config.GetInt("a.x"));
        Assert.Equal(1, new Config(root).GetInt("a.x"));
    }

    [Fact]
    public void A_callback_that_gives_no_object_is_refused()
    {
        var empty = new HoconRoot(new HoconValue());

        Assert.Contains("include 'x'", Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString("include \"x\"", _ => empty)).Message);
    }

    [Fact]
    public void Files_are_relative_to_the_file_that_includes_them()
    {
        _directory.CreateSubdirectory("sub");
        Write("sub/inner.conf", "include \"innermost.conf\", x = 2");
        Write("sub/innermost.conf", "y = 3");
        var main = Write("main.conf", "a { include file(\"sub/inner.conf\") }\nx = 1");

        var config = ConfigurationFactory.ParseFile(main);

        Assert.Equal(1, config.GetInt("x"));
        Assert.Equal(2, config.GetInt("a.x"));
        Assert.Equal(3, config.GetInt("a.y"));
    }

    [Fact]
    public void Substitutions_of_an_included_file_see_that_file_first_and_then_the_whole_document()
    {
        Write("inner.conf", "x = 1, near = ${x}, far = ${z}, changed = ${y}, y = 1");
        var main = Write("main.conf", "a { include \"inner.conf\", y = 2 }\nx = 5, z = 6");

        var config = ConfigurationFactory.ParseFile(main).GetConfig("a")!;

        Assert.Equal([1, 6, 2], new[] { config.GetInt("near"), config.GetInt("far"), config.GetInt("changed") });
    }

    [Fact]
    public void A_file_that_does_not_exist_adds_nothing_unless_it_is_required()
    {
        Assert.Equal(1, ConfigurationFactory.ParseFile(Write("lenient.conf", "include \"none.conf\"\na = 1")).GetInt("a"));

        var strict = Write("strict.conf", "a = 1\ninclude required(\"none.conf\")");
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseFile(strict));
        Assert.StartsWith($"{strict}, line 2, column 1: the include 'none.conf' cannot be read", error.Message);
    }

    [Fact]
    public void Files_that_include_each_other_are_refused()
    {
        Write("one.conf", "include \"two.conf\"");
        var two = Write("two.conf", "include \"one.conf\"");

        Assert.Contains("leads back", Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseFile(two)).Message);
    }

    [Fact]
    public void Errors_name_the_included_file()
    {
        var inner = Write("inner.conf", "\na = }");
        var main = Write("main.conf", "include \"inner.conf\"");

        Assert.StartsWith($"{inner}, line 2, column 5:", Assert.Throws<FormatException>(() => ConfigurationFactory.ParseFile(main)).Message);
    }

    private static HoconRoot Root(string hocon) => new(ConfigurationFactory.ParseString(hocon).Root);

    private string Write(string name, string hocon)
    {
        var path = Path.Combine(_directory.FullName, name);
        File.WriteAllText(path, hocon);
        return path;
    }
}
