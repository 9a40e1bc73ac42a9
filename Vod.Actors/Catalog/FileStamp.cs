using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Vod.Actors.Http;

namespace Vod.Actors.Catalog;

/// <summary>What a path or an open file is, as far as serving it goes.</summary>
public enum FileKind
{
    /// <summary>There is nothing, or nothing that may be looked at.</summary>
    None,

    /// <summary>The disk did not say: an I/O error. What was known of it stays so.</summary>
    Unknown,

    /// <summary>A regular file.</summary>
    Regular,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>A symbolic link, looked at itself.</summary>
    Link,

    /// <summary>A FIFO, socket or device: never served, never opened.</summary>
    Special,
}

/// <summary>The state of a file that tells one version of it from another.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ModifiedTicks">When it was last written: UTC ticks of 100 ns since year 1.</param>
/// <param name="Identity">Number of the file in its file system, 0 where there is none.</param>
public readonly partial record struct FileStamp(FileKind Kind, long Size, long ModifiedTicks, ulong Identity)
{
    private const int CurrentDirectory = -100, NoFollow = 0x100, EmptyPath = 0x1000;
    private const uint TypeModeInodeSizeTimes = 0x1 | 0x2 | 0x40 | 0x80 | 0x100 | 0x200;
    private const int NoEntry = 2, NoAccess = 13, NotDirectory = 20, NameTooLong = 36, LinkLoop = 40;

    /// <summary>When it was last written, UTC, in whole seconds.</summary>
    public DateTimeOffset LastModified => new(ModifiedTicks - ModifiedTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);

    /// <summary>
    /// When anything about it changed last, its content, its name, its permissions: nanoseconds since 1970, modulo 2⁶⁴. Unlike the modification
    /// time nobody can set it. 0 where there is none.
    /// </summary>
    public ulong ChangedNanoseconds { get; init; }

    /// <summary>The strong entity tag of this version.</summary>
    public EntityTag Tag => EntityTag.ForFile(Size, ModifiedTicks, Version);

    /// <summary>Whether this is the version that an item describes.</summary>
    public bool IsOf(MediaItem item) => Kind == FileKind.Regular && Size == item.Size && Tag.StronglyEquals(item.ETag);

    /// <summary>
    /// Whether a file that was opened as the version that an item describes still has that content: it may have been renamed, removed or
    /// replaced since, which is a change too, but not one to those who have it open.
    /// </summary>
    public bool IsStill(MediaItem item) => Kind == FileKind.Regular && Size == item.Size && item.ETag.IsFor(Size, ModifiedTicks);

    /// <summary>A digest: numbers of files are not for everybody to see.</summary>
    private ulong Version
    {
        get
        {
            if (ChangedNanoseconds == 0) return 0;
            Span<byte> bytes = stackalloc byte[16 + SHA256.HashSizeInBytes];
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, ChangedNanoseconds);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Identity);
            SHA256.HashData(bytes[..16], bytes[16..]);
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        }
    }

    /// <summary>Looks at a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="followLink">Whether a link at its end stands for what it leads to.</param>
    public static FileStamp Of(string path, bool followLink)
    {
        if (!OperatingSystem.IsLinux()) return Portable(path, followLink);
        return Statx(CurrentDirectory, path, followLink ? 0 : NoFollow, TypeModeInodeSizeTimes, out var buffer) == 0
            ? FromStatx(buffer)
            : Failed(Marshal.GetLastPInvokeError());
    }

    /// <summary>Looks at an open file.</summary>
    public static FileStamp Of(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new FileStamp(FileKind.Regular, RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file).Ticks, 0);
        }
        return Statx(file, "", EmptyPath, TypeModeInodeSizeTimes, out var buffer) == 0 ? FromStatx(buffer) : Failed(Marshal.GetLastPInvokeError());
    }

    private static FileStamp Failed(int error) => error is NoEntry or NoAccess or NotDirectory or NameTooLong or LinkLoop
        ? default
        : new FileStamp(FileKind.Unknown, 0, 0, 0);

    private static FileStamp FromStatx(in StatxBuffer buffer)
    {
        var kind = (buffer.Mode & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Directory,
            0xA000 => FileKind.Link,
            _ => FileKind.Special,
        };
        // HTTP dates begin at year 1 and end with 9999; file systems do not.
        var seconds = Math.Clamp(buffer.ModifiedSeconds, 0, DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        var ticks = DateTime.UnixEpoch.Ticks + seconds * TimeSpan.TicksPerSecond + buffer.ModifiedNanoseconds / TimeSpan.NanosecondsPerTick;
        return new FileStamp(kind, (long)buffer.Size, ticks, buffer.Inode)
        {
            ChangedNanoseconds = unchecked((ulong)buffer.ChangedSeconds * 1_000_000_000 + buffer.ChangedNanoseconds),
        };
    }

    private static FileStamp Portable(string path, bool followLink)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
            {
                if (!followLink) return new FileStamp(FileKind.Link, 0, 0, 0);
                if (file.ResolveLinkTarget(returnFinalTarget: true) is not { } target) return default;
                file = new FileInfo(target.FullName);
            }
            if (Directory.Exists(file.FullName)) return new FileStamp(FileKind.Directory, 0, Directory.GetLastWriteTimeUtc(file.FullName).Ticks, 0);
            if (!file.Exists) return default;
            var kind = (file.Attributes & FileAttributes.Device) != 0 ? FileKind.Special : FileKind.Regular;
            return new FileStamp(kind, file.Length, file.LastWriteTimeUtc.Ticks, 0);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or PathTooLongException)
        {
            return default;
        }
        catch (IOException)
        {
            return new FileStamp(FileKind.Unknown, 0, 0, 0);
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int directory, string path, int flags, uint mask, out StatxBuffer buffer);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(SafeFileHandle directory, string path, int flags, uint mask, out StatxBuffer buffer);

    /// <summary><c>struct statx</c>: unlike <c>struct stat</c> it is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct StatxBuffer
    {
        [FieldOffset(28)] public readonly ushort Mode;
        [FieldOffset(32)] public readonly ulong Inode;
        [FieldOffset(40)] public readonly ulong Size;
        [FieldOffset(96)] public readonly long ChangedSeconds;
        [FieldOffset(104)] public readonly uint ChangedNanoseconds;
        [FieldOffset(112)] public readonly long ModifiedSeconds;
        [FieldOffset(120)] public readonly uint ModifiedNanoseconds;
    }
}
