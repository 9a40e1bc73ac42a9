using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// A file that is only ever appended to, also when two processes do so at the same time, as they do while one takes over from the other:
/// the system puts each write at the end. A dash is standard output.
/// </summary>
internal sealed class LogFile : IDisposable
{
    /// <summary>The name that stands for standard output.</summary>
    public const string StandardOutput = "-";

    private const int WriteOnly = 1, Create = 0x40, Append = 0x400, CloseOnExec = 0x80000; // of Linux
    private const int Mode = 0x1A0; // rw-r-----
    private readonly SafeFileHandle? _handle;
    private readonly Stream? _stream;

    /// <summary>Opens or creates it.</summary>
    /// <exception cref="IOException">It cannot be opened; the message says why.</exception>
    public LogFile(string path)
    {
        if (path == StandardOutput)
        {
            _stream = Console.OpenStandardOutput();
        }
        else if (OperatingSystem.IsLinux())
        {
            // .NET's own append mode remembers where the end was, and would write over what another process has written since.
            var descriptor = Open(path, WriteOnly | Create | Append | CloseOnExec, Mode);
            if (descriptor < 0) throw new IOException(new Win32Exception(Marshal.GetLastPInvokeError()).Message);
            _handle = new SafeFileHandle(descriptor, ownsHandle: true);
        }
        else
        {
            try
            {
                _stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            }
            catch (UnauthorizedAccessException e)
            {
                throw new IOException(e.Message, e);
            }
        }
    }

    /// <summary>Writes all of it at the end.</summary>
    /// <exception cref="IOException">The disk is full, or failed; part of it may have been written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_handle is not null) RandomAccess.Write(_handle, bytes, fileOffset: 0); // ignored, as the file was opened to append
        else _stream!.Write(bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _handle?.Dispose();
        _stream?.Dispose();
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true, CharSet = CharSet.Ansi)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, int mode);
}
