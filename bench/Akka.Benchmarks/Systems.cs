using Akka.Actor;
using Akka.Configuration;

namespace Akka.Benchmarks;

/// <summary>Actor systems that say nothing.</summary>
internal static class Systems
{
    public static ActorSystem Start() => ActorSystem.Create("benchmark", ConfigurationFactory.ParseString(
        """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.log-dead-letters = off
        """));
}
