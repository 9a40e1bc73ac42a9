using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>
/// Makes the test actor the sender of what a test tells, on the thread that runs the test's constructor. A test framework goes on from there
/// with the test, on the same thread until something is awaited (<see cref="ActorCellKeepingSynchronizationContext"/> sees to the rest), and
/// then gives the thread to others, which must not tell anything as the actor of a test that may be long over.
/// </summary>
/// <remarks>
/// The execution context tells whether a thread is still with the test: it flows with the test, and a thread that turns to something else
/// gets another. Where that is only for a while, as when a test's <c>Cancel</c> runs the callbacks of others, the thread is given back.
/// </remarks>
internal static class ImplicitSender
{
    private static readonly AsyncLocal<ActorCell?> OfTest = new(ContextChanged);

    /// <summary>The test actor that this thread told as before it turned to something else.</summary>
    [ThreadStatic]
    private static ActorCell? _left;

    /// <summary>This thread tells as the test actor from now on.</summary>
    /// <returns>As whom it did so far.</returns>
    internal static ActorCell? Enter(ActorCell testActor)
    {
        OfTest.Value = testActor;
        return ActorCell.Enter(testActor);
    }

    /// <summary>This thread tells as before.</summary>
    internal static void Leave(ActorCell? outer)
    {
        OfTest.Value = outer;
        ActorCell.Leave(outer);
    }

    private static void ContextChanged(AsyncLocalValueChangedArgs<ActorCell?> change)
    {
        if (!change.ThreadContextChanged)
        {
            return;
        }

        if (change.PreviousValue is { } left && ActorCell.Current == left)
        {
            _left = left;
            ActorCell.Leave(null);
        }

        if (change.CurrentValue is { } back && _left == back && ActorCell.Current is null)
        {
            _left = null;
            ActorCell.Leave(back);
        }
    }
}
