using Akka.Actor;
using Akka.IO;

namespace Vod.Transport.Tests.Channels;

/// <summary>Owns a channel as a connection's actor does, doing as it is told and handing on what happens.</summary>
internal sealed class ChannelOwner(IConnectionChannel channel, IActorRef observer) : UntypedActor
{
    public static Props Props(IConnectionChannel channel, IActorRef observer) => Akka.Actor.Props.Create(() => new ChannelOwner(channel, observer));

    protected override void PreStart() => channel.Open(Context);

    protected override void PostStop() => channel.Dispose();

    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case ChannelReady:
                channel.Continue();
                break;
            case Tcp.WriteCommand write:
                channel.Write(write);
                break;
            case Tcp.ResumeReading:
                channel.ResumeReading();
                break;
            case Tcp.CloseCommand close:
                channel.Close(close);
                break;
            case AskConfirmed:
                Sender.Tell(new Confirmed(channel.BytesConfirmed));
                break;
            default:
                observer.Tell(message, Self);
                break;
        }
    }

    internal sealed record AskConfirmed;

    internal sealed record Confirmed(long? Bytes);
}
