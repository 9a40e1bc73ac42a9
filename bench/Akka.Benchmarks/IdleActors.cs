using Akka.Actor;

namespace Akka.Benchmarks;

/// <summary>What an actor costs that has started and waits for its first message: cell, mailbox, refs, path, name, place among its siblings.</summary>
internal static class IdleActors
{
    private const int Count = 100_000;

    /// <summary>Bytes for each.</summary>
    public static async Task<double> MeasureAsync()
    {
        var system = Systems.Start();
        await Spawn(system, 1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var parent = await Spawn(system, Count);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(parent);
        await system.Terminate();
        return (after - before) / (double)Count;
    }

    private static async Task<IActorRef> Spawn(ActorSystem system, int count)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var parent = system.ActorOf(Props.Create(() => new Parent(count, started)));
        await started.Task;
        return parent;
    }

    private sealed class Parent : UntypedActor
    {
        private readonly TaskCompletionSource _started;
        private int _left;

        public Parent(int count, TaskCompletionSource started)
        {
            _left = count;
            _started = started;
            var child = Props.Create(() => new Child());
            for (var i = 0; i < count; i++) Context.ActorOf(child).Tell("started?");
        }

        protected override void OnReceive(object message)
        {
            if (--_left == 0) _started.SetResult();
        }
    }

    private sealed class Child : UntypedActor
    {
        protected override void OnReceive(object message) => Context.Parent.Tell(message);
    }
}
