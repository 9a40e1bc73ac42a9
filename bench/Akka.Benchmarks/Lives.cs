using System.ComponentModel;
using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace Akka.Benchmarks;

/// <summary>Actors that are started and stopped.</summary>
public class Lives
{
    private const int Count = 100_000;

    private readonly Signal _done = new();
    private ActorSystem _system = null!;
    private IActorRef _parent = null!;

    [GlobalSetup]
    public void Start()
    {
        _system = Systems.Start();
        _parent = _system.ActorOf(Props.Create(() => new Parent(_done)));
    }

    [GlobalCleanup]
    public void Stop() => _system.Terminate().Wait();

    [Benchmark(OperationsPerInvoke = Count), Description("spawn an actor and stop it")]
    public void SpawnAndStop()
    {
        _done.Expect(Count);
        _parent.Tell(Count, ActorRefs.NoSender);
        _done.Wait();
    }

    /// <summary>Spawns children in lots of a hundred, as connections come, and stops each.</summary>
    private sealed class Parent(Signal done) : UntypedActor
    {
        private const int Lot = 100;
        private readonly Props _child = Props.Create(() => new Child(done));

        protected override void OnReceive(object message)
        {
            var left = (int)message;
            for (var i = 0; i < Lot; i++) Context.Stop(Context.ActorOf(_child));
            if (left > Lot) Self.Tell(left - Lot, ActorRefs.NoSender);
        }
    }

    private sealed class Child(Signal done) : UntypedActor
    {
        protected override void OnReceive(object message) { }

        protected override void PostStop() => done.Set();
    }
}
