using Akka.Actor;
using Akka.IO;
using Vod.Actors.Connections;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Connections;

/// <summary>Settings that change while a connection is open.</summary>
public sealed class ReconfiguringTests : ConnectionTest
{
    [Fact]
    public void Slicing_changes_with_the_next_request()
    {
        var context = ConnectAnd();
        Receive(Request());
        Find(3 * SliceSize);
        var first = ExpectWrite();
        Assert.Equal(206, first.Response.Status);

        Connection.Tell(new ContextChanged(context with { Slicing = new SlicingPolicy(SlicingMode.Never, SliceSize) }));
        Take(first);

        Receive(Request());
        Find(3 * SliceSize);
        Assert.Equal((200, 3L * SliceSize), (Head(ExpectWrite()).Status, 3L * SliceSize));
    }

    [Fact]
    public void An_idle_connection_keeps_to_the_new_times_at_once()
    {
        var context = ConnectAnd();
        Exchange(Request());

        Connection.Tell(new ContextChanged(context with { Http = Http with { KeepAliveTimeout = TimeSpan.FromSeconds(1) } }));
        Pass(TimeSpan.FromSeconds(1));

        Socket.ExpectMsg<Tcp.ConfirmedClose>();
    }

    [Fact]
    public void Limits_of_a_request_change_with_the_next_one_also_when_the_head_of_one_has_begun()
    {
        var context = ConnectAnd();
        Receive("GET /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        Connection.Tell(new ContextChanged(context with { Limits = context.Limits with { MaxTargetBytes = 20 } }));
        Receive(" HTTP/1.1\r\nHost: vod\r\n\r\n");
        Find(10);
        Take(ExpectWrite());

        Receive(Request(target: "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));

        Assert.Equal(414, Head(ExpectWrite()).Status);
    }

    [Fact]
    public void Pipelined_requests_come_under_the_new_settings_too()
    {
        var context = ConnectAnd();
        Receive(Request() + Request());
        Find(10);
        var first = ExpectWrite();
        Connection.Tell(new ContextChanged(context with { Http = Http with { MaxRequestsPerConnection = 2 } }));
        Take(first);
        Find(10);

        Assert.True(Head(ExpectWrite()).Closes);
    }

    private static EndToEnd.RawResponse Head(Sent sent) => sent.Response;

    private ConnectionContext ConnectAnd()
    {
        ConnectionContext? context = null;
        Connect(alter: made => context = made);
        return context!;
    }
}
