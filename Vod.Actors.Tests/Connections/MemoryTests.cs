using Akka.Actor;
using Vod.Actors.Catalog;
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
    public void Another_path_is_looked_up()
    {
        Remember();
        Exchange(Request());
        Receive(Request(target: "/other.mp4"));
        Assert.Equal("other.mp4", Catalog.ExpectMsg<Resolve>().Path.Value);
    }

    [Fact]
    public void The_file_of_the_last_answer_is_opened_once_and_closed_when_nobody_asks_any_more()
    {
        Remember();
        Exchange(Request());
        Disk.ExpectMsg<FakeFiles.Opened>();
        Receive(Request());
        Take(ExpectWrite());
        Disk.ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        Settle();
        Scheduler.Advance(Remembers);
        Disk.ExpectMsg<FakeFiles.Closed>();
    }

    [Fact]
    public void Closing_a_file_that_nobody_asks_for_leaves_the_connection_its_idle_time()
    {
        Remember();
        Exchange(Request());
        Settle();
        Scheduler.Advance(Remembers);
        Disk.FishForMessage(m => m is FakeFiles.Closed);
        Settle();
        Scheduler.Advance(Http.KeepAliveTimeout - Remembers - TimeSpan.FromMilliseconds(1));
        ExpectNothing();
        Scheduler.Advance(TimeSpan.FromMilliseconds(1));
        Socket.ExpectMsg<Akka.IO.Tcp.ConfirmedClose>();
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
