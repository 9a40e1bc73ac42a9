using Akka.Actor;
using Akka.Event;
using Akka.Util;

namespace Akka.Tests.Event;

/// <summary>What is written to standard output. It is the process's own, so these tests run one after the other and look for their own lines.</summary>
public sealed class StandardOutTests : IDisposable
{
    private readonly TextWriter _before = Console.Out;
    private readonly StringWriter _out = new();

    public StandardOutTests() => Console.SetOut(TextWriter.Synchronized(_out));

    public void Dispose() => Console.SetOut(_before);

    [Fact]
    public void An_entry_is_written_as_its_line()
    {
        var entry = new Warning(new InvalidOperationException("of all things"), "somebody", typeof(string), "said so");
        new StandardOutLogger().Tell(entry);
        Assert.Contains(entry + Environment.NewLine, _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_entry_is_written_as_it_is()
    {
        new StandardOutLogger().Tell("this very text");
        Assert.Contains("this very text" + Environment.NewLine, _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_whose_arguments_do_not_fit_is_written_as_an_error()
    {
        var bus = new LoggingBus();
        bus.Subscribe(new StandardOutLogger(), typeof(LogEvent));
        Logging.GetLogger(bus, "clumsy").Error(new InvalidOperationException("BOOM"), "This is {0} a {1} template. {4}", ["also", "not", "fine"]);
        var written = _out.ToString();
        Assert.Contains("[clumsy] Received a malformed formatted message. Log level: [ErrorLevel], Template: [This is {0} a {1} template. {4}], args: [also,not,fine]", written, StringComparison.Ordinal);
        Assert.Contains("BOOM", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_and_texts_may_have_colours()
    {
        StandardOutWriter.Write("no line yet, ", ConsoleColor.Red, ConsoleColor.Black);
        StandardOutWriter.WriteLine("but now");
        Assert.Contains("no line yet, but now" + Environment.NewLine, _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_colours_can_be_chosen()
    {
        var before = (StandardOutLogger.UseColors, StandardOutLogger.DebugColor, StandardOutLogger.InfoColor, StandardOutLogger.WarningColor, StandardOutLogger.ErrorColor);
        Assert.Equal((true, ConsoleColor.Gray, ConsoleColor.White, ConsoleColor.Yellow, ConsoleColor.Red), before);
        try
        {
            StandardOutLogger.DebugColor = StandardOutLogger.InfoColor = StandardOutLogger.WarningColor = StandardOutLogger.ErrorColor = ConsoleColor.Green;
            StandardOutLogger.UseColors = false;
            new StandardOutLogger().Tell(new Debug("painter", typeof(string), "without colour"));
            Assert.Contains("without colour", _out.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            (StandardOutLogger.UseColors, StandardOutLogger.DebugColor, StandardOutLogger.InfoColor, StandardOutLogger.WarningColor, StandardOutLogger.ErrorColor) = before;
        }
    }

    [Fact]
    public void A_standard_output_logger_is_nobodys_actor()
    {
        var logger = new StandardOutLogger();
        Assert.Equal("akka://all-systems/StandardOutLogger", logger.Path.ToString());
        Assert.Throws<NotSupportedException>(() => logger.Provider);
        Assert.Same(LogFilterEvaluator.NoFilters, logger.Filter);
    }
}
