using Akka.Actor;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Connections;

/// <summary>What a connection remembers between requests, and what it takes from the cache.</summary>
public class MemoryTests : ConnectionTest
{
    private static readonly TimeSpan Remembers = TimeSpan.FromSeconds(1);

    private void Remember(BodyCache? cache = null) =>
        Connect(alter: context => context with { RemembersFor = Remembers, Cache = cache });

    [Fact]
    public void The_catalog_is_asked_once_for_a_path_within_the_time()
    {
        Remember();
        Exchange(Request());
        Receive(Request());
        Take(ExpectWrite());
        Catalog.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        Settle();
        Scheduler.Advance(Remembers);
        Receive(Request());
        Catalog.ExpectMsg<Resolve>();
    }

    [Fact]
    public void Another_path_is_looked_up_and_remembered_instead()
    {
        Remember();
        Exchange(Request());
        Receive(Request(target: "/other.mp4"));
        Assert.Equal("other.mp4", Find(20).Path.Value);
        Take(ExpectWrite());

        Receive(Request(target: "/other.mp4"));

        Assert.Equal(20, ExpectWrite().Response.ContentLength);
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Closing_a_file_that_nobody_asks_for_leaves_the_connection_its_idle_time()
    {
        Connect(http => http with { KeepAliveTimeout = TimeSpan.FromSeconds(10) });
        Exchange(Request());
        Disk.ExpectMsg<FakeFiles.Opened>();
        Settle();
        ExpectFileIsClosed();
        Pass(TimeSpan.FromSeconds(10) - (2 * FilesStayOpenFor) - TimeSpan.FromMilliseconds(1));
        ExpectNothing();
        Pass(TimeSpan.FromMilliseconds(1));
        Socket.ExpectMsg<Akka.IO.Tcp.ConfirmedClose>();
    }

    [Fact]
    public void So_does_the_crash_of_an_actor_that_nobody_asks()
    {
        Remember();
        Exchange(Request());
        Disk.ExpectMsg<FakeFiles.Opened>();
        Sys.ActorSelection(FileReader.Path / "*").Tell(Kill.Instance, ActorRefs.NoSender);
        Disk.ExpectMsg<FakeFiles.Closed>();
        Pass(Http.KeepAliveTimeout - TimeSpan.FromMilliseconds(1));
        ExpectNothing();

        Exchange(Request());

        Disk.ExpectMsg<FakeFiles.Opened>();
    }

    [Fact]
    public void The_file_is_closed_though_others_are_asked_for_as_long_as_it_is_not()
    {
        Remember();
        Exchange(Request());
        for (var half = 0; half < 4; half++)
        {
            Pass(FilesStayOpenFor / 2);
            Exchange(Request(target: "/other.mp4"), size: 20);
        }

        var seen = Disk.ReceiveN(3).ToList();
        Assert.Equal([10, 20], seen.OfType<FakeFiles.Opened>().Select(opened => opened.Item.Size));
        Assert.Equal(10, Assert.Single(seen.OfType<FakeFiles.Closed>()).Item.Size);
    }

    [Fact]
    public void A_file_that_turns_out_to_have_changed_is_looked_up_again_however_fresh_the_memory_of_it()
    {
        Remember();
        Exchange(Request());
        Files.FailLoading(new EndOfStreamException("truncated"));
        Receive(Request());
        var again = Catalog.ExpectMsg<Refresh>();
        Connection.Tell(new Found(again.RequestId, Items.Of(20)), Catalog.Ref);
        var answer = ExpectWrite();
        Assert.Equal(20, answer.Response.ContentLength);
        Take(answer);

        Receive(Request());

        Assert.Equal(20, ExpectWrite().Response.ContentLength); // that is what is remembered now
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void One_that_turns_out_to_be_gone_is_forgotten()
    {
        Remember();
        Exchange(Request());
        Files.FailLoading(new MediaFileException(SliceFailure.Missing, "gone"));
        Receive(Request());
        var again = Catalog.ExpectMsg<Refresh>();
        Connection.Tell(new NotFound(again.RequestId), Catalog.Ref);
        Take(ExpectWrite());

        Receive(Request());

        Catalog.ExpectMsg<Resolve>();
    }

    [Fact]
    public void What_could_not_be_read_is_not_remembered()
    {
        Remember();
        Files.FailLoading(new IOException("bad sector"));
        Receive(Request());
        Find(10);
        Take(ExpectWrite());

        Receive(Request());

        Catalog.ExpectMsg<Resolve>();
    }

    [Theory]
    [InlineData(100, 500, 100)]
    [InlineData(75_000, 500, 500)]
    public void Nothing_is_remembered_for_longer_than_the_connection_may_be_idle(int keepAlive, int remembers, int milliseconds)
    {
        var settings = VodSettings.Default;
        var context = ConnectionContext.Of(
            settings with
            {
                Http = settings.Http with { KeepAliveTimeout = TimeSpan.FromMilliseconds(keepAlive) },
                Cache = settings.Cache with { RemembersFor = TimeSpan.FromMilliseconds(remembers) },
            },
            Catalog.Ref,
            FileReader,
            new Deadlines(Scheduler));

        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), context.RemembersFor);
    }

    [Fact]
    public void An_idle_time_that_is_no_longer_than_that_still_ends_in_order()
    {
        Connect(http => http with { KeepAliveTimeout = Remembers }, alter: context => context with { RemembersFor = Remembers });
        Exchange(Request());

        Pass(Remembers);
        Pass(TimeSpan.Zero);

        ExpectClose();
    }

    [Fact]
    public void A_small_file_is_sent_from_memory_in_one_write_once_it_was_read()
    {
        var cache = new BodyCache(1000, 100, Remembers);
        cache.Keep(Items.Of(10), "0123456789"u8.ToArray(), TimeSpan.Zero);
        Remember(cache);
        Receive(Request());
        Find(10);
        var sent = ExpectWrite();
        Assert.EndsWith("\r\n\r\n0123456789", sent.Text, StringComparison.Ordinal);
        Disk.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void A_range_of_a_file_in_memory_is_cut_from_it()
    {
        var cache = new BodyCache(1000, 100, Remembers);
        cache.Keep(Items.Of(10), "0123456789"u8.ToArray(), TimeSpan.Zero);
        Remember(cache);
        Receive(Request(fields: "Range: bytes=2-4"));
        Find(10);
        Assert.EndsWith("\r\n\r\n234", ExpectWrite().Text, StringComparison.Ordinal);
    }
}
