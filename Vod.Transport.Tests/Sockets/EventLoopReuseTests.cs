using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

public partial class EventLoopReuseTests
{
    [SkippableFact]
    public void A_descriptor_reused_within_a_batch_never_gets_the_old_event()
    {
        var loop = TestLoop.Start();
        using var first = SocketPair.Connect();
        using var second = SocketPair.Connect();
        using var newcomer = SocketPair.Connect();
        using var trigger = TestLoop.NewSignal();
        Watcher ofSecond = new(), ofNewcomer = new();
        Registration? old = null, reused = null;

        // Both become ready while the loop's thread is here, so that the next wait gets both, in this order.
        using var triggers = loop.Add(trigger, new Watcher(_ =>
        {
            first.Client.Send("x"u8);
            second.Client.Send("x"u8);
        }), write: false);
        var ofFirst = new Watcher(_ =>
        {
            old!.Dispose();
            Replace(second.Server, newcomer.Server); // closes one and gives its number to the other
            reused = loop.Add(second.Server, ofNewcomer, write: false);
        });
        using var firsts = loop.Add(first.Server, ofFirst, write: false);
        old = loop.Add(second.Server, ofSecond, write: false);

        TestLoop.Signal(trigger);
        ofFirst.Await(Readiness.Readable);
        TestLoop.Drain(loop);
        Assert.Equal(0, ofSecond.Unseen);
        Assert.Equal(0, ofNewcomer.Unseen);
        newcomer.Client.Send("x"u8);
        Assert.Equal(Readiness.Readable, ofNewcomer.Next());
        reused!.Dispose();
    }

    [SkippableFact]
    public void A_place_reused_after_a_descriptor_was_closed_too_early_gets_its_own_events_only()
    {
        var loop = TestLoop.Start();
        Watcher ofOld = new(), ofNew = new();
        var closed = TestLoop.NewSignal();
        var forgotten = loop.Add(closed, ofOld, write: false);
        closed.Dispose();
        using var signal = TestLoop.NewSignal(); // mostly with the same number
        using var registration = loop.Add(signal, ofNew, write: false);
        TestLoop.Signal(signal);
        Assert.Equal(Readiness.Readable, ofNew.Next());
        forgotten.Dispose(); // and takes nothing from the new one
        TestLoop.Signal(signal);
        Assert.Equal(Readiness.Readable, ofNew.Next());
        Assert.Equal(0, ofOld.Unseen);
    }

    [Fact]
    public void A_token_finds_its_registration_until_that_is_removed_and_never_another()
    {
        var table = new RegistrationTable();
        var tokens = new HashSet<ulong>();
        var random = new Random(1);
        var live = new List<Registration>();
        for (var i = 0; i < 20_000; i++)
        {
            if (live.Count < 1000 || random.Next(2) == 0)
            {
                var added = NewRegistration();
                table.Add(added);
                Assert.True(tokens.Add(added.Token), "a token was given twice");
                Assert.Same(added, table.Find(added.Token));
                live.Add(added);
                continue;
            }
            var index = random.Next(live.Count);
            var removed = live[index];
            live[index] = live[^1];
            live.RemoveAt(live.Count - 1);
            table.Remove(removed);
            Assert.Null(table.Find(removed.Token));
        }
        Assert.Equal(live.Count, table.Count);
        Assert.All(live, one => Assert.Same(one, table.Find(one.Token)));
        Assert.All(tokens.Except(live.Select(one => one.Token)), gone => Assert.Null(table.Find(gone)));
    }

    [Fact]
    public void Ten_thousand_registrations_take_at_most_64_bytes_each()
    {
        const int Count = 10_000;
        var kept = new Registration[Count];
        var table = new RegistrationTable();
        table.Add(NewRegistration()); // what is made once is not counted
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (ref var one in kept.AsSpan()) table.Add(one = NewRegistration());
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
        Assert.InRange(each, 8, 64);
    }

    [Fact]
    public void Places_of_registrations_that_are_gone_are_used_again_and_hold_nothing()
    {
        var table = new RegistrationTable();
        var gone = AddAndRemove();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) table.Add(NewRegistration());
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
        Assert.InRange(each, 8, 48); // no new places
        GC.Collect();
        Assert.False(gone.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference AddAndRemove()
        {
            var added = Enumerable.Range(0, 1000).Select(_ => NewRegistration()).ToArray();
            foreach (var one in added) table.Add(one);
            foreach (var one in added) table.Remove(one);
            return new WeakReference(added[500]);
        }
    }

    [SkippableFact]
    public void A_disposed_registration_lets_go_of_its_target()
    {
        var loop = TestLoop.Start();
        using var signal = TestLoop.NewSignal();
        var registration = loop.Add(signal, new Watcher(), write: false);
        Assert.NotNull(registration.Target);
        registration.Dispose();
        Assert.Null(registration.Target);
    }

    private static readonly SocketDescriptor None = new(-1);
    private static readonly Watcher Nobody = new();

    private static Registration NewRegistration() => new(null!, None, Nobody);

    private static void Replace(SafeHandle old, SafeHandle by) => Assert.True(dup2(by, old) >= 0);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int dup2(SafeHandle from, SafeHandle to);
}
