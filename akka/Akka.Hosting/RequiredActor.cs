using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Injects the actor registered under <typeparamref name="TActor"/>.</summary>
/// <typeparam name="TActor">The key in the <see cref="ActorRegistry"/>.</typeparam>
public interface IRequiredActor<TActor>
{
    /// <summary>The actor.</summary>
    /// <exception cref="MissingActorRegistryEntryException">It has not been registered yet.</exception>
    IActorRef ActorRef { get; }

    /// <summary>The actor, as soon as it is registered.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled first.</exception>
    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>Resolves the actor from the registry when it is first asked for, and keeps it.</summary>
/// <param name="registry">Where the actor is looked up.</param>
public sealed class RequiredActor<TActor>(IReadOnlyActorRegistry registry) : IRequiredActor<TActor>
{
    private IActorRef? _actor;

    /// <inheritdoc/>
    public IActorRef ActorRef => _actor ??= registry.Get<TActor>();

    /// <inheritdoc/>
    public async Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) =>
        _actor ??= await registry.GetAsync<TActor>(cancellationToken).ConfigureAwait(false);
}
