using Microsoft.Win32.SafeHandles;

namespace Akka.IO.Sockets;

/// <summary>
/// Open files kept for bad times. When accepting has used up the last descriptor of the process, closing these lets it live on: a file can
/// still be opened, and the runtime can still start a thread, for which it needs descriptors and without which it ends the process.
/// </summary>
internal sealed class DescriptorReserve : IDisposable
{
    private const int Size = 32;

    private readonly Stack<SafeFileHandle> _handles = new(Size);

    /// <summary>Opens what is missing.</summary>
    /// <returns>Whether the reserve is full.</returns>
    public bool TryFill()
    {
        // Elsewhere there is no such limit.
        if (OperatingSystem.IsWindows()) return true;
        try
        {
            while (_handles.Count < Size) _handles.Push(File.OpenHandle("/dev/null"));
            return true;
        }
        catch (IOException)
        {
            // What there is must stay available to others.
            Dispose();
            return false;
        }
    }

    /// <summary>Closes all.</summary>
    public void Dispose()
    {
        while (_handles.TryPop(out var handle)) handle.Dispose();
    }
}
