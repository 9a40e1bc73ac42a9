using System.ComponentModel;
using Akka.Actor;
using Akka.Configuration;
using Akka.IO;
using BenchmarkDotNet.Attributes;

namespace Akka.Benchmarks;

/// <summary>What else a busy server does all the time.</summary>
public class Parts
{
    private static readonly object Message = new();
    private readonly ByteString _text = ByteString.FromString("GET /films/ HTTP/1.1\r\n") + ByteString.FromString("Host: localhost\r\n\r\n");
    private ActorSystem _system = null!;
    private IActorRef _nobody = null!;
    private string _reference = "";
    private Config _config = null!;

    [GlobalSetup]
    public void Start()
    {
        _system = Systems.Start();
        _nobody = _system.ActorOf(Props.Create(() => new Nobody()));
        _config = ConfigurationFactory.Default();
        _reference = _config.ToString();
    }

    [GlobalCleanup]
    public void Stop() => _system.Terminate().Wait();

    [Benchmark, Description("schedule a message and cancel it")]
    public void Schedule() =>
        _system.Scheduler.ScheduleTellOnceCancelable(TimeSpan.FromMinutes(1), _nobody, Message, ActorRefs.NoSender).Cancel();

    [Benchmark, Description("parse the reference configuration")]
    public Config Parse() => ConfigurationFactory.ParseString(_reference);

    [Benchmark, Description("look up a key of five elements")]
    public int LookUp() => _config.GetInt("akka.actor.default-dispatcher.fork-join-executor.parallelism-max");

    [Benchmark, Description("slice, join and search a byte string")]
    public int Bytes() => (_text.Slice(4, 8) + _text.Slice(20)).IndexOf((byte)'\n');

    private sealed class Nobody : UntypedActor
    {
        protected override void OnReceive(object message) { }
    }
}
