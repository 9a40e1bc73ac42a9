namespace Akka.Actor;

/// <summary>The actors at a path, from an anchor on, wildcards included; they are looked up anew with each message.</summary>
public class ActorSelection : ICanTell
{
    /// <summary>Selects nothing.</summary>
    public ActorSelection() : this(ActorRefs.Nobody, Array.Empty<SelectionPathElement>()) { }

    /// <summary>Selects from an anchor.</summary>
    public ActorSelection(IActorRef anchor, SelectionPathElement[] path)
    {
        Anchor = anchor;
        Path = path;
    }

    /// <summary>Selects from an anchor, by a path with slashes.</summary>
    public ActorSelection(IActorRef anchor, string path) : this(anchor, path == "" ? [] : path.Split('/')) { }

    /// <summary>Selects from an anchor, by the names of a path.</summary>
    public ActorSelection(IActorRef anchor, IEnumerable<string> elements) : this(anchor, Parse(elements)) { }

    /// <summary>Where the path starts.</summary>
    public IActorRef Anchor { get; }

    /// <summary>The path's elements.</summary>
    public SelectionPathElement[] Path { get; }

    /// <summary>The path with slashes.</summary>
    public string PathString => "/" + string.Join<SelectionPathElement>('/', Path);

    private static SelectionPathElement[] Parse(IEnumerable<string> elements)
    {
        var names = elements.Where(e => e.Length > 0).ToArray();
        var path = new SelectionPathElement[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            path[i] = names[i] switch
            {
                ".." => SelectParent.Instance,
                "**" when i == names.Length - 1 => SelectChildRecursive.Instance,
                "**" => throw new IllegalActorNameException("Double wildcard can only appear at the last path entry"),
                var name when name.AsSpan().IndexOfAny('?', '*') >= 0 => new SelectChildPattern(name),
                var name => new SelectChildName(name),
            };
        }

        return path;
    }

    /// <summary>Sends a message to all actors selected.</summary>
    public void Tell(object message, IActorRef? sender = null)
    {
        sender ??= ActorCell.GetCurrentSelfOrNoSender();
        if (Path.Length == 0) Anchor.Tell(message, sender);
        else Deliver(Anchor, sender, new ActorSelectionMessage(message, Path));
    }

    /// <summary>Finds the one actor selected.</summary>
    /// <exception cref="ActorNotFoundException">None answered in time; the task fails with it.</exception>
    public Task<IActorRef> ResolveOne(TimeSpan timeout) => ResolveOne(timeout, CancellationToken.None);

    /// <summary>Finds the one actor selected.</summary>
    /// <exception cref="ActorNotFoundException">None answered in time, or the token was cancelled first; the task fails with it, and what
    /// happened is its inner exception.</exception>
    public async Task<IActorRef> ResolveOne(TimeSpan timeout, CancellationToken ct)
    {
        try
        {
            var identity = await this.Ask<ActorIdentity>(new Identify(null!), timeout, ct).ConfigureAwait(false);
            return identity.Subject ?? throw new ActorNotFoundException("subject was null");
        }
        catch (Exception e)
        {
            throw new ActorNotFoundException("Exception occurred while resolving ActorSelection", e);
        }
    }

    /// <summary>Goes down the path as far as refs can be looked up, then tells; wildcards fan out.</summary>
    internal static void Deliver(IActorRef anchor, IActorRef? sender, ActorSelectionMessage selection)
    {
        if (selection.Elements.Length == 0)
        {
            anchor.Tell(selection.Message, sender);
            return;
        }

        var current = (IInternalActorRef)anchor;
        var elements = selection.Elements;
        for (var i = 0; i < elements.Length; i++)
        {
            var isLast = i == elements.Length - 1;
            if (current is not ActorRefWithCell withCell && elements[i] is not SelectParent)
            {
                // Not an actor with children: /temp and /deadLetters, reached by name only.
                var below = current.GetChild(elements[i..].Select(e => e.ToString()!).ToArray());
                if (below.IsNobody()) TellEmpty(current, elements, i, selection, sender);
                else below.Tell(selection.Message, sender);
                return;
            }

            switch (elements[i])
            {
                case SelectParent:
                    current = current.Parent;
                    if (isLast) current.Tell(selection.Message, sender);
                    break;
                case SelectChildName child:
                    var found = ((ActorRefWithCell)current).GetSingleChild(child.Name);
                    if (found.IsNobody())
                    {
                        TellEmpty(current, elements, i, selection, sender);
                        return;
                    }

                    current = found;
                    if (isLast) current.Tell(selection.Message, sender);
                    break;
                case SelectChildRecursive:
                    foreach (var any in ((ActorRefWithCell)current).Children)
                    {
                        any.Tell(selection.Message, sender);
                        if (any is ActorRefWithCell) Deliver(any, sender, selection.Copy(elements: [SelectChildRecursive.Instance], wildCardFanOut: true));
                    }

                    return;
                case SelectChildPattern pattern:
                    var matching = ((ActorRefWithCell)current).Children.Where(c => pattern.Matches(c.Path.Name)).ToArray();
                    if (matching.Length == 0 && !selection.WildCardFanOut)
                    {
                        TellEmpty(current, elements, i, selection, sender);
                        return;
                    }

                    foreach (var match in matching)
                        Deliver(match, sender, selection.Copy(elements: elements[(i + 1)..], wildCardFanOut: selection.WildCardFanOut || matching.Length > 1));
                    return;
                default:
                    throw new NotSupportedException($"Unknown selection element {elements[i].GetType()}");
            }
        }
    }

    private static void TellEmpty(IInternalActorRef at, SelectionPathElement[] elements, int index, ActorSelectionMessage selection, IActorRef? sender)
    {
        var path = at.Path;
        foreach (var element in elements.Skip(index)) path /= element.ToString()!;
        new EmptyLocalActorRef(at.Provider, path, ((Internal.ActorSystemImpl)((LocalActorRef)at.Provider.Guardian).Cell.System).EventStream)
            .Tell(selection.Copy(elements: []), sender);
    }

    /// <summary>Equal by anchor and path.</summary>
    protected bool Equals(ActorSelection? other) => other is not null && Equals(Anchor, other.Anchor) && Path.SequenceEqual(other.Path);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActorSelection);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Anchor, PathString);

    /// <inheritdoc/>
    public override string ToString() => $"ActorSelection[Anchor({Anchor.Path.ToStringWithUid()}), Path({PathString})]";
}
