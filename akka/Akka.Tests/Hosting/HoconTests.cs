using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Akka.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Tests.Hosting;

public class HoconTests
{
    private static readonly Config Old = ConfigurationFactory.ParseString("a = old, kept = 1");
    private static readonly Config Added = ConfigurationFactory.ParseString("a = new, added = 2");

    [Theory]
    [InlineData(HoconAddMode.Prepend, "new", true, true)]
    [InlineData(HoconAddMode.Append, "old", true, true)]
    [InlineData(HoconAddMode.Replace, "new", false, true)]
    public void the_mode_says_which_of_two_configurations_wins(HoconAddMode mode, string winner, bool kept, bool added)
    {
        var builder = new AkkaConfigurationBuilder(new ServiceCollection(), "sys").AddHocon(Old, HoconAddMode.Append).AddHocon(Added, mode);
        var config = builder.Configuration.Value!;
        Assert.Equal(winner, config.GetString("a"));
        Assert.Equal(kept, config.HasPath("kept"));
        Assert.Equal(added, config.HasPath("added"));
    }

    [Fact]
    public void without_hocon_there_is_no_configuration() =>
        Assert.False(new AkkaConfigurationBuilder(new ServiceCollection(), "sys").Configuration.HasValue);

    [Fact]
    public void a_file_is_read()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "vod { listen.port = 8080 }");
            var builder = new AkkaConfigurationBuilder(new ServiceCollection(), "sys").AddHoconFile(path, HoconAddMode.Append);
            Assert.Equal(8080, builder.Configuration.Value!.GetInt("vod.listen.port"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void a_file_includes_what_is_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "vod.conf");
            File.WriteAllText(path, "include \"local.conf\"\nvod.a = 1");
            File.WriteAllText(Path.Combine(folder.FullName, "local.conf"), "vod.b = 2");
            var config = new AkkaConfigurationBuilder(new ServiceCollection(), "sys").AddHoconFile(path, HoconAddMode.Append).Configuration.Value!;
            Assert.Equal((1, 2), (config.GetInt("vod.a"), config.GetInt("vod.b")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void debug_and_dead_letter_options_become_hocon()
    {
        var builder = new AkkaConfigurationBuilder(new ServiceCollection(), "sys").ConfigureLoggers(loggers =>
        {
            loggers.DebugOptions = new DebugOptions { Receive = true, LifeCycle = false };
            loggers.DeadLetterOptions = new DeadLetterOptions { ShouldLog = TriStateValue.Some, LogCount = 3, LogSuspendDuration = TimeSpan.FromSeconds(2) };
        });
        var config = builder.Configuration.Value!;
        Assert.True(config.GetBoolean("akka.actor.debug.receive"));
        Assert.False(config.GetBoolean("akka.actor.debug.lifecycle", true));
        Assert.False(config.HasPath("akka.actor.debug.unhandled"));
        Assert.Equal(3, config.GetInt("akka.log-dead-letters"));
        Assert.Equal(TimeSpan.FromSeconds(2), config.GetTimeSpan("akka.log-dead-letters-suspend-duration"));
        Assert.False(config.HasPath("akka.log-dead-letters-during-shutdown"));
    }

    [Fact]
    public void every_debug_option_has_its_switch()
    {
        var hocon = ConfigurationFactory.ParseString(new DebugOptions
        {
            Receive = true,
            AutoReceive = true,
            LifeCycle = true,
            FiniteStateMachine = true,
            EventStream = true,
            Unhandled = true,
            RouterMisconfiguration = true,
        }.ToString());
        foreach (var name in (string[])["receive", "autoreceive", "lifecycle", "fsm", "event-stream", "unhandled", "router-misconfiguration"])
            Assert.True(hocon.GetBoolean("akka.actor.debug." + name), name);
        Assert.Equal("", new DebugOptions().ToString());
    }

    [Theory]
    [InlineData(TriStateValue.None, "off")]
    [InlineData(TriStateValue.Some, "5")]
    [InlineData(TriStateValue.All, "on")]
    public void dead_letters_are_logged_never_sometimes_or_always(TriStateValue value, string expected)
    {
        var options = new DeadLetterOptions { ShouldLog = value, LogCount = 5, LogDuringShutdown = true, LogSuspendDuration = Timeout.InfiniteTimeSpan };
        var hocon = ConfigurationFactory.ParseString(options.ToString());
        Assert.Equal(expected, hocon.GetString("akka.log-dead-letters"));
        Assert.True(hocon.GetBoolean("akka.log-dead-letters-during-shutdown"));
        Assert.Equal("infinite", hocon.GetString("akka.log-dead-letters-suspend-duration"));
    }

    [Fact]
    public async Task the_provider_of_actor_refs_can_be_chosen()
    {
        using var host = Hosts.Create(builder =>
        {
            Assert.False(builder.ActorRefProvider.HasValue);
            AkkaHostingExtensions.WithActorRefProvider(builder, ProviderSelection.Local.Instance);
            Assert.Same(ProviderSelection.Local.Instance, builder.ActorRefProvider.Value);
        });
        await host.StartAsync(CancellationToken.None);
        Assert.False(((ExtendedActorSystem)host.Services.GetRequiredService<ActorSystem>()).Provider.DefaultAddress.HasGlobalScope);
        await host.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void a_missing_file_is_an_error() => Assert.ThrowsAny<IOException>(() =>
        new AkkaConfigurationBuilder(new ServiceCollection(), "sys").AddHoconFile("/no/such/file.conf", HoconAddMode.Append));

    [Fact]
    public async Task all_that_is_configured_reaches_the_system()
    {
        using var host = Hosts.Create(builder => builder
            .AddHocon(ConfigurationFactory.ParseString("vod.slicing.mode = always"), HoconAddMode.Append)
            .WithActorAskTimeout(TimeSpan.FromSeconds(7))
            .WithExtension<ActorRegistryExtension>());
        await host.StartAsync(CancellationToken.None);
        var system = host.Services.GetRequiredService<ActorSystem>();
        Assert.Equal("always", system.Settings.Config.GetString("vod.slicing.mode"));
        Assert.Equal(TimeSpan.FromSeconds(7), system.Settings.AskTimeout);
        Assert.True(system.HasExtension<ActorRegistry>());
        await host.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void only_ids_of_extensions_can_be_loaded() =>
        Assert.Throws<ConfigurationException>(() => new AkkaConfigurationBuilder(new ServiceCollection(), "sys").WithExtensions(typeof(string)));

    [Theory]
    [InlineData("AKKA:ACTOR:ASK_TIMEOUT", "20s", "akka.actor.ask-timeout", "20s")]
    [InlineData("vod.listen:port", "8080", "vod.listen.port", "8080")]
    [InlineData("akka:serializers:\"My.Type, Mine\"", "own", "akka.serializers.\"My.Type, Mine\"", "own")]
    [InlineData("title", "a \"quoted\" path: c:\\films // no comment", "title", "a \"quoted\" path: c:\\films // no comment")]
    public void keys_of_the_host_become_hocon_paths(string key, string value, string path, string expected) =>
        Assert.Equal(expected, Section((key, value)).ToHocon().GetString(path));

    [Fact]
    public void keys_are_kept_as_they_are_when_asked() =>
        Assert.Equal("1", Section(("Vod:Max_Size", "1")).ToHocon(normalizeKeys: false).GetString("Vod.Max_Size"));

    [Fact]
    public void json_becomes_hocon()
    {
        using var json = new MemoryStream("""
            {
              "vod": { "formats": [ "mp4", "webm" ], "limits": { "per-client": 5 }, "verbose": true, "quiet": false, "nothing": null },
              "paths.are.cut": "2s",
              "paths.are.joined": 4
            }
            """u8.ToArray());
        var config = new ConfigurationBuilder().AddJsonStream(json).Build().ToHocon();
        Assert.Equal(["mp4", "webm"], config.GetStringList("vod.formats"));
        Assert.Equal(5, config.GetInt("vod.limits.per-client"));
        Assert.True(config.GetBoolean("vod.verbose"));
        Assert.False(config.GetBoolean("vod.quiet", true));
        Assert.Equal(TimeSpan.FromSeconds(2), config.GetTimeSpan("paths.are.cut"));
        Assert.Equal(4, config.GetInt("paths.are.joined"));
    }

    [Fact]
    public void a_section_keeps_its_key()
    {
        var root = Section(("Akka:LogLevel", "DEBUG"), ("Akka:Actor:ask_timeout", "3s"), ("other", "no"));
        var builder = new AkkaConfigurationBuilder(new ServiceCollection(), "sys").AddHocon(root.GetSection("Akka"), HoconAddMode.Prepend);
        var config = builder.Configuration.Value!;
        Assert.Equal("DEBUG", config.GetString("akka.loglevel"));
        Assert.Equal(TimeSpan.FromSeconds(3), config.GetTimeSpan("akka.actor.ask-timeout"));
        Assert.False(config.HasPath("other"));
        Assert.True(root.GetSection("none").ToHocon().IsEmpty);
    }

    [Fact]
    public async Task a_bootstrap_setup_adds_to_what_is_configured()
    {
        using var host = Hosts.Create(builder => builder
            .AddHocon("vod { a = old, kept = 1 }", HoconAddMode.Append)
            .AddSetup(BootstrapSetup.Create().WithConfig("vod.a = new").WithActorRefProvider(ProviderSelection.Local.Instance)));
        await host.StartAsync(CancellationToken.None);
        var config = host.Services.GetRequiredService<ActorSystem>().Settings.Config;
        Assert.Equal(("new", 1), (config.GetString("vod.a"), config.GetInt("vod.kept")));
        await host.StopAsync(CancellationToken.None);
    }

    [Fact]
    public void numbered_sections_become_arrays_in_the_order_of_their_numbers()
    {
        var values = Enumerable.Range(0, 11).Select(i => ($"list:{i}", $"item {i}")).ToArray();
        Assert.Equal(values.Select(value => value.Item2), Section(values).ToHocon().GetStringList("list"));
    }

    private static IConfiguration Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
        .Build();
}
