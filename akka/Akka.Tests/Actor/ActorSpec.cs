using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

/// <summary>A system of its own for each test, which logs nothing unless told to.</summary>
public abstract class ActorSpec(string config = "") : TestKit.Xunit2.TestKit(ConfigurationFactory.ParseString(config).WithFallback(Quiet))
{
    private static readonly Config Quiet = ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }");

    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    /// <summary>For what must not happen.</summary>
    protected static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(100);

    /// <summary>An actor that does what the test says.</summary>
    protected IActorRef Start(Action<object, IActorContext> receive, string? name = null) => Sys.ActorOf(Scripted.Props(receive), name);

    /// <summary>What an action throws on a thread that is neither an actor's nor, as a test's may be, a test actor's.</summary>
    protected static Exception? ThrownOutsideOfActors(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action));
        thread.Start();
        thread.Join();
        return thrown;
    }

    /// <summary>Expects these and nothing between them.</summary>
    protected void ExpectInOrder(params object[] messages)
    {
        foreach (var message in messages) Assert.Equal(message, ReceiveOne(Soon));
    }
}

/// <summary>Does what the test says with every message.</summary>
internal sealed class Scripted(Action<object, IActorContext> receive) : UntypedActor
{
    public static Props Props(Action<object, IActorContext> receive) => Akka.Actor.Props.Create<Scripted>(receive);

    protected override void OnReceive(object message) => receive(message, Context);
}

/// <summary>What an actor is to do, as a message.</summary>
internal sealed record Do(Action<IActorContext> Action);

/// <summary>Throws this.</summary>
internal sealed record Fail(Exception Cause);

/// <summary>Starts a child and answers with its ref.</summary>
internal sealed record Make(Props Props, string? Name = null);

/// <summary>Tells a listener of its hooks, with the number of its instance, and does what it is told.</summary>
internal class Hooked : ReceiveActor
{
    private readonly IActorRef _listener;
    private readonly int _number;

    public Hooked(IActorRef listener, Counter instances, SupervisorStrategy? strategy = null)
    {
        _listener = listener;
        Strategy = strategy;
        _number = instances.Next();
        Tell("constructor");
        Receive<Do>(d => d.Action(Context));
        Receive<Fail>(f => throw f.Cause);
        Receive<Make>(m => Sender.Tell(Context.ActorOf(m.Props, m.Name)));
        ReceiveAny(m => Tell(m.ToString()!));
    }

    private SupervisorStrategy? Strategy { get; }

    public static Props Props(IActorRef listener, SupervisorStrategy? strategy = null, Counter? instances = null) =>
        Akka.Actor.Props.Create<Hooked>(listener, instances ?? new Counter(), strategy!);

    protected override SupervisorStrategy SupervisorStrategy() => Strategy ?? base.SupervisorStrategy();

    protected override void PreStart() => Tell("PreStart");

    protected override void PostStop() => Tell("PostStop");

    protected override void PreRestart(Exception reason, object? message)
    {
        Tell($"PreRestart {reason.Message} {(message is Fail ? "Fail" : message ?? "null")}");
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason)
    {
        Tell($"PostRestart {reason.Message}");
        base.PostRestart(reason);
    }

    private void Tell(string what) => _listener.Tell($"{_number} {what}", Self);
}

/// <summary>Counts instances.</summary>
internal sealed class Counter
{
    private int _count;

    public int Next() => Interlocked.Increment(ref _count);
}
