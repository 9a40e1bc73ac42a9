using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class InboxSpec : Akka.TestKit.Xunit2.TestKit
{
    private readonly Inbox _inbox;

    public InboxSpec() : base("akka.actor.inbox { inbox-size = 5, default-timeout = 300ms }") => _inbox = Inbox.Create(Sys);

    [Fact]
    public void Messages_are_received_in_the_order_in_which_they_came()
    {
        _inbox.Receiver.Tell("a");
        _inbox.Receiver.Tell("b");
        Assert.Equal("a", _inbox.Receive());
        Assert.Equal("b", _inbox.Receive(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void What_it_sends_is_answered_to_it()
    {
        _inbox.Send(Sys.ActorOf(Akka.TestKit.TestActors.SimpleEchoActor.Props()), "question");
        Assert.Equal("question", _inbox.Receive(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_predicate_picks_a_message_and_leaves_the_others()
    {
        _inbox.Receiver.Tell("a");
        _inbox.Receiver.Tell(1);
        Assert.Equal(1, _inbox.ReceiveWhere(message => message is int));
        Assert.Equal("a", _inbox.ReceiveWhere(_ => true, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Questions_wait_for_a_message_of_theirs_the_oldest_first()
    {
        var number = Task.Run(() => _inbox.ReceiveWhere(message => message is int, TimeSpan.FromSeconds(10)));
        var first = _inbox.ReceiveAsync(TimeSpan.FromSeconds(10));
        var second = _inbox.ReceiveAsync(TimeSpan.FromSeconds(10));
        _inbox.Receiver.Tell("a");
        Assert.Equal("a", await first);
        _inbox.Receiver.Tell("b");
        Assert.Equal("b", await second);
        _inbox.Receiver.Tell(7);
        Assert.Equal(7, await number);
    }

    [Fact]
    public async Task Nothing_in_time_is_an_exception_or_a_failure()
    {
        Assert.Throws<TimeoutException>(() => _inbox.Receive());
        Assert.Throws<TimeoutException>(() => _inbox.Receive(TimeSpan.FromMilliseconds(20)));
        Assert.Throws<TimeoutException>(() => _inbox.Receive(TimeSpan.Zero));
        _inbox.Receiver.Tell("stays");
        Assert.Throws<TimeoutException>(() => _inbox.ReceiveWhere(message => message is int));
        Assert.Equal("stays", _inbox.Receive());
        Assert.IsType<TimeoutException>(Assert.IsType<Status.Failure>(await _inbox.ReceiveAsync()).Cause);
        // A question that was given up takes no message.
        _inbox.Receiver.Tell("late");
        Assert.Equal("late", _inbox.Receive());
    }

    [Fact]
    public void It_watches()
    {
        var dying = Sys.ActorOf(Akka.TestKit.TestActors.BlackHoleActor.Props);
        var unwatched = Sys.ActorOf(Akka.TestKit.TestActors.BlackHoleActor.Props);
        var withMessage = Sys.ActorOf(Akka.TestKit.TestActors.BlackHoleActor.Props);
        Assert.Equal(dying, _inbox.Watch(dying));
        _inbox.Watch(unwatched);
        _inbox.Unwatch(unwatched);
        Sys.Stop(unwatched);
        Sys.Stop(dying);
        Assert.Equal(dying, ((Terminated)_inbox.Receive(TimeSpan.FromSeconds(10))).ActorRef);
        _inbox.WatchWith(withMessage, "gone");
        Sys.Stop(withMessage);
        Assert.Equal("gone", _inbox.Receive(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void What_it_has_no_room_for_is_dropped_with_one_warning()
    {
        EventFilter.Warning(start: "Dropping message").ExpectOne(() =>
        {
            for (var i = 0; i < 8; i++) _inbox.Receiver.Tell(i);
        });
        for (var i = 0; i < 5; i++) Assert.Equal(i, _inbox.Receive());
        Assert.Throws<TimeoutException>(() => _inbox.Receive(TimeSpan.Zero));
    }

    [Fact]
    public Task It_is_all_that_an_inboxable_is() => UseAsync(_inbox);

    private async Task UseAsync<TInbox>(TInbox inbox) where TInbox : IInboxable
    {
        var soon = TimeSpan.FromSeconds(10);
        var echo = Sys.ActorOf(Akka.TestKit.TestActors.SimpleEchoActor.Props());
        for (var i = 0; i < 5; i++) inbox.Send(echo, i);
        Assert.Equal([4, 0, 1, 2, 3], new[]
        {
            inbox.ReceiveWhere(m => m is 4, soon), inbox.Receive(soon), await inbox.ReceiveAsync(soon), inbox.Receive(), await inbox.ReceiveAsync(),
        });
        inbox.Send(echo, 5);
        AwaitAssert(() => Assert.Equal(5, inbox.ReceiveWhere(m => m is 5)));
        var subject = Sys.ActorOf(Props.Empty);
        inbox.Watch(subject);
        Sys.Stop(subject);
        Assert.Equal(subject, ((Terminated)inbox.Receive(soon)).ActorRef);
        Assert.Same(_inbox.Receiver, inbox.Receiver);
    }

    [Fact]
    public async Task A_question_whose_time_is_over_when_it_is_asked_is_answered_by_a_failure()
    {
        var answer = await _inbox.ReceiveAsync(TimeSpan.FromSeconds(-2)).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.IsType<TimeoutException>(Assert.IsType<Status.Failure>(answer).Cause);
        Assert.Throws<TimeoutException>(() => _inbox.ReceiveWhere(_ => true, TimeSpan.FromSeconds(-2)));
    }

    [Fact]
    public void Disposed_of_it_is_gone()
    {
        Watch(_inbox.Receiver);
        _inbox.Dispose();
        ExpectTerminated(_inbox.Receiver, TimeSpan.FromSeconds(10));
    }
}
