namespace Akka.Actor;

/// <summary>Handled by the actor cell itself before the actor's behaviour sees it.</summary>
public interface IAutoReceivedMessage;

/// <summary>May harm the receiver when it comes from outside, so that a gateway should not pass it on.</summary>
public interface IPossiblyHarmful;

/// <summary>Never checked for serializability; every message here stays in the process.</summary>
public interface INoSerializationVerificationNeeded;

/// <summary>Does not restart the receive timeout of the actor that gets it.</summary>
public interface INotInfluenceReceiveTimeout;

/// <summary>A message around another one.</summary>
public interface IWrappedMessage
{
    /// <summary>What is inside.</summary>
    object Message { get; }
}

/// <summary>Unpacks messages that carry another.</summary>
public static class WrappedMessage
{
    /// <summary>The innermost message of <paramref name="message"/>.</summary>
    public static object Unwrap(object message)
    {
        while (message is IWrappedMessage wrapped) message = wrapped.Message;
        return message;
    }
}

/// <summary>An actor that logs the messages which it receives (<c>akka.actor.debug.receive</c>).</summary>
public interface ILogReceive;
