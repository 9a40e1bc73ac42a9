using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Akka.TestKit.Xunit2.Attributes;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Akka.Tests.TestKits;

public class XunitTests
{
    [Fact]
    public async Task a_test_has_a_system_of_its_own_which_ends_with_it()
    {
        var kit = new Kit(new Output());
        var system = kit.Sys;
        Assert.Equal("test", system.Name);
        kit.Dispose();
        Assert.Equal(1, kit.Ended);
        kit.Dispose();
        Assert.Equal(1, kit.Ended);
        await system.WhenTerminated.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void a_kit_for_a_system_that_knows_nothing_of_tests_gives_it_what_tests_need()
    {
        using var system = ActorSystem.Create("plain");
        using var kit = new Akka.TestKit.Xunit2.TestKit(system);
        kit.TestActor.Tell("hello");
        kit.ExpectMsg("hello");
        kit.ActorOfAsTestActorRef<Akka.TestKit.TestActors.BlackHoleActor>().Tell("hello");
        Assert.Equal(3, system.Settings.Config.GetTimeSpan("akka.test.single-expect-default").TotalSeconds);
        Assert.Equal(CallingThreadDispatcher.Id, system.Dispatchers.Lookup(CallingThreadDispatcher.Id).Id);
    }

    [Fact]
    public void a_test_that_does_not_call_the_base_keeps_its_system()
    {
        var kit = new KeepsSystem();
        kit.Dispose();
        Assert.False(kit.Sys.WhenTerminated.IsCompleted);
        kit.Shutdown(verifySystemShutdown: true);
    }

    [Fact]
    public void a_system_that_does_not_stop_is_told_of()
    {
        using var kit = new KeepsSystem();
        using var go = new ManualResetEventSlim();
        using var made = new ManualResetEventSlim();
        kit.ActorOf(() => new Stubborn(made, go));
        made.Wait();
        var failure = Assert.Throws<TimeoutException>(() => kit.Shutdown(TimeSpan.FromMilliseconds(50), verifySystemShutdown: true));
        Assert.StartsWith("Failed to stop [test] within [00:00:00.0500000]", failure.Message);
        go.Set();
        kit.Shutdown(verifySystemShutdown: true);
    }

    [Fact]
    public void the_log_is_written_to_the_output_of_the_test()
    {
        var output = new Output();
        using var kit = new Kit(output);
        kit.Log.Warning("for {0}", "the record");
        kit.AwaitAssert(() => Assert.Contains(output.Lines, line => line.Contains("for the record")));
    }

    [Fact]
    public void the_log_of_another_system_has_its_prefix()
    {
        var output = new Output();
        using var kit = new Kit(output);
        using var other = ActorSystem.Create("other", ConfigurationFactory.ParseString("akka.loggers = []"));
        kit.LogOf(other, "other> ");
        other.Log.Warning("for the record");
        kit.AwaitAssert(() => Assert.Contains(output.Lines, line => line.StartsWith("other> ", StringComparison.Ordinal) && line.Contains("for the record")));
    }

    [Fact]
    public void an_output_that_is_over_does_not_stop_the_log()
    {
        var output = new Output { IsOver = true };
        using var kit = new Kit(output);
        kit.Log.Warning("lost");
        kit.AwaitCondition(() => output.Refused > 0);
        output.IsOver = false;
        kit.Log.Warning("kept");
        kit.AwaitAssert(() => Assert.Contains(output.Lines, line => line.Contains("kept")));
    }

    [Fact]
    public void assertions_fail_as_those_of_xunit_do()
    {
        var assertions = new XunitAssertions();
        Assert.Equal("1 of 2", Assert.Throws<FailException>(() => assertions.Fail("{0} of {1}", 1, 2)).Message);
        Assert.Equal("{0}", Assert.Throws<TrueException>(() => assertions.AssertTrue(false, "{0}")).Message);
        Assert.Throws<FalseException>(() => assertions.AssertFalse(true));
        var unequal = Assert.Throws<AkkaEqualException>(() => assertions.AssertEqual("a", "b", "why"));
        Assert.StartsWith("why", unequal.Message);
        Assert.Contains("Actual:", unequal.Message);
        var different = Assert.Throws<AkkaEqualException>(() => assertions.AssertEqual("{a}", "{b}", (_, _) => false, "not {0}", "so"));
        Assert.StartsWith("not so", different.Message);
        Assert.Contains("{a}", different.Message);
        assertions.AssertTrue(true, "{0}");
        assertions.AssertFalse(false, "{0}");
        assertions.AssertEqual(1, 2, (_, _) => true);
        assertions.AssertEqual<object>(1, 1);
    }

    [Fact]
    public void a_failure_whose_arguments_do_not_fit_its_text_is_told_all_the_same()
    {
        var assertions = new XunitAssertions();
        const string bad = "Meaning: {0} {1}";
        foreach (var fail in new Action[]
        {
            () => assertions.Fail(bad, 42),
            () => assertions.AssertTrue(false, bad, 42),
            () => assertions.AssertFalse(true, bad, 42),
            () => assertions.AssertEqual(4, 2, bad, 42),
            () => assertions.AssertEqual(4, 2, (_, _) => false, bad, 42),
        })
        {
            Assert.Contains("Could not string.Format(\"Meaning: {0} {1}\", 42)", Assert.ThrowsAny<XunitException>(fail).Message);
        }
    }

    [Fact]
    public void a_fact_about_windows_is_skipped_elsewhere_and_says_why()
    {
        var fact = new WindowsFactAttribute { SkipUnix = "needs NTFS" };
        Assert.Equal(OperatingSystem.IsWindows() ? null : "needs NTFS", fact.Skip);
        Assert.Equal(OperatingSystem.IsWindows() ? null : "Skipped under Unix platforms", new WindowsFactAttribute().Skip);
        fact.Skip = "for now";
        Assert.Equal("for now", fact.Skip);
    }

    [Fact]
    public void a_local_test_says_why_it_is_skipped_where_it_is()
    {
        var skipped = Environment.GetEnvironmentVariable("XUNIT_SKIP_LOCAL_FACT") == "true";
        Assert.Equal(skipped ? "slow" : null, new LocalFactAttribute { SkipLocal = "slow" }.Skip);
        Assert.Equal(skipped ? "slow" : null, new LocalTheoryAttribute { SkipLocal = "slow" }.Skip);
        Assert.Equal("for now", new LocalTheoryAttribute { Skip = "for now" }.Skip);
    }

    private sealed class Kit(ITestOutputHelper output) : Akka.TestKit.Xunit2.TestKit("akka.loglevel = INFO", output)
    {
        public int Ended { get; private set; }

        public void LogOf(ActorSystem system, string prefix) => InitializeLogger(system, prefix);

        protected override void AfterAll()
        {
            base.AfterAll();
            Ended += Sys.WhenTerminated.IsCompleted ? 1 : 100;
        }
    }

    private sealed class KeepsSystem : Akka.TestKit.Xunit2.TestKit
    {
        protected override void AfterAll()
        {
            // What a test does that shares its system with others.
        }
    }

    private sealed class Stubborn : UntypedActor
    {
        private readonly ManualResetEventSlim _go;

        public Stubborn(ManualResetEventSlim made, ManualResetEventSlim go)
        {
            _go = go;
            made.Set();
        }

        protected override void OnReceive(object message) => Unhandled(message);

        protected override void PostStop() => _go.Wait();
    }

    private sealed class Output : ITestOutputHelper
    {
        private readonly List<string> _lines = [];
        private int _refused;

        public volatile bool IsOver;

        public int Refused => Volatile.Read(ref _refused);

        public string[] Lines
        {
            get
            {
                lock (_lines)
                {
                    return [.. _lines];
                }
            }
        }

        public void WriteLine(string message)
        {
            if (IsOver)
            {
                Interlocked.Increment(ref _refused);
                throw new InvalidOperationException("There is no currently active test.");
            }

            lock (_lines)
            {
                _lines.Add(message);
            }
        }

        public void WriteLine(string format, params object[] args) => WriteLine(string.Format(format, args));
    }
}
