using Akka.Util;
using Akka.Util.Internal;
using Xunit;

namespace Akka.Tests.Util;

public sealed class AtomicTests
{
    [Fact]
    public void a_counter_says_before_or_after()
    {
        var counter = new AtomicCounter(5);
        Assert.Equal(6, counter.Next());
        Assert.Equal(7, counter.IncrementAndGet());
        Assert.Equal(7, counter.GetAndIncrement());
        Assert.Equal(7, counter.DecrementAndGet());
        Assert.Equal(7, counter.GetAndDecrement());
        Assert.Equal(5, counter.Decrement());
        Assert.Equal(15, counter.AddAndGet(10));
        Assert.Equal(15, counter.GetAndAdd(-10));
        Assert.Equal(5, counter.GetAndSet(1));
        Assert.False(counter.CompareAndSet(5, 9));
        Assert.True(counter.CompareAndSet(1, 9));
        Assert.Equal(9, counter.Current);
        counter.Reset();
        Assert.Equal(0, counter.Current);
    }

    [Fact]
    public void a_long_counter_goes_beyond_int()
    {
        var counter = new AtomicCounterLong(int.MaxValue);
        Assert.Equal(int.MaxValue + 1L, counter.Next());
        Assert.Equal(int.MaxValue + 1L, counter.GetAndIncrement());
        Assert.Equal("2147483649", counter.ToString());
        Assert.Equal(int.MaxValue + 3L, counter.IncrementAndGet());
        Assert.Equal(int.MaxValue + 2L, counter.DecrementAndGet());
        Assert.Equal(int.MaxValue + 12L, counter.AddAndGet(10));
        Assert.Equal(int.MaxValue + 12L, counter.GetAndAdd(-10));
        Assert.Equal(int.MaxValue + 2L, counter.GetAndSet(1));
        Assert.False(counter.CompareAndSet(5, 9));
        Assert.True(counter.CompareAndSet(1, 9));
        counter.Reset();
        Assert.Equal(0, counter.Current);
        Assert.Equal(0, new AtomicCounterLong().Current);
    }

    [Fact]
    public void counters_of_both_sizes_count_alike()
    {
        static void Count<T>(IAtomicCounter<T> counter, Func<int, T> number)
        {
            Assert.Equal(number(1), counter.Next());
            Assert.Equal(number(2), counter.IncrementAndGet());
            Assert.Equal(number(2), counter.GetAndIncrement());
            Assert.Equal(number(3), counter.GetAndAdd(number(4)));
            Assert.Equal(number(8), counter.AddAndGet(number(1)));
            Assert.Equal(number(8), counter.Current);
            counter.Reset();
            Assert.Equal(number(0), counter.Current);
        }

        Count(new AtomicCounter(), i => i);
        Count(new AtomicCounterLong(), i => (long)i);
    }

    [Fact]
    public void threads_count_together()
    {
        var counter = new AtomicCounter();
        Parallel.For(0, 10_000, _ => counter.Next());
        Assert.Equal(10_000, counter.Current);
    }

    [Fact]
    public void a_flag_and_a_reference_change_only_from_what_is_expected()
    {
        var flag = new AtomicBoolean(true);
        Assert.False(flag.CompareAndSet(false, true));
        Assert.True(flag.CompareAndSet(true, false));
        Assert.False(flag.GetAndSet(true));
        Assert.True(flag);
        flag.Value = false;
        Assert.False(flag.Value);
        Assert.False(new AtomicBoolean());

        var reference = new AtomicReference<string>("a");
        Assert.False(reference.CompareAndSet("b", "c"));
        Assert.True(reference.CompareAndSet("a", "c"));
        Assert.Equal("c", reference.GetAndSet("d"));
        Assert.Equal("d", reference);
        reference.Value = "e";
        Assert.Equal("e", reference.Value);
        Assert.Null(new AtomicReference<string>().Value);
    }
}
