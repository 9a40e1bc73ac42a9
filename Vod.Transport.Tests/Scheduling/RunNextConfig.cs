namespace Vod.Transport.Tests.Scheduling;

internal static class RunNextConfig
{
    public const string Executor = "\"Vod.Transport.Scheduling.RunNextExecutorConfigurator, Vod.Transport\"";

    /// <summary>The default dispatcher and the internal one run on the executor.</summary>
    public const string Default =
        $$"""
        akka.loglevel = WARNING
        akka.log-dead-letters = off
        akka.actor.default-dispatcher.executor = {{Executor}}
        akka.actor.internal-dispatcher.executor = {{Executor}}
        """;
}
