using Akka.Actor;
using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Web.Posters;

/// <summary>What there is to see of a film.</summary>
internal enum PosterState
{
    /// <summary>Nobody has tried yet.</summary>
    Unknown,

    /// <summary>A picture.</summary>
    Ready,

    /// <summary>Nothing: none can be made of it.</summary>
    Nothing,

    /// <summary>Nothing in this run of the server: it took too long, there was no room, or the file was not to be had.</summary>
    NotNow,
}

/// <summary>To the parent at the start: what was made in former runs, and what can be done in this one.</summary>
/// <param name="Pictures">Keys of the pictures that there are.</param>
/// <param name="Nothings">Keys of the films of which none can be made.</param>
/// <param name="MakesPictures">Whether more can be made.</param>
/// <param name="Probes">Whether formats that the server does not know can be looked into.</param>
internal sealed record PostersFound(IReadOnlySet<string> Pictures, IReadOnlySet<string> Nothings, bool MakesPictures, bool Probes);

/// <summary>Asks for all that can be found out about a film, one at a time. Answered with <see cref="Illustrated"/>.</summary>
/// <param name="Item">The film.</param>
/// <param name="Info">What its header told.</param>
internal sealed record Illustrate(MediaItem Item, MediaInfo Info);

/// <summary>What was found out.</summary>
/// <param name="Item">The film.</param>
/// <param name="Info">What is known of it now.</param>
/// <param name="State">Whether there is a picture of it now.</param>
internal sealed record Illustrated(MediaItem Item, MediaInfo Info, PosterState State);

/// <summary>Asks for a picture that is ready. Answered with <see cref="PageReady"/>, not to the sender.</summary>
/// <param name="RequestId">Repeated in the answer.</param>
/// <param name="Head">The request.</param>
/// <param name="Item">The film.</param>
/// <param name="Asker">Who gets the answer.</param>
internal sealed record SendPoster(long RequestId, RequestHead Head, MediaItem Item, IActorRef Asker);

/// <summary>Has all removed that belongs to no film any more.</summary>
/// <param name="Keys">Of all films that there are.</param>
internal sealed record PrunePosters(IReadOnlySet<string> Keys);
