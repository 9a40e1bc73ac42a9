using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>What every dispatcher's section has.</summary>
/// <param name="Id">The section's path.</param>
/// <param name="Throughput">How many messages an actor processes before another one's turn.</param>
/// <param name="ThroughputDeadlineTime">How long, in ticks, it may take for them; <see langword="null"/>: no limit.</param>
/// <param name="ShutdownTimeout">How long after its last actor left the dispatcher lets its executor go.</param>
internal readonly record struct DispatcherSettings(string Id, int Throughput, long? ThroughputDeadlineTime, TimeSpan ShutdownTimeout)
{
    public static DispatcherSettings Read(Config config)
    {
        var deadline = config.GetTimeSpan("throughput-deadline-time", TimeSpan.Zero).Ticks;
        return new DispatcherSettings(
            config.GetString("id") ?? "",
            config.GetInt("throughput"),
            deadline > 0 ? deadline : null,
            config.GetTimeSpan("shutdown-timeout"));
    }
}
