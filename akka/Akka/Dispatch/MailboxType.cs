using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// Makes the message queues of the actors that have a mailbox configured under one id. A type named by <c>mailbox-type</c> must
/// have a public constructor <c>(Settings, Config)</c>; it is created once for the actor system.
/// </summary>
public abstract class MailboxType
{
    /// <summary>The actor system's settings.</summary>
    protected readonly Settings Settings;

    /// <summary>The mailbox's own section, over the defaults of <c>akka.actor.default-mailbox</c>.</summary>
    protected readonly Config Config;

    /// <summary>Keeps what it is given.</summary>
    protected MailboxType(Settings settings, Config config)
    {
        Settings = settings;
        Config = config;
    }

    /// <summary>Makes the queue of one actor.</summary>
    public abstract IMessageQueue Create(IActorRef owner, ActorSystem system);
}
