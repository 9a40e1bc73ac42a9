using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>The ref of a router: senders route on their own threads, without a hop through the router's mailbox.</summary>
internal sealed class RoutedActorRef : LocalActorRef
{
    private RoutedActorRef(
        ActorSystemImpl system, RouterProps props, MessageDispatcher dispatcher, MailboxType mailbox, IInternalActorRef supervisor, ActorPath path)
        : base(system, props, dispatcher, mailbox, supervisor, path)
    {
    }

    /// <summary>
    /// A router as <paramref name="props"/> say, not started yet. Their dispatcher and mailbox are the routees'; the router's head runs
    /// on the dispatcher of its configuration and has the default mailbox.
    /// </summary>
    /// <exception cref="ConfigurationException">The router's configuration does not suffice, or a dispatcher or mailbox cannot be.</exception>
    public static RoutedActorRef Create(ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path)
    {
        var config = props.RouterConfig;
        var routees = props.WithRouter(NoRouter.Instance);
        if (config is Pool { UsePoolDispatcher: true } && props.Dispatcher == Dispatchers.DefaultDispatcherId)
            routees = routees.WithDispatcher(PoolDispatcher(props.Deploy.Path));
        if (!system.Dispatchers.HasDispatcher(routees.Dispatcher))
            throw new ConfigurationException($"Dispatcher [{routees.Dispatcher}] not configured for routees of path [{path}]");
        if (!system.Dispatchers.HasDispatcher(config.RouterDispatcher))
            throw new ConfigurationException($"Dispatcher [{config.RouterDispatcher}] not configured for router of path [{path}]");

        var head = new RouterProps(config, routees);
        try
        {
            config.VerifyConfig(path);
            var dispatcher = system.Dispatchers.Lookup(config.RouterDispatcher);
            var mailbox = system.Mailboxes.GetMailboxType(head, dispatcher.Configurator.Config);

            // The routees look theirs up when they are created: what is wrong with them is to be known here and now.
            system.Mailboxes.GetMailboxType(routees, system.Dispatchers.Lookup(routees.Dispatcher).Configurator.Config);
            return new RoutedActorRef(system, head, dispatcher, mailbox, supervisor, path);
        }
        catch (Exception e)
        {
            throw new ConfigurationException(
                $"Configuration problem while creating [{path}] with router dispatcher [{config.RouterDispatcher}] and mailbox [{head.Mailbox}] and routee dispatcher [{routees.Dispatcher}] and mailbox [{routees.Mailbox}]: {e.Message}", e);
        }
    }

    /// <summary>The id of the section <c>pool-dispatcher</c> of the deployment of this path.</summary>
    private static string PoolDispatcher(string path) =>
        $"akka.actor.deployment.{(path.AsSpan().ContainsAny('.', '"') ? HoconPath.Quote(path) : path)}.pool-dispatcher";

    /// <inheritdoc/>
    protected override ActorCell NewActorCell(
        ActorSystemImpl system, IInternalActorRef self, Props props, MessageDispatcher dispatcher, IInternalActorRef supervisor)
        => new RoutedActorCell(system, self, (RouterProps)props, dispatcher, supervisor);
}

/// <summary>Props of a router's head.</summary>
internal sealed class RouterProps(RouterConfig config, Props routees) : Props(typeof(RouterActor))
{
    public RouterConfig Config => config;

    public Props Routees => routees;

    public override ActorBase NewActor() => config.CreateRouterActor();

    protected override Props Copy() => new RouterProps(config, routees);
}
