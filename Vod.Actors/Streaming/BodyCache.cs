using System.Collections.Concurrent;
using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// The contents of small files that were asked for lately, within a bound. File actors fill it and connections read it, each on its own
/// thread. An entry is good for a while only: then a file actor must have looked again whether the file still is the same version.
/// </summary>
/// <param name="maxBytes">Bytes of all contents together; 0 for no cache.</param>
/// <param name="maxFileBytes">Bytes of the largest file that is kept.</param>
/// <param name="goodFor">How long an entry is good.</param>
public sealed class BodyCache(long maxBytes, int maxFileBytes, TimeSpan goodFor)
{
    private readonly ConcurrentDictionary<MediaItem, Entry> _entries = new(SameVersion.Comparer);
    private readonly Lock _evicting = new();
    private long _bytes;

    /// <summary>As the settings say; null for no cache.</summary>
    public static BodyCache? Of(CacheSettings settings) =>
        settings.Size == 0 ? null : new BodyCache(settings.Size, settings.MaxFileSize, settings.RemembersFor);

    /// <summary>Bytes that it holds.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Whether a file of this size is kept.</summary>
    public bool Takes(long size) => size <= maxFileBytes && size <= maxBytes;

    /// <summary>The content of this very version of a file; null when it is not there, or has to be looked at again.</summary>
    /// <param name="item">The file.</param>
    /// <param name="now">The time on a clock that never goes back.</param>
    public ReadOnlyMemory<byte>? Find(MediaItem item, TimeSpan now)
    {
        if (!_entries.TryGetValue(item, out var entry) || now - entry.SeenAt > goodFor) return null;
        entry.UsedAt = now;
        return entry.Content;
    }

    /// <summary>Notes that the file was looked at again and still is this version.</summary>
    /// <param name="item">The file.</param>
    /// <param name="now">When it was looked at, on a clock that never goes back.</param>
    /// <returns>Whether its content is kept.</returns>
    public bool Renew(MediaItem item, TimeSpan now)
    {
        while (_entries.TryGetValue(item, out var old))
        {
            if (_entries.TryUpdate(item, new Entry(old.Content, now), old)) return true;
        }

        return false;
    }

    /// <summary>Keeps the content of a file.</summary>
    /// <param name="item">The file.</param>
    /// <param name="content">All of it; not to be changed any more.</param>
    /// <param name="now">When it was read, on a clock that never goes back.</param>
    public void Keep(MediaItem item, ReadOnlyMemory<byte> content, TimeSpan now)
    {
        if (!Takes(content.Length)) return;
        var fresh = new Entry(content, now);
        while (!_entries.TryAdd(item, fresh))
        {
            if (_entries.TryGetValue(item, out var old) && _entries.TryUpdate(item, fresh, old)) return;
        }

        if (Interlocked.Add(ref _bytes, content.Length) > maxBytes) Evict();
    }

    /// <summary>Drops what was not used for longest, down to three quarters of the bound.</summary>
    private void Evict()
    {
        lock (_evicting)
        {
            // A snapshot: sorting the dictionary itself would copy it while others add to it.
            foreach (var (item, entry) in _entries.ToArray().OrderBy(e => e.Value.UsedAt))
            {
                if (Bytes <= maxBytes * 3 / 4) return;
                if (_entries.TryRemove(item, out _)) Interlocked.Add(ref _bytes, -entry.Content.Length);
            }
        }
    }

    private sealed class Entry(ReadOnlyMemory<byte> content, TimeSpan now)
    {
        public ReadOnlyMemory<byte> Content { get; } = content;

        public TimeSpan SeenAt { get; } = now;

        public TimeSpan UsedAt { get; set; } = now; // several threads write it, any of them last: only an order of eviction depends on it
    }
}
