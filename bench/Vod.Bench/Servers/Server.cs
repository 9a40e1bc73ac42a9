using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Vod.Bench.Load;
using Vod.Bench.Machine;

namespace Vod.Bench.Servers;

/// <summary>A server process on a port of its own of the loopback address. Disposing it ends the process and its children.</summary>
internal sealed partial class Server : IDisposable
{
    private const int Terminate = 15; // SIGTERM
    private const int TailLines = 20;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    private static readonly ConcurrentDictionary<Server, bool> Running = new();

    private readonly Process _process;
    private readonly Queue<string> _tail = new();

    /// <summary>Starts it and waits until it answers <paramref name="path"/> with 200.</summary>
    public Server(string name, int port, string path, ProcessStartInfo start)
    {
        Name = name;
        Port = port;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        var clock = Stopwatch.StartNew();
        _process = Process.Start(start) ?? throw new BenchException($"{name} could not be started.");
        Running[this] = true;
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            WaitUntilItAnswers(path, clock);
            FirstAnswer = clock.Elapsed;
            Usage = new ProcessTree(_process.Id);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Which server it is.</summary>
    public string Name { get; }

    /// <summary>Its TCP port.</summary>
    public int Port { get; }

    /// <summary>From the start of the process to the end of its first answer.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>What it uses.</summary>
    public ProcessTree Usage { get; }

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>The last lines that it said.</summary>
    public string Tail()
    {
        lock (_tail) return string.Join('\n', _tail);
    }

    /// <summary>Throws when the process has ended.</summary>
    public void CheckAlive()
    {
        if (_process.HasExited) throw new BenchException($"{Name} has ended with exit code {_process.ExitCode}:\n{Tail()}");
    }

    /// <summary>Ends all that still run.</summary>
    public static void EndAll()
    {
        foreach (var server in Running.Keys) server.Dispose();
    }

    public void Dispose()
    {
        if (!Running.TryRemove(this, out _)) return;
        if (!_process.HasExited)
        {
            _ = Signal(_process.Id, Terminate);
            if (!_process.WaitForExit(StopLimit)) _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private void WaitUntilItAnswers(string path, Stopwatch clock)
    {
        while (true)
        {
            CheckAlive();
            if (clock.Elapsed > StartLimit) throw new BenchException($"{Name} does not answer:\n{Tail()}");
            try
            {
                using var client = new BlockingClient(Port);
                client.Send(Requests.Get(path));
                if (client.ReadHead().Status == 200) return;
            }
            catch (Exception e) when (e is SocketException or IOException)
            {
                // Not listening yet.
            }
            Thread.Sleep(1);
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_tail)
        {
            _tail.Enqueue(line);
            if (_tail.Count > TailLines) _tail.Dequeue();
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
