using Akka.Actor;

namespace Akka.IO.Sockets;

/// <summary>Creates the actors of sockets without reflection: there may be thousands in a second.</summary>
internal static class SocketActor
{
    /// <summary>Starts the actor that <paramref name="factory"/> makes, once: it never restarts.</summary>
    public static void Create<TActor>(IActorRefFactory parent, Func<TActor> factory) where TActor : ActorBase =>
        parent.ActorOf(Props.CreateBy(new Producer<TActor>(factory)).WithDeploy(Deploy.Local));

    private sealed class Producer<TActor>(Func<TActor> factory) : IIndirectActorProducer where TActor : ActorBase
    {
        public Type ActorType => typeof(TActor);

        public ActorBase Produce() => factory();

        public void Release(ActorBase actor)
        {
        }
    }
}
