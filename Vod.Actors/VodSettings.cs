using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Akka.Configuration;
using Vod.Actors.Admin;
using Vod.Actors.Diagnostics;
using Vod.Actors.Http;
using Vod.Actors.Planning;
using Vod.Actors.Settings;
using Vod.Transport;

namespace Vod.Actors;

/// <summary>
/// Every setting of the server, checked. The defaults and the meaning of each are in <c>hocon/vod.conf</c>, which is embedded as the
/// reference; this record has no defaults of its own.
/// </summary>
/// <param name="Listen">Where it listens.</param>
/// <param name="Content">What it serves.</param>
/// <param name="Slicing">How much it sends at once.</param>
/// <param name="Http">Limits of a connection.</param>
/// <param name="Cache">What is kept in memory.</param>
/// <param name="Web">The library page and the player.</param>
/// <param name="Admin">The endpoint for whoever runs the server.</param>
/// <param name="AccessLog">A line for each request.</param>
/// <param name="Reload">Whether the file with the settings is watched.</param>
public sealed record VodSettings(
    ListenSettings Listen, ContentSettings Content, SlicingSettings Slicing, HttpSettings Http, CacheSettings Cache, WebSettings Web, AdminSettings Admin,
    AccessLogSettings AccessLog, ReloadSettings Reload)
{
    /// <summary>The settings as they are in the embedded <c>vod.conf</c>.</summary>
    public static VodSettings Default { get; } = From(VodConfiguration.Reference);

    /// <summary>Reads and checks the settings.</summary>
    /// <param name="config">Has every key of <c>vod.conf</c>, <c>vod { ... }</c> included.</param>
    /// <exception cref="VodConfigurationException">A value is not allowed; names the key and what is.</exception>
    public static VodSettings From(Config config) => Read(new SettingsReader(config));

    internal static VodSettings Read(SettingsReader read) => new(
        new ListenSettings(
            Host: read.Host("vod.listen.host"),
            Port: read.Int("vod.listen.port", 0, 65535),
            Backlog: read.Int("vod.listen.backlog", 1, 1_000_000),
            ReusePort: read.Switch("vod.listen.reuse-port"))
        {
            Transport = read.Choice<ListenTransport>("vod.listen.transport"),
            Sockets = read.Choice<SocketBackend>("vod.listen.sockets"),
        },
        new ContentSettings(
            Directory: read.Text("vod.content.directory"),
            RescanInterval: read.Duration("vod.content.rescan-interval", TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)),
            SettleTime: read.Duration("vod.content.settle-time", TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1)),
            MimeTypes: read.MimeTypes("vod.content.mime-types")),
        new SlicingSettings(
            Mode: read.Choice<SlicingMode>("vod.slicing.mode"),
            SliceSize: (int)read.Bytes("vod.slicing.slice-size", 1024, SlicingSettings.MaxSliceSize)),
        new HttpSettings(
            HeadTimeout: read.Duration("vod.http.head-timeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            KeepAliveTimeout: read.Duration("vod.http.keep-alive-timeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)),
            SendTimeout: read.Duration("vod.http.send-timeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromDays(1)),
            AnswerTimeout: read.Duration("vod.http.answer-timeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            DrainTimeout: read.Duration("vod.http.drain-timeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10)),
            DrainDelay: read.Duration("vod.http.drain-delay", TimeSpan.Zero, TimeSpan.FromHours(1)),
            ShutdownTimeout: read.Duration("vod.http.shutdown-timeout", TimeSpan.Zero, TimeSpan.FromHours(1)),
            MaxRequestsPerConnection: read.Int("vod.http.max-requests-per-connection", 1, int.MaxValue),
            MaxConnections: read.Int("vod.http.max-connections", 1, 1_000_000),
            RetryAfter: read.Duration("vod.http.retry-after", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            MaxTargetSize: (int)read.Bytes("vod.http.max-target-size", 16, 1024 * 1024),
            MaxHeadSize: (int)read.Bytes("vod.http.max-head-size", 256, 1024 * 1024),
            MaxFields: read.Int("vod.http.max-fields", 1, 10_000),
            MaxBodyDrain: read.Bytes("vod.http.max-body-drain", 0, 1024L * 1024 * 1024),
            TrustedProxies: read.Networks("vod.http.trusted-proxies"),
            ForwardedField: read.Choice<ForwardedField>("vod.http.forwarded-field")),
        new CacheSettings(
            Size: read.Bytes("vod.cache.size", 0, 1024L * 1024 * 1024 * 1024),
            MaxFileSize: (int)read.Bytes("vod.cache.max-file-size", 0, 16 * 1024 * 1024),
            RemembersFor: read.Duration("vod.cache.remembers-for", TimeSpan.Zero, TimeSpan.FromSeconds(2)),
            KeepsOpenFor: read.Duration("vod.cache.keeps-open-for", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))),
        new WebSettings(
            Enabled: read.Switch("vod.web.enabled"),
            PageSize: read.Int("vod.web.page-size", 1, 200),
            Posters: new PosterSettings(
                Enabled: read.Switch("vod.web.posters.enabled"),
                Directory: read.Text("vod.web.posters.directory"),
                Size: read.Bytes("vod.web.posters.size", 0, 1024L * 1024 * 1024 * 1024),
                Width: read.Int("vod.web.posters.width", 64, 1280),
                Timeout: read.Duration("vod.web.posters.timeout", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(10)))),
        AdminSettings.Read(read),
        new AccessLogSettings(
            Style: read.Choice<AccessLogStyle>("vod.access-log.format"),
            File: read.Text("vod.access-log.file")),
        new ReloadSettings(
            Interval: read.Duration("vod.reload.interval", TimeSpan.Zero, TimeSpan.FromDays(1))));
}

