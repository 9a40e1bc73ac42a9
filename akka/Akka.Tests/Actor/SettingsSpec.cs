using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Actor;

public sealed class SettingsSpec : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("settings", "akka.stdout-loglevel = OFF");

    public void Dispose() => _system.Dispose();

    private Settings With(string hocon) => new(_system, ConfigurationFactory.ParseString(hocon));

    [Fact]
    public void The_defaults()
    {
        var settings = With("");
        Assert.Same(_system, settings.System);
        Assert.Equal("0.0.1 Akka", settings.ConfigVersion);

        Assert.Equal(["Akka.Event.DefaultLogger"], settings.Loggers);
        Assert.Equal("akka.actor.default-dispatcher", settings.LoggersDispatcher);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.LoggerStartTimeout);
        Assert.False(settings.LoggerAsyncStart);
        Assert.IsType<DefaultLogMessageFormatter>(settings.LogFormatter);
        Assert.Equal(("INFO", "WARNING"), (settings.LogLevel, settings.StdoutLogLevel));
        Assert.IsType<StandardOutLogger>(settings.StdoutLogger);
        Assert.False(settings.LogConfigOnStart);
        Assert.Equal((10, false, TimeSpan.FromMinutes(5)), (settings.LogDeadLetters, settings.LogDeadLettersDuringShutdown, settings.LogDeadLettersSuspendDuration));
        Assert.NotNull(settings.LogFilter);

        Assert.Equal(typeof(LocalActorRefProvider).FullName, settings.ProviderClass);
        Assert.Same(ProviderSelection.Local.Instance, settings.ProviderSelectionType);
        Assert.False(settings.HasCluster);
        Assert.Equal(typeof(DefaultSupervisorStrategy).FullName, settings.SupervisorStrategyClass);
        Assert.Equal(TimeSpan.FromSeconds(20), settings.CreationTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), settings.UnstartedPushTimeout);
        Assert.Equal(Timeout.InfiniteTimeSpan, settings.AskTimeout);
        Assert.Equal(10, settings.DefaultVirtualNodesFactor);
        Assert.Equal(typeof(HashedWheelTimerScheduler).FullName, settings.SchedulerClass);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.SchedulerShutdownTimeout);
        Assert.True(settings.CoordinatedShutdownTerminateActorSystem);
        Assert.True(settings.CoordinatedShutdownRunByActorSystemTerminate);

        bool[] off =
        [
            settings.AddLoggingReceive, settings.DebugAutoReceive, settings.DebugLifecycle, settings.DebugEventStream,
            settings.DebugUnhandledMessage, settings.DebugRouterMisconfiguration, settings.DebugTimerScheduler, settings.FsmDebugEvent,
            settings.EmitActorTelemetry, settings.SerializeAllMessages, settings.SerializeAllCreators,
        ];
        Assert.All(off, Assert.False);
    }

    [Fact]
    public void Switches_are_read_from_where_they_are_documented()
    {
        var settings = With(
            """
            akka {
              log-config-on-start = on, log-dead-letters = off, log-dead-letters-during-shutdown = on, logger-async-start = on
              actor {
                telemetry.enabled = on, serialize-messages = on, serialize-creators = on
                ask-timeout = 3s, creation-timeout = 4s, unstarted-push-timeout = 6s
                debug { receive = on, autoreceive = on, lifecycle = on, event-stream = on, unhandled = on, router-misconfiguration = on, log-timers = on, fsm = on }
              }
              coordinated-shutdown.run-by-actor-system-terminate = off
            }
            """);
        bool[] on =
        [
            settings.LogConfigOnStart, settings.LogDeadLettersDuringShutdown, settings.LoggerAsyncStart, settings.AddLoggingReceive,
            settings.DebugAutoReceive, settings.DebugLifecycle, settings.DebugEventStream, settings.DebugUnhandledMessage,
            settings.DebugRouterMisconfiguration, settings.DebugTimerScheduler, settings.FsmDebugEvent, settings.EmitActorTelemetry,
            settings.SerializeAllMessages, settings.SerializeAllCreators,
        ];
        Assert.All(on, Assert.True);
        Assert.False(settings.CoordinatedShutdownRunByActorSystemTerminate);
        Assert.Equal([3, 4, 6], new[] { settings.AskTimeout, settings.CreationTimeout, settings.UnstartedPushTimeout }.Select(time => time.TotalSeconds));
    }

    [Theory]
    [InlineData("on", int.MaxValue)]
    [InlineData("off", 0)]
    [InlineData("7", 7)]
    public void How_many_dead_letters_are_logged(string value, int expected) => Assert.Equal(expected, With($"akka.log-dead-letters = {value}").LogDeadLetters);

    [Theory]
    [InlineData("akka.loglevel = LOUD", "akka.loglevel")]
    [InlineData("akka.stdout-loglevel = LOUD", "akka.stdout-loglevel")]
    [InlineData("akka.log-dead-letters = some", "akka.log-dead-letters")]
    [InlineData("akka.logger-formatter = No.Such", "akka.logger-formatter")]
    [InlineData("akka.stdout-logger-class = System.String", "akka.stdout-logger-class")]
    [InlineData("akka.actor.provider = remote", "akka.actor.provider")]
    [InlineData("akka.coordinated-shutdown.terminate-actor-system = off", "akka.coordinated-shutdown")]
    public void A_value_that_is_not_allowed_is_refused_with_its_key(string hocon, string key) =>
        Assert.Contains(key, Assert.Throws<ConfigurationException>(() => With(hocon)).Message);

    [Fact]
    public void More_can_be_put_behind_all_that_is_there()
    {
        var settings = With("own.a = 1");
        settings.InjectTopLevelFallback(ConfigurationFactory.ParseString("own { a = 2, b = 2 }"));
        Assert.Equal((1, 2), (settings.Config.GetInt("own.a"), settings.Config.GetInt("own.b")));
        Assert.Contains("own", settings.ToString());
    }
}
