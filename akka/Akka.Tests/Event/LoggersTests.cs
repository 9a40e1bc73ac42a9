using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Event;

public sealed class LoggersTests : IDisposable
{
    private static int _number;

    private readonly string _name = $"loggers-{Interlocked.Increment(ref _number)}";
    private readonly List<ActorSystem> _systems = [];

    public void Dispose()
    {
        foreach (var system in _systems) system.Terminate().Wait(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void The_loggers_of_the_configuration_get_what_is_logged_from_its_level_on()
    {
        var system = Start("akka.loglevel = INFO");
        system.Log.Debug("no");
        system.Log.Info("info {0}", 1);
        system.Log.Error("error");
        Assert.Equal(["info 1", "error"], Logged(system, 2).Select(e => e.Message.ToString()!));
    }

    [Fact]
    public void The_level_can_be_changed_while_the_system_runs()
    {
        var system = Start("akka.loglevel = ERROR");
        system.Log.Info("no");
        system.EventStream.SetLogLevel(LogLevel.DebugLevel);
        system.Log.Debug("yes");
        system.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        system.Log.Warning("no");
        system.Log.Error("end");
        Assert.Equal(["yes", "end"], Logged(system, 2).Select(e => e.Message.ToString()!));
    }

    [Fact]
    public void An_actor_logs_in_the_name_of_its_path()
    {
        var system = Start("akka.loglevel = INFO");
        system.ActorOf(Props.Create(() => new Talker()), "talker").Tell("hello");
        var entry = Assert.Single(Logged(system, 1));
        Assert.Equal($"akka://{_name}/user/talker", entry.LogSource);
        Assert.Equal("got hello", entry.Message.ToString());
    }

    [Fact]
    public void A_source_that_is_no_actor_is_named_with_its_system()
    {
        var system = Start("");
        Assert.Equal($"text (akka://{_name})", LogSource.Create("text", system).Source);
        Assert.Equal($"LoggersTests (akka://{_name})", LogSource.Create(this, system).Source);
        Assert.Equal($"ActorSystem({_name})", LogSource.Create(system, system).Source);
    }

    [Fact]
    public async Task What_the_loggers_have_not_logged_when_they_stop_goes_to_the_standard_output_logger()
    {
        var system = Start("akka.loglevel = INFO");
        using (KeepingLogger.Block(_name))
        {
            for (var i = 0; i < 100; i++) system.Log.Info("entry {0}", i);
            _ = system.Terminate();
            StdoutKeeper.WaitForShutdown(system);
        }
        await system.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(20));
        var all = KeepingLogger.Of(_name).Concat(StdoutKeeper.Of(system)).Select(e => e.Message.ToString()!).Where(m => m.StartsWith("entry ", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"entry {i}"), all);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_logger_that_is_late_gets_what_is_logged_from_then_on(bool async)
    {
        var system = Start($"akka.loglevel = INFO, akka.logger-startup-timeout = {(async ? "1h" : "50ms")}, akka.logger-async-start = {(async ? "on" : "off")}", nameof(LateLogger));
        system.Log.Info("early");
        system.EventStream.SetLogLevel(LogLevel.WarningLevel);
        system.ActorSelection("/system/log*").Tell("now");
        Assert.True(SpinWait.SpinUntil(() => system.EventStream.AllSubscribers().Any(s => s.Path.Name.Contains(nameof(LateLogger), StringComparison.Ordinal)), TimeSpan.FromSeconds(10)));
        system.Log.Info("below the level that was set meanwhile");
        system.Log.Warning("late");
        Assert.Equal("late", KeepingLogger.Next(_name).Message.ToString());
    }

    [Fact]
    public void A_logger_that_is_late_is_named_in_a_warning()
    {
        var system = Start("akka.loglevel = DEBUG, akka.logger-startup-timeout = 50ms", nameof(LateLogger), "DEBUG");
        system.ActorSelection("/system/log*").Tell("now");
        Assert.True(SpinWait.SpinUntil(() => system.EventStream.AllSubscribers().Any(s => s.Path.Name.Contains(nameof(LateLogger), StringComparison.Ordinal)), TimeSpan.FromSeconds(10)));
        var said = StdoutKeeper.Of(system).Where(e => e.LogClass == typeof(EventStream)).ToArray();
        Assert.Equal("StandardOutLogger started", said[0].Message);
        Assert.Matches(@"^Logger log\d+-LateLogger did not respond within 00:00:00.0500000 to InitializeLogger\(bus\)", Assert.IsType<Warning>(said[1]).Message.ToString());
        Assert.Equal("Default Loggers started", said[2].Message);
        Assert.Equal($"EventStream({_name})", said[2].LogSource);
    }

    [Fact]
    public async Task A_system_stops_even_when_a_logger_never_answers()
    {
        var system = Start("akka.logger-startup-timeout = 50ms", nameof(LateLogger));
        await system.Terminate().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task What_the_bus_says_of_itself_while_the_system_stops_goes_to_the_standard_output_logger()
    {
        var system = Start("", stdoutLevel: "DEBUG");
        await system.Terminate().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(
            ["StandardOutLogger started", "Shutting down: StandardOutLogger started", "all default loggers stopped"],
            StdoutKeeper.Of(system).Where(e => e.LogClass == typeof(EventStream)).Select(e => e.Message.ToString()).Where(m => !m!.StartsWith("Logger log", StringComparison.Ordinal) && !m.StartsWith("Default", StringComparison.Ordinal)));
    }

    [Fact]
    public void Loggers_run_on_a_dispatcher_of_their_own_when_told_to()
    {
        var system = Start("akka.loglevel = INFO, akka.loggers-dispatcher = for-logs, for-logs { type = PinnedDispatcher }", nameof(LocalLogger));
        system.Log.Info("where?");
        Assert.Equal("where? for-logs", KeepingLogger.Next(_name).Message);
    }

    [Fact]
    public void A_formatter_of_ones_own_fills_the_templates()
    {
        var system = Start($"akka.loglevel = INFO, akka.logger-formatter = \"{typeof(Shouter).FullName}, Akka.Tests\"");
        Assert.IsType<Shouter>(system.Settings.LogFormatter);
        Assert.IsType<Shouter>(system.Log.Formatter);
        system.Log.Info("{0} it out", "say");
        Logging.GetLogger(system, "own", DefaultLogMessageFormatter.Instance).Info("{0} it low", "say");
        system.ActorOf(Props.Create(() => new Talker())).Tell("hello");
        Assert.Equal(["SAY IT OUT", "say it low", "GOT HELLO"], Logged(system, 3).Select(e => e.Message.ToString()!));
    }

    [Fact]
    public void The_configuration_is_logged_when_asked_for()
    {
        var system = Start("akka.loglevel = INFO, akka.log-config-on-start = on");
        Assert.Equal(system.Settings.ToString(), KeepingLogger.Next(_name).Message.ToString());
    }

    [Fact]
    public void The_default_logger_hands_all_to_the_standard_output_logger_whatever_its_level()
    {
        var system = Start("akka.loglevel = INFO", "DefaultLogger", "OFF");
        system.Log.Info("text {0}", 1);
        Assert.True(SpinWait.SpinUntil(() => StdoutKeeper.Of(system).Any(e => e.Message.ToString() == "text 1"), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_logger_that_answers_something_else_stops_the_system_from_starting() =>
        Assert.IsType<LoggerInitializationException>(Assert.Throws<ConfigurationException>(() => Start("", nameof(WrongLogger))).InnerException);

    [Fact]
    public void A_logger_that_does_not_exist_stops_the_system_from_starting()
    {
        var failure = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("none", ConfigurationFactory.ParseString("akka.loggers = [\"No.Such.Logger\"]")));
        Assert.Contains("No.Such.Logger", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dead_letters_are_logged_until_there_are_too_many()
    {
        var system = Start("akka.loglevel = INFO, akka.log-dead-letters = 2");
        var gone = system.ActorOf(Props.Create(() => new Talker()), "gone");
        Assert.True(await gone.GracefulStop(TimeSpan.FromSeconds(10)));
        for (var i = 0; i < 5; i++) gone.Tell("lost", ActorRefs.NoSender);
        var entries = Logged(system, 2);
        Assert.Equal($"akka://{_name}/user/gone", entries[0].LogSource);
        Assert.StartsWith("Message [String]", entries[0].Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("was not delivered. [1] dead letters encountered. ", entries[0].Message.ToString(), StringComparison.Ordinal);
        Assert.Contains("[2] dead letters encountered, no more dead letters will be logged in next [00:05:00]", entries[1].Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on", 1)]
    [InlineData("off", 0)]
    public async Task Dead_letters_are_logged_during_shutdown_when_asked_for(string during, int logged)
    {
        var system = Start($"akka.loglevel = INFO, akka.log-dead-letters-during-shutdown = {during}");
        var gone = system.ActorOf(Props.Create(() => new Talker()), "gone");
        Assert.True(await gone.GracefulStop(TimeSpan.FromSeconds(10)));
        await system.ActorSelection("/system/deadLetterListener").ResolveOne(TimeSpan.FromSeconds(10));
        system.ActorOf(Props.Create(() => new Parting(gone)), "last");
        await system.Terminate().WaitAsync(TimeSpan.FromSeconds(20));
        var entries = KeepingLogger.Of(_name).Concat(StdoutKeeper.Of(system)).Select(e => e.Message.ToString()!);
        Assert.Equal(logged, entries.Count(text => text.StartsWith("Message [String]", StringComparison.Ordinal) && text.EndsWith("Message content: farewell", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Dropped_messages_are_logged_with_the_reason()
    {
        var system = Start("akka.loglevel = INFO, akka.log-dead-letters = on");
        // Who logs them answers once it has subscribed.
        await system.ActorSelection("/system/deadLetterListener").ResolveOne(TimeSpan.FromSeconds(10));
        system.EventStream.Publish(new Dropped("lost", "The buffer was full", system.DeadLetters));
        var text = Logged(system, 1)[0].Message.ToString()!;
        Assert.StartsWith("Message [String] was dropped. The buffer was full. [1] dead letters encountered. ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_chosen_as_one_goes_takes_a_cause_and_arguments()
    {
        var system = Start("akka.loglevel = INFO");
        var cause = new InvalidOperationException("as planned");
        system.Log.Log(LogLevel.DebugLevel, cause, "not {0}", 1);
        system.Log.Log(LogLevel.WarningLevel, cause, "{0} {1} {2} {3} {4} {5}", 1, "b", 3.5, 'd', 5L, true);
        var entry = Assert.IsType<Warning>(Logged(system, 1)[0]);
        Assert.Same(cause, entry.Cause);
        Assert.Equal(string.Format("{0} {1} {2} {3} {4} {5}", 1, "b", 3.5, 'd', 5L, true), entry.Message.ToString());
    }

    [Fact]
    public void Unhandled_messages_are_logged_when_asked_for()
    {
        var system = Start("akka.loglevel = DEBUG, akka.log-dead-letters = off, akka.actor.debug.unhandled = on");
        var actor = system.ActorOf(Props.Create(() => new Talker()), "talker");
        actor.Tell(4711);
        LogEvent entry;
        do entry = KeepingLogger.Next(_name);
        while (!entry.Message.ToString()!.StartsWith("Unhandled message", StringComparison.Ordinal));
        Assert.IsType<Debug>(entry);
        Assert.Equal(actor.Path.ToString(), entry.LogSource);
        Assert.EndsWith(": 4711", entry.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_actor_that_has_stopped_is_unsubscribed()
    {
        var system = Start("");
        var actor = system.ActorOf(Props.Create(() => new Talker()));
        system.EventStream.Subscribe<string>(actor);
        actor.Tell(PoisonPill.Instance);
        Assert.True(SpinWait.SpinUntil(() => !system.EventStream.HasSubscriptions(actor), TimeSpan.FromSeconds(10)));
        system.EventStream.Subscribe<string>(actor);
        Assert.True(SpinWait.SpinUntil(() => !system.EventStream.HasSubscriptions(actor), TimeSpan.FromSeconds(10)));
    }

    private ActorSystem Start(string hocon, string logger = nameof(KeepingLogger), string stdoutLevel = "OFF")
    {
        logger = logger == nameof(DefaultLogger) ? "Akka.Event.DefaultLogger" : $"Akka.Tests.Event.{logger}, Akka.Tests";
        var system = ActorSystem.Create(_name, ConfigurationFactory.ParseString($$"""
            akka.loggers = ["{{logger}}"]
            akka.stdout-logger-class = "Akka.Tests.Event.StdoutKeeper, Akka.Tests"
            akka.stdout-loglevel = {{stdoutLevel}}
            {{hocon}}
            """));
        _systems.Add(system);
        return system;
    }

    /// <summary>So many entries, and no more after them.</summary>
    private LogEvent[] Logged(ActorSystem system, int count)
    {
        var entries = Enumerable.Range(0, count).Select(_ => KeepingLogger.Next(_name)).ToArray();
        system.EventStream.SetLogLevel(LogLevel.ErrorLevel);
        system.Log.Error("fence");
        Assert.Equal("fence", KeepingLogger.Next(_name).Message);
        return entries;
    }

    internal sealed class Shouter : ILogMessageFormatter
    {
        public string Format(string format, params object?[] args) => DefaultLogMessageFormatter.Instance.Format(format, args).ToUpperInvariant();

        public string Format(string format, IEnumerable<object?> args) => Format(format, args.ToArray());
    }

    private sealed class Parting(IActorRef to) : ActorBase
    {
        protected override bool Receive(object message) => false;

        protected override void PostStop() => to.Tell("farewell");
    }

    private sealed class Talker : ActorBase
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        protected override bool Receive(object message)
        {
            if (message is not string text) return false;
            _log.Info("got {0}", text);
            return true;
        }
    }
}

/// <summary>Keeps what it gets, by the name of its system.</summary>
public class KeepingLogger : DefaultLogger
{
    private static readonly ConcurrentDictionary<string, BlockingCollection<LogEvent>> Kept = new();
    private static readonly ConcurrentDictionary<string, ManualResetEventSlim> Gates = new();

    private readonly string _name = Context.System.Name;

    internal static LogEvent Next(string system)
    {
        Assert.True(Kept.GetOrAdd(system, _ => []).TryTake(out var entry, TimeSpan.FromSeconds(10)), "nothing was logged");
        return entry!;
    }

    internal static IEnumerable<LogEvent> Of(string system) => Kept.GetOrAdd(system, _ => []);

    /// <summary>Lets the logger of that system hang until disposed of.</summary>
    internal static IDisposable Block(string system)
    {
        var gate = Gates.GetOrAdd(system, _ => new ManualResetEventSlim());
        return new Opener(gate);
    }

    protected override void Print(LogEvent logEvent)
    {
        if (Gates.TryGetValue(_name, out var gate)) Assert.True(gate.Wait(TimeSpan.FromSeconds(20)));
        // What the system says of itself is not what is tested here.
        if (logEvent.LogClass != typeof(EventStream)) Kept.GetOrAdd(_name, _ => []).Add(logEvent);
    }

    private sealed class Opener(ManualResetEventSlim gate) : IDisposable
    {
        public void Dispose() => gate.Set();
    }
}

/// <summary>Says where it runs.</summary>
public class LocalLogger : KeepingLogger
{
    protected override void Print(LogEvent logEvent) =>
        base.Print(new Info(logEvent.LogSource, logEvent.LogClass, $"{logEvent.Message} {Context.Dispatcher.Id}"));
}

/// <summary>Says that it is ready when it is told to.</summary>
public class LateLogger : KeepingLogger
{
    private IActorRef _asker = ActorRefs.Nobody;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                _asker = Sender;
                return true;
            case "now":
                _asker.Tell(new LoggerInitialized());
                return true;
            default:
                return base.Receive(message);
        }
    }
}

/// <summary>Answers what no logger should.</summary>
public class WrongLogger : KeepingLogger
{
    protected override bool Receive(object message)
    {
        Sender.Tell("what?");
        return true;
    }
}

/// <summary>Keeps what would go to standard output.</summary>
public class StdoutKeeper : MinimalLogger
{
    private readonly ConcurrentQueue<LogEvent> _kept = new();

    internal static IEnumerable<LogEvent> Of(ActorSystem system) => ((StdoutKeeper)system.Settings.StdoutLogger)._kept;

    /// <summary>Waits until the loggers of the system have been told to stop.</summary>
    internal static void WaitForShutdown(ActorSystem system) => Assert.True(SpinWait.SpinUntil(
        () => system.EventStream.HasSubscriptions(system.Settings.StdoutLogger) || !system.EventStream.AllSubscribers().Any(s => s.Path.ToString()!.Contains("/log", StringComparison.Ordinal)),
        TimeSpan.FromSeconds(10)));

    protected override void Log(object message)
    {
        if (message is LogEvent logEvent) _kept.Enqueue(logEvent);
    }
}
