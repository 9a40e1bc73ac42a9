using Akka.Actor;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Writes the log to the output of a test.</summary>
public class TestOutputLogger : ReceiveActor
{
    /// <summary>Creates the logger.</summary>
    /// <param name="output">The output of the test.</param>
    public TestOutputLogger(ITestOutputHelper output)
    {
        Receive<LogEvent>(log =>
        {
            if (!Context.System.Settings.LogFilter.ShouldTryKeepMessage(log, out _))
            {
                return;
            }

            try
            {
                output.WriteLine(log.ToString());
            }
            catch (FormatException)
            {
                // A message whose arguments do not fit its template must not cost the rest of the log.
                output.WriteLine($"[{log.LogLevel()}][{log.LogSource}] A message could not be formatted: {(log.Message as LogMessage)?.Format}");
            }
            catch (InvalidOperationException)
            {
                // The test is over, and with it its output: what the system says while it stops belongs to no test.
            }
        });
        Receive<InitializeLogger>(initialize =>
        {
            foreach (var level in new[] { typeof(Debug), typeof(Info), typeof(Warning), typeof(Error) })
            {
                initialize.LoggingBus.Subscribe(Self, level);
            }

            Sender.Tell(new LoggerInitialized());
        });
    }
}
