using Akka.Event;

namespace Vod.Actors.Diagnostics;

internal static partial class VodLog
{
    public static void SettingsApplied(this ILoggingAdapter log, IReadOnlyList<string> keys) =>
        log.Info("Settings: {0} changed, for requests that begin from now on", string.Join(", ", keys));

    public static void SettingsNeedRestart(this ILoggingAdapter log, IReadOnlyList<string> keys) =>
        log.Warning("Settings: {0} changed in the file, and will hold after a restart", string.Join(", ", keys));

    public static void SettingsUnchanged(this ILoggingAdapter log) => log.Info("Settings: read again, nothing has changed");

    public static void SettingsRefused(this ILoggingAdapter log, string why) => log.Error("Settings: nothing is changed, there is a mistake: {0}", why);
}
