using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Vod.Bench.Load;

/// <summary>
/// Runs ab without -k: HTTP/1.0, a new connection for each request, which the server closes. One thread. TIME_WAIT is the server's, then, and
/// the number of connections is bounded all the same: ports are few.
/// </summary>
internal static partial class ApacheBench
{
    private const int MaxRequests = 20_000;

    /// <summary>Loads the server.</summary>
    /// <param name="port">On the loopback address.</param>
    /// <param name="path">The URL's path.</param>
    /// <param name="connections">Connections at a time.</param>
    /// <param name="seconds">How long at most.</param>
    /// <exception cref="BenchException">ab failed.</exception>
    public static LoadResult Run(int port, string path, int connections, int seconds)
    {
        var percentiles = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("ab",
            [
                // A connection that breaks is counted, and the others go on (-r). -t sets a number of its own, so -n comes after it.
                "-q", "-r", "-t", $"{seconds}", "-n", $"{MaxRequests}", "-c", $"{connections}", "-e", percentiles, $"http://127.0.0.1:{port}{path}",
            ])
            { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            using var process = Process.Start(start) ?? throw new BenchException("ab could not be started.");
            // It says little.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0 || !Time().IsMatch(output)) throw new BenchException($"ab failed:\n{output}");
            var table = File.ReadAllLines(percentiles);
            return new LoadResult(
                (long)Number(Complete(), output), (long)Number(Transferred(), output), Number(Time(), output), At(table, 50), At(table, 99),
                (long)(Number(Failed(), output) + Number(Refused(), output)));
        }
        finally
        {
            File.Delete(percentiles);
        }
    }

    /// <summary>A figure of the output; those that would be 0 may be missing.</summary>
    private static double Number(Regex line, string output) =>
        line.Match(output) is { Success: true } match ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>The milliseconds on the line of a percentage.</summary>
    private static double At(string[] table, int percentage)
    {
        var prefix = $"{percentage},";
        var line = table.FirstOrDefault(l => l.StartsWith(prefix, StringComparison.Ordinal));
        return line is null ? double.NaN : double.Parse(line[prefix.Length..], CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Time taken for tests:\s+([\d.]+) seconds")]
    private static partial Regex Time();

    [GeneratedRegex(@"Complete requests:\s+(\d+)")]
    private static partial Regex Complete();

    [GeneratedRegex(@"Total transferred:\s+(\d+) bytes")]
    private static partial Regex Transferred();

    [GeneratedRegex(@"Failed requests:\s+(\d+)")]
    private static partial Regex Failed();

    [GeneratedRegex(@"Non-2xx responses:\s+(\d+)")]
    private static partial Regex Refused();
}
