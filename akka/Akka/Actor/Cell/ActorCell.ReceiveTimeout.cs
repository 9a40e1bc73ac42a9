namespace Akka.Actor;

public partial class ActorCell
{
    private TimeSpan? _receiveTimeout;
    private ICancelable? _pendingReceiveTimeout;

    /// <inheritdoc/>
    public TimeSpan? ReceiveTimeout => _receiveTimeout;

    /// <inheritdoc/>
    public void SetReceiveTimeout(TimeSpan? timeout = null)
    {
        CancelReceiveTimeout();
        _receiveTimeout = timeout is { } t && t > TimeSpan.Zero ? t : null;
        if (_currentMessage is null && _receiveTimeout is not null) CheckReceiveTimeout();
    }

    /// <summary>Starts the time anew, or for the first time.</summary>
    public void CheckReceiveTimeout(bool reschedule = true)
    {
        if (_receiveTimeout is not { } timeout) return;
        if (!reschedule && _pendingReceiveTimeout is not null) return;
        CancelReceiveTimeout();
        _pendingReceiveTimeout = System.Scheduler.ScheduleTellOnceCancelable(timeout, _self, global::Akka.Actor.ReceiveTimeout.Instance, _self);
    }

    private void CancelReceiveTimeout()
    {
        _pendingReceiveTimeout?.Cancel();
        _pendingReceiveTimeout = null;
    }
}
