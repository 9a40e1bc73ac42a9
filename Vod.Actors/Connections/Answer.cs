using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Connections;

/// <summary>A request that is being answered.</summary>
/// <param name="Id">Distinguishes it, and each attempt at it, from those before.</param>
/// <param name="Http">Its head; null when it was refused before there was one.</param>
internal sealed record Request(long Id, RequestHead? Http)
{
    /// <summary>What it asks for, once that is known.</summary>
    public MediaPath? Path { get; init; }

    /// <summary>Whether the rest of its body is left unread, so that the connection cannot go on.</summary>
    public bool MustClose { get; init; }

    public bool IsHead => Http?.Method == RequestMethod.Head;
}

/// <summary>An answer and how far it has been sent.</summary>
/// <param name="Request">What it answers.</param>
/// <param name="Plan">What to send.</param>
/// <param name="File">What slices are of, when the body has any.</param>
internal sealed record Answer(Request Request, ResponsePlan Plan, MediaItem? File)
{
    /// <summary>What is left of the body.</summary>
    public BodyCursor Cursor { get; init; } = BodyCursor.StartOf(Plan.Body);

    /// <summary>How far into the file it has been read for this answer; null when it sends no file.</summary>
    public long? Position
    {
        get
        {
            var (segments, index, done) = Cursor;
            if (index < segments.Length && segments[index].IsFile) return segments[index].Range.Offset + done;
            for (index = Math.Min(index, segments.Length) - 1; index >= 0; index--)
            {
                if (segments[index].IsFile) return segments[index].Range.Offset + segments[index].Range.Length;
            }

            return Plan.Head.ContentRange is { First: >= 0 } range ? range.Last + 1 : null;
        }
    }

    /// <summary>Bytes of the body to send before the slice that was asked for.</summary>
    public ByteString Literal { get; init; } = ByteString.Empty;

    /// <summary>Whether the head was written.</summary>
    public bool HasBegun { get; init; }

    /// <summary>Whether that head left the connection open.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>How many times the file was looked up for it.</summary>
    public int Attempt { get; init; } = 1;
}
