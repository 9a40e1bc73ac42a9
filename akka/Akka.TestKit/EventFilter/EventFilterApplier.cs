using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit.Internal;

/// <inheritdoc cref="IEventFilterApplier"/>
internal sealed class EventFilterApplier(TestKitBase testkit, ActorSystem system, IReadOnlyList<EventFilterBase> filters) : IEventFilterApplier
{
    public EventFilterFactory And => new(testkit, system, filters);

    public void ExpectOne(Action action, CancellationToken cancellationToken = default) => Expect(1, action, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default) => Expect(1, timeout, action, cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default) => Expect(1, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) => Expect(1, timeout, func, cancellationToken);

    public Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default) =>
        Intercept(sync: false, 1, null, Returning(action), cancellationToken).AsTask();

    public Task ExpectOneAsync(Func<Task> actionAsync, CancellationToken cancellationToken = default) => ExpectAsync(1, actionAsync, cancellationToken);

    public Task ExpectOneAsync(TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, action, cancellationToken);

    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default) => ExpectAsync(1, func, cancellationToken);

    public Task<T> ExpectOneAsync<T>(TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        ExpectAsync(1, timeout, func, cancellationToken);

    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default) =>
        Synchronously.Result(Intercept(sync: true, expectedCount, null, Returning(action), cancellationToken));

    public void Expect(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Synchronously.Result(Intercept(sync: true, expectedCount, timeout, Returning(action), cancellationToken));

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default) =>
        Synchronously.Result(Intercept(sync: true, expectedCount, null, () => Task.FromResult(func()), cancellationToken));

    public T Expect<T>(int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default) =>
        Synchronously.Result(Intercept(sync: true, expectedCount, timeout, () => Task.FromResult(func()), cancellationToken));

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, actionAsync, null, cancellationToken);

    public Task ExpectAsync(int expectedCount, Func<Task> actionAsync, TimeSpan? timeout, CancellationToken cancellationToken = default) =>
        Intercept(sync: false, expectedCount, timeout, Returning(actionAsync), cancellationToken).AsTask();

    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default) =>
        Intercept(sync: false, expectedCount, timeout, Returning(action), cancellationToken).AsTask();

    public Task ExpectAsync(int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default) =>
        ExpectAsync(expectedCount, action, timeout, cancellationToken);

    public Task<T> ExpectAsync<T>(int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(sync: false, expectedCount, null, func, cancellationToken).AsTask();

    public Task<T> ExpectAsync<T>(int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default) =>
        Intercept(sync: false, expectedCount, timeout, func, cancellationToken).AsTask();

    public void Mute(Action action, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (Mute())
        {
            action();
        }
    }

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (Mute())
        {
            return func();
        }
    }

    public Task MuteAsync(Action action, CancellationToken cancellationToken = default) => MuteAsync(Returning(action), cancellationToken);

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default) => MuteAsync(Returning(action), cancellationToken);

    public async Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using (Mute())
        {
            return await func().ConfigureAwait(false);
        }
    }

    public IUnmutableFilter Mute()
    {
        system.EventStream.Publish(new Mute(filters));
        return new Muted(filters, system);
    }

    private async ValueTask<T> Intercept<T>(
        bool sync, int expected, TimeSpan? timeout, Func<Task<T>> block, CancellationToken cancellationToken)
    {
        // What is left of a Within block is not the measure: to see that no event comes must not use all of it up.
        var leeway = timeout is { } given
            ? testkit.Dilated(given)
            : (system.HasExtension<TestKitSettings>() ? TestKitExtension.For(system) : testkit.TestKitSettings).TestEventFilterLeeway;
        var count = 0;
        using var matches = new SemaphoreSlim(0);
        cancellationToken.ThrowIfCancellationRequested();
        void Count(EventFilterBase filter, LogEvent logEvent)
        {
            Interlocked.Increment(ref count);
            matches.Release();
        }

        foreach (var filter in filters)
        {
            filter.EventMatched += Count;
        }

        T result;
        try
        {
            using (Mute())
            {
                result = await block().ConfigureAwait(false);
                await AwaitMatches(sync, matches, expected, leeway, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            foreach (var filter in filters)
            {
                filter.EventMatched -= Count;
            }
        }

        var actual = Volatile.Read(ref count);
        if (actual != expected)
        {
            var which = $"matched filter [{string.Join(",", filters)}]";
            testkit.FrameworkAssertions.Fail(
                actual < expected
                    ? $"Timeout ({leeway}) while waiting for messages. Only received {actual}/{expected} messages that {which}"
                    : $"Received {Messages(actual - expected)} too many. Expected {Messages(expected)} but received {actual} that {which}");
        }

        return result;
    }

    /// <summary>Waits for all that are expected; for none, until the time is up or one has come.</summary>
    private static async ValueTask AwaitMatches(
        bool sync, SemaphoreSlim matches, int expected, TimeSpan leeway, CancellationToken cancellationToken)
    {
        var end = TestKitBase.Now + leeway;
        for (var awaited = Math.Max(expected, 1); awaited > 0; awaited--)
        {
            if (!await matches.WaitFor(sync, end - TestKitBase.Now, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    private static string Messages(int count) => count == 1 ? "1 message" : $"{count} messages";

    private static Func<Task<object?>> Returning(Action action) => () =>
    {
        action();
        return Task.FromResult<object?>(null);
    };

    private static Func<Task<object?>> Returning(Func<Task> action) => async () =>
    {
        await action().ConfigureAwait(false);
        return null;
    };

    private sealed class Muted(IReadOnlyList<EventFilterBase> filters, ActorSystem system) : IUnmutableFilter
    {
        private bool _unmuted;

        public void Unmute()
        {
            if (!_unmuted)
            {
                _unmuted = true;
                system.EventStream.Publish(new Unmute(filters));
            }
        }

        public void Dispose() => Unmute();
    }
}
