namespace Akka.Actor;

/// <summary>The root of what the actor system throws of its own.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>Without words.</summary>
    protected AkkaException() { }

    /// <summary>With a message and, perhaps, what led to it.</summary>
    protected AkkaException(string? message, Exception? cause = null) : base(message, cause) { }

    /// <summary>What led to it.</summary>
    protected Exception? Cause => InnerException;
}

/// <summary>A message that cannot be sent, null for one.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>For a null message.</summary>
    public InvalidMessageException() : this("Message is null") { }

    /// <summary>With words of one's own.</summary>
    public InvalidMessageException(string message) : base(message) { }
}

/// <summary>An actor name that is taken, empty, or has characters that a path cannot have.</summary>
public class InvalidActorNameException : AkkaException
{
    /// <summary>Says what is wrong with the name.</summary>
    public InvalidActorNameException(string message) : base(message) { }

    /// <summary>Says what is wrong with the name, and what led to it.</summary>
    public InvalidActorNameException(string message, Exception innerException) : base(message, innerException) { }
}

/// <summary>A name that no actor can have.</summary>
public class IllegalActorNameException : AkkaException
{
    /// <summary>Says what is wrong.</summary>
    public IllegalActorNameException(string message) : base(message) { }
}

/// <summary>An actor's state that does not allow what was asked.</summary>
public class IllegalActorStateException : AkkaException
{
    /// <summary>Says what is not allowed.</summary>
    public IllegalActorStateException(string message) : base(message) { }
}

/// <summary>No actor answered to the path, or not in time.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>Without words.</summary>
    public ActorNotFoundException() { }

    /// <summary>With the path that was looked for.</summary>
    public ActorNotFoundException(string message, Exception? innerException = null) : base(message, innerException) { }
}

/// <summary>What an actor throws that is sent <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>Without words.</summary>
    public ActorKilledException() { }

    /// <summary>With words of one's own.</summary>
    public ActorKilledException(string message) : base(message) { }
}

/// <summary>No answer came to an Ask within its time.</summary>
public class AskTimeoutException : AkkaException
{
    /// <summary>Says how long was waited.</summary>
    public AskTimeoutException(string message) : base(message) { }
}

/// <summary>A watched actor stopped and the watcher did not handle <see cref="Terminated"/>.</summary>
public class DeathPactException : AkkaException
{
    /// <summary>Names the actor that stopped.</summary>
    public DeathPactException(IActorRef deadActor) : base($"Monitored actor [{deadActor}] terminated") => DeadActor = deadActor;

    /// <summary>The actor that stopped.</summary>
    public IActorRef DeadActor { get; }
}

/// <summary>An actor could not be made: its constructor or <c>PreStart</c> threw.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>Without words.</summary>
    public ActorInitializationException() { }

    /// <summary>With words.</summary>
    public ActorInitializationException(string message) : base(message) { }

    /// <summary>With words and what led to it.</summary>
    public ActorInitializationException(string message, Exception? cause) : base(message, cause) { }

    /// <summary>With the actor that could not be made.</summary>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null) : base(message, cause) => Actor = actor;

    /// <summary>The actor that could not be made.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}

/// <summary><c>PreRestart</c> threw.</summary>
public class PreRestartException : ActorInitializationException
{
    /// <summary>With what PreRestart threw and why the actor was restarted.</summary>
    public PreRestartException(IActorRef? actor, Exception restartException, Exception cause, object? optionalMessage)
        : base(actor, $"Exception in PreRestart(exception = {cause?.GetType()}, message = {optionalMessage?.GetType().ToString() ?? "null"})", restartException)
    {
        RestartException = restartException;
        OptionalMessage = optionalMessage;
    }

    /// <summary>What PreRestart threw.</summary>
    public Exception RestartException { get; }

    /// <summary>The message that the actor failed on; may be null.</summary>
    public object? OptionalMessage { get; }
}

/// <summary><c>PostRestart</c>, or the constructor during a restart, threw.</summary>
public class PostRestartException : ActorInitializationException
{
    /// <summary>With what was thrown and why the actor was restarted.</summary>
    public PostRestartException(IActorRef? actor, Exception cause, Exception originalCause)
        : base(actor, $"Exception post restart ({(originalCause is null ? "null" : originalCause.GetType().ToString())})", cause) =>
        OriginalCause = originalCause!;

    /// <summary>Why the actor was restarted.</summary>
    public Exception OriginalCause { get; }
}
