using System.Collections.Concurrent;

namespace Akka.Actor;

/// <summary>A name with refs below it that are no actors: <c>/temp</c>, where the refs of Ask live.</summary>
internal sealed class VirtualPathContainer(IActorRefProvider provider, ActorPath path, IInternalActorRef parent) : MinimalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _children = new();

    public override ActorPath Path => path;
    public override IInternalActorRef Parent => parent;
    public override IActorRefProvider Provider => provider;

    public void AddChild(string name, IInternalActorRef actor) => _children[name] = actor;
    public void RemoveChild(string name) => _children.TryRemove(name, out _);

    public override IActorRef GetChild(IReadOnlyList<string> name)
    {
        var rest = name.Where(n => n.Length > 0).ToArray();
        if (rest.Length == 0) return this;
        if (!_children.TryGetValue(rest[0].Split('#')[0], out var child)) return ActorRefs.Nobody;
        return rest.Length == 1 ? child : child.GetChild(rest[1..]);
    }
}
