using System.Globalization;
using Akka.Configuration;
using Akka.Dispatch;

namespace Vod.Transport.Scheduling;

/// <summary>
/// Makes a dispatcher run on the thread pool, where the actors that a running actor wakes run next on its thread, without a thread
/// switch. For actors that talk much and never block. In the dispatcher's section:
/// <code>
/// executor = "Vod.Transport.Scheduling.RunNextExecutorConfigurator, Vod.Transport"
/// run-next {
///   max-runs = 64     # so many mailboxes in a row on one thread (1 to 65536), then other work has its turn
///   max-time = 10 ms  # or those that begin within so long (1 ms to 10 s)
/// }
/// </code>
/// The section <c>run-next</c> and its keys may be left out. A thread keeps to the bounds of the dispatcher that it began with.
/// </summary>
public sealed class RunNextExecutorConfigurator : ExecutorServiceConfigurator
{
    private readonly RunNextBounds _bounds;

    /// <summary>Called by Akka with the dispatcher's section.</summary>
    /// <exception cref="ConfigurationException">A value of <c>run-next</c> is not allowed.</exception>
    public RunNextExecutorConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _bounds = new RunNextBounds(MaxRuns(config), MaxMilliseconds(config));
    }

    /// <inheritdoc/>
    public override ExecutorService Produce(string id) => new RunNextExecutor(id, _bounds);

    private static int MaxRuns(Config config)
    {
        const string key = "run-next.max-runs";
        if (!config.HasPath(key)) return RunNextBounds.Default.MaxRuns;
        var text = config.GetString(key);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var runs) && runs is >= 1 and <= 65536
            ? runs
            : throw NotAllowed(config, key, text, "a whole number from 1 to 65536");
    }

    private static int MaxMilliseconds(Config config)
    {
        const string key = "run-next.max-time";
        if (!config.HasPath(key)) return RunNextBounds.Default.MaxMilliseconds;
        var text = config.GetString(key);
        TimeSpan? time = null;
        try
        {
            time = config.GetTimeSpan(key, null, allowInfinite: false);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException or ConfigurationException)
        {
            // Refused below.
        }

        return time is { TotalMilliseconds: >= 1 and <= 10_000 } allowed
            ? (int)allowed.TotalMilliseconds
            : throw NotAllowed(config, key, text, "a time from 1 ms to 10 s");
    }

    private static ConfigurationException NotAllowed(Config config, string key, string? text, string allowed) =>
        new($"{config.GetString("id", "dispatcher")}.{key} is '{text}'; it must be {allowed}");
}
