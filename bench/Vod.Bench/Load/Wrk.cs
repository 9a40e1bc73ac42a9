using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Vod.Bench.Load;

/// <summary>Runs wrk: an event loop in C on as many threads as asked for; the next request follows on the answer.</summary>
internal static partial class Wrk
{
    /// <summary>Loads the server.</summary>
    /// <param name="port">On the loopback address.</param>
    /// <param name="path">The URL's path.</param>
    /// <param name="connections">Connections.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="headers">Header fields of each request.</param>
    /// <param name="script">Arguments of workload.lua.</param>
    /// <exception cref="BenchException">wrk failed.</exception>
    public static LoadResult Run(int port, string path, int connections, int seconds, IEnumerable<string> headers, IEnumerable<string> script)
    {
        var start = new ProcessStartInfo("wrk",
        [
            "-t", connections == 1 ? "1" : "2", "-c", $"{connections}", "-d", $"{seconds}s", "--timeout", "30s",
            "-s", Path.Combine(AppContext.BaseDirectory, "workload.lua"),
            .. headers.SelectMany(h => (string[])["-H", h]),
            $"http://127.0.0.1:{port}{path}", "--", .. script,
        ])
        { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start) ?? throw new BenchException("wrk could not be started.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || Result().Match(output) is not { Success: true } match) throw new BenchException($"wrk failed:\n{output}");
        var errors = Number("connect") + Number("read") + Number("write") + Number("status") + Number("timeout");
        return new LoadResult(Number("requests"), Number("bytes"), Number("duration") / 1e6, Number("p50") / 1e3, Number("p99") / 1e3, errors);

        long Number(string group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"RESULT requests=(?<requests>\d+) bytes=(?<bytes>\d+) duration=(?<duration>\d+) p50=(?<p50>\d+) p99=(?<p99>\d+) connect=(?<connect>\d+) read=(?<read>\d+) write=(?<write>\d+) status=(?<status>\d+) timeout=(?<timeout>\d+)")]
    private static partial Regex Result();
}
