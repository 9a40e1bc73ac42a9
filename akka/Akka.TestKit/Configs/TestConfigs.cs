using Akka.Configuration;

namespace Akka.TestKit.Configs;

/// <summary>Configurations for tests.</summary>
public static class TestConfigs
{
    /// <summary>What every test kit falls back to: the event listener that filters work with, and the settings of the kit.</summary>
    public static Config DefaultConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka {
          loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]

          test {
            # What durations in tests are multiplied with, for slow machines.
            timefactor = 1.0

            # How long an event filter waits for events after the block that it surrounds.
            filter-leeway = 3s

            # How long an expectation waits for one message, unless it says.
            single-expect-default = 3s

            # How long to wait for whatever has no setting of its own.
            default-timeout = 5s

            # Logs what the kit receives and how long that took, for debugging.
            testkit.debug = false

            # Runs an actor on the thread that tells it something.
            calling-thread-dispatcher {
              type = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit"
              throughput = 2147483647
            }

            test-actor.dispatcher {
              type = "Akka.TestKit.CallingThreadDispatcherConfigurator, Akka.TestKit"
              throughput = 2147483647
            }
          }
        }
        """);

    /// <summary>Makes <see cref="TestScheduler"/> the scheduler of the system.</summary>
    public static Config TestSchedulerConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        """);

    internal static Config FullDebugConfig { get; } = ConfigurationFactory.ParseString(
        """
        akka.log-dead-letters-during-shutdown = true
        akka.actor.debug.receive = true
        akka.actor.debug.autoreceive = true
        akka.actor.debug.lifecycle = true
        akka.actor.debug.event-stream = true
        akka.actor.debug.unhandled = true
        akka.actor.debug.router-misconfiguration = true
        akka.log-dead-letters = true
        akka.loglevel = DEBUG
        akka.stdout-loglevel = DEBUG
        """);
}
