using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Implemented by a <see cref="MailboxType"/> whose queues may hold up their senders.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>How long a sender waits for room; negative: without end.</summary>
    TimeSpan PushTimeout { get; }
}

/// <summary>The default: queues without a limit.</summary>
public sealed class UnboundedMailbox : MailboxType, IProducesMessageQueue<UnboundedMessageQueue>
{
    /// <summary>Without settings: none are needed.</summary>
    public UnboundedMailbox()
        : this(null!, Config.Empty)
    {
    }

    /// <summary>As named by <c>mailbox-type</c>.</summary>
    public UnboundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedMessageQueue();
}

/// <summary>Queues of <c>mailbox-capacity</c> messages; senders wait <c>mailbox-push-timeout-time</c> for room.</summary>
public sealed class BoundedMailbox : MailboxType, IProducesMessageQueue<BoundedMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>As named by <c>mailbox-type</c>.</summary>
    /// <exception cref="ArgumentException"><c>mailbox-capacity</c> is not positive.</exception>
    public BoundedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        (Capacity, PushTimeout) = BoundedMailboxSettings.Read(config, nameof(BoundedMailbox));
    }

    /// <summary>How many messages a queue holds.</summary>
    public int Capacity { get; }

    /// <inheritdoc/>
    public TimeSpan PushTimeout { get; }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new BoundedMessageQueue(Capacity, PushTimeout);
}

/// <summary>Queues without a limit that also take messages at their head: what stashing needs.</summary>
public sealed class UnboundedDequeBasedMailbox : MailboxType, IProducesMessageQueue<UnboundedDequeMessageQueue>
{
    /// <summary>As named by <c>mailbox-type</c>.</summary>
    public UnboundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
    }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new UnboundedDequeMessageQueue();
}

/// <summary>Queues of <c>mailbox-capacity</c> messages that also take messages at their head.</summary>
public class BoundedDequeBasedMailbox : MailboxType, IProducesMessageQueue<BoundedDequeMessageQueue>, IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>As named by <c>mailbox-type</c>.</summary>
    /// <exception cref="ArgumentException"><c>mailbox-capacity</c> is not positive.</exception>
    public BoundedDequeBasedMailbox(Settings settings, Config config)
        : base(settings, config)
    {
        (Capacity, PushTimeout) = BoundedMailboxSettings.Read(config, nameof(BoundedDequeBasedMailbox));
    }

    /// <summary>How many messages a queue holds.</summary>
    public int Capacity { get; }

    /// <inheritdoc/>
    public TimeSpan PushTimeout { get; }

    /// <inheritdoc/>
    public override IMessageQueue Create(IActorRef owner, ActorSystem system) => new BoundedDequeMessageQueue(Capacity, PushTimeout);
}

internal static class BoundedMailboxSettings
{
    public static (int Capacity, TimeSpan PushTimeout) Read(Config config, string mailbox)
    {
        var capacity = config.GetInt("mailbox-capacity");
        if (capacity <= 0)
            throw new ArgumentException($"The mailbox-capacity of a {mailbox} must be positive, not {capacity}", nameof(config));
        return (capacity, config.GetTimeSpan("mailbox-push-timeout-time"));
    }
}
