using System.Globalization;

namespace Akka.Actor;

/// <summary>Ask: a question to an actor whose answer is a task.</summary>
public static class Futures
{
    /// <summary>Asks with the system's ask timeout, or the one given; the answer may be anything.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <summary>Asks; cancelled when the token is.</summary>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <summary>Asks with a time limit; cancelled when the token is.</summary>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <summary>Asks with the system's ask timeout, or the one given.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <summary>Asks; cancelled when the token is.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <summary>Asks with a time limit; cancelled when the token is.</summary>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout, CancellationToken cancellationToken) =>
        self.Ask<T>(_ => message, timeout, cancellationToken);

    /// <summary>
    /// Asks with a message that is made for the ref of the answer. A timeout of zero, or less, is none. The task fails with <see cref="AskTimeoutException"/> when no answer
    /// comes in time, with the cause of a <see cref="Status.Failure"/> that is the answer, and with <see cref="ArgumentException"/> when
    /// the answer is no <typeparamref name="T"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The receiver belongs to no system.</exception>
    public static async Task<T> Ask<T>(this ICanTell self, Func<IActorRef, object> messageFactory, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = ProviderOf(self)
            ?? throw new ArgumentException("Unable to resolve the target Provider", nameof(self));
        var limit = timeout ?? provider.Settings.AskTimeout;

        // Continuations run on other threads than the answerer's: who answers must not be held up by who asked.
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var future = provider.CreateFutureRef(answer);
        var path = future.Path;
        using var limited = limit > TimeSpan.Zero ? new CancellationTokenSource() : null;
        using var onTimeout = limited?.Token.Register(() =>
            answer.TrySetException(new AskTimeoutException(string.Create(CultureInfo.InvariantCulture, $"Timeout after {limit.TotalSeconds} seconds"))));
        using var onCancel = cancellationToken.CanBeCanceled
            ? cancellationToken.Register(() => answer.TrySetCanceled(cancellationToken))
            : default;
        limited?.CancelAfter(limit);
        provider.RegisterTempActor(future, path);
        try
        {
            self.Tell(messageFactory(future), future);
            return await answer.Task.ConfigureAwait(false);
        }
        finally
        {
            provider.UnregisterTempActor(path);
            future.End();
        }
    }

    private static IActorRefProvider? ProviderOf(ICanTell self) => self switch
    {
        _ when ActorCell.Current is { } cell => cell.SystemImpl.Provider,
        Nobody => null,
        IInternalActorRef actor => actor.Provider,
        ActorSelection selection => ProviderOf(selection.Anchor),
        _ => null,
    };
}
