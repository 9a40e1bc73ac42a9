using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

/// <summary>Configurations behind configurations.</summary>
public class FallbackTests
{
    private static Config Parsed(string hocon) => ConfigurationFactory.ParseString(hocon);

    [Theory]
    [InlineData("foo.bar { a = 1 }", "foo.bar { a = 2, b = 2 }", "foo.bar { a = 3, b = 3, c = 3 }", "a=1 b=2 c=3")]
    [InlineData("foo { bar { a = 1 } }", "foo { bar { b = 2 } }", "foo { bar { a = 3, c = 3 } }", "a=1 b=2 c=3")]
    [InlineData("foo.bar.a = 1", "", "foo.bar { c = 3 }", "a=1 b=- c=3")]
    [InlineData("", "foo.bar.b = 2", "foo.bar { c = 3 }", "a=- b=2 c=3")]
    [InlineData("foo = 5", "foo.bar.b = 2", "foo.bar.c = 3", "a=- b=- c=-")]
    [InlineData("foo = null", "foo.bar.b = 2", "foo.bar.c = 3", "a=- b=- c=-")]
    [InlineData("foo.bar = null", "foo.bar.b = 2", "foo.bar.c = 3", "a=- b=- c=-")]
    [InlineData("foo.bar.a = null", "foo.bar.a = 2", "foo.bar.a = 3", "a=- b=- c=-")]
    [InlineData("foo.bar {}", "foo.bar { b = 2 }", "foo.bar { c = 3 }", "a=- b=2 c=3")]
    [InlineData("foo.bar.a = \"\"", "foo.bar.a = 2", "", "a= b=- c=-")]
    [InlineData("foo.bar.a = [1]", "foo.bar.a = [2]", "", "a=- b=- c=-")]
    public void A_section_is_put_together_of_all(string one, string two, string three, string expected)
    {
        Config[] all =
        [
            Parsed(one).WithFallback(Parsed(two)).WithFallback(Parsed(three)),
            Parsed(one).WithFallback(Parsed(two).WithFallback(Parsed(three))),
            Parsed(one).SafeWithFallback(Parsed(two)).SafeWithFallback(Parsed(three)),
        ];
        foreach (var config in all)
        {
            var section = config.GetConfig("foo.bar") ?? Config.Empty;
            foreach (var pair in expected.Split(' '))
            {
                var (key, value) = (pair.Split('=')[0], pair.Split('=')[1]);
                Assert.Equal(value, section.GetString(key, "-"));
                Assert.Equal(value, config.GetString($"foo.bar.{key}", "-"));
            }
        }
    }

    [Fact]
    public void A_fallback_of_a_section_is_that_of_the_section_alone()
    {
        var section = Parsed("foo.bar { a = 1 }").GetConfig("foo.bar")!.WithFallback(Parsed("b = 2"));

        Assert.Equal(["a", "b"], section.AsEnumerable().Select(pair => pair.Key));
        Assert.Equal((1, 2), (section.GetInt("a"), section.GetInt("b")));
    }

    [Fact]
    public void Configurations_are_not_changed_by_what_is_put_behind_them()
    {
        var (a, b) = (Parsed("akka { some-key = value }"), Parsed("akka { other-key = 42 }"));

        var both = a.WithFallback(b);

        Assert.False(a.HasPath("akka.other-key"));
        Assert.False(b.HasPath("akka.some-key"));
        Assert.True(both.HasPath("akka.other-key"));
        Assert.Null(a.Fallback);
        Assert.Same(b, both.Fallback);
        Assert.Equal(2, both.Root.GetObject()!.GetKey("akka")!.GetObject()!.Items.Count);
        Assert.Single(a.Root.GetObject()!.GetKey("akka")!.GetObject()!.Items);
        Assert.Equal(42, new Config(a, b).GetInt("akka.other-key"));
        Assert.False(new Config(a, null).HasPath("akka.other-key"));
    }

