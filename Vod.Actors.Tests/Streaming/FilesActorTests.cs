using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Connections;

namespace Vod.Actors.Tests.Streaming;

/// <summary>One actor and one open file for all viewers of a film, and an answer to every question, whatever crashes.</summary>
public sealed class FilesActorTests : TestKit
{
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(5); // of the time for which a file stays open
    private static readonly MediaItem Film = Items.Of(1000);
    private readonly FakeOpener _disk = new();
    private readonly OpenFiles _open = new();
    private readonly IActorRef _files;

    public FilesActorTests() : base(ConnectionTest.Config)
    {
        var props = FilesActor.Props(new FileContext(_disk) { KeepsOpenFor = 2 * Half, Open = _open });
        _files = ActorOf(Props.Create(() => new Restarting(props)), "parent").Ask<IActorRef>("files", RemainingOrDefault).GetAwaiter().GetResult();
    }

    [Fact]
    public void Ten_thousand_viewers_of_a_film_share_one_open_file()
    {
        for (var viewer = 1; viewer <= 10_000; viewer++) _files.Tell(new ReadSlice(viewer, Items.Of(1000), viewer % 1000, 1));

        Assert.Equal(Enumerable.Range(1, 10_000).Select(id => (long)id), ReceiveN(10_000).Cast<Slice>().Select(slice => slice.RequestId).Order());
        Assert.Equal((1, 1), (_disk.Opened, _open.Count));
    }

    [Fact]
    public void Another_version_is_opened_beside_the_one_that_others_still_watch()
    {
        Ask(1);
        Ask(2, Items.Of(2000));
        Ask(3);

        Assert.Equal((2, 2, 0), (_disk.Opened, _open.Count, _disk.Disposed));
    }

    [Fact]
    public void A_file_that_nobody_asks_for_is_closed_and_opened_again_for_the_next()
    {
        Ask(1);
        Pass(3);
        Assert.Equal(1, _open.Count);
        Pass(1);
        AwaitAssert(() => Assert.Equal((1, 0), (_disk.Disposed, _open.Count)));

        Ask(2);

        Assert.Equal(2, _disk.Opened);
        Pass(4);
        AwaitAssert(() => Assert.Equal(2, _disk.Disposed));
    }

    [Fact]
    public void A_file_that_is_asked_for_now_and_then_stays_open()
    {
        for (var id = 1; id <= 10; id++)
        {
            Ask(id);
            Pass(2);
        }

        Assert.Equal((1, 0), (_disk.Opened, _disk.Disposed));
    }

    [Fact]
    public void A_read_that_takes_longer_than_a_file_stays_open_is_answered()
    {
        using var goesOn = new ManualResetEvent(false);
        _disk.OnLoad = _ => goesOn.WaitOne(TimeSpan.FromSeconds(30)) ? null : new TimeoutException();
        _files.Tell(new ReadSlice(1, Film, 0, 10));
        AwaitCondition(() => _disk.Loads > 0);
        Pass(10);

        goesOn.Set();

        Assert.Equal(1, ExpectMsg<Slice>().RequestId);
        Assert.Equal(0, _disk.Disposed); // it is to be sent yet
        Pass(2);
        AwaitAssert(() => Assert.Equal(1, _disk.Disposed));
    }

    [Fact]
    public void An_open_file_that_was_written_to_is_opened_again_for_whoever_asks_next()
    {
        Ask(1);
        _disk.Now = stamp => stamp with { Size = stamp.Size + 1 };
        _files.Tell(new ReadSlice(2, Film, 0, 10));
        Assert.Equal(new SliceFailed(2, SliceFailure.Stale), ExpectMsg<SliceFailed>());
        _disk.Now = stamp => stamp;

        Ask(3);

        Assert.Equal(2, _disk.Opened);
        Pass(1);
        AwaitAssert(() => Assert.Equal((1, 1), (_disk.Disposed, _open.Count)));
    }

