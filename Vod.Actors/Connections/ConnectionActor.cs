using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;
using Vod.Actors.Web;
using Vod.Transport;

namespace Vod.Actors.Connections;

/// <summary>
/// A client's connection, from accept to close. Each state is one method; what it needs are its parameters.
/// <code>
///   AwaitingRequest ─► (ReadingBody) ─► Resolving ─► AwaitingSlice ⇄ Writing ─► AwaitingRequest   keep-alive
///                                 or Rendering, of a page                 │
///                                                                         └──► Draining ─► stopped   anything else
/// </code>
/// Questions and writes carry the request's id: a late reply finds another id and is dropped. One read is armed at all times unless the
/// client has sent far ahead, so that one who leaves is noticed at once.
/// </summary>
public sealed partial class ConnectionActor : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private const int MaxAttempts = 3; // to open a file that changes between the look into the catalog and the opening

    private const int LooksAtReader = 4; // within the time after which one who takes nothing is dropped

    private static readonly TimeSpan TimeForLastRequest = TimeSpan.FromSeconds(1); // of a stop, for those who have not asked for anything yet

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly IConnectionChannel _channel;
    private readonly ResponsePlan? _refusal;
    private readonly long _id;
    private readonly InputBuffer _input = new();
    private ConnectionContext _context;
    private RequestParser _parser;
    private Deadline _deadline = null!; // set in PreStart
    private bool _readIsArmed, _clientIsDone, _isStopping;
    private RequestJournal _journal = null!; // likewise
    private long _lastId;
    private long _taken;       // what the client had confirmed when that was last looked at
    private TimeSpan _takenAt; // when it was seen to take something
    private (MediaPath Path, MediaItem Item, TimeSpan At)? _found; // what the catalog said last

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="context">What all connections share.</param>
    /// <param name="channel">The client's connection; owned.</param>
    /// <param name="refusal">When given, the only answer that this connection gets, unasked.</param>
    /// <param name="id">Its number.</param>
    public ConnectionActor(ConnectionContext context, IConnectionChannel channel, ResponsePlan? refusal, long id)
    {
        (_context, _channel, _refusal, _id) = (context, channel, refusal, id);
        _parser = new RequestParser(context.Limits);
    }

    /// <summary>The actor of an accepted connection, which it opens.</summary>
    public static Props Props(ConnectionContext context, IConnectionChannel channel, ResponsePlan? refusal = null, long id = 0) =>
        Akka.Actor.Props.CreateBy(new Producer(context, channel, refusal, id));

    /// <inheritdoc/>
    protected override void PreStart()
    {
        try
        {
            _deadline = _context.Deadlines.Add(Self);
            _journal = new RequestJournal(_id, _channel, Clock.MonotonicClock);
            _channel.Open(Context);
            if (_refusal is null) AwaitRequest();
            else TurnAway(_refusal);
        }
        catch
        {
            PostStop(); // which is not called for an actor that does not start, as when the system has no memory for its socket
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void PostStop()
    {
        _deadline?.Leave();
        _journal?.End(RequestOutcome.ClientGone); // or it has ended already
        _channel.Dispose();
        _input.Dispose();
    }

    /// <summary>No message comes before <see cref="PreStart"/> has chosen the first state.</summary>
    protected override bool Receive(object message) => false;

    // Idle, or with a head that is not complete.
    private Receive AwaitingRequest(bool hasBegun) => message =>
    {
        switch (message)
        {
            case Tcp.Received received:
                Take(received);
                ReadRequest(hasBegun);
                return true;
            case Tcp.PeerClosed:
                Close();
                return true;
            case DeadlineCheck when _deadline.HasCome:
                if (hasBegun) Refuse(Rejection.Timeout, _parser.IsHead);
                else Close();
                return true;
            case FinishUp when !hasBegun:
                if (_journal.Requests == 0) AwaitLastRequest(); // it may be on its way
                else Close(Tcp.Close.Instance);
                return true;
            case ContextChanged changed when !hasBegun:
                _context = changed.Context;
                AwaitRequest();
                return true;
            default:
                return AnyState(message);
        }
    };

    // The body of a request is read and thrown away before it is answered, so that nothing in it can be taken for a request.
    private Receive ReadingBody(Request request, BodyReader body) => message =>
    {
        switch (message)
        {
            case Tcp.Received received:
                Take(received);
                ReadBody(request, body);
                return true;
            case Tcp.PeerClosed:
                Refuse(Rejection.BodyCutShort, request.IsHead);
                return true;
            case DeadlineCheck when _deadline.HasCome:
                Refuse(Rejection.Timeout, request.IsHead);
                return true;
            default:
                return AnyState(message);
        }
    };

    // The catalog was asked.
    private Receive Resolving(Request request, int attempt) => message =>
    {
        switch (message)
        {
            case Found found when found.RequestId == request.Id:
                _found = (request.Path!, found.Item, Clock.MonotonicClock);
                Respond(request, attempt, ResponsePlanner.Plan(request.Http!, found.Item, _context.Slicing, Now), found.Item);
                return true;
            case NotFound { IsDirectory: true } directory when directory.RequestId == request.Id && _context.Web is not null:
                Respond(request, attempt, ResponsePlanner.ToDirectory(request.Http!), null);
                return true;
            case NotFound notFound when notFound.RequestId == request.Id:
                Respond(request, attempt, ResponsePlanner.Plan(request.Http!, null, _context.Slicing, Now), null);
                return true;
            case DeadlineCheck when _deadline.HasCome:
                _log.NoAnswer(Client, "the catalog");
                Respond(request, attempt, ErrorResponse.Of(503, request.IsHead, close: true), null);
                return true;
            default:
                return AnyState(message);
        }
    };

    // A page was asked for.
    private Receive Rendering(Request request) => message =>
    {
        switch (message)
        {
            case PageReady page when page.RequestId == request.Id:
                Respond(request, 1, page.Plan, null);
                return true;
            case PageIsFile file when file.RequestId == request.Id:
                LookUp(request with { Path = file.Path });
                return true;
            case DeadlineCheck when _deadline.HasCome:
                _log.NoAnswer(Client, "the pages");
                Respond(request, 1, ErrorResponse.Of(503, request.IsHead, close: true), null);
                return true;
            default:
                return AnyState(message);
        }
    };

    // The next slice was asked for. Until the first one is there nothing was sent, and a failure can still be told.
    private Receive AwaitingSlice(Answer answer) => message =>
    {
        switch (message)
        {
            case Slice slice when slice.RequestId == answer.Request.Id:
                Write(answer, slice.Body);
                return true;
            case SliceFailed failed when failed.RequestId == answer.Request.Id:
                if (answer.HasBegun) Abort();
                else Recover(answer, failed.Reason);
                return true;
            case DeadlineCheck when _deadline.HasCome:
                _log.NoAnswer(Client, "the disk");
                if (answer.HasBegun) Abort();
                else Replace(answer, ErrorResponse.Of(503, answer.Request.IsHead, close: true));
                return true;
            default:
                return AnyState(message, answer);
        }
    };

    // A write is on its way into the kernel.
    private Receive Writing(Answer answer) => message =>
    {
        switch (message)
        {
            case AllSent all when all.RequestId == answer.Request.Id:
                _journal.Written();
                if (answer.Cursor.IsAtEnd) Finish(answer);
                else Send(answer);
                return true;
            case DeadlineCheck when _deadline.HasCome:
                if (!TakesNothing()) return true;
                _log.ReaderTooSlow(Client, _context.Http.SendTimeout);
                Abort();
                return true;
            default:
                return AnyState(message, answer);
        }
    };

    // Our side is closed, or about to be. What the client still sends is thrown away until it closes its side: were the socket closed with
    // bytes unread, the kernel would reset the connection, and the client might lose our last answer (RFC 9112 §9.6).
    private Receive Draining() => message =>
    {
        switch (message)
        {
            case Tcp.Received:
                _readIsArmed = false;
                ArmRead();
                return true;
            case DeadlineCheck when _deadline.HasCome:
                Context.Stop(Self); // no abort: what the kernel still has of the last answer is on its way to a slow reader
                return true;
            case FinishUp:
                return true;
            default:
                return AnyState(message);
        }
    };

    private bool AnyState(object message, Answer? answer = null, [CallerMemberName] string state = "")
    {
        switch (message)
        {
            case ChannelReady:
                _channel.Continue();
                return true;
            case DescribeYourself:
                Sender.Tell(_journal.Report(state, answer?.Position, Clock.MonotonicClock));
                return true;
            case ContextChanged changed:
                _context = changed.Context;
                return true;
            case Tcp.Received received:
                Take(received);
                ArmRead();
                return true;
            case Tcp.PeerClosed:
                _clientIsDone = true; // what it asked for is answered, then the connection is closed
                return true;
            case Tcp.ConnectionClosed or Tcp.CommandFailed:
                Context.Stop(Self);
                return true;
            case Terminated: // the actor behind the channel
                Context.Stop(Self);
                return true;
            case FinishUp:
                _isStopping = true;
                return true;
            case CutOff:
                _log.CutOff(Client, state, _journal.Path);
                Abort();
                return true;
            case DeadlineCheck: // of a deadline that was set to another time meanwhile
            case Found or NotFound or PageReady or PageIsFile or Slice or SliceFailed or AllSent: // late: its request is over
                return true;
            default:
                return false;
        }
    }

    private sealed class Producer(ConnectionContext context, IConnectionChannel channel, ResponsePlan? refusal, long id) : IIndirectActorProducer
    {
        public Type ActorType => typeof(ConnectionActor);

        public ActorBase Produce() => new ConnectionActor(context, channel, refusal, id);

        public void Release(ActorBase actor)
        {
        }
    }
}
