using System.Collections.Concurrent;
using Akka.Actor;
using Microsoft.Win32.SafeHandles;
using Vod.Actors.Catalog;
using Vod.Actors.Streaming;

namespace Vod.Actors.Tests.Connections;

/// <summary>
/// A disk with any number of files, byte n of each being <see cref="ByteAt"/>. It does what a test has put on: faults in their order, then
/// everything works. Tells an observer of each opening and closing.
/// </summary>
internal sealed class FakeFiles : IFileOpener, IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"vod-{Guid.NewGuid():n}");
    private readonly ConcurrentQueue<Exception> _openFaults = new();
    private readonly ConcurrentQueue<Func<Exception?>> _loads = new();
    private readonly ManualResetEventSlim _goesOn = new(initialState: true);
    private readonly IActorRef _observer;

    public FakeFiles(IActorRef observer, int size)
    {
        _observer = observer;
        File.WriteAllBytes(_path, [.. Enumerable.Range(0, size).Select(n => ByteAt(n))]);
    }

    public static byte ByteAt(long position) => (byte)(position % 251);

    /// <summary>Fails the next opening that has no fault yet.</summary>
    public void FailOpening(Exception fault) => _openFaults.Enqueue(fault);

    /// <summary>Fails the next slice that nothing was put on for; null lets it pass.</summary>
    public void FailLoading(Exception? fault) => _loads.Enqueue(() => fault);

    /// <summary>Holds the next slice that nothing was put on for until an event.</summary>
    public void HangLoading(WaitHandle until) => _loads.Enqueue(() => until.WaitOne() ? null : null);

    /// <summary>Lets no opening return until <see cref="GoOn"/>; the observer hears of one that hangs.</summary>
    public void Hang() => _goesOn.Reset();

    public void GoOn() => _goesOn.Set();

    public IMediaFile Open(MediaItem item)
    {
        if (!_goesOn.IsSet) _observer.Tell(new Hangs(item));
        _goesOn.Wait();
        if (_openFaults.TryDequeue(out var fault)) throw fault;
        _observer.Tell(new Opened(item));
        return new OpenFile(this, item, File.OpenHandle(_path));
    }

    public void Dispose()
    {
        GoOn();
        File.Delete(_path);
    }

    internal sealed record Hangs(MediaItem Item);

    internal sealed record Opened(MediaItem Item);

    internal sealed record Closed(MediaItem Item);

    private sealed class OpenFile(FakeFiles files, MediaItem item, SafeFileHandle handle) : IMediaFile
    {
        public int Read(long offset, Span<byte> buffer) => throw new NotSupportedException();

        public FileStamp Stamp() => new(FileKind.Regular, item.Size, Items.ModifiedTicks, 0);

        public SliceBody Load(long offset, int count) =>
            files._loads.TryDequeue(out var put) && put() is { } fault ? throw fault : SliceTransport.Load(handle, offset, count);

        public byte[] ReadAll(int size)
        {
            var content = new byte[size];
            RandomAccess.Read(handle, content, 0);
            return content;
        }

        public void Dispose()
        {
            handle.Dispose();
            files._observer.Tell(new Closed(item));
        }
    }
}

/// <summary>What the catalog says of files on such a disk.</summary>
internal static class Items
{
    public static readonly long ModifiedTicks = new DateTime(2026, 5, 1, 10, 20, 30, DateTimeKind.Utc).Ticks;

    public static MediaItem Of(long size)
    {
        var stamp = new FileStamp(FileKind.Regular, size, ModifiedTicks, 0);
        return new MediaItem("film.mp4", "/content/film.mp4", size, stamp.LastModified, "video/mp4", stamp.Tag);
    }
}
