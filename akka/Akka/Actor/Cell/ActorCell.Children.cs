using Akka.Actor.Internal;

namespace Akka.Actor;

public partial class ActorCell
{
    private Children? _children;
    private long _nextRandomName;
    private static long _lastUid;

    private Children ChildrenForWriting =>
        _children ?? Interlocked.CompareExchange(ref _children, new Children(), null) ?? _children;

    /// <summary>From now on there is no new child, even for an actor that never had one.</summary>
    private void CloseChildren() => (Interlocked.CompareExchange(ref _children, Children.Closed, null) ?? Children.Closed).Close();

    /// <summary>The children, those that are stopping included, as they are now.</summary>
    public IEnumerable<IInternalActorRef> GetChildren() => ChildRefs;

    private IInternalActorRef[] ChildRefs => _children?.Refs() ?? [];

    IEnumerable<IActorRef> IActorContext.GetChildren() => GetChildren();

    IActorRef IActorContext.Child(string name) => GetChildByName(name);

    /// <summary>The child of that name, or <see cref="ActorRefs.Nobody"/>.</summary>
    public IInternalActorRef GetChildByName(string name) => _children?.Find(name)?.Child ?? ActorRefs.Nobody;

    /// <summary>The child of that name, which may carry a uid, or <see cref="ActorRefs.Nobody"/>.</summary>
    public IInternalActorRef GetSingleChild(string name)
    {
        var hash = name.IndexOf('#');
        if (hash < 0) return GetChildByName(name);
        var child = GetChildByName(name[..hash]);
        return long.TryParse(name.AsSpan(hash + 1), out var uid) && child is not Nobody && child.Path.Uid == uid ? child : ActorRefs.Nobody;
    }

    /// <inheritdoc/>
    public virtual IActorRef ActorOf(Props props, string? name = null) => AttachChild(props, false, name);

    /// <summary>Makes a child and starts it.</summary>
    /// <exception cref="InvalidActorNameException">The name is taken or not valid.</exception>
    /// <exception cref="InvalidOperationException">This actor is stopping, or has stopped.</exception>
    public virtual IActorRef AttachChild(Props props, bool isSystemService, string? name = null) => AttachChild(
        name, path => SystemImpl.Provider.ActorOf(SystemImpl, props, _self, path, isSystemService, null, lookupDeploy: true, async: false));

    /// <summary>As the other one, with a ref that <paramref name="make"/> makes for the path of the child, and a name for those without one
    /// that <paramref name="makeName"/> makes.</summary>
    internal IInternalActorRef AttachChild(string? name, Func<ActorPath, IInternalActorRef> make, Func<string>? makeName = null)
    {
        if (name is not null) CheckName(name, _self.Path);
        else name = makeName is not null ? makeName() : RandomName(Interlocked.Increment(ref _nextRandomName) - 1);
        var children = ChildrenForWriting;
        children.Reserve(name);
        try
        {
            var actor = make(new ChildActorPath(_self.Path, name, NewUid()));
            // A parent that failed holds back its new children, as it holds back the old ones.
            if (IsFailed)
                for (var i = Mailbox.SuspendCount; i > 0; i--) actor.Suspend();
            var tooLate = !children.Add(name, new ChildRestartStats(actor));
            if (DebugLifecycle && !tooLate) PublishDebug($"now supervising {actor}");
            actor.Start();
            if (tooLate) actor.Stop(); // this actor began to stop meanwhile, and waits for it as for the others
            return actor;
        }
        catch
        {
            children.Unreserve(name);
            throw;
        }
    }

    /// <summary>Never 0, and not again soon.</summary>
    internal static long NewUid() => Interlocked.Increment(ref _lastUid) * 0x9E3779B1 % int.MaxValue + 1;

    /// <summary><c>$a</c>, <c>$b</c> … in base 64.</summary>
    internal static string RandomName(long number)
    {
        const string digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
        Span<char> name = stackalloc char[13];
        var length = 0;
        name[length++] = '$';
        do
        {
            name[length++] = digits[(int)(number & 63)];
            number >>= 6;
        }
        while (number != 0);
        return name[..length].ToString();
    }

    private static void CheckName(string name, ActorPath parent)
    {
        if (name.Length == 0) throw new InvalidActorNameException("Actor name must not be empty.");
        if (!ActorPath.IsValidPathElement(name))
            throw new InvalidActorNameException($"Illegal actor name [{name}] under [{parent}]. Actor paths MUST: not start with `$`, include only ASCII letters and can only contain these special characters: {ActorPath.ValidSymbols}.");
    }

    /// <inheritdoc/>
    public void Stop(IActorRef child)
    {
        _children?.AwaitEndOf(child);
        ((IInternalActorRef)child).Stop();
    }
}
