using Akka.Actor;

namespace Akka.Util;

/// <summary>Stands for an object where that cannot go itself.</summary>
public interface ISurrogate
{
    /// <summary>The object that it stands for, or one that equals it.</summary>
    ISurrogated FromSurrogate(ActorSystem system);
}

/// <summary>Stands for an object where nothing leaves the process, and so for the object itself.</summary>
internal sealed class LocalSurrogate(ISurrogated itself) : ISurrogate
{
    public ISurrogated FromSurrogate(ActorSystem system) => itself;
}
