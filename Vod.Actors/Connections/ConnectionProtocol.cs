using System.Net;
using Akka.Actor;
using Akka.IO;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Streaming;

namespace Vod.Actors.Connections;

/// <summary>Tells a connection to close after what it is sending, at once when it is idle.</summary>
public sealed record FinishUp
{
    /// <summary>The one value.</summary>
    public static FinishUp Instance { get; } = new();
}

/// <summary>Tells a connection to close at once, whatever it is sending.</summary>
public sealed record CutOff
{
    /// <summary>The one value.</summary>
    public static CutOff Instance { get; } = new();
}

/// <summary>The kernel has taken all of a write.</summary>
/// <param name="requestId">The request that is being answered.</param>
public sealed class AllSent(long requestId) : Tcp.Event
{
    /// <summary>The request that is being answered.</summary>
    public long RequestId { get; } = requestId;
}

/// <summary>What all connections of a server share.</summary>
/// <param name="Http">Limits of a connection.</param>
/// <param name="Limits">Limits of a request.</param>
/// <param name="Slicing">How much of a file one answer sends.</param>
/// <param name="SliceSize">Bytes of a file that are read and sent in one step.</param>
/// <param name="Catalog">Answers what a path names.</param>
/// <param name="Files">Reads slices of files.</param>
/// <param name="Deadlines">Where each connection has its deadline.</param>
public sealed record ConnectionContext(
    HttpSettings Http, RequestLimits Limits, SlicingPolicy Slicing, int SliceSize, IActorRef Catalog, IActorRef Files, Deadlines Deadlines)
{
    /// <summary>Who is told of requests.</summary>
    public Observers Observers { get => field ?? Observers.None; init; }

    /// <summary>Tells the time; the system's scheduler when null.</summary>
    public ITimeProvider? Clock { get; init; }

    /// <summary>For how long a connection takes the catalog's word for a path; at most <see cref="HttpSettings.KeepAliveTimeout"/>.</summary>
    public TimeSpan RemembersFor { get; init; }

    /// <summary>Contents of small files; null for none.</summary>
    public BodyCache? Cache { get; init; }

    /// <summary>Renders pages; null when there are none.</summary>
    public IActorRef? Web { get; init; }

    /// <summary>The same with new settings. What holds for the whole run stays: the folder, the cache.</summary>
    internal ConnectionContext With(VodSettings settings) => this with
    {
        Http = settings.Http,
        Limits = settings.Http.ToRequestLimits(),
        Slicing = settings.Slicing.ToPolicy(),
        SliceSize = Math.Min(settings.Slicing.SliceSize, SliceTransport.MaxCount),
        RemembersFor = TimeSpan.FromTicks(Math.Min(settings.Cache.RemembersFor.Ticks, settings.Http.KeepAliveTimeout.Ticks)),
        Observers = Observers with { TrustedProxies = settings.Http.TrustedProxies, ForwardedIn = settings.Http.ForwardedField },
    };

    /// <summary>As the settings say.</summary>
    public static ConnectionContext Of(
        VodSettings settings, IActorRef catalog, IActorRef files, Deadlines deadlines, IActorRef? web = null, Observers? observers = null) => new(
        settings.Http,
        settings.Http.ToRequestLimits(),
        settings.Slicing.ToPolicy(),
        Math.Min(settings.Slicing.SliceSize, SliceTransport.MaxCount),
        catalog,
        files,
        deadlines)
    {
        Web = web,
        Observers = (observers ?? Observers.None) with { TrustedProxies = settings.Http.TrustedProxies, ForwardedIn = settings.Http.ForwardedField },
        RemembersFor = TimeSpan.FromTicks(Math.Min(settings.Cache.RemembersFor.Ticks, settings.Http.KeepAliveTimeout.Ticks)),
    };
}
