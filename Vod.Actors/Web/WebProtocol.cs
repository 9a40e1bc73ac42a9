using Vod.Actors.Catalog;
using Vod.Actors.Http;
using Vod.Actors.Planning;

namespace Vod.Actors.Web;

/// <summary>Asks for a page. Answered to the sender with <see cref="PageReady"/> or <see cref="PageIsFile"/>.</summary>
/// <param name="RequestId">Given by the asker, repeated in the answer.</param>
/// <param name="Head">The request: GET or HEAD.</param>
/// <param name="Path">Its path: a directory, or within <c>/-/</c>; neither hidden nor confidential.</param>
public sealed record RenderPage(long RequestId, RequestHead Head, MediaPath Path);

/// <summary>The answer to a request for a page, whatever its status.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Plan">What to send; no part of it comes from a file.</param>
public sealed record PageReady(long RequestId, ResponsePlan Plan);

/// <summary>In the place of the page a file is to be served: the directory has an <c>index.html</c>.</summary>
/// <param name="RequestId">Of the question.</param>
/// <param name="Path">The file.</param>
public sealed record PageIsFile(long RequestId, MediaPath Path);
