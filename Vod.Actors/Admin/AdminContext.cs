using Akka.Actor;
using Vod.Actors.Hosting;

namespace Vod.Actors.Admin;

/// <summary>What the endpoint shows and changes.</summary>
/// <param name="Settings">Its own settings.</param>
/// <param name="Control">The running server.</param>
/// <param name="Listener">Knows the connections.</param>
/// <param name="Catalog">Knows the files.</param>
internal sealed record AdminContext(AdminSettings Settings, ServerControl Control, IActorRef Listener, IActorRef Catalog);