    [Fact]
    public void A_crash_is_answered_and_the_viewers_of_other_films_do_not_notice()
    {
        using var goesOn = new ManualResetEvent(false);
        _disk.OnLoad = load => load > 2 ? null : goesOn.WaitOne(TimeSpan.FromSeconds(30)) && load == 1 ? new InvalidOperationException("injected") : null;
        _files.Tell(new ReadSlice(1, Film, 0, 10));
        AwaitCondition(() => _disk.Loads == 1);
        _files.Tell(new ReadSlice(2, Items.Of(2000), 0, 10));
        AwaitCondition(() => _disk.Loads == 2);
        _files.Tell(new ReadSlice(3, Film, 0, 10));
        _files.Tell(new ReadSlice(4, Film, 500, 10));
        Settle();

        EventFilter.Exception<InvalidOperationException>().ExpectOne(goesOn.Set);

        var answers = ReceiveN(4).ToList();
        Assert.Equal(2, Assert.Single(answers.OfType<Slice>()).RequestId);
        Assert.Equal([1, 3, 4], answers.OfType<SliceFailed>().Where(failed => failed.Reason == SliceFailure.Unreadable).Select(failed => failed.RequestId).Order());
        Ask(5);
    }

    [Fact]
    public void Nobody_waits_in_vain_whatever_crashes_and_when()
    {
        // Each load may fail; who is forwarded to a crashed actor before anybody knows waits in its mailbox.
        _disk.OnLoad = load => load % 7 == 0 ? new InvalidOperationException("injected") : load % 11 == 0 ? new IOException("injected") : null;
        const int questions = 5000;

        EventFilter.Exception<InvalidOperationException>().Mute();
        for (var id = 1; id <= questions; id++) _files.Tell(new ReadSlice(id, Items.Of(1000 + (id % 3)), id % 900, 10));

        var answered = ReceiveN(questions, TimeSpan.FromSeconds(30)).Select(answer => answer is Slice slice ? slice.RequestId : ((SliceFailed)answer).RequestId);
        Assert.Equal(Enumerable.Range(1, questions).Select(id => (long)id), answered.Order());
        for (var round = 0; round < 3; round++) Pass(4);
        AwaitAssert(() => Assert.Equal((0, _disk.Opened), (_open.Count, _disk.Disposed)));
    }

    [Fact]
    public void A_restart_answers_all_who_wait_and_goes_on()
    {
        using var goesOn = new ManualResetEvent(false);
        _disk.OnLoad = load => load > 1 || goesOn.WaitOne(TimeSpan.FromSeconds(30)) ? null : new TimeoutException();
        _files.Tell(new ReadSlice(1, Film, 0, 10));
        AwaitCondition(() => _disk.Loads == 1);

        EventFilter.Exception<ActorKilledException>().ExpectOne(() => _files.Tell(Kill.Instance));

        Assert.Equal(new SliceFailed(1, SliceFailure.Unreadable), ExpectMsg<SliceFailed>());
        Ask(2); // though the disk still holds the actor of before
        goesOn.Set();
        AwaitAssert(() => Assert.Equal(1, _disk.Disposed));
        Assert.Equal(1, _open.Count);
    }

    private void Ask(long id, MediaItem? item = null)
    {
        _files.Tell(new ReadSlice(id, item ?? Film, 0, 10));
        Assert.Equal(id, ExpectMsg<Slice>().RequestId);
    }

    private void Pass(int halves)
    {
        for (; halves > 0; halves--)
        {
            ((TestScheduler)Sys.Scheduler).Advance(Half);
            Settle();
        }
    }

    private void Settle()
    {
        foreach (var actor in ((ActorRefWithCell)_files).Children.Prepend(_files).ToList())
        {
            actor.Ask<ActorIdentity>(new Identify("settled"), RemainingOrDefault).GetAwaiter().GetResult();
        }
    }

    /// <summary>Restarts its child whatever it dies of; the guardian would stop one that is killed.</summary>
    private sealed class Restarting : ReceiveActor
    {
        public Restarting(Props child)
        {
            var files = Context.ActorOf(child, "files");
            ReceiveAny(_ => Sender.Tell(files));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }
}
