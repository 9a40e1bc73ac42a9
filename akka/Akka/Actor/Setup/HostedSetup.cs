namespace Akka.Actor.Setup;

/// <summary>A host stops the system: what tells the process to end is the host's to take.</summary>
internal sealed class HostedSetup : Setup;
