using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Akka.Tests.Shutdown;

/// <summary>Coordinated shutdown and the end of the process: each starts the other, or not, as configured.</summary>
public class ProcessExitTests
{
    private const int SigTerm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("return", 0, "ready ClrExitReason")]
    [InlineData("exit", 3, "ready ClrExitReason")]
    [InlineData("terminate", 0, "ready ActorSystemTerminateReason")]
    [InlineData("return run-by-clr-shutdown-hook=off", 0, "ready")]
    [InlineData("exit run-by-clr-shutdown-hook=off", 3, "ready")]
    [InlineData("run exit-clr=on", 0, "ready UnknownReason")]
    [InlineData("terminate exit-clr=on", 0, "ready ActorSystemTerminateReason")]
    [InlineData("return exit-clr=on", 0, "ready ClrExitReason")]
    public async Task A_process_that_ends_runs_it_once_and_the_last_phase_can_end_the_process(string arguments, int exitCode, string output)
    {
        using var program = Start(arguments);
        Assert.Equal((exitCode, output), await EndOf(program));
    }

    [SkippableTheory]
    [InlineData("wait", 128 + SigTerm, "ready ClrExitReason")]
    [InlineData("wait run-by-clr-shutdown-hook=off", 128 + SigTerm, "ready")]
    [InlineData("hosted", 0, "ready ClrExitReason host stopped")]
    public async Task A_process_that_is_told_to_end_runs_it_once(string arguments, int exitCode, string output)
    {
        Skip.If(OperatingSystem.IsWindows(), "There are no signals to send on Windows.");
        using var program = Start(arguments);
        var ready = await program.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.Equal(0, Kill(program.Id, SigTerm));
        var (code, rest) = await EndOf(program);
        Assert.Equal((exitCode, output), (code, $"{ready} {rest}".TrimEnd()));
    }

    private static Process Start(string arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(typeof(ProcessExitTests).Assembly.Location);
        foreach (var argument in arguments.Split(' ')) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<(int ExitCode, string Output)> EndOf(Process program)
    {
        try
        {
            var output = await program.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
            await program.WaitForExitAsync().WaitAsync(Patience);
            return (program.ExitCode, string.Join(' ', output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        }
        finally
        {
            if (!program.HasExited) program.Kill();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
