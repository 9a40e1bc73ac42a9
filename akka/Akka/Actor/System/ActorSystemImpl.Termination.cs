using Akka.Event;

namespace Akka.Actor.Internal;

public partial class ActorSystemImpl
{
    private readonly Lock _terminating = new();
    private Stack<Action>? _onTermination = new(); // null once they have been run
    private readonly TaskCompletionSource _terminated = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IActorRef? _deadLetterListener;

    /// <inheritdoc/>
    public override Task WhenTerminated => _terminated.Task;

    /// <inheritdoc/>
    public override Task Terminate()
    {
        if (Settings.CoordinatedShutdownRunByActorSystemTerminate)
            CoordinatedShutdown.Get(this).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance);
        else
            FinalTerminate();
        return WhenTerminated;
    }

    /// <summary>Ends the system; the last step of coordinated shutdown.</summary>
    internal Task FinalTerminate()
    {
        // Not by way of its guardian: it is to have the order before there is any letter of what stops from now on.
        if (!Settings.LogDeadLettersDuringShutdown) (_deadLetterListener as IInternalActorRef)?.Stop();
        _provider.Guardian.Stop();
        return WhenTerminated;
    }

    /// <inheritdoc/>
    public override void Abort()
    {
        if (_provider.Guardian is { } guardian) guardian.Stop();
        else Finish();
    }

    private void Finish()
    {
        // Latest first, each in its own right: one that throws is logged and does not keep the others from running.
        while (NextOnTermination() is { } code)
        {
            try
            {
                code();
            }
            catch (Exception e)
            {
                EventStream.Publish(new Error(e, $"ActorSystem({Name})", GetType(), "a function registered for the end of the system failed: " + e.Message));
            }
        }

        (_scheduler as IDisposable)?.Dispose();
        _terminated.TrySetResult();
    }

    private Action? NextOnTermination()
    {
        lock (_terminating)
        {
            if (_onTermination is { } codes && codes.TryPop(out var code)) return code;
            _onTermination = null;
            return null;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The system has ended.</exception>
    public override void RegisterOnTermination(Action code)
    {
        lock (_terminating)
        {
            if (_onTermination is null) throw new InvalidOperationException("ActorSystem already terminated.");
            _onTermination.Push(code);
        }
    }
}
