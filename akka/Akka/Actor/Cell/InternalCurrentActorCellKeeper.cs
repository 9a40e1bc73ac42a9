namespace Akka.Actor.Internal;

/// <summary>Which actor runs on this thread. For test kits, which have a test run as their test actor.</summary>
public static class InternalCurrentActorCellKeeper
{
    /// <summary>The cell of the actor that runs on this thread; null where none does.</summary>
    public static ActorCell? Current
    {
        get => ActorCell.Current;
        set => ActorCell.Enter(value);
    }
}
