using System.Net;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;
using Vod.Transport;

namespace Vod.Actors.Tests.Connections;

/// <summary>
/// A connection actor with stand-ins all around it: probes for the socket and the catalog, a fake disk, and a time that passes only when
/// the test says so.
/// </summary>
public abstract class ConnectionTest : TestKit
{
    /// <summary>Bytes of a slice, for all tests.</summary>
    protected const int SliceSize = 1000;

    /// <summary>How late a deadline may come: less than a test can tell.</summary>
    protected static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    protected static readonly TimeSpan FilesStayOpenFor = TimeSpan.FromSeconds(2);

    /// <summary>Virtual time, and nothing on the console.</summary>
    internal static Config Config { get; } = ConfigurationFactory.ParseString(
        """
        akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        """);

    private readonly TestProbe _unhandled;
    private int _reads;

    protected ConnectionTest() : base(Config)
    {
        Socket = CreateTestProbe("socket");
        Catalog = CreateTestProbe("catalog");
        Disk = CreateTestProbe("disk");
        Files = new FakeFiles(Disk.Ref, 10 * SliceSize);
        FileReader = Sys.ActorOf(FilesActor.Props(new FileContext(Files) { KeepsOpenFor = FilesStayOpenFor }), "files");
        Socket.IgnoreMessages(CountRead);
        _unhandled = CreateTestProbe("unhandled");
        Sys.EventStream.Subscribe(_unhandled.Ref, typeof(UnhandledMessage));
    }

    protected static HttpSettings Http { get; } = VodSettings.Default.Http;

    /// <summary>The connection in Akka.IO. Reads that are asked of it do not appear here; they are counted.</summary>
    protected TestProbe Socket { get; }

    protected TestProbe Catalog { get; }

    /// <summary>Hears of each file that is opened and closed.</summary>
    protected TestProbe Disk { get; }

    private protected FakeFiles Files { get; }

    private protected Deadlines? Deadlines { get; private set; }

    /// <summary>Reads from that disk for the connection.</summary>
    protected IActorRef FileReader { get; }

    protected IActorRef Connection { get; private set; } = ActorRefs.Nobody;

    /// <summary>How many reads have been asked of the socket.</summary>
    protected int Reads => Volatile.Read(ref _reads);

    protected TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    /// <summary>Starts the connection.</summary>
    protected void Connect(Func<HttpSettings, HttpSettings>? change = null, SlicingMode mode = SlicingMode.Always, ResponsePlan? refusal = null,
        Func<ConnectionContext, ConnectionContext>? alter = null, Func<long>? confirmed = null)
    {
        var http = change is null ? Http : change(Http);
        var clock = new TestClock(Scheduler);
        Deadlines = new Deadlines(Scheduler, clock, Moment);
        var context = new ConnectionContext(http, http.ToRequestLimits(), new SlicingPolicy(mode, SliceSize), SliceSize, Catalog.Ref, FileReader, Deadlines) { Clock = clock };
        if (alter is not null) context = alter(context);
        Connection = Sys.ActorOf(ConnectionActor.Props(context, new ProbedChannel(Socket.Ref, confirmed), refusal), "connection");
        Watch(Connection);
        var register = Socket.ExpectMsg<Tcp.Register>();
        Assert.Equal((Connection, true, false), (register.Handler, register.KeepOpenOnPeerClosed, register.UseResumeWriting));
    }

    /// <summary>The client sends something.</summary>
    protected void Receive(string text) => FromSocket(new Tcp.Received(ByteString.FromString(text, System.Text.Encoding.Latin1)));

    /// <summary>The socket tells something.</summary>
    protected void FromSocket(Tcp.Event happened) => Connection.Tell(happened, Socket.Ref);

    /// <summary>A request head.</summary>
    protected static string Request(string method = "GET", string target = "/film.mp4", params string[] fields) =>
        $"{method} {target} HTTP/1.1\r\nHost: vod\r\n{string.Concat(fields.Select(field => field + "\r\n"))}\r\n";

    /// <summary>The catalog is asked, and has a file of so many bytes.</summary>
    protected Resolve Find(long size)
    {
        var question = Catalog.ExpectMsg<Resolve>();
        Connection.Tell(new Found(question.RequestId, Items.Of(size)), Catalog.Ref);
        return question;
    }

    /// <summary>The next that is written.</summary>
    private protected Sent ExpectWrite() => Sent.By(Socket.ExpectMsg<Tcp.WriteCommand>());

    /// <summary>The kernel takes it all.</summary>
    private protected void Take(Sent sent) => sent.Acks.ForEach(FromSocket);

    /// <summary>A request for a file is answered, and the answer taken.</summary>
    private protected Sent Exchange(string request, int size = 10)
    {
        Receive(request);
        Find(size);
        var answer = ExpectWrite();
        Take(answer);
        return answer;
    }

    /// <summary>Nothing is sent to the socket or the catalog for what has been received so far.</summary>
    protected void ExpectNothing()
    {
        Settle();
        Socket.ExpectNoMsg(TimeSpan.Zero);
        Catalog.ExpectNoMsg(TimeSpan.Zero);
    }

    /// <summary>Returns when the connection has handled what it has been told so far.</summary>
    protected void Settle() => Settle(Connection);

    private void Settle(IActorRef actor) => actor.Ask<ActorIdentity>(new Identify("settled"), RemainingOrDefault).GetAwaiter().GetResult();

    /// <summary>Time passes.</summary>
    protected void Pass(TimeSpan time)
    {
        Settle();
        Scheduler.Advance(time);
    }

    /// <summary>Nobody asks for a file any more, and so the one that is open is closed.</summary>
    private protected FakeFiles.Closed ExpectFileIsClosed()
    {
        for (var half = 0; half < 4; half++)
        {
            Scheduler.Advance(FilesStayOpenFor / 2);
            Settle(FileReader);
            foreach (var file in ((ActorRefWithCell)FileReader).Children.ToList()) Settle(file);
        }

        return Disk.ExpectMsg<FakeFiles.Closed>();
    }

    /// <summary>Our side is closed in order; then the client closes its.</summary>
    protected void ExpectClose()
    {
        Socket.ExpectMsg<Tcp.ConfirmedClose>();
        FromSocket(Tcp.ConfirmedClosed.Instance);
        ExpectTerminated(Connection);
    }

    /// <summary>The connection is reset.</summary>
    protected void ExpectAbort()
    {
        Socket.ExpectMsg<Tcp.Abort>();
        FromSocket(Tcp.Aborted.Instance);
        ExpectTerminated(Connection);
    }

    /// <summary>Whatever the test did, there was no message that no state knows.</summary>
    protected override void AfterAll()
    {
        Files.GoOn();
        _unhandled.ExpectNoMsg(TimeSpan.Zero);
        base.AfterAll();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Files.Dispose();
    }

    private bool CountRead(object message)
    {
        if (message is not Tcp.ResumeReading) return false;
        Interlocked.Increment(ref _reads);
        return true;
    }
}
