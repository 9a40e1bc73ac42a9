using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Makes an assertion again and again until it holds. For what no message tells of.</summary>
    /// <param name="assertion">The assertion: it throws until it holds.</param>
    /// <param name="duration">When to give up, before it is stretched; the last failure is thrown then.</param>
    /// <param name="interval">How long to wait between attempts; 100 ms by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitAssert(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(AwaitAssertCore(sync: true, Completed(assertion), duration, interval, cancellationToken));

    /// <inheritdoc cref="AwaitAssert"/>
    public Task AwaitAssertAsync(
        Action assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertCore(sync: false, Completed(assertion), duration, interval, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitAssert"/>
    public Task AwaitAssertAsync(
        Func<Task> assertion, TimeSpan? duration = null, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        AwaitAssertCore(sync: false, assertion, duration, interval, cancellationToken).AsTask();

    /// <summary>Waits until a condition is true. For what no message tells of.</summary>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public void AwaitCondition(Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitCondition(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">When to fail, before it is stretched.</param>
    /// <param name="interval">How long to wait between attempts; 100 ms by default.</param>
    /// <param name="message">What to add to a failure.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void AwaitCondition(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(AwaitConditionCore(sync: true, Completed(conditionIsFulfilled), max, interval, message, cancellationToken));

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public Task AwaitConditionAsync(Func<bool> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<bool> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        AwaitConditionCore(sync: false, Completed(conditionIsFulfilled), max, interval, message, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitCondition(Func{bool}, CancellationToken)"/>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, null, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, null, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, string? message, CancellationToken cancellationToken = default) =>
        AwaitConditionAsync(conditionIsFulfilled, max, null, message, cancellationToken);

    /// <inheritdoc cref="AwaitCondition(Func{bool}, TimeSpan?, TimeSpan?, string, CancellationToken)"/>
    public Task AwaitConditionAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan? max, TimeSpan? interval, string? message = null, CancellationToken cancellationToken = default) =>
        AwaitConditionCore(sync: false, conditionIsFulfilled, max, interval, message, cancellationToken).AsTask();

    /// <summary>Waits until a condition is true, or the time is up.</summary>
    /// <param name="conditionIsFulfilled">The condition.</param>
    /// <param name="max">When to give up; not stretched.</param>
    /// <param name="interval">How long to wait between attempts; 100 ms by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether it is true.</returns>
    public bool AwaitConditionNoThrow(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Synchronously.Result(Poll(sync: true, Completed(conditionIsFulfilled), max, interval, cancellationToken));

    /// <inheritdoc cref="AwaitConditionNoThrow"/>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<bool> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Poll(sync: false, Completed(conditionIsFulfilled), max, interval, cancellationToken).AsTask();

    /// <inheritdoc cref="AwaitConditionNoThrow"/>
    public Task<bool> AwaitConditionNoThrowAsync(
        Func<Task<bool>> conditionIsFulfilled, TimeSpan max, TimeSpan? interval = null, CancellationToken cancellationToken = default) =>
        Poll(sync: false, conditionIsFulfilled, max, interval, cancellationToken).AsTask();

    private static Func<Task> Completed(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };

    private static Func<Task<bool>> Completed(Func<bool> condition) => () => Task.FromResult(condition());

    private async ValueTask AwaitAssertCore(
        bool sync, Func<Task> assertion, TimeSpan? duration, TimeSpan? interval, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(duration);
        var start = Now;
        for (var attempts = 1; ; attempts++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await assertion().ConfigureAwait(false);
                return;
            }
            catch (Exception) when (Now < start + limit)
            {
                // It may hold next time.
            }
            catch
            {
                _system.Log.Warning("AwaitAssert failed, timeout [{0}] is over after [{1}] attempts and [{2}] elapsed time", limit, attempts, Now - start);
                throw;
            }

            await Pause(sync, start + limit, interval, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask AwaitConditionCore(
        bool sync, Func<Task<bool>> condition, TimeSpan? max, TimeSpan? interval, string? message, CancellationToken cancellationToken)
    {
        var limit = RemainingOrDilated(max);
        if (!await Poll(sync, condition, limit, interval, cancellationToken).ConfigureAwait(false))
        {
            _assertions.Fail($"Timeout {limit} expired while waiting for condition.{message}");
        }
    }

    private static async ValueTask<bool> Poll(
        bool sync, Func<Task<bool>> condition, TimeSpan max, TimeSpan? interval, CancellationToken cancellationToken)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        cancellationToken.ThrowIfCancellationRequested();
        var end = Now + max;
        while (!await condition().ConfigureAwait(false))
        {
            if (Now >= end)
            {
                return false;
            }

            await Pause(sync, end, interval, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Waits the interval, but not beyond the end.</summary>
    private static async ValueTask Pause(bool sync, TimeSpan end, TimeSpan? interval, CancellationToken cancellationToken)
    {
        var pause = TimeSpanExtensions.Min(interval ?? DefaultInterval, AtLeastZero(end - Now));
        if (sync)
        {
            cancellationToken.WaitHandle.WaitOne(pause);
            cancellationToken.ThrowIfCancellationRequested();
        }
        else
        {
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
