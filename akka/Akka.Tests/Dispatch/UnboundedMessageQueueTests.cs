using Akka.Actor;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Dispatch;

public class UnboundedMessageQueueTests
{
    private readonly UnboundedMessageQueue _queue = new();

    [Fact]
    public void Messages_come_out_in_the_order_they_went_in()
    {
        _queue.Send(1, 2, 3);
        Assert.True(_queue.TryDequeue(out var first));
        Assert.Equal(1, first.Message);
        _queue.Send(4);
        Assert.Equal([2, 3, 4], _queue.TakeAll());
    }

    [Fact]
    public void An_empty_queue_has_no_messages_and_gives_none()
    {
        Assert.False(_queue.HasMessages);
        Assert.Equal(0, _queue.Count);
        Assert.False(_queue.TryDequeue(out _));
    }

    [Fact]
    public void The_count_covers_what_is_taken_in_and_what_is_on_its_way_out()
    {
        _queue.Send(1, 2, 3);
        Assert.Equal(3, _queue.Count);
        _queue.TryDequeue(out _);
        Assert.Equal(2, _queue.Count);
        _queue.Send(4, 5);
        Assert.Equal(4, _queue.Count);
        Assert.True(_queue.HasMessages);
    }

    [Fact]
    public void A_message_costs_one_node()
    {
        const int messages = 10_000;
        var envelope = QueueHelpers.Message("x");
        _queue.Enqueue(ActorRefs.Nobody, envelope);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < messages; i++)
            _queue.Enqueue(ActorRefs.Nobody, envelope);
        while (_queue.TryDequeue(out _))
            Assert.Same(envelope.Message, "x");
        // Object header and type, message, sender, next.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / messages, 1, 5 * IntPtr.Size);
    }

    [Fact]
    public void Many_senders_lose_nothing_and_each_keeps_its_order()
    {
        const int senders = 8, messages = 50_000;
        var threads = Enumerable.Range(0, senders).Select(sender => new Thread(() =>
        {
            for (var i = 0; i < messages; i++)
                _queue.Send((sender, i));
        })).ToList();
        threads.ForEach(thread => thread.Start());

        var expected = new int[senders];
        var spin = new SpinWait();
        for (var taken = 0; taken < senders * messages;)
        {
            if (!_queue.TryDequeue(out var envelope))
            {
                spin.SpinOnce();
                continue;
            }
            var (sender, i) = ((int, int))envelope.Message;
            Assert.Equal(expected[sender]++, i);
            taken++;
        }

        threads.ForEach(thread => thread.Join());
        Assert.False(_queue.HasMessages);
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void Clean_up_hands_over_the_rest_in_order_whether_on_its_way_in_or_out()
    {
        var rest = new UnboundedMessageQueue();
        _queue.Send(1, 2, 3);
        _queue.TryDequeue(out _);
        _queue.Send(4);
        _queue.CleanUp(ActorRefs.Nobody, rest);
        _queue.CleanUp(ActorRefs.Nobody, rest);
        Assert.Equal([2, 3, 4], rest.TakeAll());
        Assert.False(_queue.HasMessages);
        Assert.Equal(0, _queue.Count);
    }

    [Fact]
    public void A_message_sent_during_clean_up_is_either_handed_over_or_turned_away()
    {
        const int senders = 4;
        for (var round = 0; round < 200; round++)
        {
            var queue = new UnboundedMessageQueue();
            var rest = new UnboundedMessageQueue();
            var accepted = 0;
            using var start = new Barrier(senders + 1);
            var threads = Enumerable.Range(0, senders).Select(_ => new Thread(() =>
            {
                start.SignalAndWait();
                while (queue.TryEnqueue(QueueHelpers.Message("x")))
                    Interlocked.Increment(ref accepted);
            })).ToList();
            threads.ForEach(thread => thread.Start());
            start.SignalAndWait();
            queue.CleanUp(ActorRefs.Nobody, rest);
            threads.ForEach(thread => thread.Join());
            Assert.Equal(accepted, rest.TakeAll().Count);
            Assert.False(queue.HasMessages);
        }
    }
}
