using Akka.Actor;
using Akka.Routing;

namespace Akka.Tests.Dispatch;

public class ThreadSpreadTests() : TestKit.Xunit2.TestKit(
    """
    short-turns { type = ForkJoinDispatcher, throughput = 1, dedicated-thread-pool.thread-count = 4 }
    long-turns { type = ForkJoinDispatcher, throughput = 60, dedicated-thread-pool.thread-count = 4 }
    """)
{
    private sealed class Where : ReceiveActor
    {
        public Where() => ReceiveAny(_ => Sender.Tell(Thread.CurrentThread));
    }

    [Theory]
    [InlineData("short-turns")]
    [InlineData("long-turns")]
    public async Task A_few_busy_actors_use_all_threads_and_all_end_with_the_system(string dispatcher)
    {
        var router = Sys.ActorOf(new RoundRobinPool(4).Props(Props.Create<Where>().WithDispatcher(dispatcher)));
        var threads = new HashSet<Thread>();
        AwaitAssert(() =>
        {
            for (var i = 0; i < 100; i++) router.Tell("where");
            threads.UnionWith(ReceiveN(100).Cast<Thread>());
            Assert.Equal(4, threads.Count);
        });
        await Sys.Terminate();
        Assert.All(threads, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(10))));
    }
}
