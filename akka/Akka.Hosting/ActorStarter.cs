using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Starts top-level actors once the <see cref="ActorSystem"/> runs, and registers them.</summary>
/// <param name="system">The system just started.</param>
/// <param name="registry">Where actors that others resolve are registered.</param>
public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);

/// <summary>Runs once after all actors of the host were started.</summary>
/// <param name="system">The running system.</param>
/// <param name="registry">All actors that were registered.</param>
public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);
