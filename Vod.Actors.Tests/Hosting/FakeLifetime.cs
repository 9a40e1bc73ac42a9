using Microsoft.Extensions.Hosting;

namespace Vod.Actors.Tests.Hosting;

internal sealed class FakeLifetime : IHostApplicationLifetime
{
    private readonly TaskCompletionSource _stopped = new();

    public Task Stopped => _stopped.Task;

    public CancellationToken ApplicationStarted => default;

    public CancellationToken ApplicationStopping => default;

    public CancellationToken ApplicationStopped => default;

    public void StopApplication() => _stopped.TrySetResult();
}
