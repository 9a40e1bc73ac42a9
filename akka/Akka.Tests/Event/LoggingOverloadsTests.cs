using Akka.Event;

namespace Akka.Tests.Event;

/// <summary>The many ways to log: none to six arguments, or an array of them, with a cause and without.</summary>
public class LoggingOverloadsTests
{
    private static readonly InvalidOperationException Why = new("why");

    private readonly LoggingBus _bus = new();
    private readonly Collector _log = new("log");

    public LoggingOverloadsTests() => _bus.Subscribe(_log, typeof(LogEvent));

    [Fact]
    public void Debug_takes_any_number_of_arguments() => Check<Debug>(
        null,
        log => log.Debug(Format(0)),
        log => log.Debug(Format(1), 1),
        log => log.Debug(Format(2), 1, 2),
        log => log.Debug(Format(3), 1, 2, 3),
        log => log.Debug(Format(4), 1, 2, 3, 4),
        log => log.Debug(Format(5), 1, 2, 3, 4, 5),
        log => log.Debug(Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Debug(Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Debug_with_a_cause_takes_any_number_of_arguments() => Check<Debug>(
        Why,
        log => log.Debug(Why, Format(0)),
        log => log.Debug(Why, Format(1), 1),
        log => log.Debug(Why, Format(2), 1, 2),
        log => log.Debug(Why, Format(3), 1, 2, 3),
        log => log.Debug(Why, Format(4), 1, 2, 3, 4),
        log => log.Debug(Why, Format(5), 1, 2, 3, 4, 5),
        log => log.Debug(Why, Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Debug(Why, Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Info_takes_any_number_of_arguments() => Check<Info>(
        null,
        log => log.Info(Format(0)),
        log => log.Info(Format(1), 1),
        log => log.Info(Format(2), 1, 2),
        log => log.Info(Format(3), 1, 2, 3),
        log => log.Info(Format(4), 1, 2, 3, 4),
        log => log.Info(Format(5), 1, 2, 3, 4, 5),
        log => log.Info(Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Info(Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Info_with_a_cause_takes_any_number_of_arguments() => Check<Info>(
        Why,
        log => log.Info(Why, Format(0)),
        log => log.Info(Why, Format(1), 1),
        log => log.Info(Why, Format(2), 1, 2),
        log => log.Info(Why, Format(3), 1, 2, 3),
        log => log.Info(Why, Format(4), 1, 2, 3, 4),
        log => log.Info(Why, Format(5), 1, 2, 3, 4, 5),
        log => log.Info(Why, Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Info(Why, Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Warning_takes_any_number_of_arguments() => Check<Warning>(
        null,
        log => log.Warning(Format(0)),
        log => log.Warning(Format(1), 1),
        log => log.Warning(Format(2), 1, 2),
        log => log.Warning(Format(3), 1, 2, 3),
        log => log.Warning(Format(4), 1, 2, 3, 4),
        log => log.Warning(Format(5), 1, 2, 3, 4, 5),
        log => log.Warning(Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Warning(Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Warning_with_a_cause_takes_any_number_of_arguments() => Check<Warning>(
        Why,
        log => log.Warning(Why, Format(0)),
        log => log.Warning(Why, Format(1), 1),
        log => log.Warning(Why, Format(2), 1, 2),
        log => log.Warning(Why, Format(3), 1, 2, 3),
        log => log.Warning(Why, Format(4), 1, 2, 3, 4),
        log => log.Warning(Why, Format(5), 1, 2, 3, 4, 5),
        log => log.Warning(Why, Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Warning(Why, Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Error_takes_any_number_of_arguments() => Check<Error>(
        null,
        log => log.Error(Format(0)),
        log => log.Error(Format(1), 1),
        log => log.Error(Format(2), 1, 2),
        log => log.Error(Format(3), 1, 2, 3),
        log => log.Error(Format(4), 1, 2, 3, 4),
        log => log.Error(Format(5), 1, 2, 3, 4, 5),
        log => log.Error(Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Error(Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void Error_with_a_cause_takes_any_number_of_arguments() => Check<Error>(
        Why,
        log => log.Error(Why, Format(0)),
        log => log.Error(Why, Format(1), 1),
        log => log.Error(Why, Format(2), 1, 2),
        log => log.Error(Why, Format(3), 1, 2, 3),
        log => log.Error(Why, Format(4), 1, 2, 3, 4),
        log => log.Error(Why, Format(5), 1, 2, 3, 4, 5),
        log => log.Error(Why, Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Error(Why, Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    [Fact]
    public void A_level_that_is_given_takes_a_cause_and_any_number_of_arguments() => Check<Warning>(
        Why,
        log => log.Log(LogLevel.WarningLevel, Why, Format(0), []),
        log => log.Log(LogLevel.WarningLevel, Why, Format(1), 1),
        log => log.Log(LogLevel.WarningLevel, Why, Format(2), 1, 2),
        log => log.Log(LogLevel.WarningLevel, Why, Format(3), 1, 2, 3),
        log => log.Log(LogLevel.WarningLevel, Why, Format(4), 1, 2, 3, 4),
        log => log.Log(LogLevel.WarningLevel, Why, Format(5), 1, 2, 3, 4, 5),
        log => log.Log(LogLevel.WarningLevel, Why, Format(6), 1, 2, 3, 4, 5, 6),
        log => log.Log(LogLevel.WarningLevel, Why, Format(7), new object[] { 1, 2, 3, 4, 5, 6, 7 }));

    /// <summary>Holds each against what it is to say: the number of its arguments, counted up to it.</summary>
    private void Check<TEvent>(Exception? cause, params Action<ILoggingAdapter>[] ways) where TEvent : LogEvent
    {
        var adapter = Logging.GetLogger(_bus, "source");
        for (var count = 0; count < ways.Length; count++)
        {
            ways[count](adapter);
            var entry = Assert.IsType<TEvent>(Assert.Single(_log.Take()));
            Assert.Equal(count == 0 ? "none" : string.Join(' ', Enumerable.Range(1, count)), entry.Message.ToString());
            Assert.Same(cause, entry.Cause);
        }
    }

    private static string Format(int count) => count == 0 ? "none" : string.Join(' ', Enumerable.Range(0, count).Select(i => $"{{{i}}}"));
}
