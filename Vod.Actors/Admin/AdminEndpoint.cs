using System.Net;
using System.Net.Sockets;
using Akka.Event;
using Microsoft.Extensions.Logging;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Admin;

/// <summary>
/// The endpoint for whoever runs the server, beside it and out of its way: started when the server listens, on threads of the pool, and kept
/// until the server has ended. When its port is taken, by another server or by the one that this one follows, it waits for it.
/// </summary>
internal sealed class AdminEndpoint : IAsyncDisposable
{
    /// <summary>Between two tries to bind the port.</summary>
    public static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource<IPEndPoint> _bound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AdminContext _context;
    private readonly ILoggerFactory _loggers;
    private readonly ILoggingAdapter _log;
    private readonly Task _running;

    private AdminEndpoint(AdminContext context, ILoggerFactory loggers, ILoggingAdapter log, TextWriter output)
    {
        (_context, _loggers, _log) = (context, loggers, log);
        _running = Task.Run(() => RunAsync(output));
    }

    /// <summary>Completes with the address when it listens.</summary>
    public Task<IPEndPoint> Bound => _bound.Task;

    /// <summary>Begins to start; does not wait.</summary>
    /// <param name="context">What is shown and changed.</param>
    /// <param name="loggers">Where Kestrel logs.</param>
    /// <param name="log">Where the endpoint itself does.</param>
    /// <param name="output">Gets a line with the address.</param>
    public static AdminEndpoint Start(AdminContext context, ILoggerFactory loggers, ILoggingAdapter log, TextWriter output) =>
        new(context, loggers, log, output);

    /// <summary>Stops answering. Whoever is being answered is, unless it takes seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested) await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(TextWriter output)
    {
        try
        {
            using var socket = await BindAsync(_context.Settings.EndPoint, _stopping.Token);
            await using var app = await AdminServer.StartAsync(_context, socket, _loggers, _stopping.Token);
            var address = (IPEndPoint)socket.LocalEndPoint!;
            await output.WriteLineAsync($"Admin endpoint on http://{(_context.Settings.Host == "*" ? new IPEndPoint(IPAddress.Loopback, address.Port) : address)}/");
            _bound.TrySetResult(address);
            await Task.Delay(Timeout.InfiniteTimeSpan, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            using var patience = new CancellationTokenSource(StopPatience);
            await app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            _bound.TrySetCanceled();
        }
        // The server serves its films without it.
        catch (Exception e)
        {
            _log.AdminFailed(e);
            _bound.TrySetException(e);
        }
    }

    /// <summary>Tries until the address can be had, and says once that it cannot.</summary>
    private async Task<Socket> BindAsync(IPEndPoint address, CancellationToken stopping)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                if (address.Address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
                socket.Bind(address);
                socket.Listen();
                return socket;
            }
            catch (SocketException e)
            {
                socket.Dispose();
                if (isFirst) _log.AdminWaits(address, e.Message, RetryInterval);
            }
            await Task.Delay(RetryInterval, stopping);
        }
    }
}
