using System.Globalization;
using Akka.Event;

namespace Akka.Tests.Event;

public class LoggingTests
{
    private readonly LoggingBus _bus = new();
    private readonly Collector _log = new("log");

    public LoggingTests() => _bus.Subscribe(_log, typeof(LogEvent));

    [Theory]
    [InlineData("DEBUG", LogLevel.DebugLevel)]
    [InlineData("debug", LogLevel.DebugLevel)]
    [InlineData("INFO", LogLevel.InfoLevel)]
    [InlineData("WARNING", LogLevel.WarningLevel)]
    [InlineData("Error", LogLevel.ErrorLevel)]
    [InlineData("OFF", (LogLevel)int.MaxValue)]
    public void A_level_has_a_name(string name, LogLevel level)
    {
        Assert.Equal(level, Logging.LogLevelFor(name));
        Assert.Equal(name.ToUpperInvariant(), level.StringFor());
    }

    [Theory]
    [InlineData("")]
    [InlineData("WARN")]
    [InlineData(null)]
    public void What_is_no_level_is_refused(string? name) => Assert.Throws<ArgumentException>(() => Logging.LogLevelFor(name!));

    [Fact]
    public void A_level_has_an_event_type_and_back()
    {
        Assert.Equal(LogLevel.DebugLevel, Logging.LogLevelFor<Debug>());
        Assert.Equal(LogLevel.InfoLevel, Logging.LogLevelFor<Info>());
        Assert.Equal(LogLevel.WarningLevel, Logging.LogLevelFor<Warning>());
        Assert.Equal(LogLevel.ErrorLevel, Logging.LogLevelFor<Error>());
        Assert.Equal(
            [typeof(Debug), typeof(Info), typeof(Warning), typeof(Error)],
            Enum.GetValues<LogLevel>().Select(level => level.ClassFor()));
    }

    [Fact]
    public void The_line_of_an_entry_has_level_time_thread_source_and_text()
    {
        var entry = new Info("akka://sys/user/a", typeof(string), "text");
        var time = entry.Timestamp.ToString("MM'/'dd'/'yyyy HH':'mm':'ss'.'fff", CultureInfo.InvariantCulture);
        Assert.Equal($"[INFO][{time}Z][Thread {Environment.CurrentManagedThreadId:0000}][akka://sys/user/a] text", entry.ToString());
    }

    [Fact]
    public void The_line_of_an_entry_with_an_exception_is_followed_by_it()
    {
        var cause = new InvalidOperationException("broken");
        var entry = new Error(cause, "s", typeof(string), "text");
        Assert.StartsWith("[ERROR][", entry.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"] text{Environment.NewLine}Cause: {cause}", entry.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_put_into_the_text()
    {
        var log = Logging.GetLogger(_bus, "source");
        log.Info("{0} of {1}", 3, "four");
        log.Error(new TimeoutException(), "late by {0}", 5);
        log.Warning("brace { as it is");
        Assert.Equal(
            [("3 of four", null), ("late by 5", typeof(TimeoutException)), ("brace { as it is", (Type?)null)],
            _log.Take().Cast<LogEvent>().Select(e => (e.Message.ToString()!, e.Cause?.GetType())));
    }

    [Fact]
    public void Arguments_that_do_not_fit_make_an_error_that_shows_both()
    {
        Logging.GetLogger(_bus, "source").Info("{0} of {1}", 3);
        var line = StandardOutLogger.Line((LogEvent)_log.Next());
        Assert.StartsWith("[ERROR][", line, StringComparison.Ordinal);
        Assert.Contains("Template: [{0} of {1}], args: [3]", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_below_the_level_are_not_published()
    {
        _bus.SetLogLevel(LogLevel.WarningLevel);
        var log = Logging.GetLogger(_bus, "source");
        log.Debug("no");
        log.Info("no {0}", 1);
        log.Log(LogLevel.InfoLevel, "no");
        log.Log(LogLevel.InfoLevel, "no {0}", [1]);
        log.Warning("yes");
        log.Error("yes {0}", 2);
        Assert.Equal(["yes", "yes 2"], _log.Take().Select(e => ((LogEvent)e).Message.ToString()!));
    }

    [Fact]
    public void With_the_level_off_nothing_is_published()
    {
        _bus.SetLogLevel(Logging.LogLevelFor("OFF"));
        Logging.GetLogger(_bus, "source").Error("no");
        Assert.Empty(_log.Take());
    }

    [Fact]
    public void Entries_below_the_level_cost_no_allocation()
    {
        _bus.SetLogLevel(LogLevel.InfoLevel);
        var log = Logging.GetLogger(_bus, "source");
        log.Debug("warm {0} {1}", 1, 2L);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) log.Debug("{0} of {1}", i, 5L);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_source_is_named_by_its_text_or_its_type()
    {
        Assert.Equal("name", LogSource.Create("name").Source);
        Assert.Equal(typeof(DummyClassForStringSources), LogSource.Create("name").Type);
        Assert.Equal("LoggingTests", LogSource.Create(this).Source);
        Assert.Equal("LoggingTests", LogSource.Create(typeof(LoggingTests)).Source);
        Assert.Equal(typeof(LoggingTests), LogSource.Create(this).Type);
    }

    [Fact]
    public void A_source_can_be_given_with_its_type()
    {
        var source = LogSource.Create("name", typeof(LoggingTests));
        Assert.Equal(("name", typeof(LoggingTests)), (source.Source, source.Type));
    }

    [Fact]
    public void Arguments_of_an_entry_may_be_any_sequence()
    {
        var formatter = DefaultLogMessageFormatter.Instance;
        Assert.Equal("1 of 2", formatter.Format("{0} of {1}", Enumerable.Range(1, 2).Select(number => (object)number)));
        Assert.Equal("1 of 2", formatter.Format("{0} of {1}", (IEnumerable<object>)["1", "2"]));
    }

    [Fact]
    public void A_source_that_is_a_ref_is_named_by_its_path() =>
        Assert.Equal(_log.Path.ToString(), LogSource.Create(_log).Source);

    [Fact]
    public void No_logger_is_enabled_for_nothing()
    {
        Assert.All(Enum.GetValues<LogLevel>(), level => Assert.False(NoLogger.Instance.IsEnabled(level)));
        NoLogger.Instance.Error("into the void");
        NoLogger.Instance.Warning("into the {0}", "void");
        Assert.False(NoLogger.Instance.IsDebugEnabled || NoLogger.Instance.IsInfoEnabled || NoLogger.Instance.IsWarningEnabled || NoLogger.Instance.IsErrorEnabled);
        Assert.Same(DefaultLogMessageFormatter.Instance, NoLogger.Instance.Formatter);
    }
}
