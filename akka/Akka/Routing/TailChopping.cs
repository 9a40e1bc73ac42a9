using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// One routee and, for as long as no answer has come, after each interval another one, in random order. Whoever sent the message gets the
/// first answer, and the others are dropped. It cuts off the latency of the slowest.
/// </summary>
public sealed class TailChopping : RoutingLogic
{
    /// <summary>The interval of a router in HOCON that does not say it.</summary>
    internal static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(10);

    private readonly IScheduler _scheduler;
    private readonly TimeSpan _within;
    private readonly TimeSpan _interval;

    /// <param name="scheduler">Measures the time.</param>
    /// <param name="within">How long to wait for an answer; then there is a <see cref="Status.Failure"/> with an <see cref="AskTimeoutException"/>.</param>
    /// <param name="interval">How long to wait before another routee is asked.</param>
    public TailChopping(IScheduler scheduler, TimeSpan within, TimeSpan interval)
    {
        _scheduler = scheduler;
        _within = within;
        _interval = interval;
    }

    /// <inheritdoc/>
    public override Routee Select(object message, Routee[] routees)
        => routees.Length == 0 ? Routee.NoRoutee : new OneAfterTheOther(_scheduler, routees, _within, _interval);

    private sealed class OneAfterTheOther(IScheduler scheduler, Routee[] routees, TimeSpan within, TimeSpan interval) : Routee
    {
        public override void Send(object message, IActorRef? sender)
        {
            var order = routees.ToArray();
            Random.Shared.Shuffle(order);
            var answer = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
            var asked = 0;
            var asking = scheduler.Advanced.ScheduleRepeatedlyCancelable(interval, interval, AskNext);
            var ending = scheduler.Advanced.ScheduleOnceCancelable(within, () => answer.TrySetException(
                new AskTimeoutException($"Ask timed out on {sender} after {within}")));
            answer.Task.ContinueWith(_ =>
            {
                asking.Cancel();
                ending.Cancel();
            }, TaskScheduler.Default);
            answer.Task.PipeTo(sender ?? ActorRefs.Nobody);
            AskNext();

            void AskNext()
            {
                if (answer.Task.IsCompleted) return;
                if (Interlocked.Increment(ref asked) - 1 is var next && next < order.Length && order[next].Ask(message, within) is { } asking)
                    asking.ContinueWith(answered => TakeAnswer(answer, answered), TaskScheduler.Default);
            }
        }

        private static void TakeAnswer(TaskCompletionSource<object> answer, Task<object> answered)
        {
            if (answered.IsCompletedSuccessfully) answer.TrySetResult(answered.Result);
            else if (answered.Exception?.InnerException is { } failure and not AskTimeoutException) answer.TrySetException(failure);
        }
    }
}
