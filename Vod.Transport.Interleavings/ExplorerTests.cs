using Volatile = Vod.Transport.Scheduling.Volatile;

namespace Vod.Transport.Interleavings;

public sealed class ExplorerTests
{
    [Fact]
    public void An_update_that_is_lost_in_some_order_is_found_and_the_order_named()
    {
        var found = Assert.Throws<InvalidOperationException>(() => Explorer.Explore(maxPreemptions: 1, explorer =>
        {
            var counter = 0;
            for (var i = 0; i < 2; i++) explorer.Start(() => Volatile.Write(ref counter, Volatile.Read(ref counter) + 1));
            return () => Assert.Equal(2, counter);
        }));
        Assert.StartsWith("In the order 0 0 1", found.Message);
    }

    [Fact]
    public void All_orders_of_two_threads_with_two_steps_each_are_seen()
    {
        var seen = new HashSet<string>();
        Explorer.Explore(maxPreemptions: int.MaxValue, explorer =>
        {
            var order = "";
            foreach (var name in "ab")
            {
                explorer.Start(() =>
                {
                    explorer.Step();
                    order += name;
                    explorer.Step();
                    order += name;
                });
            }

            return () => seen.Add(order);
        });
        Assert.Equal(["aabb", "abab", "abba", "baab", "baba", "bbaa"], seen.Order());
    }
}
