using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Dispatch;

public class BoundedMessageQueueTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_queue_without_room_for_a_message_is_refused(int capacity)
        => Assert.Throws<ArgumentException>(() => new BoundedMessageQueue(capacity, TimeSpan.Zero));

    [Fact]
    public void A_sender_that_finds_no_room_waits_until_a_message_is_taken()
    {
        var queue = new BoundedMessageQueue(2, Forever);
        queue.Send(1, 2);
        var sender = new Thread(() => queue.Send(3));
        sender.Start();
        Assert.True(SpinWait.SpinUntil(() => sender.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(10)));
        Assert.Equal(2, queue.Count);

        Assert.True(queue.TryDequeue(out var first));
        Assert.Equal(1, first.Message);
        Assert.True(sender.Join(TimeSpan.FromSeconds(10)));
        Assert.Equal([2, 3], queue.TakeAll());
    }

    [Fact]
    public void Room_comes_back_with_every_message_taken()
    {
        var queue = new BoundedMessageQueue(1, Forever);
        for (var i = 0; i < 100; i++)
        {
            queue.Send(i);
            Assert.Equal([i], queue.TakeAll());
        }
    }

    [Fact]
    public void Clean_up_hands_over_the_rest()
    {
        var queue = new BoundedMessageQueue(3, TimeSpan.Zero);
        var rest = new UnboundedMessageQueue();
        queue.Send(1, 2, 3);
        queue.CleanUp(ActorRefs.Nobody, rest);
        Assert.Equal([1, 2, 3], rest.TakeAll());
        Assert.False(queue.HasMessages);
    }
}
