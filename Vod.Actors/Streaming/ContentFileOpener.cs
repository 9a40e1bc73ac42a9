using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// Opens files of the content directory for reading. What was indexed may have been swapped since, so nothing is taken on trust: a FIFO is
/// never waited for, and the open file itself, not its path, is asked where it is and which version it is.
/// </summary>
/// <param name="directory">Path of the content directory.</param>
public sealed partial class ContentFileOpener(string directory) : IFileOpener
{
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000;
    private const int NoEntry = 2, NoDeviceOrAddress = 6, NotDirectory = 20, NameTooLong = 36, LinkLoop = 40;
    private const int TooManyInSystem = 23, TooManyInProcess = 24;

    // Read-only is 0. Only 32-bit systems have to say that they can do with files over 2 GiB.
    private static readonly int OpenFlags = NonBlocking | CloseOnExec | (RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.Arm => 0x20000,
        Architecture.X86 => 0x8000,
        _ => 0,
    });

    private readonly string _directory = Path.GetFullPath(directory);
    private volatile string? _realRoot;

    /// <inheritdoc/>
    public IMediaFile Open(MediaItem item)
    {
        var file = OperatingSystem.IsLinux() ? OpenOnLinux(item) : OpenAnywhere(item);
        try
        {
            var stamp = FileStamp.Of(file);
            if (stamp.Kind != FileKind.Regular) throw new MediaFileException(SliceFailure.Missing, "it is not a regular file");
            if (!stamp.IsOf(item)) throw new MediaFileException(SliceFailure.Stale, "it changed since it was indexed");
            return new MediaFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private SafeFileHandle OpenOnLinux(MediaItem item)
    {
        // Not File.OpenHandle: it would wait for a writer to come when the path is a FIFO by now.
        var descriptor = OpenDescriptor(item.FullPath, OpenFlags);
        if (descriptor < 0) throw Failed(Marshal.GetLastPInvokeError());
        var file = new SafeFileHandle(descriptor, ownsHandle: true);
        if (DescriptorLimit.IsReachedBy(file))
        {
            file.Dispose();
            throw Failed(TooManyInProcess);
        }

        // Only the kernel knows where the file that was opened is: links on its path may have been swapped before and since.
        // Where /proc is not mounted, its path has to do.
        var place = new FileInfo($"/proc/self/fd/{descriptor}").LinkTarget ?? RealPath.Of(item.FullPath);
        if (place is not null && IsServed(place)) return file;
        file.Dispose();
        throw new MediaFileException(SliceFailure.Missing, "it is no longer in the content directory, or in its confidential folder");
    }

    private SafeFileHandle OpenAnywhere(MediaItem item)
    {
        try
        {
            if (FileStamp.Of(item.FullPath, followLink: true).Kind != FileKind.Regular) throw new MediaFileException(SliceFailure.Missing, "it is not a regular file");
            if (RealPath.Of(item.FullPath) is not { } place || !IsServed(place))
            {
                throw new MediaFileException(SliceFailure.Missing, "it is no longer in the content directory, or in its confidential folder");
            }
            return File.OpenHandle(item.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new MediaFileException(SliceFailure.Missing, e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaFileException(SliceFailure.Unreadable, e.Message, e);
        }
    }

    private bool IsServed(string place)
    {
        if (_realRoot is { } known && ContentRules.MayLeadTo(known, place)) return true;
        // The content directory may be a link that leads elsewhere by now.
        _realRoot = RealPath.Of(_directory);
        return _realRoot is { } root && ContentRules.MayLeadTo(root, place);
    }

    private static MediaFileException Failed(int error) => error switch
    {
        NoEntry or NotDirectory or LinkLoop or NameTooLong or NoDeviceOrAddress => new(SliceFailure.Missing, Marshal.GetPInvokeErrorMessage(error)),
        TooManyInSystem or TooManyInProcess => new(SliceFailure.Exhausted, Marshal.GetPInvokeErrorMessage(error)),
        _ => new(SliceFailure.Unreadable, Marshal.GetPInvokeErrorMessage(error)),
    };

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenDescriptor(string path, int flags);

    private sealed class MediaFile(SafeFileHandle handle) : IMediaFile
    {
        public string? SharedPath => OperatingSystem.IsLinux() ? $"/proc/{Environment.ProcessId}/fd/{handle.DangerousGetHandle()}" : null;

        public FileStamp Stamp() => FileStamp.Of(handle);

        public SliceBody Load(long offset, int count) => SliceTransport.Load(handle, offset, count);

        public SliceBody? LoadAtHand(long offset, int count) => SliceTransport.LoadAtHand(handle, offset, count);

        public int Read(long offset, Span<byte> buffer)
        {
            var done = 0;
            for (int read; done < buffer.Length && (read = RandomAccess.Read(handle, buffer[done..], offset + done)) > 0;) done += read;
            return done;
        }

        public byte[] ReadAll(int size)
        {
            var content = GC.AllocateUninitializedArray<byte>(size);
            for (int done = 0, read; done < size; done += read)
            {
                read = RandomAccess.Read(handle, content.AsSpan(done), done);
                if (read == 0) throw new EndOfStreamException($"The file ends at {done}, not at {size}.");
            }
            return content;
        }

        public void Dispose() => handle.Dispose();
    }
}
