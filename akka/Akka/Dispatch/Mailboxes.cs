using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;

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
    /// <exception cref="ConfigurationException">What is named is not configured, or not of the kind that the actor requires.</exception>
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
            // These two need no section, only the limits of the default one.
            case "unbounded":
                return new UnboundedMailbox(_system.Settings, section);
            case "bounded":
                return new BoundedMailbox(_system.Settings, section);
        }
        if (config.GetConfig(id) is not { } own)
            throw new ConfigurationException($"Mailbox type [{id}] not configured");
        var type = own.GetString("mailbox-type");
        if (string.IsNullOrEmpty(type))
            throw new ConfigurationException($"The setting mailbox-type, defined in [{id}], is empty");
        return ConfiguredType.Create<MailboxType>(type, id, "mailbox-type", _system.Settings, own.WithFallback(section));
    }

    private MailboxType Choose(Choice choice)
    {
        var dispatcherId = choice.DispatcherConfig.GetString("id") ?? Dispatchers.DefaultDispatcherId;
        var dispatcherNeeds = MailboxRequirements.OfDispatcher(choice.DispatcherConfig, dispatcherId);
        var actorNeeds = _requirements.OfActor(choice.Actor);

        string id;
        if (choice.Mailbox != Deploy.NoMailboxGiven)
            id = choice.Mailbox;
        else if (choice.Dispatcher != Deploy.NoDispatcherGiven && !string.IsNullOrEmpty(choice.DispatcherConfig.GetString("mailbox-type")))
            id = dispatcherId;
        else if (actorNeeds is not null && (dispatcherNeeds is null || _requirements.IsBound(actorNeeds)))
            id = _requirements.MailboxIdFor(actorNeeds);
        else if (dispatcherNeeds is not null)
            id = _requirements.MailboxIdFor(dispatcherNeeds);
        else
            id = DefaultMailboxId;

        var type = Lookup(id);
        Verify(type, id, dispatcherNeeds, $"dispatcher [{dispatcherId}]");
        Verify(type, id, actorNeeds, $"actor class [{choice.Actor}]");
        return type;
    }

    private static void Verify(MailboxType type, string id, Type? needed, string by)
    {
        if (needed is null)
            return;
        var produced = MailboxRequirements.Produced(type.GetType());
        if (produced is null || !needed.IsAssignableFrom(produced))
        {
            throw new ConfigurationException(
                $"Mailbox type [{id}] makes {produced?.ToString() ?? "unknown queues"}, which is not the {needed} that {by} requires");
        }
    }

    private readonly record struct Choice(Type Actor, string Mailbox, string Dispatcher, Config DispatcherConfig);
}
