using System.Collections.Immutable;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Shutdown;

public class ShutdownPhasesTests
{
    [Fact]
    public void The_reference_configuration_goes_from_before_service_unbind_to_actor_system_terminate()
    {
        var phases = ShutdownPhases.From(ConfigurationFactory.Default().GetConfig("akka.coordinated-shutdown")!);
        Assert.Equal(
            [
                "before-service-unbind", "service-unbind", "service-requests-done", "service-stop", "before-cluster-shutdown",
                "cluster-sharding-shutdown-region", "cluster-leave", "cluster-exiting", "cluster-exiting-done", "cluster-shutdown",
                "before-actor-system-terminate", "actor-system-terminate",
            ],
            phases.Order);
        Assert.Equal(TimeSpan.FromSeconds(10), phases["actor-system-terminate"].Timeout);
        Assert.Equal(TimeSpan.FromSeconds(5), phases["service-unbind"].Timeout);
        Assert.True(phases["service-unbind"].Recover);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a:", "a")]
    [InlineData("b:a a:", "a b")]
    [InlineData("a:b b:c c:", "c b a")]
    [InlineData("d:b,c b:a c:a a:", "a b c d")]
    [InlineData("b:unconfigured", "unconfigured b")]
    public void Each_phase_comes_after_those_that_it_depends_on(string graph, string order) =>
        Assert.Equal(order.Split(' ', StringSplitOptions.RemoveEmptyEntries), new ShutdownPhases(Parse(graph)).Order);

    [Theory]
    [InlineData("a:a")]
    [InlineData("a:b b:a")]
    [InlineData("a:b b:c c:d d:b")]
    public void Phases_that_depend_on_one_another_are_refused(string graph) =>
        Assert.Contains("Cycle", Assert.Throws<ArgumentException>(() => new ShutdownPhases(Parse(graph))).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_phase_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ShutdownPhases(Parse("a:"))["b"]);

    [Fact]
    public void The_order_can_begin_in_the_middle() =>
        Assert.Equal(["b", "c"], new ShutdownPhases(Parse("c:b b:a a:")).OrderFrom("b"));

    private static ImmutableDictionary<string, ShutdownPhase> Parse(string graph) => graph
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(phase => phase.Split(':'))
        .ToImmutableDictionary(
            phase => phase[0],
            phase => new ShutdownPhase([.. phase[1].Split(',', StringSplitOptions.RemoveEmptyEntries)], TimeSpan.FromSeconds(1), true));
}
