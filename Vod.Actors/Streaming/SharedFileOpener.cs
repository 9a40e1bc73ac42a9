using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// Lets all who are sent the same version of a file share one open file: ten thousand viewers of a film need one file handle. It is closed
/// when the last of them is done. Safe for several threads.
/// </summary>
/// <param name="opener">Opens what is not open yet.</param>
public sealed class SharedFileOpener(IFileOpener opener) : IFileOpener
{
    private readonly Dictionary<string, Shared> _open = new(StringComparer.Ordinal); // by path; also the lock

    /// <summary>How many files are open.</summary>
    public int Count
    {
        get
        {
            lock (_open) return _open.Count;
        }
    }

    /// <inheritdoc/>
    public IMediaFile Open(MediaItem item)
    {
        if (Find(item, out var outdated) is { } open) return open;
        var file = opener.Open(item); // it may take its time: not under the lock
        User user;
        lock (_open)
        {
            if (!_open.TryGetValue(item.Path, out var shared) || shared == outdated || !shared.Item.Equals(item))
            {
                // The version that was opened last is the one that others will ask for; one before it goes on for those who have it.
                shared = _open[item.Path] = new Shared(item, file) { Users = 1 };
                return new User(this, shared);
            }

            // Somebody else has opened the same meanwhile.
            shared.Users++;
            user = new User(this, shared);
        }

        file.Dispose();
        return user;
    }

    /// <inheritdoc/>
    public IMediaFile? OpenAtHand(MediaItem item) => Find(item, out _);

    private User? Find(MediaItem item, out Shared? shared)
    {
        User user;
        lock (_open)
        {
            if (!_open.TryGetValue(item.Path, out shared) || !shared.Item.Equals(item)) return null;
            shared.Users++;
            user = new User(this, shared);
        }

        try
        {
            // Whoever opens a file may rely on its being the version that was asked for.
            if (user.Stamp().IsOf(item)) return user;
        }
        catch
        {
            user.Dispose();
            throw;
        }

        user.Dispose();
        return null;
    }

    private void Release(Shared shared)
    {
        lock (_open)
        {
            if (--shared.Users > 0) return;
            if (_open.TryGetValue(shared.Item.Path, out var known) && known == shared) _open.Remove(shared.Item.Path);
        }

        shared.File.Dispose();
    }

    private sealed class Shared(MediaItem item, IMediaFile file)
    {
        public MediaItem Item => item;

        public IMediaFile File => file;

        public int Users { get; set; }
    }

    private sealed class User(SharedFileOpener opener, Shared shared) : IMediaFile
    {
        private bool _isDone;

        public FileStamp Stamp() => shared.File.Stamp();

        public SliceBody Load(long offset, int count) => shared.File.Load(offset, count);

        public SliceBody? LoadAtHand(long offset, int count) => shared.File.LoadAtHand(offset, count);

        public int Read(long offset, Span<byte> buffer) => shared.File.Read(offset, buffer);

        public byte[] ReadAll(int size) => shared.File.ReadAll(size);

        public void Dispose()
        {
            if (_isDone) return;
            _isDone = true;
            opener.Release(shared);
        }
    }
}
