using System.Reflection;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Vod.Transport.Scheduling;

namespace Vod.Transport.Tests.Scheduling;

public sealed class RunNextExecutorConfiguratorTests
{
    private static RunNextExecutorConfigurator Configure(string hocon) =>
        new(ConfigurationFactory.ParseString("id = films\n" + hocon), prerequisites: null!);

    [Theory]
    [InlineData("", 64, 10)]
    [InlineData("run-next.max-runs = 1", 1, 10)]
    [InlineData("run-next.max-time = 1s", 64, 1000)]
    [InlineData("run-next { max-runs = 65536, max-time = 1 ms }", 65536, 1)]
    public void Bounds_are_taken_from_the_section_run_next(string hocon, int maxRuns, int maxMilliseconds)
    {
        var bounds = Configure(hocon).Bounds;
        Assert.Equal((maxRuns, maxMilliseconds), (bounds.MaxRuns, bounds.MaxMilliseconds));
    }

    [Theory]
    [InlineData("run-next.max-runs = 0", "films.run-next.max-runs is '0'; it must be a whole number from 1 to 65536")]
    [InlineData("run-next.max-runs = many", "films.run-next.max-runs is 'many'; it must be a whole number from 1 to 65536")]
    [InlineData("run-next.max-runs = 65537", "films.run-next.max-runs is '65537'; it must be a whole number from 1 to 65536")]
    [InlineData("run-next.max-runs = -1", "films.run-next.max-runs is '-1'; it must be a whole number from 1 to 65536")]
    [InlineData("run-next.max-time = 0s", "films.run-next.max-time is '0s'; it must be a time from 1 ms to 10 s")]
    [InlineData("run-next.max-time = soon", "films.run-next.max-time is 'soon'; it must be a time from 1 ms to 10 s")]
    [InlineData("run-next.max-time = infinite", "films.run-next.max-time is 'infinite'; it must be a time from 1 ms to 10 s")]
    [InlineData("run-next.max-time = 11s", "films.run-next.max-time is '11s'; it must be a time from 1 ms to 10 s")]
    public void A_value_that_is_not_allowed_is_named_with_what_is(string hocon, string expected) =>
        Assert.Equal(expected, Assert.Throws<ConfigurationException>(() => Configure(hocon)).Message);

    [Fact]
    public async Task A_system_says_what_is_wrong_with_its_dispatcher()
    {
        var hocon = ConfigurationFactory.ParseString($"films {{ type = Dispatcher\n executor = {RunNextConfig.Executor}\n run-next.max-runs = none }}");
        var system = ActorSystem.Create("test", hocon.WithFallback(ConfigurationFactory.ParseString(RunNextConfig.Default)));
        var failure = Assert.ThrowsAny<Exception>(() => system.Dispatchers.Lookup("films"));
        Assert.Contains("films.run-next.max-runs is 'none'", failure.ToString());
        await system.Terminate();
    }

    [Fact]
    public void Akka_still_has_the_internal_members_that_the_executor_relies_on()
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        static string Says(string what) => $"Akka has changed: {what}. See RunNextExecutor and its configurator.";

        Assert.True(typeof(IThreadPoolWorkItem).IsAssignableFrom(typeof(IRunnable)), Says("an IRunnable is a work item of the thread pool"));
        Assert.True(typeof(IRunnable).IsAssignableFrom(typeof(Mailbox)), Says("a mailbox is what is scheduled"));
        Assert.True(Constructor(typeof(ExecutorServiceConfigurator)) is { IsFamily: true }, Says("a configurator takes its section and prerequisites"));
        Assert.True(Constructor(typeof(RunNextExecutorConfigurator)) is { IsPublic: true }, Says("a configurator is made by reflection"));
        Assert.Equal(["Produce"], Abstract(typeof(ExecutorServiceConfigurator)));
        Assert.Equal(["Execute", "Shutdown"], Abstract(typeof(ExecutorService)));

        static ConstructorInfo? Constructor(Type type) => type.GetConstructor(all, [typeof(Config), typeof(IDispatcherPrerequisites)]);
        static IEnumerable<string> Abstract(Type type) => type.GetMethods(all).Where(method => method.IsAbstract).Select(method => method.Name).Order();
    }
}
