using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>The real server as a process of its own, on a free port of the loopback address. Killed on dispose if it still runs.</summary>
public sealed partial class VodServer : IAsyncDisposable
{
    /// <summary>How long a server may take to say that it listens, or to exit.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <summary>SIGHUP.</summary>
    public const int Hangup = 1;

    private const int SigTerm = 15;

    private static readonly Lazy<string> Cache = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("vod-test-cache-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<Uri> _admin = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Uri? _announced;

    private VodServer(Process process) => _process = process;

    /// <summary>What the server said it listens on.</summary>
    public Uri Announced => _announced ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>Where to reach it: the announced port on 127.0.0.1.</summary>
    public Uri Address => new($"http://127.0.0.1:{Announced.Port}/");

    /// <summary>Where its admin endpoint is, once it has said so; it has to be started with <c>--admin on</c>.</summary>
    public Task<Uri> AdminAsync() => _admin.Task.WaitAsync(Patience);

    /// <summary>Where to connect to.</summary>
    public IPEndPoint EndPoint => new(IPAddress.Loopback, Announced.Port);

    /// <summary>The process's id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>All it printed so far, standard output and standard error in one.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a server on <paramref name="content"/> and a free port and waits until it listens.</summary>
    public static Task<VodServer> StartAsync(string content, params string[] options) =>
        StartWithAsync(["--port", "0", "--content", content, .. options]);

    /// <summary>Starts a server with just these <paramref name="options"/> and waits until it listens.</summary>
    public static Task<VodServer> StartWithAsync(params string[] options) => StartWithAsync(new Dictionary<string, string>(), options);

    /// <summary>The same with variables of the environment.</summary>
    public static Task<VodServer> StartWithAsync(IReadOnlyDictionary<string, string> environment, params string[] options) =>
        // One admin port for all of the servers that run at the same time would not do.
        ListeningAsync(Launch(options.Contains("--admin") ? options : [.. options, "--admin", "off"], environment));

    /// <summary>Starts a published server and waits until it listens.</summary>
    public static Task<VodServer> StartProgramAsync(string program, params string[] options) =>
        ListeningAsync(Launch(program, options, new Dictionary<string, string>()));

    /// <summary>As <see cref="StartAsync(string, string[])"/>, but the process may not have more than so many descriptors.</summary>
    public static Task<VodServer> StartLimitedAsync(int descriptors, string content, params string[] options) => ListeningAsync(Launch(
        "prlimit",
        [
            $"--nofile={descriptors}:{descriptors}", "dotnet", Path.Combine(AppContext.BaseDirectory, "Vod.Actors.dll"),
            "--port", "0", "--content", content, "--admin", "off", .. options,
        ],
        new Dictionary<string, string>()));

    private static async Task<VodServer> ListeningAsync(Process process)
    {
        var server = new VodServer(process);
        server.Listen();
        try
        {
            server._announced = await server._listening.Task.WaitAsync(Patience);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the program with <paramref name="options"/> until it exits by itself: for command lines that it turns down.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] options)
    {
        using var process = Launch(options);
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>Asks it to stop, as a service manager does. Does not wait.</summary>
    public void Terminate() => Signal(SigTerm);

    /// <summary>Sends it a signal.</summary>
    public void Signal(int signal)
    {
        if (Kill(_process.Id, signal) != 0)
        {
            throw new InvalidOperationException($"kill failed with errno {Marshal.GetLastPInvokeError()}.");
        }
    }

    /// <summary>Waits until it has printed a line with this in it.</summary>
    public async Task SaysAsync(string text)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!_output.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            if (deadline.IsCancellationRequested) throw new TimeoutException($"The server did not say \"{text}\", but:\n{Output}");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until it has exited and gives its exit code.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    /// <summary>The processor time that it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>How many of its file descriptors lead into <paramref name="folder"/>, and how many are sockets.</summary>
    public (int Files, int Sockets) OpenDescriptors(string folder)
    {
        var targets = Directory.EnumerateFileSystemEntries($"/proc/{_process.Id}/fd")
            .Select(link => { try { return new FileInfo(link).LinkTarget; } catch (IOException) { return null; } })
            .OfType<string>().ToList();
        return (targets.Count(target => target.StartsWith(folder + "/", StringComparison.Ordinal)),
            targets.Count(target => target.StartsWith("socket:", StringComparison.Ordinal)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Process Launch(IEnumerable<string> options, IReadOnlyDictionary<string, string>? environment = null) =>
        Launch("dotnet", [Path.Combine(AppContext.BaseDirectory, "Vod.Actors.dll"), .. options], environment ?? new Dictionary<string, string>());

    private static Process Launch(string program, IEnumerable<string> options, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Not the repository: the server must not depend on where it is started.
            WorkingDirectory = Path.GetTempPath(),
            // Pictures of films are not left in the cache of whoever runs the tests.
            Environment = { ["XDG_CACHE_HOME"] = Cache.Value },
        };
        foreach (var option in options)
        {
            start.ArgumentList.Add(option);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) =>
            _listening.TrySetException(new InvalidOperationException($"The server exited before it listened:\n{Output}"));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _output.Enqueue(line);
        if (ListeningLine().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
        else if (AdminLine().Match(line) is { Success: true } admin)
        {
            _admin.TrySetResult(new Uri(admin.Groups[1].Value));
        }
    }

    [GeneratedRegex("^Admin endpoint on (http://.+:[0-9]+/)$")]
    private static partial Regex AdminLine();

    [GeneratedRegex("^Listening on (http://.+:[0-9]+/)$")]
    private static partial Regex ListeningLine();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
