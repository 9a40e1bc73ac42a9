using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class AskSpec : ActorSpec
{
    private readonly IActorRef _actor;

    public AskSpec() => _actor = Start((m, c) =>
    {
        switch (m)
        {
            case "null": c.Sender.Tell(null!); break;
            case "fail": c.Sender.Tell(new Status.Failure(new ArgumentException("bad"))); break;
            case "twice": c.Sender.Tell("one"); c.Sender.Tell("two"); break;
            case "silence": TestActor.Tell(c.Sender); break;
            case Func<IActorRef, object> f: c.Sender.Tell(f(c.Sender)); break;
            default: c.Sender.Tell(m); break;
        }
    });

    [Fact]
    public async Task The_answer_is_the_result()
    {
        Assert.Equal("hello", await _actor.Ask<string>("hello", Soon));
        Assert.Equal("hello", await _actor.Ask("hello", Soon));
        Assert.Equal(7, await _actor.Ask<int>(7));
        Assert.Equal(7, await _actor.Ask<object>(7, CancellationToken.None));
        Assert.Equal(7, await _actor.Ask(7, CancellationToken.None));
        Assert.Equal(7, await _actor.Ask(7, Soon, CancellationToken.None));
    }

    [Fact]
    public async Task Null_is_an_answer() => Assert.Null(await _actor.Ask<string>("null", Soon));

    [Fact]
    public async Task A_failure_is_thrown() =>
        Assert.Equal("bad", (await Assert.ThrowsAsync<ArgumentException>(() => _actor.Ask<string>("fail", Soon))).Message);

    [Fact]
    public async Task A_failure_is_an_answer_to_one_who_asks_for_anything() =>
        Assert.IsType<Status.Failure>(await _actor.Ask<object>("fail", Soon));

    [Fact]
    public async Task An_answer_of_another_type_is_thrown_as_an_argument_exception()
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => _actor.Ask<int>("hello", Soon));
        Assert.Contains("System.String", e.Message);
        Assert.Contains("System.Int32", e.Message);
    }

    [Fact]
    public async Task Silence_is_a_timeout_and_what_comes_later_a_dead_letter()
    {
        await Assert.ThrowsAsync<AskTimeoutException>(() => _actor.Ask<string>("silence", TimeSpan.FromMilliseconds(50)));
        var asker = ExpectMsg<IActorRef>(Soon);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        asker.Tell("too late");
        Assert.Equal("too late", ExpectMsg<DeadLetter>(Soon).Message);
    }

    [Fact]
    public async Task A_timeout_tells_its_seconds()
    {
        var e = await Assert.ThrowsAsync<AskTimeoutException>(() => _actor.Ask<string>("silence", TimeSpan.FromMilliseconds(50)));
        Assert.Equal("Timeout after 0.05 seconds", e.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-1000)]
    public async Task A_timeout_that_is_not_positive_is_none(int milliseconds)
    {
        var answer = _actor.Ask<string>("silence", TimeSpan.FromMilliseconds(milliseconds));
        var asker = ExpectMsg<IActorRef>(Soon);
        Assert.False(answer.IsCompleted);
        asker.Tell("at last");
        Assert.Equal("at last", await answer.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_failure_without_a_cause_is_a_cancellation()
    {
        var answer = _actor.Ask<string>((Func<IActorRef, object>)(_ => new Status.Failure(null!)), Soon);
        await Assert.ThrowsAsync<TaskCanceledException>(() => answer);
    }

    [Fact]
    public async Task Null_cannot_be_asked() =>
        await Assert.ThrowsAsync<InvalidMessageException>(() => _actor.Ask<string>((object)null!, Soon));

    [Fact]
    public async Task Who_gave_up_before_asking_is_not_answered() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _actor.Ask<string>("hello", Soon, new CancellationToken(true)));

    [Fact]
    public async Task A_stopped_actor_and_the_dead_letters_never_answer()
    {
        await _actor.GracefulStop(Soon);
        await Assert.ThrowsAsync<AskTimeoutException>(() => _actor.Ask<string>("hello", TimeSpan.FromMilliseconds(50)));
        await Assert.ThrowsAsync<AskTimeoutException>(() => Sys.DeadLetters.Ask<string>("hello", TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task A_selection_can_be_asked()
    {
        Assert.Equal("hello", await Sys.ActorSelection(_actor.Path).Ask<string>("hello", Soon));
        Assert.Equal("hello", await Sys.ActorSelection("/user/" + _actor.Path.Name).Ask("hello", Soon));
    }

    [Fact]
    public async Task An_actor_can_be_asked_by_another_that_awaits_or_blocks()
    {
        var asking = Start((m, c) => c.Sender.Tell(_actor.Ask<string>(m, Soon).Result + " blocking"));
        Assert.Equal("hello blocking", await asking.Ask<string>("hello", Soon));
    }

    [Fact]
    public async Task Who_watches_the_asker_hears_of_its_end()
    {
        var answer = _actor.Ask<string>("silence", Soon);
        var asker = ExpectMsg<IActorRef>(Soon);
        Watch(asker);
        var other = CreateTestProbe();
        other.Watch(asker);
        other.Unwatch(asker);
        ExpectNoMsg(Briefly);
        asker.Tell("answer");
        Assert.True(ExpectTerminated(asker, Soon).ExistenceConfirmed);
        Assert.Equal("answer", await answer);
        other.ExpectNoMsg(Briefly);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_asker_is_dead_once_it_has_its_answer_or_gave_up(bool answered)
    {
        var answer = _actor.Ask<string>("silence", answered ? Soon : TimeSpan.FromMilliseconds(50));
        var asker = ExpectMsg<IActorRef>(Soon);
        if (answered) asker.Tell("answer");
        await Task.WhenAny(answer);
        ExpectTerminated(Watch(asker), Soon);
        Assert.True(await asker.WatchAsync().WaitAsync(Soon));
    }

    [Fact]
    public async Task A_second_answer_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Assert.Equal("one", await _actor.Ask<string>("twice", Soon));
        Assert.Equal("two", ExpectMsg<DeadLetter>(Soon).Message);
    }

    [Fact]
    public async Task Who_asked_can_give_up()
    {
        using var cancel = new CancellationTokenSource();
        var answer = _actor.Ask<string>("silence", Soon, cancel.Token);
        var asker = ExpectMsg<IActorRef>(Soon);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        asker.Tell("not wanted");
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public async Task The_asker_is_found_by_its_path_until_it_has_its_answer()
    {
        var provider = ((ExtendedActorSystem)Sys).Provider;
        var answer = _actor.Ask<string>("silence", Soon);
        var asker = ExpectMsg<IActorRef>(Soon);
        Assert.StartsWith("/temp/$", asker.Path.ToStringWithoutAddress());
        Assert.Same(asker, provider.ResolveActorRef(asker.Path));
        Sys.ActorSelection(asker.Path).Tell("found");
        Assert.Equal("found", await answer);
        await AwaitAssertAsync(() => Assert.NotSame(asker, provider.ResolveActorRef(asker.Path)), Soon);
    }

    [Fact]
    public async Task A_message_can_be_made_for_the_asker() =>
        Assert.True(await _actor.Ask<bool>(asker => (Func<IActorRef, object>)(sender => sender.Equals(asker)), Soon, CancellationToken.None));

    [Fact]
    public void Nobody_cannot_be_asked_outside_of_actors() =>
        Assert.IsType<ArgumentException>(ThrownOutsideOfActors(() => ActorRefs.Nobody.Ask("x", Soon).GetAwaiter().GetResult()));

    [Fact]
    public void The_systems_ask_timeout_holds_where_none_is_given()
    {
        using var other = ActorSystem.Create("asking", "akka.actor.ask-timeout = 50ms, akka.loglevel = OFF, akka.stdout-loglevel = OFF");
        var silent = other.ActorOf(Props.Create<Silent>());
        Assert.IsType<AskTimeoutException>(ThrownOutsideOfActors(() => silent.Ask<string>("x").GetAwaiter().GetResult()));
    }

    private sealed class Silent : ReceiveActor
    {
        public Silent() => ReceiveAny(_ => { });
    }
}
