using System.Diagnostics;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Runs a program of the system to its end. A test whose program is not installed is skipped, and says so.</summary>
public static class Tool
{
    /// <summary>Skips the test when <paramref name="name"/> is not on the PATH.</summary>
    public static void Require(string name) => Skip.If(Find(name) is null, $"{name} is not installed (.ci/run installs it)");

    /// <summary>The full path of <paramref name="name"/>, or null.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs it in <paramref name="folder"/>; standard output and error come back as one text. Killed after <paramref name="seconds"/>.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, int seconds, string name, params string[] arguments)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["HOME"] = folder, ["LC_ALL"] = "C" },
        };
        process.Start();
        process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{name} {string.Join(' ', arguments)} did not end within {seconds} s.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
