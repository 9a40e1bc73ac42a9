using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Dispatch;

/// <summary>An actor system by HOCON, terminated with the test, and the dead letters that it had.</summary>
internal sealed class SystemFixture : IAsyncDisposable
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly BlockingCollection<DeadLetter> _deadLetters = [];

    public SystemFixture(string config = "")
    {
        System = ActorSystem.Create("dispatch-tests", ConfigurationFactory.ParseString(config)
            .WithFallback(ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }")));
        var subscriber = System.ActorOf(Props.Create<Subscriber>(_deadLetters));
        System.EventStream.Subscribe(subscriber, typeof(DeadLetter));
    }

    public ActorSystem System { get; }

    /// <summary>The next dead letter whose message passes.</summary>
    public DeadLetter NextDeadLetter(Func<object, bool> passes)
    {
        using var patience = new CancellationTokenSource(Soon);
        while (true)
        {
            var letter = _deadLetters.Take(patience.Token);
            if (passes(letter.Message))
                return letter;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await System.Terminate().WaitAsync(Soon);
        _deadLetters.Dispose();
    }

    private sealed class Subscriber : ReceiveActor
    {
        public Subscriber(BlockingCollection<DeadLetter> deadLetters) => Receive<DeadLetter>(deadLetters.Add);
    }
}

/// <summary>Answers whatever it gets with the thread that it runs on.</summary>
internal class ThreadTeller : UntypedActor
{
    protected override void OnReceive(object message) => Sender.Tell(Thread.CurrentThread);
}

/// <summary>Creates a <see cref="ThreadTeller"/> of the name that it gets.</summary>
internal sealed class Parent : ReceiveActor
{
    public Parent() => Receive<string>(name => Sender.Tell(Context.ActorOf(Props.Create<ThreadTeller>(), name)));
}

/// <summary>Keeps its messages, in the order it processes them; at a <see cref="ManualResetEventSlim"/> it waits.</summary>
internal class Keeper : ReceiveActor
{
    public Keeper(BlockingCollection<object> processed)
    {
        Receive<Gate>(gate => gate.Wait());
        ReceiveAny(processed.Add);
    }
}

/// <summary>Holds an actor up from the moment it processes this until it is opened.</summary>
internal sealed class Gate
{
    private readonly ManualResetEventSlim _entered = new();
    private readonly ManualResetEventSlim _open = new();

    public void Wait()
    {
        _entered.Set();
        _open.Wait(SystemFixture.Soon);
    }

    public void AwaitEntered() => Assert.True(_entered.Wait(SystemFixture.Soon));

    public void Open() => _open.Set();
}

/// <summary>Actors that handle nothing for a while.</summary>
internal static class Suspending
{
    /// <summary>Suspends an actor once more, and returns when it is.</summary>
    public static void SuspendNow(this IActorRef actor)
    {
        var mailbox = ((LocalActorRef)actor).Cell.Mailbox;
        var suspensions = mailbox.SuspendCount + 1;
        ((IInternalActorRef)actor).Suspend();
        Assert.True(SpinWait.SpinUntil(() => mailbox.SuspendCount == suspensions, SystemFixture.Soon));
    }
}
