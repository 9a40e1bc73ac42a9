using System.Diagnostics;
using System.Text;
using Vod.Actors.Tests.Catalog;
using Vod.Actors.Web.Posters;

namespace Vod.Actors.Tests.Web.Posters;

/// <summary>With the shell in the place of ffmpeg: what a program does wrong, and what is left of it.</summary>
public sealed class ToolProcessTests : IDisposable
{
    private const string Shell = "/bin/sh";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task What_it_writes_is_taken()
    {
        var result = await Run("printf abc; echo oops >&2; echo again >&2");
        Assert.Equal((ToolEnd.Done, "abc", "oops; again"), (result.End, Encoding.UTF8.GetString(result.Output), result.Errors));
    }

    [Fact]
    public async Task It_runs_at_the_lowest_priority_with_nothing_of_our_environment()
    {
        var nice = MediaTools.Find(Environment.GetEnvironmentVariable("PATH")).Nice;
        Assert.NotNull(nice);
        Environment.SetEnvironmentVariable("VOD_TEST_SECRET", "secret");
        var result = await Run("nice; env", nice: nice);
        var lines = Encoding.UTF8.GetString(result.Output).Split('\n');
        Assert.Equal("19", lines[0]);
        Assert.Contains("LC_ALL=C", lines);
        Assert.DoesNotContain(lines, line => line.Contains("secret", StringComparison.Ordinal) || line.StartsWith("HOME=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_fails_or_writes_too_much_or_is_not_there_is_told_apart()
    {
        Assert.Equal(ToolEnd.Failed, (await Run("exit 3")).End);
        Assert.Equal(ToolEnd.Killed, (await Run("kill -9 $$")).End);
        Assert.Equal(ToolEnd.Failed, (await Run("while :; do echo 0123456789; done")).End);
        Assert.Equal(ToolEnd.NotStarted, (await ToolProcess.RunAsync("/no/such/program", [], null, 10, Long, default)).End);
    }

    [Fact]
    public async Task One_that_takes_too_long_is_killed_with_all_that_it_started()
    {
        var result = await Run($"sleep 300 & echo $! > '{Pid}'; echo $$ >> '{Pid}'; wait", timeout: TimeSpan.FromSeconds(1));
        Assert.Equal(ToolEnd.TimedOut, result.End);
        await AllDead();
    }

    [Fact]
    public async Task One_that_is_stopped_is_dead_when_the_stopping_is_done()
    {
        using var stop = new CancellationTokenSource();
        var run = Run($"echo $$ > '{Pid}'.new; mv '{Pid}'.new '{Pid}'; exec sleep 300", stop: stop.Token);
        while (!File.Exists(Pid)) await Task.Delay(10);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await AllDead();
    }

    public void Dispose() => _folder.Dispose();

    private string Pid => Path.Combine(_folder.FullPath, "pid");

    private async Task AllDead()
    {
        foreach (var id in (await File.ReadAllLinesAsync(Pid)).Select(int.Parse))
        {
            // Killed is killed; init takes a moment to bury an orphan.
            for (var watch = Stopwatch.StartNew(); IsAlive(id); await Task.Delay(10)) Assert.True(watch.Elapsed < Long, $"process {id} is alive");
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            var state = File.ReadAllText($"/proc/{id}/stat");
            return state[state.LastIndexOf(')')..].Split(' ')[1] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Task<ToolResult> Run(string script, string? nice = null, TimeSpan? timeout = null, CancellationToken stop = default) =>
        ToolProcess.RunAsync(Shell, ["-c", script], nice, 10_000, timeout ?? Long, stop);
}
