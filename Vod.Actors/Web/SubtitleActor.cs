using Akka.Actor;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;

namespace Vod.Actors.Web;

/// <summary>Asks for subtitles as WebVTT. Answered with <see cref="PageReady"/>, not to the sender.</summary>
/// <param name="RequestId">Repeated in the answer.</param>
/// <param name="Head">The request.</param>
/// <param name="Item">The subtitles on disk.</param>
/// <param name="Asker">Who gets the answer.</param>
internal sealed record ConvertSubtitles(long RequestId, RequestHead Head, MediaItem Item, IActorRef Asker);

/// <summary>Reads subtitles from the disk and converts them, on threads that may block.</summary>
internal sealed class SubtitleActor : ReceiveActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public SubtitleActor(IFileOpener opener) =>
        Receive<ConvertSubtitles>(ask => ask.Asker.Tell(new PageReady(ask.RequestId, Convert(ask, opener))));

    public static Props Props(IFileOpener opener) => Akka.Actor.Props.Create(() => new SubtitleActor(opener));

    /// <summary>Whatever made it crash, the asker does not wait for nothing.</summary>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is ConvertSubtitles ask) ask.Asker.Tell(new PageReady(ask.RequestId, ErrorResponse.Of(500, ask.Head.Method == RequestMethod.Head)));
        Context.System.EventStream.Publish(new ActorRestarting(Self.Path.Name));
        base.PreRestart(reason, message);
    }

    private ResponsePlan Convert(ConvertSubtitles ask, IFileOpener opener)
    {
        var isHead = ask.Head.Method == RequestMethod.Head;
        try
        {
            using var file = opener.Open(ask.Item);
            var vtt = Srt.ToVtt(file.ReadAll((int)ask.Item.Size));
            return new Page(200, "text/vtt; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(vtt)).Answer(ask.Head);
        }
        catch (MediaFileException e)
        {
            _log.SliceRefused(ask.Item.Path, e.Reason, e.Message);
            return ErrorResponse.Of(e.Reason switch { SliceFailure.Missing => 404, SliceFailure.Stale => 503, _ => 500 }, isHead);
        }
        catch (IOException e)
        {
            _log.SliceRefused(ask.Item.Path, SliceFailure.Unreadable, e.Message);
            return ErrorResponse.Of(500, isHead);
        }
    }
}
