using System.Net;
using Akka.Event;
using Vod.Actors.Settings;

namespace Vod.Actors.Diagnostics;

internal static partial class VodLog
{
    public static void AdminWaits(this ILoggingAdapter log, EndPoint address, string reason, TimeSpan retry) =>
        log.Warning("The admin endpoint cannot listen on {0} (vod.admin): {1}; trying again every {2} until it can", address, reason, Units.FormatDuration(retry));

    public static void AdminFailed(this ILoggingAdapter log, Exception cause) =>
        log.Error(cause, "The admin endpoint could not be started: there is none until the server is started again");
}
