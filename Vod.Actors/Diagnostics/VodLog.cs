using System.Net;
using Akka.Event;
using Vod.Actors.Catalog;
using Vod.Actors.Http;
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

    public static void Listening(this ILoggingAdapter log, EndPoint address) => log.Info("Listening on {0}", address);

    public static void ListeningEnded(this ILoggingAdapter log, TimeSpan retry) =>
        log.Error("The listening socket is gone: no client can connect, trying again in {0}", Units.FormatDuration(retry));

    public static void TooManyConnections(this ILoggingAdapter log, int limit) =>
        log.Warning("{0} connections are open, as many as vod.http.max-connections allows: more are answered 503", limit);

    public static void Draining(this ILoggingAdapter log, int connections, TimeSpan limit) =>
        log.Info("Stopping: {0} connections may finish what they are being sent, within {1}", connections, Units.FormatDuration(limit));

    public static void CuttingOff(this ILoggingAdapter log, int connections) =>
        log.Warning("Stopping: the time is over, {0} connections are cut off", connections);

    public static void Refused(this ILoggingAdapter log, EndPoint client, Rejection reason) =>
        log.Debug("{0}: refused with {1}: {2}", client, reason.Status, reason.Reason);

    public static void NoAnswer(this ILoggingAdapter log, EndPoint client, string who) =>
        log.Warning("{0}: no answer from {1} within vod.http.answer-timeout", client, who);

    public static void Unobserved(this ILoggingAdapter log, Exception failure) =>
        log.Error(failure, "A task has failed and nobody looked at it: {0}", failure.GetBaseException().Message);

    public static void ReaderTooSlow(this ILoggingAdapter log, EndPoint client, TimeSpan limit) =>
        log.Debug("{0}: took nothing for {1}, dropped", client, Units.FormatDuration(limit));
}
