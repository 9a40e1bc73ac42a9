namespace Akka.Hosting;

/// <summary>An <see cref="ActorRegistry"/> could not do what was asked.</summary>
public class ActorRegistryException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ActorRegistryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public ActorRegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A key was registered a second time.</summary>
public sealed class DuplicateActorRegistryException : ActorRegistryException
{
    /// <summary>Creates the exception.</summary>
    public DuplicateActorRegistryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public DuplicateActorRegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A key was looked up that no actor is registered under.</summary>
public sealed class MissingActorRegistryEntryException : ActorRegistryException
{
    /// <summary>Creates the exception.</summary>
    public MissingActorRegistryEntryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public MissingActorRegistryEntryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
