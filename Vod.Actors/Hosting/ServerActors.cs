using System.Runtime.InteropServices;
using Akka.Actor;
using Akka.Hosting;
using Akka.IO;
using Vod.Actors.Catalog;
using Vod.Actors.Connections;
using Vod.Actors.Diagnostics;
using Vod.Actors.Streaming;
using Vod.Actors.Web;
using Vod.Transport;

namespace Vod.Actors.Hosting;

/// <summary>Starts the actors of the server, and tells each of those that it works with.</summary>
internal static class ServerActors
{
    /// <summary>Starts them all; the listener binds the port.</summary>
    /// <exception cref="VodConfigurationException">The settings name something that cannot be had.</exception>
    public static void Start(ActorSystem system, IActorRegistry registry, VodSettings settings, ServerControl control, VodMetrics metrics, NotifySocket manager)
    {
        DeploymentCheck.Run(system);
        var catalog = system.ActorOf(CatalogActor.Props(settings.Content), "catalog");
        registry.Register<CatalogActor>(catalog);
        var web = settings.Web.Enabled
            ? system.ActorOf(WebActor.WithPosters(settings.Web, catalog, settings.Content.Directory), "web")
            : null;
        var log = StartAccessLog(system, settings.AccessLog, metrics);
        var sockets = settings.Listen.Transport == ListenTransport.Vod
            ? system.ActorOf(TransportManager.Props(settings.Listen.Sockets), "transport")
            : system.Tcp();
        var context = new FileContext(new ContentFileOpener(settings.Content.Directory), BodyCache.Of(settings.Cache)) { KeepsOpenFor = settings.Cache.KeepsOpenFor };
        var files = system.ActorOf(FilesActor.Props(context), "files");
        var listener = system.ActorOf(
            ListenerActor.Props(settings, catalog, files, sockets, web, new Observers(metrics, log), context.Cache), "listener");
        registry.Register<ListenerActor>(listener);
        var vitals = VitalsActor.Props(metrics, catalog, listener, context.Open, Mailboxes(catalog, files, web, listener), Dispatchers);
        var @operator = system.ActorOf(OperatorActor.Props(control, catalog, listener, log, manager, settings.Reload, vitals), "operator");
        control.Started(system, @operator, OnHangup(@operator));
        GracefulStop.Prepare(system, listener, settings.Http, control, manager, log);
    }

    private static readonly string[] Dispatchers = ["akka.actor.default-dispatcher", "vod.dispatchers.connections", "vod.dispatchers.files", "vod.dispatchers.web", "vod.dispatchers.scan"];

    private static (string, IActorRef)[] Mailboxes(IActorRef catalog, IActorRef files, IActorRef? web, IActorRef listener)
    {
        (string, IActorRef)[] always = [("catalog", catalog), ("files", files), ("listener", listener)];
        return web is null ? always : [.. always, ("web", web)];
    }

    /// <summary>The file is opened here, where what is wrong with it can be told.</summary>
    private static AccessLog? StartAccessLog(ActorSystem system, AccessLogSettings settings, VodMetrics metrics)
    {
        if (settings.Style == AccessLogStyle.Off) return null;
        LogFile Open() => new(settings.File);
        try
        {
            return new AccessLog(system.ActorOf(AccessLogActor.Props(settings.Style, Open, Open()), "access-log"), metrics);
        }
        catch (IOException e)
        {
            throw new VodConfigurationException("vod.access-log.file", settings.File, $"a file that can be written, or - for standard output: {e.Message}");
        }
    }

    /// <summary>SIGHUP does not end the process: it is read again what there is to read, and log files are opened anew.</summary>
    private static PosixSignalRegistration OnHangup(IActorRef @operator) => PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
    {
        signal.Cancel = true;
        @operator.Tell(Hangup.Instance);
    });
}
