using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    /// <summary>How much longer than its time a block may run on before it is given up, so that those that are merely late are timed.</summary>
    private static readonly TimeSpan Overtime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24); // a task cannot be waited for much longer

    /// <summary>Bounds the time of a block; expectations in it wait no longer than what is left of it.</summary>
    /// <param name="max">The longest that the block may take, before it is stretched.</param>
    /// <param name="action">The block.</param>
    /// <param name="epsilonValue">How much longer than <paramref name="max"/> is tolerated.</param>
    /// <param name="cancellationToken">Checked before the block is run.</param>
    public void Within(TimeSpan max, Action action, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, action, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    /// <param name="min">The least that the block has to take.</param>
    /// <param name="max">The longest that the block may take, before it is stretched.</param>
    /// <param name="action">The block.</param>
    /// <param name="hint">What to add to a failure.</param>
    /// <param name="epsilonValue">How much longer than <paramref name="max"/> is tolerated.</param>
    /// <param name="cancellationToken">Checked before the block is run.</param>
    public void Within(
        TimeSpan min, TimeSpan max, Action action, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(min, max, Returning(action), hint, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    public T Within<T>(TimeSpan max, Func<T> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        Within(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, TimeSpan, Action, string, TimeSpan?, CancellationToken)"/>
    public T Within<T>(
        TimeSpan min, TimeSpan max, Func<T> function, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinCore(min, max, () => Task.FromResult(function()), hint, epsilonValue, cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    public Task WithinAsync(TimeSpan max, Func<Task> actionAsync, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, actionAsync, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, TimeSpan, Action, string, TimeSpan?, CancellationToken)"/>
    public Task WithinAsync(
        TimeSpan min, TimeSpan max, Func<Task> actionAsync, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(min, max, Returning(actionAsync), hint, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, Action, TimeSpan?, CancellationToken)"/>
    public Task<T> WithinAsync<T>(TimeSpan max, Func<Task<T>> function, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinAsync(TimeSpan.Zero, max, function, null, epsilonValue, cancellationToken);

    /// <inheritdoc cref="Within(TimeSpan, TimeSpan, Action, string, TimeSpan?, CancellationToken)"/>
    public Task<T> WithinAsync<T>(
        TimeSpan min, TimeSpan max, Func<Task<T>> function, string? hint = null, TimeSpan? epsilonValue = null, CancellationToken cancellationToken = default) =>
        WithinCore(min, max, function, hint, epsilonValue, cancellationToken);

    private static Func<object?> Returning(Action action) => () =>
    {
        action();
        return null;
    };

    private static Func<Task<object?>> Returning(Func<Task> action) => async () =>
    {
        await action().ConfigureAwait(false);
        return null;
    };

    private async Task<T> WithinCore<T>(
        TimeSpan min, TimeSpan max, Func<Task<T>> function, string? hint, TimeSpan? epsilon, CancellationToken cancellationToken)
    {
        min.EnsureIsPositiveFinite(nameof(min));
        max.EnsureIsPositiveFinite(nameof(max));
        cancellationToken.ThrowIfCancellationRequested();

        var start = Now;
        var outerEnd = _end;
        var limit = Dilated(max);
        if (outerEnd is { } end)
        {
            var left = AtLeastZero(end - start);
            _assertions.AssertTrue(left >= min, $"Required min time {min} not possible, only {left} left. {hint}");
            limit = TimeSpanExtensions.Min(limit, left);
        }

        _lastWasNoMsg = false;
        _end = start + limit;
        T result;
        try
        {
            var block = function();
            if (!block.IsCompleted)
            {
                await OverdueOrDone(block, limit + (epsilon ?? TimeSpan.Zero), hint).ConfigureAwait(false);
            }

            result = await block.ConfigureAwait(false);
        }
        finally
        {
            _end = outerEnd;
        }

        var elapsed = Now - start;
        if (elapsed < min)
        {
            _assertions.Fail($"Failed: Block took {elapsed}, should have at least been {min}. {hint}");
        }

        // Expecting that nothing comes until the block's time is up takes at least that time.
        if (!_lastWasNoMsg && elapsed > limit + (epsilon ?? TimeSpan.Zero))
        {
            _assertions.Fail($"Failed: Block took {elapsed}, exceeding {limit}. {hint}");
        }

        return result;
    }

    /// <summary>Fails when a block goes on well after its time: it may never end.</summary>
    private async Task OverdueOrDone(Task block, TimeSpan limit, string? hint)
    {
        try
        {
            await block.WaitAsync(TimeSpanExtensions.Min(limit + Overtime, LongestWait)).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!block.IsCompleted)
        {
            _ = block.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            _assertions.Fail($"Failed: Block is still running after {limit + Overtime}, exceeding {limit}. {hint}");
        }
        catch when (block.IsCompleted)
        {
            // Whoever awaits the block hears of its failure.
        }
    }

    private static string Hint(string? hint) => string.IsNullOrEmpty(hint) ? "" : $" ({hint})";
}
