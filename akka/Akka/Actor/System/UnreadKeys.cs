using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Actor;

/// <summary>
/// Finds keys under <c>akka</c> that nothing here reads: misspelt ones, and those of parts of Akka that are not here. What is not in the
/// reference configuration is such a key, but for groups in which users give the names: dispatchers, mailboxes, deployments, phases.
/// </summary>
internal static class UnreadKeys
{
    // Read where a user sets them, but without a place in the reference configuration.
    private static readonly string[] BesidesTheReference = ["akka.stdout-logger-class", "akka.io.tcp.write-commands-queue-max-size"];

    private static readonly HoconObject KeysOfPhases = ObjectOf("depends-on = [], timeout = 0, recover = on");

    private static readonly HoconObject KeysOfDeployments = ConfigurationFactory.ParseString("pool-dispatcher {}, tail-chopping-router.interval = 0")
        .WithFallback(ConfigurationFactory.Default().GetConfig("akka.actor.deployment.default")).Root.GetObject()!;

    // All that any kind of dispatcher reads, its mailboxes' keys included.
    private static readonly HoconObject KeysOfDispatchers = ObjectOf(
        """
        type = "", executor = "", throughput = 0, throughput-deadline-time = 0, shutdown-timeout = 0, mailbox-requirement = ""
        fork-join-executor { parallelism-min = 0, parallelism-factor = 0, parallelism-max = 0 }
        dedicated-thread-pool { thread-count = 0, threadtype = "" }
        channel-executor.priority = ""
        mailbox-type = "", mailbox-capacity = 0, mailbox-push-timeout-time = 0, stash-capacity = 0
        """);

    /// <summary>The full names of the keys, in order; of a group that is not read only the group's.</summary>
    public static IReadOnlyList<string> Of(Config config)
    {
        var unread = new List<string>();
        if (config.GetValue("akka")?.GetObject() is { } akka && ConfigurationFactory.Default().GetValue("akka")?.GetObject() is { } known)
            Find(akka, known, "akka", unread);
        return unread;
    }

    private static void Find(HoconObject given, HoconObject known, string path, List<string> unread)
    {
        // Most of it is the reference configuration itself, which needs no look.
        if (ReferenceEquals(given, known)) return;
        foreach (var (key, value) in given.Items)
        {
            var name = $"{path}.{Quoted(key)}";
            if (IsFree(name)) continue;
            var group = value.GetObject();
            if (KeysOf(path, key, group) is { } special)
            {
                if (group is not null) Find(group, special, name, unread);
            }
            else if (known.GetKey(key) is { } reference)
            {
                if (group is not null && reference.GetObject() is { } below) Find(group, below, name, unread);
            }
            else if (!BesidesTheReference.Contains(name))
            {
                unread.Add(name);
            }
        }
    }

    /// <summary>The test kit's own, and tables of names that the user adds to.</summary>
    private static bool IsFree(string name) => name is "akka.test" or "akka.actor.mailbox.requirements" or "akka.actor.router.type-mapping";

    /// <summary>The keys of a group whose name a user may have given, null for any other.</summary>
    private static HoconObject? KeysOf(string path, string key, HoconObject? group)
    {
        if (path == "akka.coordinated-shutdown.phases") return KeysOfPhases;
        if (path == "akka.actor.deployment") return KeysOfDeployments;
        if (group is null) return null;
        if (key == "pool-dispatcher" || group.GetKey("type") is not null || group.GetKey("executor") is not null)
            return HasTypeOfItsOwn(group, "type") || HasTypeOfItsOwn(group, "executor") ? group : KeysOfDispatchers;
        return group.GetKey("mailbox-type") is null ? null : HasTypeOfItsOwn(group, "mailbox-type") ? group : KeysOfDispatchers;
    }

    /// <summary>Types of the user's read keys of their own.</summary>
    private static bool HasTypeOfItsOwn(HoconObject group, string key) =>
        group.GetKey(key)?.GetString() is { } type && type.Contains('.') && !type.StartsWith("Akka.", StringComparison.Ordinal);

    private static string Quoted(string key) => key.AsSpan().ContainsAny(" ./*\"") ? $"\"{key}\"" : key;

    private static HoconObject ObjectOf(string hocon) => ConfigurationFactory.ParseString(hocon).Root.GetObject()!;
}
