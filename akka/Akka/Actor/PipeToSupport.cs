namespace Akka.Actor;

/// <summary>Sends the outcome of a task to an actor, as a message.</summary>
public static class PipeToSupport
{
    /// <summary>
    /// Tells <paramref name="recipient"/> the result, or what <paramref name="success"/> makes of it; a failure or a cancellation arrives
    /// as <see cref="Status.Failure"/>, or as what <paramref name="failure"/> makes of it.
    /// </summary>
    public static Task PipeTo<T>(this Task<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        taskToPipe.PipeTo(recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static async Task PipeTo<T>(this Task<T> taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null)
    {
        sender ??= ActorRefs.NoSender;
        object message;
        try
        {
            var result = await taskToPipe.ConfigureAwait(useConfigureAwait);
            message = success is null ? result! : success(result);
        }
        catch (Exception e)
        {
            message = failure is null ? new Status.Failure(e) : failure(e);
        }

        recipient.Tell(message, sender);
    }

    /// <summary>
    /// Tells <paramref name="recipient"/> what <paramref name="success"/> makes when the task is done, and nothing where that is not given;
    /// a failure arrives as <see cref="Status.Failure"/>, or as what <paramref name="failure"/> makes of it.
    /// </summary>
    public static Task PipeTo(this Task taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null) =>
        taskToPipe.PipeTo(recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    public static async Task PipeTo(this Task taskToPipe, ICanTell recipient, bool useConfigureAwait, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null)
    {
        object? message;
        try
        {
            await taskToPipe.ConfigureAwait(useConfigureAwait);
            message = success?.Invoke();
        }
        catch (Exception e)
        {
            message = failure is null ? new Status.Failure(e) : failure(e);
        }

        if (message is not null) recipient.Tell(message, sender);
    }

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static Task PipeTo<T>(this ValueTask<T> taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<T, object>? success = null, Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(this ValueTask taskToPipe, ICanTell recipient, IActorRef? sender = null, Func<object>? success = null, Func<Exception, object>? failure = null) =>
        taskToPipe.AsTask().PipeTo(recipient, false, sender, success, failure);
}
