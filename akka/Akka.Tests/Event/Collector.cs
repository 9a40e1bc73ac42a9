using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Tests.Event;

/// <summary>A ref that keeps what it is told.</summary>
internal sealed class Collector(string name) : MinimalActorRef
{
    private readonly BlockingCollection<object> _messages = [];

    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / name;

    public override IActorRefProvider Provider => throw new NotSupportedException();

    /// <summary>All so far; then none.</summary>
    public object[] Take()
    {
        var taken = new List<object>();
        while (_messages.TryTake(out var message)) taken.Add(message);
        return taken.ToArray();
    }

    /// <summary>The next one, waiting for it.</summary>
    public object Next()
    {
        Assert.True(_messages.TryTake(out var message, TimeSpan.FromSeconds(10)), "no message came");
        return message!;
    }

    protected override void TellInternal(object message, IActorRef sender) => _messages.Add(message);
}
