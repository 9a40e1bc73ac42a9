using System.Net;
using Akka.Event;
using Vod.Actors.Settings;

namespace Vod.Actors.Diagnostics;

internal static partial class VodLog
{
    public static void SettingsApplied(this ILoggingAdapter log, IReadOnlyList<string> keys) =>
        log.Info("Settings: {0} changed, for requests that begin from now on", string.Join(", ", keys));

    public static void SettingsNeedRestart(this ILoggingAdapter log, IReadOnlyList<string> keys) =>
        log.Warning("Settings: {0} changed in the file, and will hold after a restart", string.Join(", ", keys));

    public static void SettingsUnchanged(this ILoggingAdapter log) => log.Info("Settings: read again, nothing has changed");

    public static void SettingsRefused(this ILoggingAdapter log, string why) => log.Error("Settings: nothing is changed, there is a mistake: {0}", why);

    public static void AccessLogFailed(this ILoggingAdapter log, string why) =>
        log.Error("The access log cannot be written, its lines are dropped until it can: {0}", why);

    public static void AccessLogBack(this ILoggingAdapter log, int lost) => log.Warning("The access log can be written again; {0} lines were lost", lost);

    public static void AccessLogReopened(this ILoggingAdapter log) => log.Info("The access log was opened anew");

    public static void AccessLogNotReopened(this ILoggingAdapter log, string why) =>
        log.Error("The access log cannot be opened anew, the old file is written on: {0}", why);

    public static void CutOff(this ILoggingAdapter log, EndPoint client, string state, string? path) =>
        log.Info("{0}: cut off while {1} {2}", client, state, path ?? "");

    public static void NotReady(this ILoggingAdapter log, TimeSpan delay) =>
        log.Info("Stopping: not ready any more, going on for {0} so that load balancers notice", Units.FormatDuration(delay));

    public static void HandingOver(this ILoggingAdapter log, bool isSteered) => log.Info(
        isSteered ? "Stopping: new connections go to the other process, if there is one" : "Stopping: the system may still send new connections here");

    public static void NotAccepting(this ILoggingAdapter log) => log.Info("Stopping: no more connections are accepted");

    public static void Stopped(this ILoggingAdapter log) => log.Info("Stopping: no connection is open any more");
}
