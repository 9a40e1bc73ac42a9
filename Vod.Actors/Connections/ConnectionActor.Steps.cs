using System.Net;
using System.Runtime.InteropServices;
using Akka.Actor;
using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;
using Vod.Actors.Web;
using Vod.Transport;

namespace Vod.Actors.Connections;

// What leads from one state to the next.
public sealed partial class ConnectionActor
{
    private static readonly ByteString Continue = ByteString.FromString("HTTP/1.1 100 Continue\r\n\r\n");

    private void AwaitRequest()
    {
        if (_parser.Limits != _context.Limits) _parser = new RequestParser(_context.Limits); // the settings have changed
        _deadline.Set(_context.Http.KeepAliveTimeout);
        ReadRequest(hadBegun: false);
    }

    /// <summary>Who has just connected has hardly done so for nothing: the first request is answered, then the connection is closed.</summary>
    private void AwaitLastRequest()
    {
        _isStopping = true;
        _deadline.Set(TimeForLastRequest);
    }

    private void ReadRequest(bool hadBegun)
    {
        var outcome = _input.Count == 0 ? ParseOutcome.NeedMore.Instance : _parser.Parse(_input.Memory);
        switch (outcome)
        {
            case ParseOutcome.Parsed(var head, var consumed):
                _input.Consume(consumed);
                Begin(head);
                break;
            case ParseOutcome.Rejected(var reason, var isHead):
                Refuse(reason, isHead);
                break;
            case ParseOutcome.NeedMore when _clientIsDone || (_isStopping && !_parser.HasBegun):
                Close();
                break;
            default:
                if (_parser.HasBegun && !hadBegun) _deadline.Set(_context.Http.HeadTimeout);
                Become(AwaitingRequest(_parser.HasBegun));
                ArmRead();
                break;
        }
    }

    private void Begin(RequestHead head)
    {
        _journal.Begin(head, _context.Observers);
        var request = new Request(++_lastId, head);
        if (!head.Body.HasContent)
        {
            Decide(request);
            return;
        }

        _deadline.Set(_context.Http.HeadTimeout);
        var body = new BodyReader(head.Body, _context.Limits.MaxBodyBytes);
        if (head.Expect is not null && body.State == BodyState.NeedMore && _input.Count == 0)
        {
            // A client that may be waiting is told at once what it would be told anyway, or to go on (RFC 9110 §10.1.1).
            if (ResponsePlanner.Route(head, hasPages: _context.Web is not null) is Routing.Answered)
            {
                Decide(request with { MustClose = true });
                return;
            }

            if (head.AwaitsContinue) _channel.Write(Tcp.Write.Create(Continue));
        }

        ReadBody(request, body);
    }

    private void ReadBody(Request request, BodyReader body)
    {
        var (state, consumed) = body.Read(_input.Memory.Span);
        _input.Consume(consumed);
        switch (state)
        {
            case BodyState.Complete:
                Decide(request);
                break;
            case BodyState.TooLarge:
                Decide(request with { MustClose = true });
                break;
            case BodyState.Malformed:
                Refuse(Rejection.Chunking, request.IsHead);
                break;
            case BodyState.NeedMore when _clientIsDone:
                Refuse(Rejection.BodyCutShort, request.IsHead);
                break;
            default:
                Become(ReadingBody(request, body));
                ArmRead();
                break;
        }
    }

    private void Decide(Request request)
    {
        switch (ResponsePlanner.Route(request.Http!, hasPages: _context.Web is not null))
        {
            case Routing.Lookup(var path):
                request = request with { Path = path };
                if (Remembered(path) is { } item)
                {
                    Respond(request, 1, ResponsePlanner.Plan(request.Http!, item, _context.Slicing, Now), item);
                    break;
                }

                LookUp(request);
                break;
            case Routing.Page(var path):
                _context.Web!.Tell(new RenderPage(request.Id, request.Http!, path));
                _deadline.Set(_context.Http.AnswerTimeout);
                Become(Rendering(request));
                ArmRead();
                break;
            case Routing.Answered(var plan):
                Respond(request, 1, plan, null);
                break;
        }
    }

    private void LookUp(Request request)
    {
        _context.Catalog.Tell(new Resolve(request.Id, request.Path!));
        Resolve(request, attempt: 1);
    }

    private void Resolve(Request request, int attempt)
    {
        _deadline.Set(_context.Http.AnswerTimeout);
        Become(Resolving(request, attempt));
        ArmRead();
    }

    private void Refuse(Rejection reason, bool isHead)
    {
        _log.Refused(Client, reason);
        _journal.BeginRefused(reason.Reason, _context.Observers);
        _input.Dispose();
        Send(new Answer(new Request(++_lastId, null) { MustClose = true }, ErrorResponse.Of(new ParseOutcome.Rejected(reason, isHead)), File: null));
    }

    /// <summary>One connection too many: all that it gets is this answer, unasked.</summary>
    private void TurnAway(ResponsePlan refusal)
    {
        _journal.BeginRefused("too many connections", _context.Observers);
        Send(new Answer(new Request(0, Http: null), refusal, File: null));
    }

    private void Respond(Request request, int attempt, ResponsePlan plan, MediaItem? item)
    {
        if (plan.ReadsFile && _context.Cache?.Find(item!, Clock.MonotonicClock) is { } content) plan = plan.WithFileInMemory(content);
        Send(new Answer(request, plan, item) { Attempt = attempt });
    }

