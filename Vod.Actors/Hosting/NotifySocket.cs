using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Vod.Actors.Hosting;

/// <summary>
/// Tells a service manager how the server is, as systemd has it (<c>Type=notify</c>, sd_notify(3)): a datagram to the socket that
/// <c>NOTIFY_SOCKET</c> names. Without that it does nothing.
/// </summary>
internal sealed class NotifySocket
{
    private readonly UnixDomainSocketEndPoint? _manager;

    /// <summary>Reads where the manager is, and how often it wants to hear.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="processId">Of this process: the watchdog may be meant for another.</param>
    public NotifySocket(Func<string, string?> variable, int processId)
    {
        // A name that begins with @ is in the abstract name space, where it begins with a NUL.
        if (variable("NOTIFY_SOCKET") is not (['/' or '@', _, ..] path)) return;
        _manager = new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path);
        var isForUs = variable("WATCHDOG_PID") is not { } pid || pid == processId.ToString(CultureInfo.InvariantCulture);
        if (isForUs && long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0)
        {
            Watchdog = TimeSpan.FromMicroseconds(microseconds);
        }
    }

    /// <summary>How often the manager wants to hear that all is well, at least; null when it does not.</summary>
    public TimeSpan? Watchdog { get; }

    /// <summary>It serves.</summary>
    public void Ready() => Send("READY=1");

    /// <summary>It reads its configuration again; to be followed by <see cref="Ready"/>.</summary>
    public void Reloading() => Send(string.Create(CultureInfo.InvariantCulture, $"RELOADING=1\nMONOTONIC_USEC={Microseconds()}"));

    /// <summary>It is stopping.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <summary>All is well.</summary>
    public void Alive() => Send("WATCHDOG=1");

    /// <summary>What it is doing, for the operator.</summary>
    public void Status(string text) => Send("STATUS=" + text.ReplaceLineEndings(" "));

    /// <summary>CLOCK_MONOTONIC, which is what <see cref="Stopwatch"/> reads on Linux.</summary>
    private static long Microseconds() => (long)(Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000.0));

    private void Send(string state)
    {
        if (_manager is null) return;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(state), _manager);
        }
        catch (SocketException)
        {
            // The manager is gone, or its socket is not for us: there is nobody to tell.
        }
    }
}
