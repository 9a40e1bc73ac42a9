using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Vod.Actors.Tests.EndToEnd;
using Vod.Actors.Tests.Settings;

namespace Vod.Actors.Tests.Packaging;

/// <summary>A real proxy with the example of its configuration from <c>packaging/</c>, but for the ports. Killed on dispose.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Proxy(Process process, DirectoryInfo folder, IPEndPoint address) => (_process, _folder, Address) = (process, folder, address);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address { get; }

    /// <summary>Starts nginx or haproxy in front of a server and waits until it listens.</summary>
    public static async Task<Proxy> StartAsync(string name, VodServer server)
    {
        Tool.Require(name);
        var folder = Directory.CreateTempSubdirectory("vod-proxy-");
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var process = name == "nginx" ? Nginx(folder.FullName, address, server) : HaProxy(folder.FullName, address, server, (await server.AdminAsync()).Port);
        var proxy = new Proxy(process, folder, address);
        try
        {
            await proxy.ListensAsync();
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Process Nginx(string folder, IPEndPoint address, VodServer server)
    {
        var example = Example("nginx.conf", ("listen 80;", $"listen {address};"), ("127.0.0.1:8080", server.EndPoint.ToString()));
        File.WriteAllText(Path.Join(folder, "vod.conf"), example);
        var temporary = string.Concat(((string[])["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]).Select(kind => $"{kind}_temp_path {folder}/{kind}; "));
        File.WriteAllText(
            Path.Join(folder, "main.conf"),
            $"daemon off; master_process off; pid {folder}/pid; error_log stderr; events {{ }}\nhttp {{ access_log off; {temporary} include {folder}/vod.conf; }}\n");
        return Start("nginx", "-p", folder, "-c", Path.Join(folder, "main.conf"));
    }

    private static Process HaProxy(string folder, IPEndPoint address, VodServer server, int admin)
    {
        var file = Path.Join(folder, "haproxy.cfg");
        File.WriteAllText(file, Example(
            "haproxy.cfg",
            ("bind :80", $"bind {address}"),
            ("127.0.0.1:8080", server.EndPoint.ToString()),
            ("port 8081", string.Create(CultureInfo.InvariantCulture, $"port {admin}"))));
        return Start("haproxy", "-db", "-f", file);
    }

    private static string Example(string name, params (string Written, string Here)[] replacements)
    {
        var text = File.ReadAllText(Path.Join(VodSettingsTests.RepositoryRoot(), "packaging", name));
        foreach (var (written, here) in replacements)
        {
            Assert.Contains(written, text, StringComparison.Ordinal);
            text = text.Replace(written, here, StringComparison.Ordinal);
        }

        return text;
    }

    private static Process Start(string name, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Tool.Find(name)!, arguments) { RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() })!;

    private async Task ListensAsync()
    {
        using var deadline = new CancellationTokenSource(RawClient.Patience);
        while (true)
        {
            Assert.False(_process.HasExited, "the proxy has ended; what it said is in the log of the tests");
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(Address, deadline.Token);
                return;
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionRefused)
            {
                await Task.Delay(20, deadline.Token);
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
