using Akka.Actor;

namespace Akka.IO;

/// <summary>The TCP extension of an actor system: its settings and its manager.</summary>
public sealed class TcpExt : IOExtension
{
    /// <summary>Starts the manager in <paramref name="system"/>.</summary>
    public TcpExt(ExtendedActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        Settings = TcpSettings.Create(system);
        var props = Props.Create<TcpManager>(Settings).WithDispatcher(Settings.ManagementDispatcher).WithDeploy(Deploy.Local);
        Manager = system.SystemActorOf(props, "IO-TCP");
    }

    /// <inheritdoc/>
    public override IActorRef Manager { get; }

    /// <summary>What <c>akka.io.tcp</c> says.</summary>
    public TcpSettings Settings { get; }
}

/// <summary>Finds the TCP manager.</summary>
public static class TcpExtensions
{
    /// <summary>The TCP manager of <paramref name="system"/>.</summary>
    public static IActorRef Tcp(this ActorSystem system) => IO.Tcp.Manager(system);
}
