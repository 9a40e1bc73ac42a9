using Akka.Actor;

namespace Akka.IO;

/// <summary>An extension of the actor system for one kind of I/O, used through its manager actor.</summary>
public abstract class IOExtension : IExtension
{
    /// <summary>The actor that takes this driver's commands.</summary>
    public abstract IActorRef Manager { get; }
}
