using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Streaming;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Streaming;

public class FileChunkActorTests(ITestOutputHelper output) : TestKit(output: output)
{
    private static readonly DateTimeOffset Time = new(2024, 2, 29, 12, 30, 15, TimeSpan.Zero);
    private static readonly MediaItem Item = new("d/a.mp4", "/srv/d/a.mp4", 1000, Time, "video/mp4", EntityTag.ForFile(1000, Time.UtcTicks));
    private readonly FakeOpener _opener = new();
    private readonly OpenFiles _open = new();

    [Fact]
    public void Slices_are_answered_with_the_number_of_the_question_and_the_file_is_opened_once()
    {
        var actor = Start();
        Assert.Equal(0, _opener.Opened);

        actor.Tell(new ReadSlice(1, Item, 0, 400));
        actor.Tell(new ReadSlice(2, Item, 400, 600));
        actor.Tell(new ReadSlice(3, Item, 999, 1));

        foreach (var (id, count) in new[] { (1, 400), (2, 600), (3, 1) })
        {
            var slice = ExpectMsg<Slice>();
            Assert.Equal((id, count), (slice.RequestId, slice.Body.Count));
        }
        Assert.Equal(1, _opener.Opened);
    }

    [Fact]
    public void The_file_is_closed_when_the_actor_stops()
    {
        var actor = Start();
        actor.Tell(new ReadSlice(1, Item, 0, 1));
        ExpectMsg<Slice>();
        Assert.Equal((0, 1), (_opener.Disposed, _open.Count));

        AwaitClosing(actor, 1);
    }

    [Theory]
    [InlineData(SliceFailure.Missing)]
    [InlineData(SliceFailure.Stale)]
    [InlineData(SliceFailure.Unreadable)]
    [InlineData(SliceFailure.Exhausted)]
    public void A_file_that_cannot_be_opened_is_answered_and_tried_again_at_the_next_question(SliceFailure reason)
    {
        var tries = 0;
        _opener.OnOpen = () => ++tries == 1 ? new MediaFileException(reason, "injected") : null;
        var actor = Start();

        actor.Tell(new ReadSlice(1, Item, 0, 1));
        Assert.Equal(new SliceFailed(1, reason), ExpectMsg<SliceFailed>());
        actor.Tell(new ReadSlice(2, Item, 0, 1));
        Assert.Equal(2, ExpectMsg<Slice>().RequestId);
    }

    [Fact]
    public void A_disk_that_fails_on_the_third_read_is_answered_as_unreadable()
    {
        _opener.OnLoad = read => read == 3 ? new IOException("Input/output error") : null;
        var actor = Start();

        for (var id = 1; id <= 4; id++) actor.Tell(new ReadSlice(id, Item, 100 * id, 100));

        ExpectMsg<Slice>();
        ExpectMsg<Slice>();
        ExpectMsg<Retire>();
        Assert.Equal(new SliceFailed(3, SliceFailure.Unreadable), ExpectMsg<SliceFailed>());
        Assert.Equal(4, ExpectMsg<Slice>().RequestId);
    }