    /// <summary>What the catalog said of a path a moment ago; null when it was asked for another, or too long ago.</summary>
    private MediaItem? Remembered(MediaPath path) =>
        _found is { } found && found.Path.Equals(path) && Clock.MonotonicClock - found.At < _context.RemembersFor ? found.Item : null;

    /// <summary>Asks for the next slice, or writes what is left when no more of the file is.</summary>
    private void Send(Answer answer)
    {
        var (sent, left) = answer.Cursor.FileBytes;
        var step = answer.Cursor.Next(Ramp.Step(sent, left, _context.SliceSize));
        answer = answer with { Cursor = step.Rest, Literal = AsBytes(step.Literal) };
        if (step.Range.Length == 0)
        {
            Write(answer, null);
            return;
        }

        _context.Files.Tell(new ReadSlice(answer.Request.Id, answer.File!, step.Range.Offset, (int)step.Range.Length));
        _deadline.Set(_context.Http.AnswerTimeout);
        Become(AwaitingSlice(answer));
    }

    private static ByteString AsBytes(ReadOnlyMemory<byte> memory) =>
        memory.IsEmpty ? ByteString.Empty
        : MemoryMarshal.TryGetArray(memory, out var array) ? ByteString.FromBytes(array)
        : ByteString.FromBytes(memory.ToArray());

    private void Write(Answer answer, SliceBody? slice)
    {
        var head = ByteString.Empty;
        if (!answer.HasBegun)
        {
            var stays = !answer.Request.MustClose && answer.Request.Http is { KeepAlive: true } && !answer.Plan.Close && !_isStopping
                && _journal.Requests < _context.Http.MaxRequestsPerConnection;
            head = ByteString.FromBytes(answer.Plan.RenderHead(DateStamp.Of(Now), stays));
            _journal.Answered(answer.Plan.Status, head.Count);
            answer = answer with { HasBegun = true, StaysOpen = stays };
        }

        var write = SliceTransport.Write(head, answer.Literal, slice, new AllSent(answer.Request.Id));
        _journal.Writing(write.Bytes, slice is not null);
        _channel.Write(write);
        TakenNow();
        Become(Writing(answer));
        ArmRead();
    }

    /// <summary>The client has taken something: from now on it has time again.</summary>
    private void TakenNow()
    {
        _takenAt = Clock.MonotonicClock;
        _journal.Taken(_takenAt);
        _deadline.Set(_context.Http.SendTimeout / LooksAtReader);
    }

    /// <summary>Whether the client has taken nothing for too long. Looks what it has confirmed, and if it may go on, when to look again.</summary>
    private bool TakesNothing()
    {
        if (_channel.BytesConfirmed is { } taken && taken != _taken)
        {
            _taken = taken;
            TakenNow();
            return false;
        }

        var left = _takenAt + _context.Http.SendTimeout - Clock.MonotonicClock;
        if (left <= TimeSpan.Zero) return true;
        _deadline.Set(left);
        return false;
    }

    /// <summary>The file could not be read and nothing was sent: it is looked up again when it has changed, else the client is told.</summary>
    private void Recover(Answer answer, SliceFailure reason)
    {
        var request = answer.Request with { Id = ++_lastId };
        if (reason is SliceFailure.Unreadable or SliceFailure.Exhausted || answer.Attempt == MaxAttempts)
        {
            Replace(answer, reason switch
            {
                SliceFailure.Missing => ErrorResponse.Of(404, request.IsHead),
                SliceFailure.Stale => ErrorResponse.Of(503, request.IsHead),
                SliceFailure.Exhausted => ErrorResponse.Unavailable((int)_context.Http.RetryAfter.TotalSeconds),
                _ => ErrorResponse.Of(500, request.IsHead),
            });
            return;
        }

        _found = null;
        _context.Catalog.Tell(new Refresh(request.Id, request.Path!));
        Resolve(request, answer.Attempt + 1);
    }

    private void Replace(Answer answer, ResponsePlan plan)
    {
        _found = null;
        Send(new Answer(answer.Request, plan, File: null));
    }

    private void Finish(Answer answer)
    {
        _journal.End(RequestOutcome.Complete);
        if (answer.StaysOpen) AwaitRequest();
        else Close();
    }

    /// <summary>Closes our side once all is sent, and waits for the client's.</summary>
    private void Close() => Close(Tcp.ConfirmedClose.Instance);

    private void Close(Tcp.CloseCommand how)
    {
        _input.Dispose();
        _channel.Close(how);
        _deadline.Set(_context.Http.DrainTimeout);
        Become(Draining());
        ArmRead();
    }

    /// <summary>Closes at once: the client sees that what it got is not all.</summary>
    private void Abort()
    {
        _journal.End(RequestOutcome.CutOff);
        _channel.Close(Tcp.Abort.Instance);
        _deadline.Set(_context.Http.DrainTimeout);
        Become(Draining());
    }

    private void Take(Tcp.Received received)
    {
        _readIsArmed = false;
        _input.Append(received.Data);
    }

    /// <summary>Asks for more bytes, unless the client has sent a head's worth ahead already.</summary>
    private void ArmRead()
    {
        if (_readIsArmed || _input.Count > _context.Limits.MaxHeadBytes) return;
        _readIsArmed = true;
        _channel.ResumeReading();
    }

    private EndPoint Client => _channel.RemoteAddress;

    private DateTimeOffset Now => Clock.Now;

    private ITimeProvider Clock => _context.Clock ?? Context.System.Scheduler;
}
