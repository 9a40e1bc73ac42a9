using Akka.Actor;
using Akka.Actor.Internal;
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
    /// <exception cref="Configuration.ConfigurationException">The router's configuration does not suffice.</exception>
    public static RoutedActorRef Create(ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path)
    {
        var config = props.RouterConfig;
        config.VerifyConfig(path);
        var routees = props.WithRouter(NoRouter.Instance);
        if (config is Pool { UsePoolDispatcher: true } && props.Deploy.Dispatcher == Deploy.NoDispatcherGiven)
            routees = routees.WithDispatcher($"akka.actor.deployment.\"{props.Deploy.Path}\".pool-dispatcher");

        var head = new RouterProps(config, routees);
        var dispatcher = system.Dispatchers.Lookup(config.RouterDispatcher);
        var mailbox = system.Mailboxes.GetMailboxType(head, dispatcher.Configurator.Config);
        return new RoutedActorRef(system, head, dispatcher, mailbox, supervisor, path);
    }

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
