using Akka.Configuration;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>
/// The deployments of <c>akka.actor.deployment</c>, by path below <c>/user</c> (or <c>/system</c>). A name in a path may be <c>*</c> for any one name; a last
/// <c>**</c> stands for all names below. The most precise path wins.
/// </summary>
public class Deployer
{
    private readonly Node _root = new();
    private readonly Lock _writing = new();
    private readonly Config _routers;

    /// <summary>The deployment that all others complete themselves with.</summary>
    protected readonly Config Default;

    /// <summary>Reads <c>akka.actor.deployment</c>.</summary>
    /// <exception cref="ConfigurationException">A path or a router in it is not valid.</exception>
    public Deployer(Settings settings)
    {
        _routers = settings.Config.GetConfig("akka.actor.router.type-mapping") ?? Config.Empty;
        var config = settings.Config.GetConfig("akka.actor.deployment") ?? Config.Empty;
        Default = config.GetConfig("default") ?? Config.Empty;
        foreach (var (path, value) in config.Root.GetObject()?.Items ?? [])
        {
            if (path == "default") continue;
            var own = config.GetConfig('"' + path + '"') ?? Config.Empty;
            if (ParseConfig(path, own) is { } deploy) SetDeploy(deploy);
        }
    }

    /// <summary>The deployment for a path, null where none fits.</summary>
    public Deploy? Lookup(ActorPath path)
    {
        if (_root.IsEmpty || path.Depth < 2 || path.ParentOf(1).Name is not ("user" or "system")) return null;
        return Lookup(path.Elements.Skip(1));
    }

    /// <summary>The deployment for the names of a path below the guardian, null where none fits.</summary>
    public Deploy? Lookup(IEnumerable<string> path) => _root.Find(path as string[] ?? path.ToArray(), 0);

    /// <summary>Adds a deployment.</summary>
    /// <exception cref="IllegalActorNameException">A name of its path is not valid.</exception>
    public void SetDeploy(Deploy deploy)
    {
        var names = deploy.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
            if (name is not ("*" or "**") && !ActorPath.IsValidPathElement(name))
                throw new IllegalActorNameException($"Illegal actor name [{name}] in deployment [{deploy.Path}]. Actor paths MUST: not start with `$`, include only ASCII letters and can only contain these special characters: {ActorPath.ValidSymbols}.");
        lock (_writing) _root.Add(names, 0, deploy);
    }

    /// <summary>Makes a deployment of its HOCON; null where that says nothing.</summary>
    public virtual Deploy? ParseConfig(string key, Config config)
    {
        var all = config.WithFallback(Default);
        return new Deploy(
            key,
            all,
            RouterFrom(key, all),
            Deploy.NoScopeGiven,
            all.GetString("dispatcher", ""),
            all.GetString("mailbox", ""),
            all.GetInt("stash-capacity", Deploy.NoStashSize));
    }

    private RouterConfig RouterFrom(string path, Config deployment)
    {
        var kind = deployment.GetString("router", "from-code");
        if (kind is null or "from-code" or "") return NoRouter.Instance;
        var typeName = _routers.GetString(kind)
            ?? throw new ConfigurationException($"akka.actor.deployment.{path}.router is [{kind}], which akka.actor.router.type-mapping does not name.");
        var type = Type.GetType(typeName) ?? typeof(Deployer).Assembly.GetType(typeName)
            ?? throw new ConfigurationException($"akka.actor.router.type-mapping.{kind}, which akka.actor.deployment.{path} names: there is no type [{typeName}].");
        try
        {
            return (RouterConfig)Activator.CreateInstance(type, deployment)!;
        }
        catch (Exception e) when (e is MissingMethodException or InvalidCastException or System.Reflection.TargetInvocationException)
        {
            var cause = e is System.Reflection.TargetInvocationException ? e.InnerException! : e;
            throw new ConfigurationException($"akka.actor.deployment.{path} does not make a [{type}]: {cause.Message}", cause);
        }
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _children = [];
        private Deploy? _deploy;
        private Deploy? _below;

        public bool IsEmpty => _children.Count == 0 && _below is null;

        public void Add(string[] names, int at, Deploy deploy)
        {
            if (at == names.Length) _deploy = deploy;
            else if (names[at] == "**" && at == names.Length - 1) _below = deploy;
            else
            {
                if (!_children.TryGetValue(names[at], out var child)) _children[names[at]] = child = new Node();
                child.Add(names, at + 1, deploy);
            }
        }

        public Deploy? Find(string[] names, int at)
        {
            if (at == names.Length) return _deploy;
            return (_children.TryGetValue(names[at], out var exact) ? exact.Find(names, at + 1) : null)
                ?? (_children.TryGetValue("*", out var any) ? any.Find(names, at + 1) : null)
                ?? _below;
        }
    }
}
