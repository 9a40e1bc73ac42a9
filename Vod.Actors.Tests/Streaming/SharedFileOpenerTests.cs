using Vod.Actors.Catalog;
using Vod.Actors.Streaming;
using Vod.Actors.Tests.Connections;

namespace Vod.Actors.Tests.Streaming;

public class SharedFileOpenerTests
{
    private static readonly MediaItem Film = Items.Of(1000);
    private readonly FakeOpener _disk = new();

    [Fact]
    public void All_who_want_the_same_version_share_one_open_file_until_the_last_is_done()
    {
        var opener = new SharedFileOpener(_disk);
        var files = Enumerable.Range(0, 10).Select(_ => opener.Open(Items.Of(1000))).ToList();

        Assert.Equal((1, 1), (_disk.Opened, opener.Count));
        Assert.All(files, file => Assert.Equal(10, file.Load(0, 10).Count));
        foreach (var file in files[1..]) file.Dispose();
        Assert.Equal(0, _disk.Disposed);
        files[0].Dispose();
        Assert.Equal((1, 0), (_disk.Disposed, opener.Count));
    }

    [Fact]
    public void Who_is_done_twice_is_done_once()
    {
        var opener = new SharedFileOpener(_disk);
        var first = opener.Open(Film);
        using var second = opener.Open(Film);

        first.Dispose();
        first.Dispose();

        Assert.Equal(0, _disk.Disposed);
    }

    [Fact]
    public void After_that_it_is_opened_anew()
    {
        var opener = new SharedFileOpener(_disk);
        opener.Open(Film).Dispose();
        opener.Open(Film).Dispose();
        Assert.Equal((2, 2), (_disk.Opened, _disk.Disposed));
    }

    [Fact]
    public void Another_version_is_another_file_and_who_has_the_old_one_keeps_it()
    {
        var opener = new SharedFileOpener(_disk);
        var old = opener.Open(Film);
        var renewed = opener.Open(Items.Of(2000));
        Assert.Equal(2, _disk.Opened);

        old.Dispose();

        Assert.Equal((1, 1), (_disk.Disposed, opener.Count));
        opener.Open(Items.Of(2000)).Dispose();
        Assert.Equal(2, _disk.Opened);
        renewed.Dispose();
        Assert.Equal((2, 0), (_disk.Disposed, opener.Count));
    }

    [Fact]
    public void An_open_file_that_was_written_to_is_not_given_to_others()
    {
        var opener = new SharedFileOpener(_disk);
        using var open = opener.Open(Film);
        _disk.Now = stamp => stamp with { Size = stamp.Size + 1 };
        _disk.OnOpen = () => new MediaFileException(SliceFailure.Stale, "it changed since it was indexed");

        Assert.Equal(SliceFailure.Stale, Assert.Throws<MediaFileException>(() => opener.Open(Film)).Reason);

        Assert.Equal((1, 0), (opener.Count, _disk.Disposed));
    }

    [Fact]
    public void Two_who_open_at_the_same_time_share_what_was_open_first()
    {
        var opener = new SharedFileOpener(_disk);
        IMediaFile? other = null;
        _disk.OnOpen = () =>
        {
            _disk.OnOpen = () => null;
            other = opener.Open(Film);
            return null;
        };

        var open = opener.Open(Film);

        Assert.Equal((2, 1, 1), (_disk.Opened, _disk.Disposed, opener.Count));
        open.Dispose();
        Assert.Equal(1, _disk.Disposed);
        other!.Dispose();
        Assert.Equal((2, 0), (_disk.Disposed, opener.Count));
    }

    [Fact]
    public void A_disk_that_fails_to_say_what_an_open_file_is_leaves_nothing_open()
    {
        var opener = new SharedFileOpener(_disk);
        var open = opener.Open(Film);
        _disk.Now = _ => throw new IOException("disk");
        Assert.Throws<IOException>(() => opener.Open(Film));

        open.Dispose();

        Assert.Equal((1, 0), (_disk.Disposed, opener.Count));
    }

    [Fact]
    public void Many_threads_that_open_and_close_never_have_a_closed_file_and_leave_none_open()
    {
        var disk = new CountingDisk();
        var opener = new SharedFileOpener(disk);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, thread =>
        {
            for (var n = 0; n < 5000; n++)
            {
                using var file = opener.Open(Items.Of(1000 + ((thread + n) % 3)));
                file.ReadAll(1);
            }
        });
        Assert.Equal((0, 0), (opener.Count, disk.Open));
    }

    private sealed class CountingDisk : IFileOpener
    {
        private int _open;

        public int Open => _open;

        IMediaFile IFileOpener.Open(MediaItem item)
        {
            Interlocked.Increment(ref _open);
            return new CountedFile(this, item);
        }

        private sealed class CountedFile(CountingDisk disk, MediaItem item) : IMediaFile
        {
            public int Read(long offset, Span<byte> buffer) => throw new NotSupportedException();

            private int _closed;

            public FileStamp Stamp() => new(FileKind.Regular, item.Size, Items.ModifiedTicks, 0);

            public SliceBody Load(long offset, int count) => throw new NotSupportedException();

            public byte[] ReadAll(int size)
            {
                ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) > 0, this);
                return [];
            }

            public void Dispose()
            {
                ObjectDisposedException.ThrowIf(Interlocked.Increment(ref _closed) > 1, this);
                Interlocked.Decrement(ref disk._open);
            }
        }
    }
}
