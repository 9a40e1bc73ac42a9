using Vod.Actors.Catalog;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Streaming;

/// <summary>Opens files of bytes in memory, and injects the faults that it is told to.</summary>
internal sealed class FakeOpener : IFileOpener
{
    private int _opened, _disposed, _loads; // several actors may use one

    public int Opened => Volatile.Read(ref _opened);

    public int Disposed => Volatile.Read(ref _disposed);

    public int Loads => Volatile.Read(ref _loads);

    /// <summary>How many slices were had without the disk.</summary>
    public int LoadsAtHand { get; private set; }

    /// <summary>Whether the slices are in the page cache.</summary>
    public bool IsResident { get; set; }

    /// <summary>Thrown when the file is opened.</summary>
    public Func<Exception?> OnOpen { get; set; } = () => null;

    /// <summary>Given the number of the read, from 1: what to throw.</summary>
    public Func<int, Exception?> OnLoad { get; set; } = _ => null;

    /// <summary>What the open file is said to be.</summary>
    public Func<FileStamp, FileStamp> Now { get; set; } = stamp => stamp;

    /// <summary>How often the whole file was read.</summary>
    public int ReadAlls { get; private set; }

    public IMediaFile Open(MediaItem item)
    {
        if (OnOpen() is { } e) throw e;
        Interlocked.Increment(ref _opened);
        return new FakeFile(this, new FileStamp(FileKind.Regular, item.Size, item.LastModified.UtcTicks, 1));
    }

    private sealed class FakeFile(FakeOpener opener, FileStamp stamp) : IMediaFile
    {
        public int Read(long offset, Span<byte> buffer) => throw new NotSupportedException();

        public FileStamp Stamp() => opener.Now(stamp);

        public SliceBody Load(long offset, int count)
        {
            if (opener.OnLoad(Interlocked.Increment(ref opener._loads)) is { } e) throw e;
            return Slices.Of(offset, count);
        }

        public SliceBody? LoadAtHand(long offset, int count)
        {
            if (!opener.IsResident) return null;
            opener.LoadsAtHand++;
            return Slices.Of(offset, count);
        }

        public byte[] ReadAll(int size)
        {
            opener.ReadAlls++;
            return new byte[size];
        }

        public void Dispose() => Interlocked.Increment(ref opener._disposed);
    }
}
