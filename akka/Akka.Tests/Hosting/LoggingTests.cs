using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Tests.Hosting;

public sealed class LoggingTests : IDisposable
{
    private readonly Recorder _recorder = new();
    private readonly IHost _host;
    private readonly ILoggingAdapter _log;

    public LoggingTests()
    {
        _host = Hosts.Create(
            builder => builder.ConfigureLoggers(loggers =>
            {
                loggers.LogLevel = Akka.Event.LogLevel.DebugLevel;
                loggers.ClearLoggers();
                loggers.AddLoggerFactory();
            }),
            logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_recorder));
        _host.Start();
        _log = Akka.Event.Logging.GetLogger(_host.Services.GetRequiredService<ActorSystem>(), "source");
    }

    public void Dispose()
    {
        _host.StopAsync().GetAwaiter().GetResult();
        _host.Dispose();
    }

    [Fact]
    public void levels_are_mapped()
    {
        _log.Debug("level debug");
        _log.Info("level info");
        _log.Warning("level warning");
        _log.Error("level error");
        Assert.Equal(LogLevel.Debug, _recorder.Find("level debug").Level);
        Assert.Equal(LogLevel.Information, _recorder.Find("level info").Level);
        Assert.Equal(LogLevel.Warning, _recorder.Find("level warning").Level);
        Assert.Equal(LogLevel.Error, _recorder.Find("level error").Level);
    }

    [Fact]
    public async Task filters_keep_entries_out_of_the_log()
    {
        using var host = Hosts.Create(
            builder => builder.ConfigureLoggers(loggers =>
            {
                loggers.ClearLoggers();
                loggers.AddLoggerFactory();
                loggers.WithLogFilter(filter => filter.ExcludeMessageContaining("secret"));
            }),
            logging => logging.AddProvider(_recorder));
        host.Start();
        var log = Akka.Event.Logging.GetLogger(host.Services.GetRequiredService<ActorSystem>(), "filtered");
        log.Error("a secret");
        log.Error("no more filtered");
        Assert.Equal(LogLevel.Error, _recorder.Find("no more filtered").Level);
        Assert.False(_recorder.Has("a secret"));
        await host.StopAsync();
    }

    [Fact]
    public void arguments_source_and_template_are_properties()
    {
        _log.Info("{0} asked for {1} bytes", "a viewer", 42);
        var entry = _recorder.Find("a viewer asked for 42 bytes");
        Assert.Equal("a viewer", entry.Properties["0"]);
        Assert.Equal(42, entry.Properties["1"]);
        Assert.Equal("{0} asked for {1} bytes", entry.Properties["{OriginalFormat}"]);
        Assert.Contains("source", (string)entry.Properties["LogSource"]!);
    }

    [Fact]
    public void the_exception_is_passed_on()
    {
        var thrown = new InvalidOperationException("disk gone");
        _log.Error(thrown, "reading failed");
        Assert.Same(thrown, _recorder.Find("reading failed").Exception);
    }

    [Fact]
    public void the_category_stays_the_same_whoever_logs()
    {
        _log.Info("who says so");
        Assert.Equal("Akka.Actor.ActorSystem", _recorder.Find("who says so").Category);
    }

    [Fact]
    public void arguments_that_do_not_fit_their_template_are_logged_beside_it()
    {
        _log.Info("only {0} of {1}", 1);
        _recorder.Find("only {0} of {1}");
        _log.Info("still there");
        _recorder.Find("still there");
    }

    [Fact]
    public void loggers_and_levels_are_written_as_configured()
    {
        LoggerConfigBuilder? configured = null;
        var builder = new AkkaConfigurationBuilder(new ServiceCollection(), "sys")
            .AddHocon(ConfigurationFactory.ParseString("akka.loglevel = ERROR"), HoconAddMode.Append)
            .ConfigureLoggers(loggers =>
            {
                configured = loggers;
                loggers.LogLevel = Akka.Event.LogLevel.WarningLevel;
                loggers.LogConfigOnStart = true;
                loggers.AddDefaultLogger().AddLoggerFactory();
            });
        var config = builder.Configuration.Value!;
        Assert.NotNull(configured);
        Assert.Equal("Warning", config.GetString("akka.loglevel"));
        Assert.True(config.GetBoolean("akka.log-config-on-start"));
        Assert.Equal(
            ["Akka.Event.DefaultLogger, Akka", "Akka.Hosting.Logging.LoggerFactoryLogger, Akka.Hosting"],
            config.GetStringList("akka.loggers"));
    }

    [Fact]
    public async Task a_formatter_a_factory_and_filters_of_ones_own_are_used()
    {
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(_recorder));
        using var host = Hosts.Create(builder => builder.ConfigureLoggers(loggers =>
        {
            loggers.ClearLoggers();
            loggers.AddLoggerFactory(factory).WithDefaultLogMessageFormatter<Shouting>();
            Assert.Equal(typeof(Shouting), loggers.LogMessageFormatter);
            loggers.LogFilterBuilder = new LogFilterBuilder().ExcludeMessageContaining("SECRET");
        }));
        host.Start();
        var log = Akka.Event.Logging.GetLogger(host.Services.GetRequiredService<ActorSystem>(), "loud");
        log.Warning("a secret {0}", "word");
        log.Warning("{0} it out", "say");
        Assert.EndsWith("SAY IT OUT", _recorder.Find("SAY IT OUT").Text, StringComparison.Ordinal);
        Assert.False(_recorder.Has("SECRET"));
        await host.StopAsync();
    }

    [Fact]
    public async Task a_system_that_cannot_start_is_critical()
    {
        var thrown = new InvalidOperationException("no such luck");
        using var host = Hosts.Create(builder => builder.AddStartup((_, _) => throw thrown), logging => logging.AddProvider(_recorder));
        await host.StartAsync().ContinueWith(static _ => { }, TaskScheduler.Default);
        var entry = _recorder.Find("Unable to start AkkaHostedService - shutting down application");
        Assert.Equal((LogLevel.Critical, thrown, typeof(AkkaHostedService).FullName), (entry.Level, entry.Exception, entry.Category));
        await host.StopAsync();
    }

    [Fact]
    public async Task a_logger_actor_of_ones_own_is_started_once()
    {
        using var host = Hosts.Create(builder => builder.ConfigureLoggers(loggers =>
        {
            loggers.ClearLoggers();
            loggers.AddLogger<Own>().AddLogger<Own>();
        }));
        host.Start();
        var system = host.Services.GetRequiredService<ActorSystem>();
        var logger = await system.ActorSelection("/system/log*-Own").ResolveOne(TimeSpan.FromSeconds(5));
        system.Log.Warning("for my own");
        Assert.Equal("for my own", await logger.Ask<string>("what?", TimeSpan.FromSeconds(5)));
        Assert.Single(system.Settings.Loggers);
        await host.StopAsync();
    }

    [Fact]
    public void a_factory_logger_without_a_factory_says_what_is_missing()
    {
        using var system = ActorSystem.Create("bare", ConfigurationFactory.ParseString("akka.loggers = []"));
        var inbox = Inbox.Create(system);
        var logger = system.ActorOf(Props.Create(() => new Akka.Hosting.Logging.LoggerFactoryLogger()));
        inbox.Watch(logger);
        Assert.IsType<Terminated>(inbox.Receive(TimeSpan.FromSeconds(5)));
    }

    private sealed class Shouting : ILogMessageFormatter
    {
        public string Format(string format, params object?[] args) => DefaultLogMessageFormatter.Instance.Format(format, args).ToUpperInvariant();

        public string Format(string format, IEnumerable<object?> args) => Format(format, args.ToArray());
    }

    private sealed class Own : ReceiveActor, Akka.Dispatch.IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        private string _last = "";

        public Own()
        {
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<LogEvent>(log => _last = log.Message.ToString()!);
            Receive<string>(_ => Sender.Tell(_last));
        }
    }

    [Theory]
    [InlineData("no holes")]
    [InlineData("{Client} asked for {Path}", "Client", "Path")]
    [InlineData("{{not}} {Real,-10} {@Deep:N0}", "Real", "Deep")]
    [InlineData("{0} of {1}")]
    [InlineData("broken {hole")]
    public void the_names_of_a_template_are_found(string template, params string[] names) =>
        Assert.Equal(names, Akka.Hosting.Logging.TemplateNames.Of(template));

    private sealed record Entry(string Category, LogLevel Level, string Text, Exception? Exception, Dictionary<string, object?> Properties);

    private sealed class Recorder : ILoggerProvider
    {
        private readonly BlockingCollection<Entry> _entries = [];
        private readonly List<Entry> _seen = [];

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void Dispose()
        {
        }

        /// <summary>Waits for an entry with the text.</summary>
        public Entry Find(string text)
        {
            while (_seen.Find(entry => entry.Text.Contains(text)) is not { } found)
            {
                Assert.True(_entries.TryTake(out var next, TimeSpan.FromSeconds(5)), $"Nobody logged \"{text}\", but: {string.Join("; ", _seen)}");
                _seen.Add(next);
            }

            return _seen.Find(entry => entry.Text.Contains(text))!;
        }

        /// <summary>Whether there was an entry with the text, before the last one that was waited for.</summary>
        public bool Has(string text) => _seen.Exists(entry => entry.Text.Contains(text));

        private sealed class Logger(Recorder recorder, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var properties = state is IReadOnlyList<KeyValuePair<string, object?>> list ? list.ToDictionary() : [];
                recorder._entries.Add(new Entry(category, level, formatter(state, exception), exception, properties));
            }
        }
    }
}
