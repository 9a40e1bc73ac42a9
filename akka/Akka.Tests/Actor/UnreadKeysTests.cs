using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Xunit;

namespace Akka.Tests.Actor;

public sealed class UnreadKeysTests
{
    [Theory]
    [InlineData("")]
    [InlineData("other.loglevell = 1")]
    [InlineData("akka.loglevel = DEBUG")]
    [InlineData("akka.stdout-logger-class = \"X, Y\"")]
    [InlineData("akka.io.tcp { write-commands-queue-max-size = 1000, trace-logging = on }")]
    [InlineData("akka.actor.default-dispatcher { throughput = 1, dedicated-thread-pool.thread-count = 2, mailbox-type = \"Akka.Dispatch.BoundedMailbox\" }")]
    [InlineData("akka.actor.my-dispatcher { type = PinnedDispatcher, executor = fork-join-executor }")]
    [InlineData("akka.actor.my-dispatcher { type = \"My.Dispatcher, My\", colour = red }")]
    [InlineData("akka.actor.my-mailbox { mailbox-type = \"My.Mailbox, My\", colour = red }")]
    [InlineData("akka.actor.mailbox.bounded-queue-based.mailbox-capacity = 5")]
    [InlineData("akka.actor.mailbox.requirements.\"My.Semantics, My\" = mine")]
    [InlineData("akka.actor.deployment { /a/b { dispatcher = x, router = round-robin-pool, nr-of-instances = 2, resizer.enabled = off }, \"/*\".mailbox = y }")]
    [InlineData("akka.actor.deployment./a.pool-dispatcher { type = Dispatcher, throughput = 1 }")]
    [InlineData("akka.actor.router.type-mapping.mine = \"My.Pool, My\"")]
    [InlineData("akka.coordinated-shutdown.phases { mine { depends-on = [service-stop], timeout = 1s, recover = off }, service-stop.timeout = 2s }")]
    [InlineData("akka.test.mine = 1")]
    public void keys_that_are_read_are_not_named(string hocon) => Assert.Empty(Unread(hocon));

    [Theory]
    [InlineData("akka.loglevell = DEBUG", "akka.loglevell")]
    [InlineData("akka.remote.dot-netty.tcp.port = 0", "akka.remote")]
    [InlineData("akka.actor { serialize-messages = on, debug.fsm = on }", "akka.actor.serialize-messages", "akka.actor.debug.fsm")]
    [InlineData("akka.actor.default-dispatcher.throughputt = 1", "akka.actor.default-dispatcher.throughputt")]
    [InlineData("akka.actor.my-dispatcher { type = Dispatcher, fork-join-executor.paralelism-min = 1 }", "akka.actor.my-dispatcher.fork-join-executor.paralelism-min")]
    [InlineData("akka.actor.deployment.\"/a/*\" { dispacher = x }", "akka.actor.deployment.\"/a/*\".dispacher")]
    [InlineData("akka.coordinated-shutdown.phases.service-stop.time-out = 1s", "akka.coordinated-shutdown.phases.service-stop.time-out")]
    [InlineData("akka.io.tcp.max-channels = 1", "akka.io.tcp.max-channels")]
    public void other_keys_are_named(string hocon, params string[] names) => Assert.Equal(names, Unread(hocon));

    [Fact]
    public async Task they_are_named_in_a_warning_at_start()
    {
        var config = ConfigurationFactory.ParseString(
            $"""
            akka.loggers = ["{typeof(KeepingLogger).AssemblyQualifiedName}"]
            akka.loglevell = DEBUG
            """);
        var system = ActorSystem.Create("unread", config);
        var warning = await KeepingLogger.Warning.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(LogLevel.WarningLevel, warning.LogLevel());
        Assert.Contains("akka.loglevell", warning.Message.ToString());
        await system.Terminate();
    }

    private static IReadOnlyList<string> Unread(string hocon) =>
        UnreadKeys.Of(ConfigurationFactory.ParseString(hocon).WithFallback(ConfigurationFactory.Default()));

    private sealed class KeepingLogger : ReceiveActor
    {
        private static readonly TaskCompletionSource<Warning> First = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public KeepingLogger()
        {
            Receive<InitializeLogger>(_ => Sender.Tell(new LoggerInitialized()));
            Receive<Warning>(w => First.TrySetResult(w));
            ReceiveAny(_ => { });
        }

        public static Task<Warning> Warning => First.Task;
    }
}
