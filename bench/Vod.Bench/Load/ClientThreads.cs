using System.Diagnostics;
using System.Net.Sockets;

namespace Vod.Bench.Load;

/// <summary>Clients on a thread each, for a time.</summary>
internal static class ClientThreads
{
    /// <summary>Runs clients until the time is over, and calls <paramref name="sample"/> once a second meanwhile.</summary>
    /// <param name="count">How many.</param>
    /// <param name="duration">How long.</param>
    /// <param name="client">One client's work, over and over, until its second argument says so.</param>
    /// <param name="faults">Gets what it throws.</param>
    /// <param name="sample">Looks at the server.</param>
    public static void Run(int count, TimeSpan duration, Action<int, Func<bool>> client, Faults faults, Action sample)
    {
        var clock = Stopwatch.StartNew();
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() => Work(number)) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        for (var second = 1; second <= duration.TotalSeconds; second++)
        {
            var pause = TimeSpan.FromSeconds(second) - clock.Elapsed;
            if (pause > TimeSpan.Zero) Thread.Sleep(pause);
            sample();
        }
        foreach (var thread in threads) thread.Join();

        bool Over() => clock.Elapsed >= duration;

        void Work(int number)
        {
            while (!Over())
            {
                try
                {
                    client(number, Over);
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    faults.Error(e.Message);
                    // A server that is gone is not to be asked a million times.
                    if (faults.Errors > 1000) return;
                }
            }
        }
    }
}