/// <summary>Whose sockets the server uses; <c>vod.listen.transport</c>.</summary>
public enum ListenTransport
{
    /// <summary>Those of Vod.Transport.</summary>
    Vod,

    /// <summary>Those of the manager of Akka.IO, within its limits (<c>docs/transport.md</c>).</summary>
    AkkaIo,
}

/// <summary>Where the server listens; <c>vod.listen</c>.</summary>
/// <param name="Host"><c>*</c> for all interfaces of IPv4 and IPv6, an IP address, or <c>localhost</c>.</param>
/// <param name="Port">TCP port; 0 for any free one.</param>
/// <param name="Backlog">Connections that the kernel holds until they are accepted.</param>
/// <param name="ReusePort">Whether a second process may listen there too, and take over.</param>
public sealed record ListenSettings(string Host, int Port, int Backlog, bool ReusePort = false)
{
    /// <summary>Whose sockets.</summary>
    public ListenTransport Transport { get; init; }

    /// <summary>Who waits for the sockets of <see cref="ListenTransport.Vod"/>.</summary>
    public SocketBackend Sockets { get; init; }

    /// <summary>Whether to listen on IPv4 and IPv6 with one socket: <c>Socket.DualMode</c> is to be set before it is bound.</summary>
    public bool IsDualStack => Host == "*" && Socket.OSSupportsIPv6;

    /// <summary>The address to bind.</summary>
    public IPEndPoint EndPoint => new(
        Host switch
        {
            "*" => IsDualStack ? IPAddress.IPv6Any : IPAddress.Any,
            "localhost" => IPAddress.Loopback,
            _ => IPAddress.Parse(Host),
        },
        Port);
}

/// <summary>What the server serves; <c>vod.content</c>.</summary>
/// <param name="Directory">Path of the content directory.</param>
/// <param name="RescanInterval">Time between two scans of the whole directory.</param>
/// <param name="SettleTime">How long file events are gathered before the files are looked at.</param>
/// <param name="MimeTypes">Content types by lower-case extension without its dot; they come before the built-in table.</param>
public sealed record ContentSettings(
    string Directory, TimeSpan RescanInterval, TimeSpan SettleTime, ImmutableSortedDictionary<string, string> MimeTypes);

/// <summary>How much the server sends at once; <c>vod.slicing</c>.</summary>
/// <param name="Mode">Who is capped.</param>
/// <param name="SliceSize">Bytes of a slice: the cap of a capped body, and the steps in which any body is sent.</param>
public sealed record SlicingSettings(SlicingMode Mode, int SliceSize)
{
    /// <summary>The largest slice: 5 MiB.</summary>
    public const int MaxSliceSize = 5 * 1024 * 1024;

    /// <summary>The same for the planner.</summary>
    public SlicingPolicy ToPolicy() => new(Mode, SliceSize);
}

