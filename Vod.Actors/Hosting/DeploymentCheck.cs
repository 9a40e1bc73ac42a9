using Akka.Actor;
using Akka.Configuration;
using Vod.Actors.Settings;

namespace Vod.Actors.Hosting;

/// <summary>Checks at start what <c>akka.actor.deployment</c> names: otherwise a mistake would show when the first client comes.</summary>
internal static class DeploymentCheck
{
    private const string Deployment = "akka.actor.deployment";

    /// <summary>Looks whether there is a group of keys for each actor path, without which no actor system can be made.</summary>
    /// <exception cref="VodConfigurationException">Something else is there; names the path.</exception>
    public static void Shape(Config config)
    {
        foreach (var (path, value) in HoconTree.Children(config, Deployment))
        {
            if (!value.IsObject()) throw new VodConfigurationException($"{Deployment}.\"{path}\"", value.GetString() ?? "[...]", "a group of keys");
        }
    }

    /// <summary>Looks up the dispatcher and the mailbox of each actor path.</summary>
    /// <exception cref="VodConfigurationException">One cannot be had; names the path and says why.</exception>
    public static void Run(ActorSystem system)
    {
        foreach (var (path, value) in HoconTree.Children(system.Settings.Config, Deployment))
        {
            var deployment = value.GetObject();
            Check(path, deployment.GetKey("dispatcher")?.GetString(), "dispatcher", id => system.Dispatchers.Lookup(id));
            Check(path, deployment.GetKey("mailbox")?.GetString(), "mailbox", id => system.Mailboxes.Lookup(id));
        }
    }

    private static void Check(string path, string? id, string key, Func<string, object?> lookUp)
    {
        if (string.IsNullOrEmpty(id)) return;
        try
        {
            _ = lookUp(id) ?? throw new VodConfigurationException("there is no such group of keys");
        }
        // Types are loaded and made by name: whatever goes wrong there is about this name.
        catch (Exception e)
        {
            var cause = e.GetBaseException().Message.ReplaceLineEndings(" ");
            throw new VodConfigurationException($"{Deployment}.\"{path}\".{key} = {id}: {cause}", e);
        }
    }
}
