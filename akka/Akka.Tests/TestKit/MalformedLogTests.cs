using Akka.Event;
using Xunit.Abstractions;

namespace Akka.Tests.TestKits;

/// <summary>Entries whose arguments do not fit, in a test with an output.</summary>
public class MalformedLogTests(ITestOutputHelper output) : TestKit.Xunit2.TestKit("akka.loglevel = DEBUG, akka.stdout-loglevel = OFF", output: output)
{
    private const string Template = "This is {0} a {1} template. {4}";
    private static readonly object[] Args = ["also", "very", "not fine"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ITestOutputHelper _output = output;

    [Fact]
    public async Task They_are_followed_by_an_error_of_the_logger_and_the_log_goes_on()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

        Sys.Log.Error(new InvalidOperationException("BOOM"), Template, Args);
        Assert.IsType<InvalidOperationException>((await ExpectMsgAsync<Error>(Patience)).Cause);
        var failures = Assert.IsType<AggregateException>((await FailureOfLogger()).Cause).InnerExceptions;
        Assert.Equal([typeof(FormatException), typeof(InvalidOperationException)], failures.Select(e => e.GetType()));

        foreach (var level in Enum.GetValues<LogLevel>())
        {
            Sys.Log.Log(level, Template, Args);
            Assert.Equal(level, (await ExpectMsgAsync<LogEvent>(Patience)).LogLevel());
            var failure = await FailureOfLogger();
            Assert.StartsWith($"Received a malformed formatted message. Log level: [{level}], Template: [{Template}], args: [also,very,not fine]", Assert.IsType<FormatException>(failure.Cause).Message, StringComparison.Ordinal);
        }

        _output.WriteLine("and the output is still there");
    }

    private async Task<Error> FailureOfLogger() => (Error)await FishForMessageAsync(message => message is Error, Patience);
}
