using System.Net;
using Akka.Actor;
using Akka.IO;
using Vod.Transport;

namespace Vod.Actors.Tests.Connections;

/// <summary>A connection that a probe stands in for, with a count of what the client has confirmed, if the test has one.</summary>
internal sealed class ProbedChannel(IActorRef socket, Func<long>? confirmed) : IConnectionChannel
{
    private readonly ActorChannel _channel = new(socket, new IPEndPoint(IPAddress.Loopback, 50000), takesFiles: true);

    public EndPoint RemoteAddress => _channel.RemoteAddress;

    public long? BytesConfirmed => confirmed?.Invoke();

    public void Open(IActorContext owner) => _channel.Open(owner);

    public void ResumeReading() => _channel.ResumeReading();

    public void Write(Tcp.WriteCommand write) => _channel.Write(write);

    public void Close(Tcp.CloseCommand how) => _channel.Close(how);

    public void Continue() => _channel.Continue();

    public void Dispose() => _channel.Dispose();
}
