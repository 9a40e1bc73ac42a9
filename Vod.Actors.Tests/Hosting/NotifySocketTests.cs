using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Vod.Actors.Hosting;
using Vod.Actors.Tests.Catalog;

namespace Vod.Actors.Tests.Hosting;

public sealed class NotifySocketTests : IDisposable
{
    private readonly TempDirectory _dir = new();
    private readonly Socket _manager = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    public void Dispose()
    {
        _manager.Dispose();
        _dir.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_manager_is_told_by_datagrams_to_a_path_or_an_abstract_name(bool isAbstract)
    {
        var name = isAbstract ? $"@vod-test-{Guid.NewGuid()}" : _dir["notify"];
        _manager.Bind(new UnixDomainSocketEndPoint(isAbstract ? '\0' + name[1..] : name));
        var notify = Notify(("NOTIFY_SOCKET", name));

        notify.Ready();
        notify.Reloading();
        notify.Status("two\nlines");
        notify.Alive();
        notify.Stopping();

        Assert.Equal("READY=1", Told());
        var reloading = Regex.Match(Told(), "^RELOADING=1\nMONOTONIC_USEC=([0-9]+)$");
        Assert.InRange(long.Parse(reloading.Groups[1].Value), 1, UptimeMicroseconds());
        Assert.Equal(["STATUS=two lines", "WATCHDOG=1", "STOPPING=1"], [Told(), Told(), Told()]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative")]
    [InlineData("/nowhere/at/all")]
    public void Without_a_manager_nothing_happens(string? name) => Notify(("NOTIFY_SOCKET", name)).Ready();

    [Theory]
    [InlineData("30000000", null, 30.0)]
    [InlineData("30000000", "77", 30.0)]
    [InlineData("30000000", "78", null)] // it wants to hear another process
    [InlineData("0", null, null)]
    [InlineData("soon", null, null)]
    [InlineData(null, null, null)]
    public void How_often_it_wants_to_hear_is_read(string? microseconds, string? processId, double? seconds) => Assert.Equal(
        seconds, Notify(("NOTIFY_SOCKET", "/tmp/x"), ("WATCHDOG_USEC", microseconds), ("WATCHDOG_PID", processId)).Watchdog?.TotalSeconds);

    private static NotifySocket Notify(params (string Name, string? Value)[] variables) =>
        new(name => variables.FirstOrDefault(variable => variable.Name == name).Value, processId: 77);

    private static long UptimeMicroseconds() =>
        (long)(double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) * 1_000_000) + 1_000_000;

    private string Told()
    {
        _manager.ReceiveTimeout = 10_000;
        var buffer = new byte[1000];
        return Encoding.UTF8.GetString(buffer, 0, _manager.Receive(buffer));
    }
}
