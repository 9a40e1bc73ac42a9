using System.Text;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Tests.Planning;

/// <summary>Plans answers to requests for one file, and renders them as a client would see them.</summary>
internal static class Plans
{
    public const long Slice = 100;
    public static readonly DateTimeOffset Now = new(2026, 5, 9, 12, 0, 0, 500, TimeSpan.Zero);
    public static readonly DateTimeOffset Modified = new(2026, 5, 1, 10, 20, 30, TimeSpan.Zero);
    public const string ModifiedText = "Fri, 01 May 2026 10:20:30 GMT";

    public static MediaItem Item(long size) => new("films/a.mp4", "/secret/films/a.mp4", size, Modified, "video/mp4", new EntityTag("tag"));

    public static RequestHead Get(string target = "/films/a.mp4", RequestMethod method = RequestMethod.Get) => new()
    {
        Method = method,
        MethodName = method.ToString().ToUpperInvariant(),
        Target = RequestTarget.Parse(method, target)!.Value,
        Host = "a",
    };

    public static RequestHead Ranged(string range, string target = "/films/a.mp4") => Get(target) with { Range = range };

    public static ResponsePlan Plan(RequestHead head, long size, SlicingMode mode = SlicingMode.Always) =>
        ResponsePlanner.Plan(head, Item(size), new SlicingPolicy(mode, Slice), Now);

    public static string RenderHead(ResponsePlan plan, bool keepAlive = true) => Encoding.Latin1.GetString(plan.RenderHead(DateStamp.Of(Now), keepAlive));

    /// <summary>The body, where byte n of the file is n modulo 256.</summary>
    public static byte[] RenderBody(ResponsePlan plan) =>
        [.. plan.Body.SelectMany(s => s.IsFile ? Enumerable.Range((int)s.Range.Offset, (int)s.Length).Select(n => (byte)n) : s.Literal.ToArray())];
}
