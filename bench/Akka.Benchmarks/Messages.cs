using System.ComponentModel;
using Akka.Actor;
using BenchmarkDotNet.Attributes;

namespace Akka.Benchmarks;

/// <summary>Messages between actors, all on the default dispatcher.</summary>
public class Messages
{
    private const int Count = 1_000_000;
    private const int Questions = 10_000;

    private static readonly object Message = new();
    private readonly Signal _done = new();
    private ActorSystem _system = null!;
    private IActorRef _counter = null!;
    private IActorRef _ping = null!;
    private IActorRef _echo = null!;
    private IActorRef _router = null!;

    [GlobalSetup]
    public void Start()
    {
        _system = Systems.Start();
        _counter = _system.ActorOf(Props.Create(() => new Counter(Count, _done)));
        var pong = _system.ActorOf(Props.Create(() => new Pong()));
        _ping = _system.ActorOf(Props.Create(() => new Ping(pong, Count, _done)));
        _echo = pong;
        _router = _system.ActorOf(Props.Create(() => new Counter(Count / 4, _done)).WithRouter(new Routing.RoundRobinPool(4)));
    }

    [GlobalCleanup]
    public void Stop() => _system.Terminate().Wait();

    [Benchmark(OperationsPerInvoke = Count), Description("tell an existing object and process it, one mailbox")]
    public void Tell()
    {
        _done.Expect(1);
        for (var i = 0; i < Count; i++) _counter.Tell(Message, ActorRefs.NoSender);
        _done.Wait();
    }

    [Benchmark(OperationsPerInvoke = Count), Description("ping-pong between two actors, each message")]
    public void PingPong()
    {
        _done.Expect(1);
        _ping.Tell(Message, ActorRefs.NoSender);
        _done.Wait();
    }

    [Benchmark(OperationsPerInvoke = Questions), Description("ask and answer, one after the other")]
    public async Task Ask()
    {
        for (var i = 0; i < Questions; i++) await _echo.Ask<object>(Message);
    }

    [Benchmark(OperationsPerInvoke = Count), Description("tell through a round-robin pool of 4")]
    public void Route()
    {
        _done.Expect(4);
        for (var i = 0; i < Count; i++) _router.Tell(Message, ActorRefs.NoSender);
        _done.Wait();
    }

    private sealed class Counter(int until, Signal done) : UntypedActor
    {
        private int _count;

        protected override void OnReceive(object message)
        {
            if (++_count < until) return;
            _count = 0;
            done.Set();
        }
    }

    private sealed class Ping(IActorRef pong, int until, Signal done) : UntypedActor
    {
        private int _messages;

        protected override void OnReceive(object message)
        {
            _messages += 2;
            if (_messages <= until)
            {
                pong.Tell(message, Self);
                return;
            }

            _messages = 0;
            done.Set();
        }
    }

    private sealed class Pong : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message, Self);
    }
}
