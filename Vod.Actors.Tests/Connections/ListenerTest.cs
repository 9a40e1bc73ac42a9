using System.Net;
using Akka.Actor;
using Akka.Event;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>
/// A listener with stand-ins all around it: probes for the manager of Akka.IO, the listening socket, each accepted connection and the
/// catalog, and a time that passes only when the test says so.
/// </summary>
public abstract class ListenerTest : TestKit
{
    protected static readonly IPEndPoint Address = new(IPAddress.Loopback, 8080);
    private readonly TestProbe _unhandled;
    private int _clients;

    protected ListenerTest() : base(ConnectionTest.Config)
    {
        Manager = CreateTestProbe("manager");
        Catalog = CreateTestProbe("catalog");
        Socket = CreateTestProbe("socket");
        _unhandled = CreateTestProbe("unhandled");
        Sys.EventStream.Subscribe(_unhandled.Ref, typeof(UnhandledMessage));
    }

    protected static VodSettings Settings { get; } =
        VodSettings.Default with { Listen = new ListenSettings(Address.Address.ToString(), Address.Port, Backlog: 1234) };

    protected TestProbe Manager { get; }

    protected TestProbe Catalog { get; }

    /// <summary>The listening socket.</summary>
    protected TestProbe Socket { get; }

    protected IActorRef Listener { get; private set; } = ActorRefs.Nobody;

    /// <summary>Starts the listener, which asks for a socket.</summary>
    protected Tcp.Bind Start(VodSettings? settings = null)
    {
        var props = ListenerActor.Props(settings ?? Settings, Catalog.Ref, ActorRefs.Nobody, Manager.Ref);
        var parent = Sys.ActorOf(Props.Create(() => new Restarting(props)), "parent");
        Listener = parent.Ask<IActorRef>("listener", RemainingOrDefault).GetAwaiter().GetResult();
        return Manager.ExpectMsg<Tcp.Bind>();
    }

    /// <summary>Starts the listener and gives it what it asks for.</summary>
    protected void Listen(VodSettings? settings = null)
    {
        Start(settings);
        Bound();
        Socket.ExpectMsg<Tcp.ResumeAccepting>();
    }

    protected void Bound() => Listener.Tell(new Tcp.Bound(Address), Socket.Ref);

    /// <summary>The listener crashes, and is restarted.</summary>
    protected void Crash() => EventFilter.Exception<ActorKilledException>().ExpectOne(() => Listener.Tell(Kill.Instance));

    /// <summary>A client connects; the socket's part of that.</summary>
    protected TestProbe Accept()
    {
        var client = CreateTestProbe($"client{++_clients}");
        client.IgnoreMessages<Tcp.ResumeReading>();
        Listener.Tell(new Tcp.Connected(new IPEndPoint(IPAddress.Loopback, 50000 + _clients), Address), client.Ref);
        return client;
    }

    /// <summary>A client connects and gets an actor.</summary>
    protected (TestProbe Client, IActorRef Connection) Connect()
    {
        var client = Accept();
        return (client, client.ExpectMsg<Tcp.Register>().Handler);
    }

    /// <summary>A client is sent an answer, and takes it when told.</summary>
    protected (TestProbe Client, Action TakeAnswer) Ask()
    {
        var (client, connection) = Connect();
        client.Send(connection, new Tcp.Received(ByteString.FromString("OPTIONS / HTTP/1.1\r\nHost: vod\r\n\r\n")));
        var answer = Sent.By(client.ExpectMsg<Tcp.WriteCommand>());
        Assert.Equal(204, answer.Response.Status);
        return (client, () => answer.Acks.ForEach(ack => client.Send(connection, ack)));
    }

    /// <summary>The socket of a client is closed in order.</summary>
    protected static void Close(TestProbe client)
    {
        client.ExpectMsg<Tcp.ConfirmedClose>();
        client.Reply(Tcp.ConfirmedClosed.Instance);
    }

    /// <summary>A client that has not asked for anything yet, and would be given some time for it, leaves.</summary>
    protected static void Leave(TestProbe client, IActorRef connection) => client.Send(connection, Tcp.PeerClosed.Instance);

    /// <summary>Returns when the listener has handled what it has been told so far.</summary>
    protected void Settle() => Listener.Ask<ActorIdentity>(new Identify("settled"), RemainingOrDefault).GetAwaiter().GetResult();

    /// <summary>Whatever the test did, there was no message that no state knows.</summary>
    protected override void AfterAll()
    {
        _unhandled.ExpectNoMsg(TimeSpan.Zero);
        base.AfterAll();
    }

    /// <summary>Time passes.</summary>
    protected void Pass(TimeSpan time)
    {
        Settle();
        ((TestScheduler)Sys.Scheduler).Advance(time);
        Settle();
    }

    /// <summary>Restarts its child whatever it dies of; the guardian would stop one that is killed.</summary>
    private sealed class Restarting : ReceiveActor
    {
        public Restarting(Props child)
        {
            var listener = Context.ActorOf(child, "listener");
            ReceiveAny(_ => Sender.Tell(listener));
        }

        protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);
    }
}
