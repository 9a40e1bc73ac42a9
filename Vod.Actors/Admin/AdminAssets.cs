using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Vod.Actors.Admin;

/// <summary>The page for browsers: embedded, the same for all, and without anything of what it shows; its script asks for that.</summary>
internal static class AdminAssets
{
    private const string Page = "/";

    private static readonly FrozenDictionary<string, (string ContentType, Lazy<byte[]> Bytes)> All = new Dictionary<string, (string, Lazy<byte[]>)>
    {
        [Page] = ("text/html; charset=utf-8", Load("admin.html")),
        ["/admin.js"] = ("text/javascript; charset=utf-8", Load("admin.js")),
        ["/admin.css"] = ("text/css; charset=utf-8", Load("admin.css")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a path is a part of the page.</summary>
    public static bool IsOne(PathString path) => All.ContainsKey(path.Value ?? "");

    /// <summary>Answers with the part that the request asks for, and with the page itself when it asks for none.</summary>
    public static Task WriteAsync(HttpContext request)
    {
        var (contentType, bytes) = All.TryGetValue(request.Request.Path.Value ?? "", out var part) ? part : All[Page];
        request.Response.ContentType = contentType;
        request.Response.ContentLength = bytes.Value.Length;
        return request.Response.Body.WriteAsync(bytes.Value, request.RequestAborted).AsTask();
    }

    private static Lazy<byte[]> Load(string name) => new(() =>
    {
        using var stream = typeof(AdminAssets).Assembly.GetManifestResourceStream("admin/" + name)
            ?? throw new InvalidOperationException($"The asset {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });
}