/// <summary>What is kept in memory, so that the disk and the catalog need not be asked each time; <c>vod.cache</c>.</summary>
/// <param name="Size">Bytes of the contents of small files; 0 for none.</param>
/// <param name="MaxFileSize">Bytes of the largest file that is kept.</param>
/// <param name="RemembersFor">How long what was seen of a file is taken to be still so; zero to look each time.</param>
/// <param name="KeepsOpenFor">How long a file stays open that nobody asks for.</param>
public sealed record CacheSettings(long Size, int MaxFileSize, TimeSpan RemembersFor, TimeSpan KeepsOpenFor);

/// <summary>The library page and the player; <c>vod.web</c>.</summary>
/// <param name="Enabled">Whether directories and <c>/-/</c> answer with pages.</param>
/// <param name="PageSize">The most folders and files that a page of the library shows.</param>
/// <param name="Posters">Pictures of films.</param>
public sealed record WebSettings(bool Enabled, int PageSize, PosterSettings Posters);

/// <summary>Pictures out of films, and what ffprobe knows of them; <c>vod.web.posters</c>.</summary>
/// <param name="Enabled">Whether ffmpeg and ffprobe are made use of where they are on the PATH.</param>
/// <param name="Directory">Where pictures are kept; relative to the user's cache directory.</param>
/// <param name="Size">Bytes that are kept there at most, for this content directory.</param>
/// <param name="Width">Pixels of a picture.</param>
/// <param name="Timeout">How long ffmpeg or ffprobe may take for one film.</param>
public sealed record PosterSettings(bool Enabled, string Directory, long Size, int Width, TimeSpan Timeout);

/// <summary>A line for each request; <c>vod.access-log</c>.</summary>
/// <param name="Style">How lines look, or that there are none.</param>
/// <param name="File">Where they go: a path, or a dash for standard output.</param>
public sealed record AccessLogSettings(AccessLogStyle Style, string File);

/// <summary>The settings' own file; <c>vod.reload</c>.</summary>
/// <param name="Interval">Time between two looks whether it has changed; zero for none.</param>
public sealed record ReloadSettings(TimeSpan Interval);

/// <summary>Limits of a connection; <c>vod.http</c>.</summary>
/// <param name="HeadTimeout">From the first byte of a request to the end of its head, and from there to the end of its body.</param>
/// <param name="KeepAliveTimeout">From the end of an answer, or the accept, to the first byte of the next request.</param>
/// <param name="SendTimeout">How long a client may take no byte of what is being sent.</param>
/// <param name="AnswerTimeout">How long the catalog may take to look a path up, and the disk to read a slice.</param>
/// <param name="DrainTimeout">How long a client may go on sending after the last answer before the connection is cut.</param>
/// <param name="DrainDelay">How long a graceful stop goes on as before, but for not being ready any more.</param>
/// <param name="ShutdownTimeout">How long a graceful stop waits for what is being sent.</param>
/// <param name="MaxRequestsPerConnection">Requests answered before the connection is closed.</param>
/// <param name="MaxConnections">Connections at once; the next is answered 503.</param>
/// <param name="RetryAfter">What <c>Retry-After</c> of that 503 says; whole seconds.</param>
/// <param name="MaxTargetSize">Bytes of a request target; a longer one is answered 414.</param>
/// <param name="MaxHeadSize">Bytes of a request head; a longer one is answered 431.</param>
/// <param name="MaxFields">Header fields of a request; more are answered 431.</param>
/// <param name="MaxBodyDrain">Bytes of a request's body that are read and thrown away to keep the connection.</param>
/// <param name="TrustedProxies">Proxies whose word is taken for whom they ask.</param>
/// <param name="ForwardedField">The field in which they say it.</param>
public sealed record HttpSettings(
    TimeSpan HeadTimeout,
    TimeSpan KeepAliveTimeout,
    TimeSpan SendTimeout,
    TimeSpan AnswerTimeout,
    TimeSpan DrainTimeout,
    TimeSpan DrainDelay,
    TimeSpan ShutdownTimeout,
    int MaxRequestsPerConnection,
    int MaxConnections,
    TimeSpan RetryAfter,
    int MaxTargetSize,
    int MaxHeadSize,
    int MaxFields,
    long MaxBodyDrain,
    ImmutableArray<IPNetwork> TrustedProxies,
    ForwardedField ForwardedField)
{
    /// <summary>The same for the parser.</summary>
    public RequestLimits ToRequestLimits() =>
        new() { MaxTargetBytes = MaxTargetSize, MaxHeadBytes = MaxHeadSize, MaxFields = MaxFields, MaxBodyBytes = MaxBodyDrain };
}
