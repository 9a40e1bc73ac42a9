using System.Diagnostics.CodeAnalysis;
using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Looks up actors by a marker type, usually the actor's own.</summary>
public interface IReadOnlyActorRegistry : IEnumerable<KeyValuePair<Type, IActorRef>>
{
    /// <summary>Gets the actor of a key, if there is one now.</summary>
    bool TryGet<TKey>([NotNullWhen(true)] out IActorRef? actor);

    /// <inheritdoc cref="TryGet{TKey}"/>
    bool TryGet(Type key, [NotNullWhen(true)] out IActorRef? actor);

    /// <summary>The actor of a key.</summary>
    /// <exception cref="MissingActorRegistryEntryException">Nothing is registered under the key now.</exception>
    IActorRef Get<TKey>();

    /// <summary>The actor of a key, as soon as there is one.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled first.</exception>
    Task<IActorRef> GetAsync<TKey>(CancellationToken ct = default);

    /// <inheritdoc cref="GetAsync{TKey}"/>
    Task<IActorRef> GetAsync(Type key, CancellationToken ct = default);
}

/// <summary>An <see cref="IReadOnlyActorRegistry"/> that actors can be added to.</summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    /// <summary>Registers an actor.</summary>
    /// <exception cref="DuplicateActorRegistryException">The key is taken and <paramref name="overwrite"/> is false.</exception>
    void Register<TKey>(IActorRef actor, bool overwrite = false);

    /// <summary>Registers an actor, unless its key is taken and <paramref name="overwrite"/> is false.</summary>
    /// <returns>Whether the actor is registered now.</returns>
    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);

    /// <inheritdoc cref="TryRegister{TKey}"/>
    bool TryRegister(Type key, IActorRef actor, bool overwrite = false);
}
