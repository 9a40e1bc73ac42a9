using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.IO;

/// <summary>The settings of <c>akka.io.tcp</c>.</summary>
public class TcpSettings
{
    private TcpSettings(Config config)
    {
        TraceLogging = config.GetBoolean("trace-logging");
        BatchAcceptLimit = Math.Max(1, config.GetInt("batch-accept-limit", 10));
        RegisterTimeout = IsOff(config.GetString("register-timeout")) ? null : config.GetTimeSpan("register-timeout");
        ReceivedMessageSizeLimit = (int)Math.Clamp(Bytes(config, "max-received-message-size", int.MaxValue), 1, int.MaxValue);
        ManagementDispatcher = config.GetString("management-dispatcher") ?? Dispatchers.InternalDispatcherId;
        OutgoingSocketForceIpv4 = config.GetBoolean("outgoing-socket-force-ipv4");
        WriteCommandsQueueMaxSize = (int)Math.Clamp(Bytes(config, "write-commands-queue-max-size", -1), -1, int.MaxValue);
    }

    /// <summary>Whether the opening and closing of sockets is logged at debug level.</summary>
    public bool TraceLogging { get; }

    /// <summary>How many connections a listening actor accepts before others on its dispatcher have their turn.</summary>
    public int BatchAcceptLimit { get; }

    /// <summary>How long a connection waits for <see cref="Tcp.Register"/>; null is for ever.</summary>
    public TimeSpan? RegisterTimeout { get; }

    /// <summary>The most bytes that one <see cref="Tcp.Received"/> has.</summary>
    public int ReceivedMessageSizeLimit { get; }

    /// <summary>The dispatcher of the manager.</summary>
    public string ManagementDispatcher { get; }

    /// <summary>Whether connections are made over IPv4 only.</summary>
    public bool OutgoingSocketForceIpv4 { get; }

    /// <summary>How many bytes may wait to be written on one connection before writes are refused; -1 is any number.</summary>
    public int WriteCommandsQueueMaxSize { get; }

    /// <summary>How long a connection that closes may still take to write once its handler has stopped; then it is aborted.</summary>
    internal TimeSpan FlushTimeoutWithoutHandler { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The settings of <paramref name="system"/>.</summary>
    public static TcpSettings Create(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return Create(system.Settings.Config.GetConfig("akka.io.tcp"));
    }

    /// <summary>The settings in <paramref name="config"/>, the section <c>akka.io.tcp</c>.</summary>
    /// <exception cref="ConfigurationException">There is no such section.</exception>
    public static TcpSettings Create(Config? config) =>
        config is null or { IsEmpty: true }
            ? throw new ConfigurationException("Failed to instantiate TcpSettings: Configuration does not contain `akka.io.tcp` node")
            : new TcpSettings(config);

    private static bool IsOff(string? value) => value is null or "infinite" or "off";

    private static long Bytes(Config config, string key, long otherwise) =>
        config.GetString(key) is null or "unlimited" or "-1" ? otherwise : config.GetByteSize(key) ?? otherwise;
}
