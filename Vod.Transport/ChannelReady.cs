using Akka.Actor;
using Akka.Event;

namespace Vod.Transport;

/// <summary>Tells the owner of a channel that its socket is ready for what it waits for: <see cref="IConnectionChannel.Continue"/> is to be called.</summary>
public sealed class ChannelReady : INoSerializationVerificationNeeded, IDeadLetterSuppression, INotInfluenceReceiveTimeout
{
    /// <summary>The only instance; which socket is meant is known to the owner, which has one.</summary>
    public static readonly ChannelReady Instance = new();

    private ChannelReady()
    {
    }
}
