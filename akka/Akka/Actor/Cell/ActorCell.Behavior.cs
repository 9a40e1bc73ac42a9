namespace Akka.Actor;

public partial class ActorCell
{
    private Receive _behavior = static _ => false;
    private Stack<Receive>? _outerBehaviors; // those below the one in force; null for most actors

    /// <inheritdoc/>
    public void Become(Receive receive) => _behavior = receive;

    /// <inheritdoc/>
    public void BecomeStacked(Receive receive)
    {
        (_outerBehaviors ??= new Stack<Receive>()).Push(_behavior);
        _behavior = receive;
    }

    /// <inheritdoc/>
    public void UnbecomeStacked()
    {
        if (_outerBehaviors is { Count: > 0 }) _behavior = _outerBehaviors.Pop();
    }

    void IUntypedActorContext.Become(UntypedReceive receive) => Become(m => { receive(m); return true; });

    void IUntypedActorContext.BecomeStacked(UntypedReceive receive) => BecomeStacked(m => { receive(m); return true; });
}
