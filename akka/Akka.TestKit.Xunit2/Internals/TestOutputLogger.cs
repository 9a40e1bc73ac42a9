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
            catch (FormatException e) when (log.Message is LogMessage message)
            {
                // The logger fails, which is logged as an error, and goes on with the rest of the log.
                var text = $"Received a malformed formatted message. Log level: [{log.LogLevel()}], {message.Unformatted()}";
                if (log.Cause is not null)
                {
                    throw new AggregateException(text, e, log.Cause);
                }

                throw new FormatException(text, e);
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
