using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Scheduler;

public sealed class CancelableTests : IDisposable
{
    private readonly HashedWheelTimerScheduler _wheel = new(Config.Empty, NoLogger.Instance);

    private IScheduler Scheduler => _wheel;

    public void Dispose() => _wheel.Dispose();

    [Fact]
    public void Called_off_it_says_so_and_so_does_its_token()
    {
        var cancelable = new Cancelable(Scheduler);
        var token = cancelable.Token;
        Assert.False(cancelable.IsCancellationRequested);
        Assert.False(token.IsCancellationRequested);
        cancelable.Cancel();
        cancelable.Cancel();
        Assert.True(cancelable.IsCancellationRequested);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public void A_token_that_is_asked_for_afterwards_is_cancelled()
    {
        var cancelable = new Cancelable(Scheduler);
        cancelable.Cancel();
        Assert.True(cancelable.Token.IsCancellationRequested);
        Assert.True(Cancelable.CreateCanceled().Token.IsCancellationRequested);
    }

    public static TheoryData<Func<IScheduler, Cancelable>> Late =>
    [
        s => new Cancelable(s, TimeSpan.FromMilliseconds(10)),
        s => new Cancelable(s, 10),
        s => new Cancelable(s.Advanced, TimeSpan.FromMilliseconds(10)),
    ];

    [Theory]
    [MemberData(nameof(Late))]
    public void It_can_be_called_off_later(Func<IScheduler, Cancelable> make)
    {
        using var cancelled = new ManualResetEventSlim();
        using var cancelable = make(Scheduler);
        using var registration = cancelable.Token.Register(cancelled.Set);
        Assert.True(cancelled.Wait(TimeSpan.FromSeconds(10)));
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_can_be_called_off_later_once_it_is_made(bool milliseconds)
    {
        using var cancelled = new ManualResetEventSlim();
        var cancelable = Cancelable.CreateLinkedCancelable(Scheduler, CancellationToken.None);
        using var registration = cancelable.Token.Register(cancelled.Set);
        if (milliseconds) cancelable.CancelAfter(10);
        else cancelable.CancelAfter(TimeSpan.FromMilliseconds(10));
        Assert.True(cancelled.Wait(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Called_off_it_need_not_be_called_off_later()
    {
        foreach (var cancelled in new[] { new Cancelable(Scheduler), Cancelable.CreateCanceled() })
        {
            cancelled.Cancel();
            cancelled.CancelAfter(TimeSpan.FromHours(1));
            cancelled.CancelAfter(3_600_000);
            cancelled.Cancel(true);
            Assert.Equal(0, _wheel.Count);
        }
    }

    [Fact]
    public void The_first_callback_that_throws_can_be_the_last()
    {
        var cancelable = new Cancelable(Scheduler);
        var calls = 0;
        for (var i = 0; i < 2; i++) cancelable.Token.Register(() => throw new InvalidOperationException($"{++calls}"));
        Assert.Equal("1", Assert.Throws<InvalidOperationException>(() => cancelable.Cancel(true)).Message);
        Assert.True(cancelable.IsCancellationRequested);
    }

    [Fact]
    public void It_cannot_be_called_off_in_the_past() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cancelable(Scheduler).CancelAfter(-1));

    [Fact]
    public void One_that_is_disposed_of_is_not_called_off_by_what_it_is_linked_to()
    {
        using var source = new Cancelable(Scheduler);
        var linked = (Cancelable)Cancelable.CreateLinkedCancelable(Scheduler, source);
        linked.Dispose();
        source.Cancel();
        Assert.False(linked.IsCancellationRequested);
    }

    [Fact]
    public void Callbacks_that_throw_are_reported_to_who_cancels()
    {
        var cancelable = new Cancelable(Scheduler);
        cancelable.Token.Register(() => throw new InvalidOperationException("one"));
        cancelable.Token.Register(() => throw new InvalidOperationException("two"));
        var all = Assert.Throws<AggregateException>(() => cancelable.Cancel(false));
        Assert.Equal(2, all.InnerExceptions.Count);
    }

    [Fact]
    public void Disposed_of_it_cannot_be_used()
    {
        var cancelable = new Cancelable(Scheduler);
        cancelable.Dispose();
        cancelable.Dispose();
        Assert.True(cancelable.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => cancelable.Cancel());
        Assert.Throws<ObjectDisposedException>(() => cancelable.Token);
        Assert.Throws<ObjectDisposedException>(() => cancelable.CancelAfter(1));
        Assert.Throws<ObjectDisposedException>(() => cancelable.CancelAfter(TimeSpan.FromMilliseconds(1)));
    }

    [Fact]
    public void A_linked_one_is_called_off_with_any_of_its_sources_and_by_itself_alone()
    {
        using var first = new Cancelable(Scheduler);
        using var second = new Cancelable(Scheduler);
        var linked = Cancelable.CreateLinkedCancelable(Scheduler, first, second);
        var alone = Cancelable.CreateLinkedCancelable(Scheduler, first.Token, second.Token);
        alone.Cancel();
        Assert.False(linked.IsCancellationRequested);
        Assert.False(second.IsCancellationRequested);
        second.Cancel();
        Assert.True(linked.IsCancellationRequested);
        Assert.False(first.IsCancellationRequested);
        Assert.True(Cancelable.CreateLinkedCancelable(Scheduler, second).IsCancellationRequested);
    }

    [Fact]
    public void Null_can_be_called_off()
    {
        ((ICancelable?)null).CancelIfNotNull();
        var cancelable = new Cancelable(Scheduler);
        cancelable.CancelIfNotNull();
        Assert.True(cancelable.IsCancellationRequested);
    }
}
