using System.Runtime.InteropServices;
using Akka.Event;

namespace Akka.Actor;

public sealed partial class CoordinatedShutdown
{
    private volatile bool _processExits;

    // Off this thread: Exit returns only when the process has ended, which may wait for this very shutdown.
    private void Exit()
    {
        if (!_processExits) ThreadPool.UnsafeQueueUserWorkItem(static _ => Environment.Exit(0), null);
    }

    /// <summary>The end of Main and Exit raise an event, a SIGTERM does not (from .NET 10 on): it would end the process at once. A host takes
    /// it for itself, and stops the system in its turn.</summary>
    private void RunWhenProcessExits(bool isHosted)
    {
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        var signal = isHosted ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        // Or the process would keep the system forever.
        System.WhenTerminated.ContinueWith(_ =>
        {
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
            signal?.Dispose();
        }, TaskScheduler.Default);
    }

    /// <summary>What the signal does comes when this returns, unless somebody else has a use for it, who will then end the system as well.</summary>
    private void OnSignal(PosixSignalContext context)
    {
        if (!context.Cancel) RunToTheEnd();
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        _processExits = true;
        RunToTheEnd();
    }

    private void RunToTheEnd()
    {
        if (System.WhenTerminated.IsCompleted) return;
        Log.Info("Starting coordinated shutdown from CLR termination hook.");
        try
        {
            Run(ClrExitReason.Instance).Wait(TotalTimeout);
        }
        catch (AggregateException cause)
        {
            Log.Warning(cause, "CoordinatedShutdown from CLR shutdown failed: {0}", cause.Message);
        }
    }
}
