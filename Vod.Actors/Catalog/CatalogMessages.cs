using Akka.Actor;

namespace Vod.Actors.Catalog;

/// <summary>To the scanner: walk all there is. Answered with <see cref="Scanned"/> as it goes and <see cref="ScanEnded"/>.</summary>
internal sealed record ScanAll(long Scan);

/// <summary>From the scanner: found so far.</summary>
internal sealed record Scanned(long Scan, IReadOnlyList<MediaItem> Items, IReadOnlyList<Link> Links);

/// <summary>From the scanner: done. No gaps at all means that the content directory is not there.</summary>
internal sealed record ScanEnded(long Scan, Gaps? Gaps);

/// <summary>From the scanner: the content directory is gone.</summary>
internal sealed record RootGone;

/// <summary>From the scanner: the content directory is there again, or another one is in its place.</summary>
internal sealed record RootBack;

/// <summary>From the scanner: file events come, or do not, and why.</summary>
internal sealed record WatchingChanged(string? Failure);

/// <summary>From the file events: something happened at a place.</summary>
internal sealed record PathTouched(string Path, bool CameOrWent);

/// <summary>From the file events: some were lost.</summary>
internal sealed record EventsLost;

/// <summary>Who waits for a look.</summary>
internal sealed record Asker(long RequestId, IActorRef Ref);

/// <summary>To the prober: look at these places. Answered with <see cref="Looked"/>.</summary>
internal sealed record LookAt(IReadOnlyList<Touch> Places, Asker? Asker);

/// <summary>What a place turned out to be.</summary>
/// <param name="Path">The place.</param>
/// <param name="Entry">What is there.</param>
/// <param name="Tree">All beneath it, when it is a directory that was walked.</param>
internal sealed record Sight(string Path, Entry Entry, Tree? Tree);

/// <summary>From the prober: what the places turned out to be, in the order asked.</summary>
internal sealed record Looked(IReadOnlyList<Sight> Sights, Asker? Asker);

/// <summary>Settings of the catalog have changed: content types, times.</summary>
internal sealed record ContentChanged(ContentSettings Settings);