    [Fact]
    public void A_file_that_ends_early_is_answered_as_stale()
    {
        _opener.OnLoad = _ => new EndOfStreamException("injected");
        Start().Tell(new ReadSlice(1, Item, 0, 100));
        ExpectMsg<Retire>();
        Assert.Equal(new SliceFailed(1, SliceFailure.Stale), ExpectMsg<SliceFailed>());
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1001, 0)]
    [InlineData(1000, 1)]
    public void A_file_that_changes_while_it_is_sent_is_answered_as_stale(long size, long later)
    {
        var actor = Start();
        actor.Tell(new ReadSlice(1, Item, 0, 100));
        ExpectMsg<Slice>();

        _opener.Now = stamp => stamp with { Size = size, ModifiedTicks = stamp.ModifiedTicks + later };

        actor.Tell(new ReadSlice(2, Item, 100, 100));
        ExpectMsg<Retire>(); // first: whoever asks again is not to find it
        Assert.Equal(new SliceFailed(2, SliceFailure.Stale), ExpectMsg<SliceFailed>());
    }

    [Fact]
    public void An_unexpected_fault_is_answered_and_the_file_opened_again_by_another()
    {
        _opener.OnLoad = read => read == 1 ? new InvalidOperationException("injected") : null;
        var actor = Start();

        actor.Tell(new ReadSlice(1, Item, 0, 100));

        Assert.Equal(new SliceFailed(1, SliceFailure.Unreadable), ExpectMsg<SliceFailed>());
        Assert.Equal(Item, ExpectMsg<Retire>().Item);
        Assert.Equal((1, 0), (_opener.Disposed, _open.Count));
        actor.Tell(new ReadSlice(2, Item, 0, 100)); // was forwarded to it meanwhile
        Assert.Equal(2, ExpectMsg<Slice>().RequestId);
    }

    [Fact]
    public void A_question_that_makes_it_crash_is_answered_and_so_is_all_that_waits_behind_it()
    {
        _opener.IsResident = true;
        var actor = Start();
        actor.Tell(new ReadSlice(1, Item, 0, 1));
        ExpectMsg<Slice>();
        var crashes = 1;
        _opener.Now = stamp => crashes-- > 0 ? throw new InvalidOperationException("injected") : stamp;

        for (var id = 2; id <= 4; id++) actor.Tell(new ReadSlice(id, Item, 0, 1));

        Assert.Equal(new SliceFailed(2, SliceFailure.Unreadable), ExpectMsg<SliceFailed>());
        ExpectMsg<Retire>();
        Assert.Equal([3, 4], ReceiveN(2).Cast<Slice>().Select(slice => slice.RequestId));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(1000, 1)]
    [InlineData(999, 2)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(0, SliceTransport.MaxCount + 1)]
    public void A_slice_that_the_file_does_not_have_is_a_fault_of_the_asker(long offset, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadSlice(1, Item, offset, count));

    [Fact]
    public void All_who_ask_for_a_region_while_it_is_read_are_answered_by_that_one_read()
    {
        using var goesOn = new ManualResetEvent(false);
        _opener.OnLoad = _ => goesOn.WaitOne(TimeSpan.FromSeconds(30)) ? null : new TimeoutException();
        var actor = Start();
        for (var id = 1; id <= 100; id++) actor.Tell(new ReadSlice(id, Item, 0, 400));
        actor.Tell(new ReadSlice(101, Item, 400, 400));
        actor.Tell(new Identify("asked"), TestActor);
        ExpectMsg<ActorIdentity>();

        goesOn.Set();

        Assert.Equal(Enumerable.Range(1, 101).Select(id => (long)id), ReceiveN(101).Cast<Slice>().Select(slice => slice.RequestId).Order());
        Assert.Equal(2, _opener.Loads);
    }

    [Fact]
    public void All_who_wait_for_a_region_that_cannot_be_read_are_told()
    {
        using var goesOn = new ManualResetEvent(false);
        _opener.OnLoad = _ => goesOn.WaitOne(TimeSpan.FromSeconds(30)) ? new IOException("bad sector") : new TimeoutException();
        var actor = Start();
        for (var id = 1; id <= 3; id++) actor.Tell(new ReadSlice(id, Item, 0, 400));
        actor.Tell(new Identify("asked"), TestActor);
        ExpectMsg<ActorIdentity>();

        goesOn.Set();

        ExpectMsg<Retire>();
        Assert.Equal(Enumerable.Range(1, 3).Select(id => new SliceFailed(id, SliceFailure.Unreadable)), ReceiveN(3).Cast<SliceFailed>());
        Assert.Equal(1, _opener.Loads);
    }

    [Fact]
    public void A_small_file_is_shared_with_the_connections_once_it_was_read()
    {
        var cache = new BodyCache(10_000, 1000, TimeSpan.FromHours(1));
        var actor = Start(cache);
        actor.Tell(new ReadSlice(1, Item, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(1000, cache.Find(Item, TimeSpan.Zero)!.Value.Length);

        actor.Tell(new ReadSlice(2, Item, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(1, _opener.ReadAlls);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_into_memory_is_not_shared()
    {
        var cache = new BodyCache(10_000, 1000, TimeSpan.FromHours(1));
        _opener.Now = stamp => _opener.ReadAlls == 0 ? stamp : stamp with { Size = 1001 };
        var actor = Start(cache);
        actor.Tell(new ReadSlice(1, Item, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_file_too_large_for_the_cache_is_not_read_into_memory()
    {
        var actor = Start(new BodyCache(10_000, 999, TimeSpan.FromHours(1)));
        actor.Tell(new ReadSlice(1, Item, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(0, _opener.ReadAlls);
    }

    [Fact]
    public void The_disk_opens_the_file_and_from_then_on_is_asked_for_what_is_not_in_the_page_cache_only()
    {
        _opener.IsResident = true;
        var actor = Start();

        actor.Tell(new ReadSlice(1, Item, 0, 400));
        ExpectMsg<Slice>();
        actor.Tell(new ReadSlice(2, Item, 400, 400));
        ExpectMsg<Slice>();
        Assert.Equal((1, 1, 1), (_opener.Opened, _opener.LoadsAtHand, _opener.Loads));

        _opener.IsResident = false;
        actor.Tell(new ReadSlice(3, Item, 800, 100));
        Assert.Equal(3, ExpectMsg<Slice>().RequestId);
        Assert.Equal((1, 1, 2), (_opener.Opened, _opener.LoadsAtHand, _opener.Loads));
        AwaitClosing(actor, 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_changed_is_stale_whether_it_is_in_the_page_cache_or_not(bool isResident)
    {
        _opener.IsResident = isResident;
        var actor = Start();
        actor.Tell(new ReadSlice(1, Item, 0, 100));
        ExpectMsg<Slice>();

        _opener.Now = stamp => stamp with { ModifiedTicks = stamp.ModifiedTicks + 1 };
        _opener.OnOpen = () => new MediaFileException(SliceFailure.Stale, "injected");

        actor.Tell(new ReadSlice(2, Item, 100, 100));
        ExpectMsg<Retire>(); // first: whoever asks again is not to find it
        Assert.Equal(new SliceFailed(2, SliceFailure.Stale), ExpectMsg<SliceFailed>());
    }

    private void AwaitClosing(IActorRef actor, int files)
    {
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        Assert.Equal((files, 0), (_opener.Disposed, _open.Count));
    }

    private IActorRef Start(BodyCache? cache = null) => ChildActorOf(
        FileChunkActor.Props(Item, new FileContext(_opener, cache) { Open = _open }), new OneForOneStrategy(_ => Directive.Restart));
}
