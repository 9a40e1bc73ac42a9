using System.Diagnostics;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Debug = Akka.Event.Debug;

namespace Akka.Tests.Event;

public sealed class LogFilterTests
{
    public static readonly TheoryData<string, LogFilterBuilder, bool> Filters = new()
    {
        { "none", new LogFilterBuilder(), true },
        { "exactly", new LogFilterBuilder().ExcludeSourceExactly("AKKA://sys/user/noisy"), false },
        { "exactly, in this case", new LogFilterBuilder().ExcludeSourceExactly("AKKA://sys/user/noisy", StringComparison.Ordinal), true },
        { "not all of it", new LogFilterBuilder().ExcludeSourceExactly("akka://sys/user"), true },
        { "its start", new LogFilterBuilder().ExcludeSourceStartingWith("akka://sys/"), false },
        { "not its start", new LogFilterBuilder().ExcludeSourceStartingWith("user"), true },
        { "a part", new LogFilterBuilder().ExcludeSourceContaining("/user/"), false },
        { "a dot is a dot", new LogFilterBuilder().ExcludeSourceContaining(".user."), true },
        { "its end", new LogFilterBuilder().ExcludeSourceEndingWith("noisy"), false },
        { "not its end", new LogFilterBuilder().ExcludeSourceEndingWith("user"), true },
        { "an expression", new LogFilterBuilder().ExcludeSourceRegex(new Regex("n.+y$")), false },
        { "a part of the message", new LogFilterBuilder().ExcludeMessageContaining("42 times"), false },
        { "a part of the exception", new LogFilterBuilder().ExcludeMessageContaining("of all things"), false },
        { "no part of the message", new LogFilterBuilder().ExcludeMessageContaining("quiet"), true },
        { "a part of the line", new LogFilterBuilder().ExcludeMessageContaining("[WARNING]["), false },
        { "an expression in the message", new LogFilterBuilder().ExcludeMessageRegex(new Regex("said \\d+")), false },
        { "one of two", new LogFilterBuilder().ExcludeMessageContaining("nothing").ExcludeSourceContaining("noisy"), false },
        { "one of one's own", new LogFilterBuilder().AddRange([new Own()]), false },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void An_entry_is_kept_unless_a_filter_drops_it(string what, LogFilterBuilder builder, bool kept)
    {
        var entry = new Warning(new InvalidOperationException("of all things"), "akka://sys/user/noisy", typeof(LogFilterTests),
            new TestMessage("said {0} times", 42));
        var evaluator = builder.Build().CreateEvaluator();
        Assert.True(kept == evaluator.ShouldTryKeepMessage(entry, out var text), what);
        Assert.Equal(evaluator.EvaluatesLogSourcesOnly ? "" : entry.ToString(), text);
    }

    [Fact]
    public void A_filter_decides_when_it_knows_enough()
    {
        var entry = new Info("akka://sys/user/noisy", typeof(string), "said so");
        Assert.Equal(LogFilterDecision.Drop, new ExactMatchLogSourceFilter("akka://sys/user/noisy").ShouldKeepMessage(entry));
        Assert.Equal(LogFilterDecision.Keep, new ExactMatchLogSourceFilter("akka://sys/user/quiet").ShouldKeepMessage(entry));
        Assert.Equal(LogFilterDecision.Drop, new RegexLogSourceFilter(new Regex("noisy$")).ShouldKeepMessage(entry));
        Assert.Equal(LogFilterDecision.Keep, new RegexLogSourceFilter(new Regex("^noisy")).ShouldKeepMessage(entry));
        var content = new RegexLogMessageFilter(new Regex("said"));
        Assert.Equal(LogFilterDecision.NoDecision, content.ShouldKeepMessage(entry));
        Assert.Equal(LogFilterDecision.Drop, content.ShouldKeepMessage(entry, entry.ToString()));
        Assert.Equal(LogFilterDecision.Keep, content.ShouldKeepMessage(entry, "silence"));
    }

    [Fact]
    public void No_filters_make_no_text()
    {
        Assert.True(LogFilterEvaluator.NoFilters.EvaluatesLogSourcesOnly);
        Assert.True(LogFilterEvaluator.NoFilters.ShouldTryKeepMessage(new Debug("s", typeof(int), new TestMessage("{0} {1}", 1)), out var text));
        Assert.Equal("", text);
    }

    [Fact]
    public void A_template_whose_arguments_do_not_fit_can_be_filtered()
    {
        var evaluator = new LogFilterBuilder().ExcludeMessageContaining("{0} {1}").Build().CreateEvaluator();
        Assert.False(evaluator.ShouldTryKeepMessage(new Debug("s", typeof(int), new TestMessage("{0} {1}", 1)), out _));
    }

    [Fact]
    public async Task The_loggers_of_a_system_ask_its_filters()
    {
        using var listener = new Lines();
        Trace.Listeners.Add(listener);
        var setup = BootstrapSetup.Create()
            .WithConfig(ConfigurationFactory.ParseString("""
                akka { loggers = ["Akka.Event.TraceLogger, Akka"], stdout-loglevel = OFF, loglevel = DEBUG }
                """))
            .And(new LogFilterBuilder().ExcludeMessageContaining("secret").ExcludeSourceStartingWith("hidden").Build());
        var system = ActorSystem.Create("filtering", setup);
        try
        {
            Assert.False(system.Settings.LogFilter.EvaluatesLogSourcesOnly);
            Assert.False(system.Settings.StdoutLogger.Filter.EvaluatesLogSourcesOnly);
            system.Log.Error("a secret");
            Logging.GetLogger(system, "hidden").Error("words");
            system.Log.Debug("filtering debug");
            system.Log.Info("filtering info");
            system.Log.Warning("filtering warning");
            system.Log.Error("filtering error");
            await listener.Has("filtering error");
            Assert.All(["debug", "info", "warning"], level => Assert.Contains(listener.All, line => line.Contains("filtering " + level)));
            Assert.DoesNotContain(listener.All, line => line.Contains("secret") || line.Contains("hidden"));
        }
        finally
        {
            Trace.Listeners.Remove(listener);
            await system.Terminate();
        }
    }

    private sealed class Own : LogFilterBase
    {
        public override LogFilterType FilterType => LogFilterType.Content;

        public override LogFilterDecision ShouldKeepMessage(LogEvent content, string? expandedMessage = null) =>
            content.LogLevel() == LogLevel.WarningLevel ? LogFilterDecision.Drop : LogFilterDecision.NoDecision;
    }

    private sealed class TestMessage(string format, object argument) : LogMessage(DefaultLogMessageFormatter.Instance, format)
    {
        public override string Unformatted() => Format;

        public override IEnumerable<object> Parameters() => [argument];

        public override string ToString() => Formatter.Format(Format, argument);
    }

    private sealed class Lines : TraceListener
    {
        private readonly List<string> _lines = [];
        private readonly List<(string Text, TaskCompletionSource Came)> _awaited = [];

        public string[] All
        {
            get { lock (_lines) return [.. _lines]; }
        }

        public Task Has(string text)
        {
            var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_lines)
            {
                if (_lines.Exists(line => line.Contains(text))) came.SetResult();
                else _awaited.Add((text, came));
            }

            return came.Task.WaitAsync(TimeSpan.FromSeconds(10));
        }

        public override void Write(string? message) => WriteLine(message);

        public override void WriteLine(string? message)
        {
            lock (_lines)
            {
                _lines.Add(message ?? "");
                foreach (var (text, came) in _awaited)
                    if (message!.Contains(text)) came.TrySetResult();
            }
        }
    }
}
