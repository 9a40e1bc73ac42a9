using Akka.Actor;
using Akka.Event;

namespace Vod.Actors.Diagnostics;

/// <summary>Failures of tasks that nobody has looked at: a fault in the program, which would pass in silence.</summary>
internal static class UnobservedFailures
{
    /// <summary>Logs them until the system ends. The runtime tells of one when it collects the task.</summary>
    public static void LogIn(ActorSystem system)
    {
        var log = Logging.GetLogger(system, typeof(UnobservedFailures));
        TaskScheduler.UnobservedTaskException += OnUnobserved;
        system.WhenTerminated.ContinueWith(_ => TaskScheduler.UnobservedTaskException -= OnUnobserved, TaskScheduler.Default);

        void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs unobserved) => log.Unobserved(unobserved.Exception);
    }
}