    [Fact]
    public void Substitutions_are_of_their_own_document_and_objects_from_them_take_in_fallbacks()
    {
        var config = Parsed("a { x = 1 }, b = ${a}, c = ${?d}").WithFallback(Parsed("a.y = 2, b.z = 3, c = 4, d = 5"));

        Assert.Equal((1, 3, 4), (config.GetInt("b.x"), config.GetInt("b.z"), config.GetInt("c")));
        Assert.False(config.HasPath("b.y"));
        Assert.Throws<FormatException>(() => Parsed("c = ${d}").WithFallback(Parsed("d = 5")));
    }

    [Fact]
    public void Lists_and_texts_hide_what_is_behind_them()
    {
        var config = Parsed("list = [1], text = x").WithFallback(Parsed("list = [2, 3], text { y = 1 }"));

        Assert.Equal([1], config.GetIntList("list"));
        Assert.Equal("x", config.GetString("text"));
        Assert.False(config.HasPath("text.y"));
    }

    [Fact]
    public void Emptiness_is_that_of_all()
    {
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
        Assert.True(new Config().IsEmpty);
        Assert.True(((Config?)null).IsNullOrEmpty());
        Assert.False(Config.Empty.WithFallback(Parsed("a = 1")).IsNullOrEmpty());
        Assert.True(Config.Empty.WithFallback(new Config()).IsEmpty);
        Assert.False(ConfigurationFactory.Default().IsEmpty);
        Assert.Same(Config.Empty, ((Config?)null).SafeWithFallback(Config.Empty));
    }

    [Fact]
    public void A_resource_is_read_by_assembly_type_or_object()
    {
        var assembly = typeof(ConfigurationFactory).Assembly;
        foreach (var config in new[]
        {
            ConfigurationFactory.FromResource("Akka.Configuration.akka.conf", assembly),
            ConfigurationFactory.FromResource("Akka.Configuration.akka.conf", (object)assembly),
            ConfigurationFactory.FromResource("Akka.Configuration.akka.conf", typeof(Config)),
            ConfigurationFactory.FromResource("Akka.Configuration.akka.conf", Config.Empty),
            ConfigurationFactory.FromResource<Config>("Akka.Configuration.akka.conf"),
        })
            Assert.Equal(30, config.GetInt("akka.actor.default-dispatcher.throughput"));
    }

    [Fact]
    public void A_configuration_goes_behind_all_of_a_running_system()
    {
        var system = Akka.Actor.ActorSystem.Create("fallbacks", "akka { loglevel = OFF, stdout-loglevel = OFF }, a = 1");
        system.Settings.InjectTopLevelFallback(Parsed("a = 2, b = 2, akka.loglevel = DEBUG, akka.actor.debug.receive = on"));

        var config = system.Settings.Config;
        Assert.Equal((1, 2, "OFF", false), (config.GetInt("a"), config.GetInt("b"), config.GetString("akka.loglevel"), config.GetBoolean("akka.actor.debug.receive")));
        system.Terminate();
    }

    [Fact]
    public void Configurations_that_several_threads_put_behind_a_system_are_all_there()
    {
        const int threads = 4, each = 50;
        var system = Akka.Actor.ActorSystem.Create("fallbacks", "akka { loglevel = OFF, stdout-loglevel = OFF }");
        using var start = new Barrier(threads);
        var injecting = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < each; i++) system.Settings.InjectTopLevelFallback(Parsed($"t{thread}.k{i} = {i}"));
        })).ToList();
        injecting.ForEach(thread => thread.Start());
        injecting.ForEach(thread => thread.Join());

        Assert.All(Enumerable.Range(0, threads * each), n => Assert.Equal(n % each, system.Settings.Config.GetInt($"t{n / each}.k{n % each}", -1)));
        system.Terminate();
    }

    [Fact]
    public void A_fallback_gives_its_objects_to_includes_and_sections_alike()
    {
        static HoconRoot Included(string name) => Parser.Parse("x = 123, y = ${x}, inner { z = ${x} }", null);
        var config = ConfigurationFactory.ParseString("a.b.c { d { include \"foo\" } }", Included).WithFallback(Parsed("a.b.c.d.w = 1"));

        var d = config.GetConfig("a.b.c.d")!;
        Assert.Equal((123, 123, 123, 1), (d.GetInt("x"), d.GetInt("y"), d.GetInt("inner.z"), d.GetInt("w")));
    }
}
