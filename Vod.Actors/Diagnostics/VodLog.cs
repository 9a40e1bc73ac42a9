using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Settings;

namespace Vod.Actors.Diagnostics;

/// <summary>Every message that the server logs, each said once.</summary>
internal static partial class VodLog
{
    public static void CatalogChanged(this ILoggingAdapter log, IndexChange change) =>
        log.Info("Catalog: {0} added, {1} replaced, {2} removed", change.Added, change.Replaced, change.Removed);

    public static void ContentDirectoryGone(this ILoggingAdapter log, string directory) =>
        log.Warning("The content directory {0} is gone: nothing is served until it is back", directory);

    public static void ContentDirectoryBack(this ILoggingAdapter log, string directory) =>
        log.Info("The content directory {0} is there again, or another in its place: scanning it", directory);

    public static void DirectoryForbidden(this ILoggingAdapter log, string path) =>
        log.Warning("The directory {0} may not be read: nothing in it is served", path.Length == 0 ? "/" : path);

    public static void LookFailed(this ILoggingAdapter log, string path) =>
        log.Warning("The disk failed while looking at {0}: what was known of it stays", path.Length == 0 ? "/" : path);

    public static void WatchingFailed(this ILoggingAdapter log, string directory, Exception cause, TimeSpan retry) =>
        log.Warning("No file events for {0}, changes are seen by the periodic scan only, trying again in {1}: {2}", directory, Units.FormatDuration(retry), cause.Message);
}
