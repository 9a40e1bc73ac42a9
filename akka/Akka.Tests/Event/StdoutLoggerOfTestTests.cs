using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Event;

namespace Akka.Tests.Event;

/// <summary>What the loggers of a test print goes to the standard output logger, of one's own if one likes.</summary>
public class StdoutLoggerOfTestTests() : TestKit.Xunit2.TestKit(Setup())
{
    private static ActorSystemSetup Setup() => ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig($$"""
        akka { loglevel = DEBUG, stdout-loglevel = DEBUG, stdout-logger-class = "{{typeof(Recorder).AssemblyQualifiedName}}" }
        """));

    [Fact]
    public async Task Each_level_has_its_line()
    {
        var recorder = Assert.IsType<Recorder>(Sys.Settings.StdoutLogger);
        var cause = new InvalidOperationException("boom!");
        foreach (var level in Enum.GetValues<LogLevel>())
        {
            Sys.Log.Log(level, null, "This is a test {0} {1}", 1, "cheese");
            Sys.Log.Log(level, cause, "This is a test {0} {1}", 2, "ham");
        }

        await AwaitConditionAsync(() => Task.FromResult(recorder.Lines.Count(line => line.Contains("This is a test")) == 8), TimeSpan.FromSeconds(10));
        var lines = recorder.Lines.Where(line => line.Contains("This is a test")).Select(line => Regex.Replace(line, @"\d{2}/\d{2}/\d{4} \d{2}:\d{2}:\d{2}\.\d{3}Z\]\[Thread \d{4}", "when][where"));
        Assert.Equal(
            from level in (string[])["DEBUG", "INFO", "WARNING", "ERROR"]
            from end in (string[])["1 cheese", $"2 ham{Environment.NewLine}Cause: {cause}"]
            select $"[{level}][when][where][ActorSystem(test)] This is a test {end}",
            lines);
    }

    public sealed class Recorder : StandardOutLogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        internal IReadOnlyCollection<string> Lines => _lines;

        protected override void Log(object message) => _lines.Enqueue(message.ToString()!);
    }
}
