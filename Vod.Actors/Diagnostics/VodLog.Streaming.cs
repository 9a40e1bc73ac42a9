using Akka.Event;
using Vod.Actors.Streaming;

namespace Vod.Actors.Diagnostics;

internal static partial class VodLog
{
    public static void SliceRefused(this ILoggingAdapter log, string path, SliceFailure reason, string detail) =>
        log.Warning("{0} is {1}: {2}", path, reason, detail);
}
