using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;
using Akka.TestKit.Xunit2.Internals;
using Xunit.Abstractions;

namespace Akka.TestKit.Xunit2;

/// <summary>The base of xunit tests of actors: each test has a system of its own, which terminates when the test is over.</summary>
public class TestKit : TestKitBase, IDisposable
{
    /// <summary>Where the log is written, if anywhere.</summary>
    protected readonly ITestOutputHelper? Output;

    private bool _disposed;

    /// <summary>Creates a kit for a system that runs already, or for one that it creates.</summary>
    public TestKit(ActorSystem? system = null, ITestOutputHelper? output = null)
        : base(Assertions, system)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a kit and its system.</summary>
    public TestKit(ActorSystemSetup config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a kit and its system.</summary>
    public TestKit(Config config, string? actorSystemName = null, ITestOutputHelper? output = null)
        : base(Assertions, config, actorSystemName)
    {
        Output = output;
        InitializeLogger(Sys);
    }

    /// <summary>Creates a kit and its system.</summary>
    /// <param name="config">HOCON.</param>
    /// <param name="output">Where the log is written.</param>
    public TestKit(string config, ITestOutputHelper? output = null)
        : this(ConfigurationFactory.ParseString(config), null, output)
    {
    }

    /// <inheritdoc cref="TestKitBase.DefaultConfig"/>
    public static new Config DefaultConfig => TestKitBase.DefaultConfig;

    /// <inheritdoc cref="TestKitBase.FullDebugConfig"/>
    public static new Config FullDebugConfig => TestKitBase.FullDebugConfig;

    /// <summary>Makes expectations fail as xunit's own assertions do.</summary>
    protected static XunitAssertions Assertions { get; } = new();

    /// <summary>Terminates the system under test.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The test is over: terminates the system under test. An override that does not call it leaves the system running.</summary>
    protected virtual void AfterAll() => Shutdown();

    /// <summary>Calls <see cref="AfterAll"/>, once.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
        {
            return;
        }

        _disposed = true;
        try
        {
            AfterAll();
        }
        finally
        {
            LeaveThread();
        }
    }

    /// <summary>Writes the log of a system to the output of the test, if there is one.</summary>
    protected void InitializeLogger(ActorSystem system)
    {
        if (Output is not null)
        {
            StartLogger(system, Output);
        }
    }

    /// <summary>Writes the log of a system to the output of the test, if there is one, with a prefix before each line.</summary>
    protected void InitializeLogger(ActorSystem system, string prefix)
    {
        if (Output is not null)
        {
            StartLogger(system, new PrefixedOutput(Output, prefix));
        }
    }

    private void StartLogger(ActorSystem system, ITestOutputHelper output)
    {
        var logger = ((ExtendedActorSystem)system).SystemActorOf(Props.Create(() => new TestOutputLogger(output)), "log-test");

        // What the test logs first must not be missed.
        logger.Ask<LoggerInitialized>(new InitializeLogger(system.EventStream), Dilated(TestKitSettings.DefaultTimeout)).GetAwaiter().GetResult();
    }
}
