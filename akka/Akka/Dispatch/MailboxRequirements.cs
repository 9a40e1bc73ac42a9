using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Which kinds of queue actors and dispatchers require, and the mailboxes that <c>akka.actor.mailbox.requirements</c> binds to them.</summary>
internal sealed class MailboxRequirements
{
    private readonly ConcurrentDictionary<Type, Type?> _ofActors = new();

    private readonly Dictionary<Type, string> _mailboxIds = [];

    /// <exception cref="ConfigurationException">A kind of queue named there does not exist.</exception>
    public MailboxRequirements(Config config)
    {
        foreach (var (name, id) in (config.GetConfig("akka.actor.mailbox.requirements") ?? Config.Empty).AsEnumerable())
        {
            var type = Type.GetType(name.Trim('"'))
                ?? throw new ConfigurationException($"akka.actor.mailbox.requirements names [{name}], which is not a type");
            _mailboxIds[type] = id.GetString() ?? "";
        }
    }

    /// <summary>What an actor's class requires; <see langword="null"/>: nothing.</summary>
    public Type? OfActor(Type actor) => _ofActors.GetOrAdd(actor, static actor => ArgumentOf(actor, typeof(IRequiresMessageQueue<>)));

    /// <summary>What a mailbox type says it makes; <see langword="null"/>: it says nothing.</summary>
    public static Type? Produced(Type mailboxType) => ArgumentOf(mailboxType, typeof(IProducesMessageQueue<>));

    /// <summary>What a dispatcher's section requires; <see langword="null"/>: nothing.</summary>
    /// <exception cref="ConfigurationException">It does not exist.</exception>
    public static Type? OfDispatcher(Config dispatcher, string id)
    {
        var name = dispatcher.GetString("mailbox-requirement");
        if (string.IsNullOrEmpty(name))
            return null;
        return Type.GetType(name)
            ?? throw new ConfigurationException($"mailbox-requirement of dispatcher [{id}] names [{name}], which is not a type");
    }

    /// <summary>The id of the mailbox bound to this kind of queue.</summary>
    /// <exception cref="ConfigurationException">None is.</exception>
    public string MailboxIdFor(Type queue)
        => _mailboxIds.TryGetValue(queue, out var id)
            ? id
            : throw new ConfigurationException($"Mailbox mapping for [{queue}] not configured in akka.actor.mailbox.requirements");

    // An actor may inherit several requirements; that of the most derived queue includes the others where they can be met at all.
    private static Type? ArgumentOf(Type type, Type generic)
    {
        Type? found = null;
        foreach (var candidate in type.GetInterfaces())
        {
            if (!candidate.IsGenericType || candidate.GetGenericTypeDefinition() != generic)
                continue;
            var argument = candidate.GetGenericArguments()[0];
            if (found is null || found.IsAssignableFrom(argument))
                found = argument;
        }
        return found;
    }
}
