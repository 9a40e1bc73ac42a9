using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Dispatch;

public class OrderedMessageQueueTests
{
    public static TheoryData<IMessageQueue> Deques =>
    [
        new UnboundedDequeMessageQueue(),
        new BoundedDequeMessageQueue(4, TimeSpan.Zero),
        new UnboundedPriorityMessageQueue(_ => 0, 11),
        new UnboundedStablePriorityMessageQueue(_ => 0, 11),
    ];

    [Theory]
    [MemberData(nameof(Deques))]
    public void What_is_put_first_is_taken_first_the_latest_of_it_before_all(IMessageQueue queue)
    {
        queue.Send("later");
        var deque = (IDequeBasedMessageQueueSemantics)queue;
        deque.EnqueueFirst(QueueHelpers.Message("first"));
        deque.EnqueueFirst(QueueHelpers.Message("before it"));
        Assert.Equal(3, queue.Count);
        Assert.True(queue.HasMessages);
        Assert.Equal(["before it", "first", "later"], queue.TakeAll());
        Assert.False(queue.HasMessages);
    }

    [Theory]
    [MemberData(nameof(Deques))]
    public void Clean_up_hands_over_what_was_put_first_too(IMessageQueue queue)
    {
        var rest = new UnboundedMessageQueue();
        queue.Send("later");
        ((IDequeBasedMessageQueueSemantics)queue).EnqueueFirst(QueueHelpers.Message("first"));
        queue.CleanUp(ActorRefs.Nobody, rest);
        Assert.Equal(["first", "later"], rest.TakeAll());
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void A_priority_queue_gives_the_smallest_number_first()
    {
        var queue = new UnboundedPriorityMessageQueue(message => (int)message, 11);
        queue.Send(3, 1, 2, 5, 4);
        Assert.Equal([1, 2, 3, 4, 5], queue.TakeAll());
    }

    [Fact]
    public void A_stable_priority_queue_keeps_the_order_within_a_priority()
    {
        var messages = Enumerable.Range(0, 1000).Select(i => (Priority: i * 7919 % 5, Order: i)).ToList();
        var queue = new UnboundedStablePriorityMessageQueue(message => (((int, int))message).Item1, 11);
        queue.Send([.. messages.Cast<object>()]);
        Assert.Equal(messages.OrderBy(message => message.Priority).Cast<object>(), queue.TakeAll());
    }

    [Fact]
    public void A_queue_that_stays_locked_says_so()
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var queue = new UnboundedPriorityMessageQueue(_ => { entered.Set(); leave.Wait(); return 0; }, 11) { BlockTimeOut = TimeSpan.Zero };
        var sender = new Thread(() => queue.Send("holds the lock"));
        sender.Start();
        entered.Wait();
        Assert.Throws<TimeoutException>(() => queue.Count);
        leave.Set();
        sender.Join();
        Assert.Equal(1, queue.Count);
    }
}
