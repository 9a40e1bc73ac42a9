namespace Akka.TestKit.Extensions;

/// <summary>Expectations of tasks, with a time limit. What is not met throws.</summary>
public static class TaskExtensions
{
    /// <summary>Waits for the end of a task; what it threw is thrown.</summary>
    /// <returns>Whether it ended in time.</returns>
    public static async Task<bool> AwaitWithTimeout(this Task parentTask, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        try
        {
            await parentTask.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (!parentTask.IsCompleted && e is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The result of a task.</summary>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public static Task<T> WithTimeout<T>(this Task<T> parentTask, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        parentTask.WaitAsync(timeout, cancellationToken);

    /// <summary>The task must end in time, without an exception.</summary>
    public static async Task ShouldCompleteWithin(this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        try
        {
            await task.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            throw TooLate(timeout, because, becauseArgs);
        }
    }

    /// <summary>The task must end in time, without an exception.</summary>
    /// <returns>Its result.</returns>
    public static async Task<T> ShouldCompleteWithin<T>(this Task<T> task, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        await ShouldCompleteWithin((Task)task, timeout, because, becauseArgs).ConfigureAwait(false);
        return await task.ConfigureAwait(false);
    }

    /// <summary>The task must end in time, with that result.</summary>
    public static async Task ShouldCompleteWithin<T>(
        this Task<T> task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
    {
        var result = await task.ShouldCompleteWithin(timeout, because, becauseArgs).ConfigureAwait(false);
        if (!EqualityComparer<T>.Default.Equals(result, expected))
        {
            throw new InvalidOperationException($"Expected the task's result to be [{expected}]{Because(because, becauseArgs)}, but it is [{result}].");
        }
    }

    /// <summary>The task must throw such an exception in time.</summary>
    /// <returns>The exception.</returns>
    public static async Task<T> ShouldThrowWithin<T>(this Task task, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        try
        {
            await task.ShouldCompleteWithin(timeout, because, becauseArgs).ConfigureAwait(false);
        }
        catch (T thrown) when (task.IsCompleted)
        {
            return thrown;
        }

        throw new InvalidOperationException($"Expected the task to throw {typeof(T)}{Because(because, becauseArgs)}, but it did not throw.");
    }

    /// <summary>The task must throw that very exception in time.</summary>
    public static async Task ShouldThrowWithin<T>(this Task task, T expected, TimeSpan timeout, string because = "", params object[] becauseArgs)
        where T : Exception
    {
        var thrown = await task.ShouldThrowWithin<T>(timeout, because, becauseArgs).ConfigureAwait(false);
        if (!Equals(thrown, expected))
        {
            throw new InvalidOperationException($"Expected the task to throw [{expected}]{Because(because, becauseArgs)}, but it threw [{thrown}].");
        }
    }

    private static TimeoutException TooLate(TimeSpan timeout, string because, object[] becauseArgs) =>
        new($"Expected the task to complete within {timeout}{Because(because, becauseArgs)}, but it did not.");

    private static string Because(string because, object[] becauseArgs) =>
        string.IsNullOrEmpty(because) ? "" : " because " + string.Format(because, becauseArgs);
}
