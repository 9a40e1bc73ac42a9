using System.Text;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Tests.EndToEnd;

namespace Vod.Actors.Tests.Fuzzing;

/// <summary>An answer that a conversation must bring.</summary>
/// <param name="Head">What it answers; null when that was refused.</param>
/// <param name="IsHead">Whether it has no body.</param>
/// <param name="Plan">What it is; null for a page, of which only the frame is known.</param>
/// <param name="Closes">Whether it is the last.</param>
internal sealed record Expected(RequestHead? Head, bool IsHead, ResponsePlan? Plan, bool Closes)
{
    /// <summary>A client that waits for 100 Continue may be answered before its body is read; then the connection ends here with this.</summary>
    public ResponsePlan? Early { get; init; }

    /// <summary>The body, with the boundary that this answer has.</summary>
    /// <param name="file">The file that the path names.</param>
    /// <param name="contentType">The answer's.</param>
    public byte[] Body(byte[] file, string? contentType)
    {
        var body = new List<byte>();
        var planned = Boundary(Plan!.Head.ContentType);
        var actual = Boundary(contentType);
        foreach (var segment in Plan.Body)
        {
            if (segment.IsFile) body.AddRange(file.AsSpan((int)segment.Range.Offset, (int)segment.Range.Length));
            else if (planned is null) body.AddRange(segment.Literal.Span);
            else body.AddRange(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(segment.Literal.Span).Replace(planned, actual, StringComparison.Ordinal)));
        }

        return [.. body];
    }

    private static string? Boundary(string? contentType) =>
        contentType?.StartsWith("multipart/byteranges; boundary=", StringComparison.Ordinal) == true ? contentType[(contentType.IndexOf('=', StringComparison.Ordinal) + 1)..] : null;
}

/// <summary>
/// What the pure parts of the server, given all bytes in one piece, make of them: the answers that must come over the wire however the bytes
/// are cut, and whatever else the server does at the time.
/// </summary>
internal sealed class Expectations(ContentFolder folder)
{
    private static readonly SlicingPolicy Slicing = new(SlicingMode.Always, FuzzContent.Slice);

    private readonly Dictionary<string, MediaItem> _items = FuzzContent.Names.ToDictionary(name => name, name => FuzzContent.Item(folder, name), StringComparer.Ordinal);

    /// <summary>The answers to some bytes and the end of the sending side.</summary>
    public IEnumerable<Expected> Of(ReadOnlyMemory<byte> bytes)
    {
        var parser = new RequestParser(RequestLimits.Default);
        while (true)
        {
            switch (parser.Parse(bytes))
            {
                case ParseOutcome.Rejected rejected:
                    yield return new(null, rejected.IsHead, ErrorResponse.Of(rejected), Closes: true);
                    yield break;
                case ParseOutcome.Parsed(var head, var consumed):
                    var body = new BodyReader(head.Body, RequestLimits.Default.MaxBodyBytes);
                    var progress = body.Read(bytes.Span[consumed..]);
                    bytes = bytes[(consumed + progress.Consumed)..];
                    var answer = Answer(head, progress.State);
                    yield return answer;
                    if (answer.Closes) yield break;
                    break;
                default:
                    yield break;
            }
        }
    }

    private Expected Answer(RequestHead head, BodyState body)
    {
        var isHead = head.Method == RequestMethod.Head;
        var plan = Plan(head);
        var early = head.Expect is not null && head.Body.HasContent && ResponsePlanner.Route(head, hasPages: true) is Routing.Answered ? plan : null;
        return body switch
        {
            BodyState.Malformed or BodyState.NeedMore => new(head, isHead, ErrorResponse.Of(400, isHead, close: true), Closes: true) { Early = early },
            BodyState.TooLarge => new(head, isHead, plan, Closes: true) { Early = early },
            _ => new(head, isHead, plan, Closes: !head.KeepAlive || plan?.Close == true) { Early = early },
        };
    }

    private ResponsePlan? Plan(RequestHead head) => ResponsePlanner.Route(head, hasPages: true) switch
    {
        Routing.Answered(var plan) => plan,
        Routing.Lookup(var path) when _items.TryGetValue(path.Value, out var item) => ResponsePlanner.Plan(head, item, Slicing, DateTimeOffset.UtcNow),
        Routing.Lookup(var path) when _items.Keys.Any(name => name.StartsWith(path.Value + "/", StringComparison.Ordinal)) => ResponsePlanner.ToDirectory(head),
        Routing.Lookup => ResponsePlanner.Plan(head, null, Slicing, DateTimeOffset.UtcNow),
        _ => null,
    };

    /// <summary>The bytes of the file that a request is about; none when it is about no file.</summary>
    public byte[] FileOf(RequestHead? head) =>
        head is not null && MediaPath.Parse(head.Target.Path) is { } path && _items.ContainsKey(path.Value) ? folder[path.Value] : [];
}
