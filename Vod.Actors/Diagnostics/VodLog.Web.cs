using Akka.Event;

namespace Vod.Actors.Diagnostics;

internal static partial class VodLog
{
    public static void NoPoster(this ILoggingAdapter log, string path, string why) => log.Info("There is no picture of {0}: {1}", path, why);

    public static void PosterFailed(this ILoggingAdapter log, Exception cause, string path) => log.Warning(cause, "Making a picture of {0} failed: {1}", path, cause.Message);

    public static void PostersNotKept(this ILoggingAdapter log, string why) => log.Warning("Pictures of films cannot be kept, see vod.web.posters.directory: {0}", why);

    public static void PostersPruned(this ILoggingAdapter log, int files) => log.Info("Removed {0} files of pictures of films that are gone", files);
}
