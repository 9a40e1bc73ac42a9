using Akka.Actor;

namespace Vod.Actors.Catalog;

/// <summary>File events ended; there will be none from this watcher any more.</summary>
/// <param name="Watcher">The one that failed; null when it could not even be made.</param>
/// <param name="Cause">Why.</param>
internal sealed record WatchingFailed(ContentWatcher? Watcher, Exception Cause);

/// <summary>File events of the content directory and all beneath it, told to the catalog.</summary>
internal sealed class ContentWatcher : IDisposable
{
    private readonly FileSystemWatcher _events;

    /// <summary>Begins to watch.</summary>
    /// <param name="directory">Absolute path of the content directory.</param>
    /// <param name="catalog">Gets <see cref="PathTouched"/> and <see cref="EventsLost"/>.</param>
    /// <param name="failed">Called from any thread when there will be no more events.</param>
    /// <exception cref="IOException">The system has no watches left.</exception>
    /// <exception cref="ArgumentException">The directory is not there.</exception>
    public ContentWatcher(string directory, IActorRef catalog, Action<WatchingFailed> failed)
    {
        _events = new FileSystemWatcher(directory)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = 64 * 1024,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _events.Created += (_, e) => Tell(catalog, e.Name, cameOrWent: true);
        _events.Deleted += (_, e) => Tell(catalog, e.Name, cameOrWent: true);
        _events.Changed += (_, e) => Tell(catalog, e.Name, cameOrWent: false);
        _events.Renamed += (_, e) =>
        {
            Tell(catalog, e.OldName, cameOrWent: true);
            Tell(catalog, e.Name, cameOrWent: true);
        };
        _events.Error += (_, e) =>
        {
            var cause = e.GetException();
            if (cause is InternalBufferOverflowException) catalog.Tell(new EventsLost());
            else failed(new WatchingFailed(this, cause));
        };
        try
        {
            _events.EnableRaisingEvents = true;
        }
        catch
        {
            _events.Dispose();
            throw;
        }
    }

    /// <summary>Ends the events.</summary>
    public void Dispose() => _events.Dispose();

    private static void Tell(IActorRef catalog, string? name, bool cameOrWent)
    {
        if (name is null) catalog.Tell(new EventsLost());
        else catalog.Tell(new PathTouched(Path.DirectorySeparatorChar == '/' ? name : name.Replace(Path.DirectorySeparatorChar, '/'), cameOrWent));
    }
}
