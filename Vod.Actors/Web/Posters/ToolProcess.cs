using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Vod.Actors.Web.Posters;

/// <summary>How a program ended.</summary>
internal enum ToolEnd
{
    /// <summary>It did what it was asked.</summary>
    Done,

    /// <summary>It ended with an error, or wrote more than it may.</summary>
    Failed,

    /// <summary>It took too long and was killed.</summary>
    TimedOut,

    /// <summary>Somebody else has killed it, or the system: that says nothing of what it was doing.</summary>
    Killed,

    /// <summary>It could not be started.</summary>
    NotStarted,
}

/// <summary>What came of running a program.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">The beginning of what it wrote to standard error, or why it could not be started.</param>
internal sealed record ToolResult(ToolEnd End, byte[] Output, string Errors);

/// <summary>Runs a program to its end, at the lowest priority, without a shell, and without anything of this process's environment but its PATH.</summary>
internal static class ToolProcess
{
    private const int MaxErrors = 400;

    /// <summary>Runs it.</summary>
    /// <param name="program">Its full path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="nice">Full path of <c>nice</c>; null to do without.</param>
    /// <param name="maxOutput">Bytes that it may write; one that writes more is killed.</param>
    /// <param name="timeout">How long it may take; then it is killed.</param>
    /// <param name="stop">Kills it too.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for; the program is dead.</exception>
    public static async Task<ToolResult> RunAsync(string program, IReadOnlyList<string> arguments, string? nice, int maxOutput, TimeSpan timeout, CancellationToken stop)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments, nice) };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            stop.ThrowIfCancellationRequested();
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ToolResult(ToolEnd.NotStarted, [], e.Message);
        }
        try
        {
            // At once, on the thread that stops: the process may not live to see what follows.
            using var killing = stop.Register(() => Kill(process));
            limit.CancelAfter(timeout);
            process.StandardInput.Close();
            var errors = ReadErrors(process.StandardError.BaseStream, limit.Token);
            var output = await Read(process.StandardOutput.BaseStream, maxOutput, limit.Token).ConfigureAwait(false);
            if (output is null) return new ToolResult(ToolEnd.Failed, [], "it wrote too much");
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            stop.ThrowIfCancellationRequested(); // killed, it may look as if it had ended by itself
            var end = process.ExitCode switch { 0 => ToolEnd.Done, 128 + 9 or 128 + 15 or 128 + 24 => ToolEnd.Killed, _ => ToolEnd.Failed };
            return new ToolResult(end, output, await errors.ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ToolResult(ToolEnd.TimedOut, [], "");
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Nothing of it stays behind, whatever it has started itself.</summary>
    private static void Kill(Process process)
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
    }

    private static ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments, string? nice)
    {
        var start = new ProcessStartInfo(nice ?? program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(Path.GetFullPath(program))!,
        };
        foreach (var name in start.Environment.Keys.Where(name => !name.Equals("PATH", StringComparison.OrdinalIgnoreCase) && !name.Equals("SystemRoot", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }
        start.Environment["LC_ALL"] = "C";
        if (nice is not null)
        {
            foreach (var argument in new[] { "-n", "19", program }) start.ArgumentList.Add(argument);
        }
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>All of a stream; null when it is longer than it may be.</summary>
    private static async Task<byte[]?> Read(Stream stream, int max, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
        {
            if (all.Length + read > max) return null;
            all.Write(buffer, 0, read);
        }
        return all.ToArray();
    }

    /// <summary>The beginning of a stream as one line. It is read to its end, so that who writes to it does not wait.</summary>
    private static async Task<string> ReadErrors(Stream stream, CancellationToken stop)
    {
        var text = new StringBuilder();
        var buffer = new byte[4 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, stop).ConfigureAwait(false)) > 0;)
        {
            if (text.Length < MaxErrors) text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        var line = text.ToString().Trim().ReplaceLineEndings("; ");
        return line.Length > MaxErrors ? line[..MaxErrors] : line;
    }
}
