namespace Akka.Actor;

/// <summary>Something that a system has one of.</summary>
public interface IExtension;

/// <summary>Makes and finds an extension.</summary>
public interface IExtensionId
{
    /// <summary>The extension's class.</summary>
    Type ExtensionType { get; }

    /// <summary>The extension, made now if need be.</summary>
    object Apply(ActorSystem system);

    /// <summary>The extension.</summary>
    object Get(ActorSystem system);

    /// <summary>Makes it; called once for a system.</summary>
    object CreateExtension(ExtendedActorSystem system);
}

/// <summary>Makes and finds an extension of a type.</summary>
/// <typeparam name="T">The extension's class.</typeparam>
public interface IExtensionId<out T> : IExtensionId where T : IExtension
{
    /// <inheritdoc cref="IExtensionId.Apply"/>
    new T Apply(ActorSystem system);

    /// <inheritdoc cref="IExtensionId.Get"/>
    new T Get(ActorSystem system);

    /// <inheritdoc cref="IExtensionId.CreateExtension"/>
    new T CreateExtension(ExtendedActorSystem system);
}

/// <summary>The usual base of extension ids.</summary>
/// <typeparam name="T">The extension's class.</typeparam>
public abstract class ExtensionIdProvider<T> : IExtensionId<T> where T : IExtension
{
    /// <inheritdoc/>
    public Type ExtensionType => typeof(T);

    /// <inheritdoc/>
    public T Apply(ActorSystem system) => (T)system.RegisterExtension(this);

    /// <inheritdoc/>
    public T Get(ActorSystem system) => (T)system.GetExtension(this);

    /// <inheritdoc/>
    public abstract T CreateExtension(ExtendedActorSystem system);

    object IExtensionId.Apply(ActorSystem system) => Apply(system);
    object IExtensionId.Get(ActorSystem system) => Get(system);
    object IExtensionId.CreateExtension(ExtendedActorSystem system) => CreateExtension(system);

    /// <summary>Ids of one class are the same id.</summary>
    public override bool Equals(object? obj) => obj is not null && obj.GetType() == GetType();

    /// <inheritdoc/>
    public override int GetHashCode() => GetType().GetHashCode();
}

/// <summary>Finds extensions by the type of their id.</summary>
public static class ActorSystemWithExtensions
{
    /// <summary>The extension, made now if need be.</summary>
    public static T WithExtension<T>(this ActorSystem system) where T : class, IExtension =>
        system.TryGetExtension<T>(out var found) ? found
            : typeof(IExtensionId).IsAssignableFrom(typeof(T)) ? system.WithExtension<T>(typeof(T)) : system.GetExtension<T>();

    /// <summary>The extension of an id type, made now if need be.</summary>
    public static T WithExtension<T>(this ActorSystem system, Type extensionId) where T : class, IExtension =>
        (T)system.RegisterExtension((IExtensionId)Activator.CreateInstance(extensionId)!);

    /// <summary>The extension of an id type, made now if need be.</summary>
    public static T WithExtension<T, TI>(this ActorSystem system) where T : class, IExtension where TI : IExtensionId =>
        system.WithExtension<T>(typeof(TI));
}
