using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class ReferenceConfigurationTests
{
    [Theory]
    [InlineData("akka.version", "0.0.1 Akka")]
    [InlineData("akka.loggers-dispatcher", "akka.actor.default-dispatcher")]
    [InlineData("akka.loglevel", "INFO")]
    [InlineData("akka.stdout-loglevel", "WARNING")]
    [InlineData("akka.log-dead-letters", "10")]
    [InlineData("akka.log-config-on-start", "off")]
    [InlineData("akka.logger-formatter", "Akka.Event.DefaultLogMessageFormatter, Akka")]
    [InlineData("akka.actor.provider", "Akka.Actor.LocalActorRefProvider")]
    [InlineData("akka.actor.guardian-supervisor-strategy", "Akka.Actor.DefaultSupervisorStrategy")]
    [InlineData("akka.actor.default-dispatcher.type", "Dispatcher")]
    [InlineData("akka.actor.default-dispatcher.executor", "default-executor")]
    [InlineData("akka.actor.default-dispatcher.throughput", "30")]
    [InlineData("akka.actor.internal-dispatcher.throughput", "5")]
    [InlineData("akka.actor.internal-dispatcher.channel-executor.priority", "high")]
    [InlineData("akka.actor.default-blocking-io-dispatcher.throughput", "1")]
    [InlineData("akka.actor.default-mailbox.mailbox-type", "Akka.Dispatch.UnboundedMailbox")]
    [InlineData("akka.actor.default-mailbox.mailbox-capacity", "1000")]
    [InlineData("akka.actor.mailbox.requirements.\"Akka.Dispatch.IDequeBasedMessageQueueSemantics\"", "akka.actor.mailbox.unbounded-deque-based")]
    [InlineData("akka.actor.mailbox.logger-queue.mailbox-type", "Akka.Event.LoggerMailboxType")]
    [InlineData("akka.actor.deployment.default.router", "from-code")]
    [InlineData("akka.actor.router.type-mapping.round-robin-pool", "Akka.Routing.RoundRobinPool")]
    [InlineData("akka.scheduler.implementation", "Akka.Actor.HashedWheelTimerScheduler")]
    [InlineData("akka.scheduler.ticks-per-wheel", "512")]
    [InlineData("akka.io.tcp.batch-accept-limit", "10")]
    [InlineData("akka.io.tcp.max-received-message-size", "unlimited")]
    [InlineData("akka.io.tcp.management-dispatcher", "akka.actor.internal-dispatcher")]
    [InlineData("akka.coordinated-shutdown.default-phase-timeout", "5 s")]
    [InlineData("akka.coordinated-shutdown.exit-clr", "off")]
    public void A_default_is(string path, string expected) => Assert.Equal(expected, ConfigurationFactory.Default().GetString(path));

    [Theory]
    [InlineData("akka.actor.ask-timeout", -1)]
    [InlineData("akka.actor.creation-timeout", 20_000)]
    [InlineData("akka.logger-startup-timeout", 5_000)]
    [InlineData("akka.log-dead-letters-suspend-duration", 300_000)]
    [InlineData("akka.scheduler.tick-duration", 10)]
    [InlineData("akka.io.tcp.register-timeout", 5_000)]
    [InlineData("akka.coordinated-shutdown.phases.actor-system-terminate.timeout", 10_000)]
    public void A_default_duration_in_milliseconds_is(string path, double expected) =>
        Assert.Equal(expected, ConfigurationFactory.Default().GetTimeSpan(path).TotalMilliseconds);

    [Fact]
    public void The_phases_of_shutdown_are_one_chain()
    {
        var phases = ConfigurationFactory.Default().GetConfig("akka.coordinated-shutdown.phases")!;

        var chain = new List<string> { "actor-system-terminate" };
        while (phases.GetStringList(chain[^1] + ".depends-on") is [var before])
            chain.Add(before);

        Assert.Equal("before-service-unbind", chain[^1]);
        Assert.Equal(phases.AsEnumerable().Select(phase => phase.Key).Order(), chain.Order());
    }

    [Fact]
    public void It_is_parsed_once() => Assert.Same(ConfigurationFactory.Default().Root, ConfigurationFactory.Default().Root);
}
