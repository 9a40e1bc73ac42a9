using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit;

/// <summary>The settings under <c>akka.test</c>.</summary>
public class TestKitSettings : IExtension
{
    /// <summary>Reads the settings.</summary>
    /// <param name="config">The configuration of the system.</param>
    /// <exception cref="ConfigurationException">A value is missing or not positive.</exception>
    public TestKitSettings(Config config)
    {
        var test = config.GetConfig("akka.test") ?? throw ConfigurationException.NullOrEmptyConfig<TestKitSettings>("akka.test");
        DefaultTimeout = test.GetTimeSpan("default-timeout");
        SingleExpectDefault = test.GetTimeSpan("single-expect-default");
        TestEventFilterLeeway = test.GetTimeSpan("filter-leeway");
        TestTimeFactor = test.GetDouble("timefactor");
        LogTestKitCalls = test.GetBoolean("testkit.debug");
        if (TestTimeFactor <= 0)
        {
            throw new ConfigurationException($"akka.test.timefactor is [{TestTimeFactor}]; it must be above 0.");
        }
    }

    /// <summary>How long to wait for whatever has no setting of its own, such as an answer.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long an expectation waits for one message, unless it says.</summary>
    public TimeSpan SingleExpectDefault { get; }

    /// <summary>How long an event filter waits for events after the block that it surrounds has ended.</summary>
    public TimeSpan TestEventFilterLeeway { get; }

    /// <summary>Whether the kit logs, for debugging, what it receives and how long that took.</summary>
    public bool LogTestKitCalls { get; }

    /// <summary>What the durations of tests are multiplied with on a slow machine.</summary>
    public double TestTimeFactor { get; }
}

/// <summary>Gives each system its <see cref="TestKitSettings"/>.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    /// <summary>The settings of a system.</summary>
    public static TestKitSettings For(ActorSystem system) => system.GetExtension<TestKitSettings>();

    /// <summary>The settings; a system that was not made for tests gets the defaults of the kit, for probes can be made in it too.</summary>
    public override TestKitSettings CreateExtension(ExtendedActorSystem system)
    {
        system.Settings.InjectTopLevelFallback(TestKitBase.DefaultConfig);
        return new TestKitSettings(system.Settings.Config);
    }
}
