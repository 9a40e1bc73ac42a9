using Akka.Configuration;
using Akka.IO;

namespace Akka.Tests.IO;

public class TcpSettingsTests() : TestKit.Xunit2.TestKit("akka.loglevel = OFF, akka.stdout-loglevel = OFF")
{
    [Fact]
    public void The_settings_of_a_system_are_the_defaults_unless_said_otherwise()
    {
        var settings = TcpSettings.Create(Sys);
        Assert.Equal(10, settings.BatchAcceptLimit);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.RegisterTimeout);
        Assert.Equal(int.MaxValue, settings.ReceivedMessageSizeLimit);
        Assert.Equal("akka.actor.internal-dispatcher", settings.ManagementDispatcher);
        Assert.Equal(-1, settings.WriteCommandsQueueMaxSize);
        Assert.False(settings.TraceLogging);
        Assert.False(settings.OutgoingSocketForceIpv4);
    }

    [Fact]
    public void Every_setting_has_its_key()
    {
        var settings = TcpSettings.Create(ConfigurationFactory.ParseString("""
            batch-accept-limit = 3
            register-timeout = 250ms
            max-received-message-size = 2 KiB
            management-dispatcher = elsewhere
            write-commands-queue-max-size = 1000
            trace-logging = on
            outgoing-socket-force-ipv4 = on
            """));
        Assert.Equal((3, TimeSpan.FromMilliseconds(250), 2048), (settings.BatchAcceptLimit, settings.RegisterTimeout, settings.ReceivedMessageSizeLimit));
        Assert.Equal(("elsewhere", 1000), (settings.ManagementDispatcher, settings.WriteCommandsQueueMaxSize));
        Assert.True(settings is { TraceLogging: true, OutgoingSocketForceIpv4: true });
    }

    [Theory]
    [InlineData("infinite")]
    [InlineData("off")]
    public void Registering_may_take_for_ever(string value) =>
        Assert.Null(TcpSettings.Create(ConfigurationFactory.ParseString($"register-timeout = {value}")).RegisterTimeout);

    [Fact]
    public void Without_a_section_there_are_no_settings()
    {
        Assert.Throws<ConfigurationException>(() => TcpSettings.Create((Config)null!));
        Assert.Throws<ConfigurationException>(() => TcpSettings.Create(ConfigurationFactory.Empty));
    }

    [Fact]
    public void A_system_has_one_manager_and_one_extension()
    {
        var extension = Tcp.Instance.Apply(Sys);
        Assert.Same(extension, Tcp.Instance.Get(Sys));
        Assert.Equal(extension.Manager, Sys.Tcp());
        Assert.Equal(extension.Manager, Tcp.Manager(Sys));
        Assert.Equal("/system/IO-TCP", extension.Manager.Path.ToStringWithoutAddress());
        Assert.Equal(10, extension.Settings.BatchAcceptLimit);
    }
}
