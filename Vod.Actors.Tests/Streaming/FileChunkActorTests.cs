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

    [Fact]
    public void Slices_are_answered_with_the_number_of_the_question_and_the_file_is_opened_once()
    {
        var actor = Start();
        Assert.Equal(0, _opener.Opened);

        actor.Tell(new ReadSlice(1, 0, 400));
        actor.Tell(new ReadSlice(2, 400, 600));
        actor.Tell(new ReadSlice(3, 999, 1));

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
        actor.Tell(new ReadSlice(1, 0, 1));
        ExpectMsg<Slice>();
        Assert.Equal(0, _opener.Disposed);

        Watch(actor);
        Sys.Stop(actor);

        ExpectTerminated(actor);
        Assert.Equal(1, _opener.Disposed);
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

        actor.Tell(new ReadSlice(1, 0, 1));
        Assert.Equal(new SliceFailed(1, reason), ExpectMsg<SliceFailed>());
        actor.Tell(new ReadSlice(2, 0, 1));
        Assert.Equal(2, ExpectMsg<Slice>().RequestId);
    }

    [Fact]
    public void A_disk_that_fails_on_the_third_read_is_answered_as_unreadable()
    {
        _opener.OnLoad = read => read == 3 ? new IOException("Input/output error") : null;
        var actor = Start();

        for (var id = 1; id <= 4; id++) actor.Tell(new ReadSlice(id, 0, 100));

        ExpectMsg<Slice>();
        ExpectMsg<Slice>();
        Assert.Equal(new SliceFailed(3, SliceFailure.Unreadable), ExpectMsg<SliceFailed>());
        Assert.Equal(4, ExpectMsg<Slice>().RequestId);
    }

    [Fact]
    public void A_file_that_ends_early_is_answered_as_stale()
    {
        _opener.OnLoad = _ => new EndOfStreamException("injected");
        Start().Tell(new ReadSlice(1, 0, 100));
        Assert.Equal(new SliceFailed(1, SliceFailure.Stale), ExpectMsg<SliceFailed>());
    }

    [Theory]
    [InlineData(999, 0)]
    [InlineData(1001, 0)]
    [InlineData(1000, 1)]
    public void A_file_that_changes_while_it_is_sent_is_answered_as_stale(long size, long later)
    {
        var actor = Start();
        actor.Tell(new ReadSlice(1, 0, 100));
        ExpectMsg<Slice>();

        _opener.Now = stamp => stamp with { Size = size, ModifiedTicks = stamp.ModifiedTicks + later };

        actor.Tell(new ReadSlice(2, 100, 100));
        Assert.Equal(new SliceFailed(2, SliceFailure.Stale), ExpectMsg<SliceFailed>());
    }

    [Fact]
    public void An_unexpected_fault_crashes_the_actor_and_its_supervisor_hears_of_it()
    {
        _opener.OnLoad = _ => new InvalidOperationException("injected");
        var supervisor = ActorOf(Props.Create(() => new Supervisor(TestActor)));
        supervisor.Tell(FileChunkActor.Props(Item, _opener));
        var actor = ExpectMsg<IActorRef>();

        actor.Tell(new ReadSlice(1, 0, 100));

        ExpectMsg(actor);
        Assert.Equal(1, _opener.Disposed);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 1)]
    [InlineData(1000, 1)]
    [InlineData(999, 2)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(0, SliceTransport.MaxCount + 1)]
    public void A_slice_that_the_file_does_not_have_is_a_fault_of_the_asker(long offset, int count)
    {
        var actor = Start();
        EventFilter.Exception<ArgumentOutOfRangeException>().ExpectOne(() => actor.Tell(new ReadSlice(1, offset, count)));
        Assert.Equal(0, _opener.Opened);
    }

    [Fact]
    public void A_small_file_is_shared_with_the_connections_once_it_was_read()
    {
        var cache = new BodyCache(10_000, 1000, TimeSpan.FromHours(1));
        var actor = Start(cache);
        actor.Tell(new ReadSlice(1, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(1000, cache.Find(Item, TimeSpan.Zero)!.Value.Length);

        actor.Tell(new ReadSlice(2, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(1, _opener.ReadAlls);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_into_memory_is_not_shared()
    {
        var cache = new BodyCache(10_000, 1000, TimeSpan.FromHours(1));
        _opener.Now = stamp => _opener.ReadAlls == 0 ? stamp : stamp with { Size = 1001 };
        var actor = Start(cache);
        actor.Tell(new ReadSlice(1, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_file_too_large_for_the_cache_is_not_read_into_memory()
    {
        var actor = Start(new BodyCache(10_000, 999, TimeSpan.FromHours(1)));
        actor.Tell(new ReadSlice(1, 0, 400));
        ExpectMsg<Slice>();
        Assert.Equal(0, _opener.ReadAlls);
    }

    [Fact]
    public void What_is_in_the_page_cache_of_an_open_file_is_answered_without_the_disk()
    {
        _opener.IsResident = _opener.IsOpenAlready = true;
        var actor = Start();

        actor.Tell(new ReadSlice(1, 0, 400));
        Assert.Equal(400, ExpectMsg<Slice>().Body.Count);

        Assert.Equal((1, 1, 0), (_opener.Opened, _opener.LoadsAtHand, _opener.Loads));
        AwaitClosing(actor, 1);
    }

    [Fact]
    public void The_disk_opens_the_file_and_from_then_on_is_asked_for_what_is_not_in_the_page_cache_only()
    {
        _opener.IsResident = true;
        var actor = Start();

        actor.Tell(new ReadSlice(1, 0, 400));
        ExpectMsg<Slice>();
        actor.Tell(new ReadSlice(2, 400, 400));
        ExpectMsg<Slice>();
        Assert.Equal((1, 1, 1), (_opener.Opened, _opener.LoadsAtHand, _opener.Loads));

        _opener.IsResident = false;
        actor.Tell(new ReadSlice(3, 800, 100));
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
        _opener.IsOpenAlready = true;
        var actor = Start();
        actor.Tell(new ReadSlice(1, 0, 100));
        ExpectMsg<Slice>();

        _opener.Now = stamp => stamp with { ModifiedTicks = stamp.ModifiedTicks + 1 };
        _opener.OnOpen = () => new MediaFileException(SliceFailure.Stale, "injected");

        actor.Tell(new ReadSlice(2, 100, 100));
        Assert.Equal(new SliceFailed(2, SliceFailure.Stale), ExpectMsg<SliceFailed>());
    }

    private void AwaitClosing(IActorRef actor, int files)
    {
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        Assert.Equal(files, _opener.Disposed);
    }

    private IActorRef Start(BodyCache? cache = null) => Sys.ActorOf(FileChunkActor.Props(Item, _opener, cache));

    /// <summary>Stops its child when that fails, as a connection does, and tells of its end.</summary>
    private sealed class Supervisor : ReceiveActor
    {
        public Supervisor(IActorRef probe)
        {
            Receive<Props>(props => probe.Tell(Context.Watch(Context.ActorOf(props))));
            Receive<Terminated>(end => probe.Tell(end.ActorRef));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);
    }
}
