using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Microsoft.Extensions.Hosting;

namespace Vod.Actors.Hosting;

/// <summary>What an operator can see and change while the server runs; in the host's services. Safe for several threads.</summary>
public sealed class ServerControl : IDisposable
{
    private static readonly TimeSpan ReloadPatience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<(ActorSystem System, IActorRef Operator)> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IHostApplicationLifetime _lifetime;
    private readonly LogLevels _levels;
    private volatile Startup _inForce;
    private IDisposable? _signals;
    private volatile bool _isListening, _isIndexed, _isDraining;

    internal ServerControl(Startup startup, LogLevels levels, IHostApplicationLifetime lifetime) =>
        (_inForce, _levels, _lifetime) = (startup, levels, lifetime);

    /// <summary>The configuration in force: the command line over the operator's file over the defaults, <c>vod</c> and <c>akka</c> alike.</summary>
    public Config Config => _inForce.Config;

    /// <summary>The settings in force.</summary>
    public VodSettings Current => _inForce.Settings;

    /// <summary>The least severe level that is logged, by the actors and by all else; it can be set at any time.</summary>
    public LogLevel LogLevel
    {
        get => _levels.Level;
        set
        {
            _levels.Level = value;
            if (_started.Task.IsCompletedSuccessfully) _started.Task.Result.System.EventStream.SetLogLevel(value);
        }
    }

    /// <summary>Whether the port is bound.</summary>
    public bool IsListening { get => _isListening; internal set => _isListening = value; }

    /// <summary>Whether the first scan of the content directory is done.</summary>
    public bool IsIndexed { get => _isIndexed; internal set => _isIndexed = value; }

    /// <summary>Whether the server is stopping: from the first moment of that on.</summary>
    public bool IsDraining { get => _isDraining; internal set => _isDraining = value; }

    /// <summary>
    /// Reads the configuration again, as SIGHUP does. What can change holds for all requests that begin from now on; a configuration with a
    /// mistake changes nothing.
    /// </summary>
    public async Task<ReloadOutcome> ReloadAsync() =>
        await (await _started.Task).Operator.Ask<ReloadOutcome>(Reload.Instance, ReloadPatience);

    /// <summary>
    /// Stops the server gracefully, as SIGTERM does: not ready any more, no new connections, what is being sent may finish. Completes when no
    /// connection is open; the process ends soon after.
    /// </summary>
    public Task DrainAsync()
    {
        _isDraining = true;
        _lifetime.StopApplication();
        return _drained.Task;
    }

    /// <inheritdoc/>
    public void Dispose() => _signals?.Dispose();

    internal Startup InForce { get => _inForce; set => _inForce = value; }

    internal void Started(ActorSystem system, IActorRef @operator, IDisposable? signals = null)
    {
        _signals = signals;
        _started.TrySetResult((system, @operator));
    }

    internal void Drained() => _drained.TrySetResult();
}

/// <summary>What came of reading the configuration again.</summary>
/// <param name="Applied">Keys whose values have changed and hold now.</param>
/// <param name="NeedRestart">Keys whose values have changed and hold after a restart.</param>
/// <param name="Error">Why nothing was changed, in a line; null when nothing was wrong.</param>
public sealed record ReloadOutcome(IReadOnlyList<string> Applied, IReadOnlyList<string> NeedRestart, string? Error = null);
