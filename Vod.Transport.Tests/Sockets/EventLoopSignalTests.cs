using System.Diagnostics;
using System.Runtime.InteropServices;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>Signals interrupt a wait; above all, a stopped process that goes on.</summary>
public partial class EventLoopSignalTests
{
    private const int Continue = 18; // SIGCONT

    [SkippableFact]
    public void A_wait_that_a_signal_interrupts_goes_on()
    {
        var loop = TestLoop.Start();
        using var handled = PosixSignalRegistration.Create((PosixSignal)Continue, static _ => { });
        var thread = 0;
        var watcher = new Watcher(_ => thread = gettid());
        using var signal = TestLoop.NewSignal();
        using var registration = loop.Add(signal, watcher, write: false);
        for (var i = 0; i < 200; i++)
        {
            TestLoop.Signal(signal);
            if (i % 2 == 0) Interrupt();
            Assert.Equal(Readiness.Readable, watcher.Next());
            Interrupt();
        }

        void Interrupt()
        {
            if (thread != 0) Assert.Equal(0, tgkill(Environment.ProcessId, thread, Continue));
        }
    }

    [SkippableFact]
    public void A_process_that_was_stopped_goes_on_with_its_events()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        var watcher = new Watcher();
        using var registration = loop.Add(pair.Server, watcher, write: false);
        for (var i = 0; i < 3; i++)
        {
            using var stops = Process.Start("/bin/sh", ["-c", "kill -STOP $0; sleep 0.1; kill -CONT $0", $"{Environment.ProcessId}"]);
            while (!stops.HasExited)
            {
                pair.Client.Send("hello"u8);
                watcher.Await(Readiness.Readable);
            }
        }
    }

    [LibraryImport("libc")]
    private static partial int gettid();

    [LibraryImport("libc", SetLastError = true)]
    private static partial int tgkill(int process, int thread, int signal);
}
