using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;
using Akka.TestKit.TestActors;
using Akka.TestKit.TestEvent;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

/// <summary>A base class such as projects make for their tests: a configuration of its own behind each test's, a system named after the test,
/// hooks around the end, muted dead letters, and expectations that the kit lacks.</summary>
public abstract class SpecBase : Akka.TestKit.Xunit2.TestKit
{
    private static readonly Config Behind = ConfigurationFactory.ParseString("akka { loglevel = WARNING, stdout-loglevel = WARNING }");

    protected SpecBase(string config)
        : this(ConfigurationFactory.ParseString(config).WithFallback(Behind))
    {
    }

    protected SpecBase(Config config)
        : base(config.WithFallback(Behind), Regex.Replace("a spec's system", "[^a-zA-Z0-9]", "-"))
    {
    }

    protected override void AfterAll()
    {
        BeforeTermination();
        base.AfterAll();
        AfterTermination();
    }

    protected abstract void BeforeTermination();

    protected abstract void AfterTermination();

    protected T ExpectTransformed<T>(string hint, Func<object, T> transform, TimeSpan? timeout = null)
    {
        if (!TryReceiveOne(out var envelope, timeout))
        {
            Assertions.Fail("expected {0} but timed out after {1}", hint, GetTimeoutOrDefault(timeout));
        }

        return transform(envelope.Message!);
    }

    protected void MuteDeadLettersOf(Type type) => Sys.EventStream.Publish(new Mute(new DeadLettersFilter(
        new PredicateMatcher(_ => true), new PredicateMatcher(_ => true), letter => letter.Message.GetType() == type)));
}

public sealed class SpecBaseTests() : SpecBase("akka.loglevel = DEBUG")
{
    [Fact]
    public void a_spec_has_the_configuration_of_its_own_and_those_behind_it()
    {
        Assert.Equal("DEBUG", Sys.Settings.LogLevel);
        Assert.Equal("WARNING", Sys.Settings.StdoutLogLevel);
        Assert.Equal("a-spec-s-system", Sys.Name);
        Assert.Equal(3, RemainingOrDefault.TotalSeconds);
        Assert.Equal(TimeSpan.FromSeconds(1), GetTimeoutOrDefault(TimeSpan.FromSeconds(1)));
        Assert.Equal(RemainingOrDefault, GetTimeoutOrDefault(null));
    }

    [Fact]
    public void a_spec_makes_expectations_of_its_own()
    {
        TestActor.Tell(41);
        Assert.Equal(42, ExpectTransformed("a number", message => (int)message + 1));
        Assert.StartsWith(
            "expected a number but timed out after 00:00:00.0100000",
            Assert.Throws<FailException>(() => ExpectTransformed("a number", message => message, TimeSpan.FromMilliseconds(10))).Message);
    }

    [Fact]
    public void a_spec_mutes_dead_letters()
    {
        MuteDeadLettersOf(typeof(string));
        EventFilter.DeadLetter().Expect(0, TimeSpan.FromMilliseconds(50), () => Sys.DeadLetters.Tell("muted"));
    }

    [Fact]
    public void the_thread_of_a_spec_runs_as_its_test_actor()
    {
        Assert.Equal(TestActor, InternalCurrentActorCellKeeper.Current!.Self);
        Assert.Equal("testActor", Regex.Replace(TestActor.Path.Name, "[0-9]", ""));
    }

    [Fact]
    public void full_debugging_is_a_configuration_to_fall_back_to()
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit(ConfigurationFactory.ParseString("akka.stdout-loglevel = OFF").WithFallback(FullDebugConfig));
        Assert.True(kit.Sys.Settings.DebugLifecycle);
        kit.EventFilter.Debug(start: "Started", source: "/user/watched-closely").ExpectOne(() => kit.ActorOf(BlackHoleActor.Props, "watched-closely"));
    }

    protected override void BeforeTermination() => Assert.False(Sys.WhenTerminated.IsCompleted);

    protected override void AfterTermination() => Assert.True(Sys.WhenTerminated.IsCompleted);
}

/// <summary>A kit for a test framework that is none of those that have one.</summary>
public sealed class OwnKitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task a_kit_fails_as_its_framework_does()
    {
        var kit = new OwnKit();
        Assert.Equal(("own", "mine"), (kit.Sys.Name, kit.TestActor.Path.Name));
        Assert.Throws<OwnFailure>(() => kit.ExpectMsg<string>(Short));
        kit.TestActor.Tell(1);
        Assert.Contains("[2]", Assert.Throws<OwnFailure>(() => kit.ExpectMsg(2)).Message);
        kit.TestActor.Tell(1);
        Assert.Throws<OwnFailure>(() => kit.ExpectMsg(1, (_, _) => false));
        kit.TestActor.Tell(1);
        await Assert.ThrowsAsync<OwnFailure>(() => kit.FishUntilMessageAsync<int>());
        Assert.Throws<OwnFailure>(() => kit.EventFilter.Error().ExpectOne(Short, () => { }));
        Assert.Throws<OwnFailure>(() => kit.CreateTestProbe().ExpectMsg<string>(Short));
        kit.Shutdown(verifySystemShutdown: true);
        kit.Shutdown(verifySystemShutdown: true);
    }

    [Fact]
    public void a_predicate_is_told_by_its_type()
    {
        Predicate<int> isEven = i => i % 2 == 0;
        var info = PredicateInfo.Create(isEven);
        Assert.Equal((isEven, typeof(int)), (info.PredicateT, info.Type));
        Assert.Contains("System.Int32", info.ToString());
    }

    private sealed class OwnFailure(string message) : Exception(message);

    private sealed class OwnAssertions : ITestKitAssertions
    {
        public void Fail(string format = "", params object[] args) => throw new OwnFailure(args.Length == 0 ? format : string.Format(format, args));

        public void AssertTrue(bool condition, string format = "", params object[] args)
        {
            if (!condition) Fail(format, args);
        }

        public void AssertFalse(bool condition, string format = "", params object[] args)
        {
            if (condition) Fail(format, args);
        }

        public void AssertEqual<T>(T expected, T actual, string format = "", params object[] args)
        {
            if (!Equals(expected, actual)) Fail(format, args);
        }

        public void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string format = "", params object[] args)
        {
            if (!comparer(expected, actual)) Fail(format, args);
        }
    }

    private sealed class OwnKit() : TestKitBase(new OwnAssertions(), ConfigurationFactory.Empty, "own", "mine");
}
