using Akka.Dispatch;
using Vod.Transport.Scheduling;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>Registrations that come, become ready and go on many threads, on two loops.</summary>
public class EventLoopStressTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(20);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_registration_is_told_of_its_own_readiness_and_no_other(bool blocks)
    {
        EventLoop[] loops = [TestLoop.Start(), TestLoop.Start()];
        using var ends = new CancellationTokenSource(Duration);
        var workers = Enumerable.Range(0, 4).Select(seed => Start(() => Churn(loops, new Random(seed), ends.Token))).ToList();
        if (blocks) workers.Add(Start(() => BlockNowAndThen(loops, ends.Token)));
        foreach (var (thread, failure) in workers)
        {
            Assert.True(thread.Join(Duration + Patience + Patience), "a worker waits for ever");
            Assert.Null(failure());
        }
        Assert.All(loops, loop => Assert.Equal(0, loop.Count));
    }

    // Descriptors are closed and reused all the time, by all the threads.
    private static void Churn(EventLoop[] loops, Random random, CancellationToken ends)
    {
        var expectations = new List<Expectation>();
        while (!ends.IsCancellationRequested)
        {
            for (var count = random.Next(1, 30); count > 0; count--) expectations.Add(Expectation.Start(loops[random.Next(loops.Length)], random.Next()));
            foreach (var one in expectations) one.SignalAfterwards();
            foreach (var one in expectations) one.End(Patience);
            expectations.Clear();
        }
    }

    private static void BlockNowAndThen(EventLoop[] loops, CancellationToken ends)
    {
        while (!ends.IsCancellationRequested)
        {
            var gate = new ManualResetEventSlim(); // not disposed: its last waiter may be late
            using var signal = TestLoop.NewSignal();
            using var registration = loops[0].Add(signal, new Watcher(_ => RunNext.TryTake(new Waiting(gate))), write: false);
            TestLoop.Signal(signal);
            TestLoop.Drain(loops[0]); // which is up to another thread now
            gate.Set();
            TestLoop.Drain(loops[0]);
        }
    }

    private static (Thread Thread, Func<Exception?> Failure) Start(Action work)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                work();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        return (thread, () => failure);
    }

    // Runs on the thread of the loop after a batch, as a mailbox does.
    private sealed class Waiting(ManualResetEventSlim gate) : IRunnable
    {
        public void Run() => gate.Wait();

        public void Execute() => Run();
    }

    private sealed class Expectation : IReadiness
    {
        private enum Kind
        {
            Before, // readable before it is registered
            After,
            WithOthers, // after others were registered and signalled
            Never,
            Count,
        }

        private readonly SocketDescriptor _signal = TestLoop.NewSignal();
        private readonly ManualResetEventSlim _told = new(initialState: false, spinCount: 0);
        private Registration? _registration;
        private Kind _kind;

        public static Expectation Start(EventLoop loop, int random)
        {
            var one = new Expectation { _kind = (Kind)(random % (int)Kind.Count) };
            if (one._kind == Kind.Before) TestLoop.Signal(one._signal);
            one._registration = loop.Add(one._signal, one, write: false);
            if (one._kind == Kind.After) TestLoop.Signal(one._signal);
            return one;
        }

        public void SignalAfterwards()
        {
            if (_kind == Kind.WithOthers) TestLoop.Signal(_signal);
        }

        public void End(TimeSpan patience)
        {
            if (_kind != Kind.Never) Assert.True(_told.Wait(patience), $"readiness was lost: {_kind}");
            else Assert.False(_told.IsSet, "told of another's readiness");
            _registration!.Dispose();
            _signal.Dispose();
        }

        public void OnReady(Readiness ready)
        {
            if (ready == Readiness.Readable) _told.Set();
        }
    }
}
