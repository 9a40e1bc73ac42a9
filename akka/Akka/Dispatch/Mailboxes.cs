using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch.MessageQueues;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>
/// The mailbox types of an actor system, by id: the path of a section in its configuration. An actor's is, in this order, the one
/// that its deployment or props name; that of a dispatcher named there; the one bound to what its class requires by
/// <see cref="IRequiresMessageQueue{T}"/>; the one bound to what its dispatcher requires; the default.
/// </summary>
public class Mailboxes
{
    /// <summary>Id of the mailbox of actors that name and require none, and the defaults of all others.</summary>
    public static readonly string DefaultMailboxId = "akka.actor.default-mailbox";

    private readonly ActorSystem _system;
    private readonly MailboxRequirements _requirements;
    private readonly Lazy<DeadLetterMailbox> _deadLetterMailbox;
    private readonly ConcurrentDictionary<string, MailboxType> _types = new();
    private readonly ConcurrentDictionary<Choice, MailboxType> _choices = new();
    private int _hasWarned;

    /// <summary>The mailbox types of <paramref name="system"/>.</summary>
    /// <exception cref="ConfigurationException"><c>akka.actor.mailbox.requirements</c> names a type that does not exist.</exception>
    public Mailboxes(ActorSystem system)
    {
        _system = system;
        _requirements = new MailboxRequirements(system.Settings.Config);
        _deadLetterMailbox = new Lazy<DeadLetterMailbox>(() => new DeadLetterMailbox(system.DeadLetters));
    }

    /// <summary>The mailbox of actors that have stopped: what is put there goes to the dead letters.</summary>
    public DeadLetterMailbox DeadLetterMailbox => _deadLetterMailbox.Value;

    /// <summary>Whether an actor's class requires a kind of queue.</summary>
    public bool HasRequiredType(Type actorType) => _requirements.OfActor(actorType) is not null;

    /// <summary>The kind of queue that an actor's class requires; <see langword="null"/> when it requires none.</summary>
    public Type? GetRequiredType(Type actorType) => _requirements.OfActor(actorType);

    /// <summary>The mailbox type of this id.</summary>
    /// <exception cref="ConfigurationException">It is not configured, or the type that it names does not exist.</exception>
    public MailboxType Lookup(string id)
        => _types.TryGetValue(id, out var known) ? known : _types.GetOrAdd(id, Make(id));

    /// <summary>The mailbox type bound to a kind of queue.</summary>
    /// <exception cref="ConfigurationException">None is, or it is not configured.</exception>
    public MailboxType LookupByQueueType(Type queueType) => Lookup(_requirements.MailboxIdFor(queueType));

    /// <summary>The mailbox type of an actor. <paramref name="dispatcherConfig"/> is the section of the dispatcher that it runs on.</summary>
    /// <exception cref="ConfigurationException">What is named is not configured.</exception>
    /// <exception cref="ArgumentException">Its queues are not of the kind that the actor or the dispatcher requires.</exception>
    public MailboxType GetMailboxType(Props props, Config dispatcherConfig)
    {
        var choice = new Choice(props.Type, props.Deploy.Mailbox, props.Deploy.Dispatcher, dispatcherConfig);
        return _choices.TryGetValue(choice, out var known) ? known : _choices.GetOrAdd(choice, Choose(choice));
    }

    /// <summary>How many messages an actor on this dispatcher with this mailbox may stash; -1: no limit.</summary>
    public int StashCapacity(string dispatcher, string mailbox)
    {
        var config = _system.Settings.Config;
        var sections = config.GetConfig(DefaultMailboxId) ?? Config.Empty;
        if (dispatcher != Deploy.NoDispatcherGiven && config.HasPath(dispatcher))
            sections = Dispatchers.GetConfig(config, dispatcher).WithFallback(sections);
        if (mailbox != Deploy.NoMailboxGiven && mailbox != DefaultMailboxId && config.HasPath(mailbox))
            sections = config.GetConfig(mailbox)!.WithFallback(sections);
        return sections.GetInt("stash-capacity", -1);
    }

    private MailboxType Make(string id)
    {
        var config = _system.Settings.Config;
        var section = config.GetConfig(DefaultMailboxId) ?? Config.Empty;
        switch (id)
        {
            // These two need no section; the limits are those of one that has the name, or of the default one.
            case "unbounded":
                return new UnboundedMailbox(_system.Settings, section);
            case "bounded":
                return new BoundedMailbox(_system.Settings, config.GetConfig(id) is { } limits ? limits.WithFallback(section) : section);
        }
        if (config.GetConfig(id) is not { } own)
            throw new ConfigurationException($"Mailbox Type [{id}] not configured");
        var type = own.GetString("mailbox-type");
        if (string.IsNullOrEmpty(type))
            throw new ConfigurationException($"The setting mailbox-type, defined in [{id}] is empty");
        var made = ConfiguredType.Create<MailboxType>(type, id, "mailbox-type", _system.Settings, own.WithFallback(section));
        if (made is IProducesPushTimeoutSemanticsMailbox blocking)
            WarnOfBlocking(id, blocking.PushTimeout);
        return made;
    }

    private MailboxType Choose(Choice choice)
    {
        var dispatcherId = choice.DispatcherConfig.GetString("id") ?? Dispatchers.DefaultDispatcherId;
        var dispatcherNeeds = MailboxRequirements.OfDispatcher(choice.DispatcherConfig, dispatcherId);
        var actorNeeds = _requirements.OfActor(choice.Actor);

        if (choice.Mailbox != Deploy.NoMailboxGiven)
            return Verified(Lookup(choice.Mailbox));
        if (choice.Dispatcher != Deploy.NoDispatcherGiven && !string.IsNullOrEmpty(choice.DispatcherConfig.GetString("mailbox-type")))
            return Verified(Lookup(dispatcherId));
        if (actorNeeds is not null)
        {
            try
            {
                return Verified(LookupByQueueType(actorNeeds));
            }
            catch (Exception) when (dispatcherNeeds is not null)
            {
                // What the dispatcher requires may be more, and do for both.
            }
        }

        return Verified(dispatcherNeeds is null ? Lookup(DefaultMailboxId) : LookupByQueueType(dispatcherNeeds));

        MailboxType Verified(MailboxType type)
        {
            Verify(type, dispatcherNeeds, $"dispatcher [{dispatcherId}]");
            Verify(type, actorNeeds, $"actor class [{choice.Actor}]");
            return type;
        }
    }

    private static void Verify(MailboxType type, Type? needed, string by)
    {
        if (needed is null)
            return;
        var produced = MailboxRequirements.Produced(type.GetType()) ?? typeof(IMessageQueue);
        if (!needed.IsAssignableFrom(produced))
            throw new ArgumentException($"produced message queue type of [{produced}] does not fulfill requirement for {by}. Must be a subclass of [{needed}].");
    }

    /// <summary>A sender that waits for room is an actor's thread that does nothing else: whoever configures that should know.</summary>
    private void WarnOfBlocking(string id, TimeSpan pushTimeout)
    {
        if (pushTimeout > TimeSpan.Zero && Interlocked.Exchange(ref _hasWarned, 1) == 0)
        {
            _system.EventStream.Publish(new Warning("mailboxes", GetType(),
                $"Configured potentially-blocking mailbox [{id}] configured with non-zero PushTimeOut ({pushTimeout}), which can lead to blocking behavior when sending messages to this mailbox. Avoid this by setting `{id}.mailbox-push-timeout-time` to `0`."));
        }
    }

    private readonly record struct Choice(Type Actor, string Mailbox, string Dispatcher, Config DispatcherConfig);
}
