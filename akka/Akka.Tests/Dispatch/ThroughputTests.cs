using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor;

namespace Akka.Tests.Dispatch;

/// <summary>When an actor's turn is over, on a dispatcher of one thread.</summary>
public class ThroughputTests
{
    private const string Config =
        """
        by-number { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1, throughput = 2 }
        by-time { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1, throughput = 100, throughput-deadline-time = 1ms }
        without-limit { type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1, throughput = 100 }
        """;

    /// <summary>Notes its name for each message, each of which takes a while.</summary>
    private sealed class Noting : ReceiveActor
    {
        public Noting(BlockingCollection<string> notes)
        {
            Receive<Gate>(gate => gate.Wait());
            ReceiveAny(_ =>
            {
                notes.Add(Self.Path.Name);
                for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < TimeSpan.FromMilliseconds(2);) Thread.SpinWait(10);
            });
        }
    }

    [Theory]
    [InlineData("by-number", "a a b b a a b b")]
    [InlineData("by-time", "a b a b a b a b")]
    [InlineData("without-limit", "a a a a b b b b")]
    public async Task A_turn_is_over_after_so_many_messages_or_so_long_a_time(string dispatcher, string expected)
    {
        await using var fixture = new SystemFixture(Config);
        var notes = new BlockingCollection<string>();
        IActorRef Start(string name) => fixture.System.ActorOf(Props.Create<Noting>(notes).WithDispatcher(dispatcher), name);
        var (holder, a, b) = (Start("holder"), Start("a"), Start("b"));
        var gate = new Gate();
        holder.Tell(gate);
        gate.AwaitEntered();
        for (var i = 0; i < 4; i++) a.Tell(i);
        for (var i = 0; i < 4; i++) b.Tell(i);
        gate.Open();
        var order = Enumerable.Range(0, 8).Select(_ => notes.TryTake(out var name, SystemFixture.Soon) ? name : "nothing");
        Assert.Equal(expected, string.Join(' ', order));
    }
}
