using System.Net.Sockets;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

public class EventLoopTests
{
    private readonly Watcher _watcher = new();

    [SkippableFact]
    public void Arriving_bytes_are_reported()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        using var registration = loop.Add(pair.Server, _watcher, write: false);
        pair.Client.Send("hello"u8);
        Assert.Equal(Readiness.Readable, _watcher.Next());
    }

    [SkippableFact]
    public void Bytes_that_were_there_before_the_registration_are_reported()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        pair.Client.Send("hello"u8);
        TestLoop.Drain(loop); // the loop waits
        using var registration = loop.Add(pair.Server, _watcher, write: false);
        Assert.Equal(Readiness.Readable, _watcher.Next());
    }

    [SkippableFact]
    public void Bytes_are_reported_once_for_each_arrival()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        using var registration = loop.Add(pair.Server, _watcher, write: false);
        for (var i = 0; i < 10; i++)
        {
            pair.Client.Send("hello"u8); // nobody reads them: the socket is readable all the time
            Assert.Equal(Readiness.Readable, _watcher.Next());
            TestLoop.Drain(loop);
            Assert.Equal(0, _watcher.Unseen);
        }
    }

    [SkippableFact]
    public void Room_in_a_socket_is_reported_at_once_and_whenever_it_was_full()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        using var registration = loop.Add(pair.Server, _watcher, write: true);
        Assert.Equal(Readiness.Writable, _watcher.Next());
        var bytes = new byte[1 << 20];
        for (var i = 0; i < 3; i++)
        {
            long sent = 0;
            for (int took; (took = Kernel.Send(pair.Server, bytes)) != Kernel.Full; sent += took) Assert.NotEqual(Kernel.Failure, took);
            while (sent > 0) sent -= pair.Client.Receive(bytes);
            Assert.Equal(Readiness.Writable, _watcher.Next());
        }
    }

    [SkippableFact]
    public void Room_is_reported_from_when_it_is_watched()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        using var registration = loop.Add(pair.Server, _watcher, write: false);
        TestLoop.Drain(loop);
        Assert.Equal(0, _watcher.Unseen);
        registration.WatchWrites();
        Assert.Equal(Readiness.Writable, _watcher.Next());
        pair.Client.Send("hello"u8);
        _watcher.Await(Readiness.Readable); // which goes on
    }

    [SkippableFact]
    public void The_end_of_the_peer_is_reported()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        using var registration = loop.Add(pair.Server, _watcher, write: false);
        pair.Client.Shutdown(SocketShutdown.Send);
        Assert.Equal(Readiness.Readable | Readiness.PeerClosed, _watcher.Next());
    }

    [SkippableFact]
    public void A_reset_is_reported_as_an_error()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        using var registration = loop.Add(pair.Server, _watcher, write: false);
        pair.Client.Close(0);
        _watcher.Await(Readiness.Error | Readiness.PeerClosed | Readiness.Readable);
    }

    [SkippableFact]
    public void A_client_that_waits_is_reported_to_a_listener()
    {
        var loop = TestLoop.Start();
        using var listener = SocketPair.Listen();
        using var registration = loop.Add(listener.SafeHandle, _watcher, write: false);
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndPoint!);
        Assert.Equal(Readiness.Readable, _watcher.Next());
    }

    [SkippableFact]
    public void Nothing_is_reported_after_a_registration_was_disposed()
    {
        var loop = TestLoop.Start();
        using var pair = SocketPair.Connect();
        var registration = loop.Add(pair.Server, _watcher, write: false);
        registration.Dispose();
        registration.Dispose(); // twice is once
        Assert.Equal(0, loop.Count);
        pair.Client.Send("hello"u8);
        TestLoop.Drain(loop);
        Assert.Equal(0, _watcher.Unseen);
        using var again = loop.Add(pair.Server, _watcher, write: false);
        Assert.Equal(Readiness.Readable, _watcher.Next());
    }

    [SkippableFact]
    public void A_registration_whose_descriptor_was_closed_can_still_be_disposed()
    {
        var loop = TestLoop.Start();
        var signal = TestLoop.NewSignal();
        var registration = loop.Add(signal, _watcher, write: false);
        signal.Dispose();
        registration.Dispose();
        Assert.Equal(0, loop.Count);
    }

    [SkippableFact]
    public void What_cannot_be_waited_for_is_refused_and_leaves_nothing()
    {
        var loop = TestLoop.Start();
        using var file = File.OpenHandle(typeof(EventLoopTests).Assembly.Location);
        Assert.Equal(SocketError.OperationNotSupported, Refused().SocketErrorCode);
        var closed = TestLoop.NewSignal();
        closed.Dispose();
        Assert.Throws<ObjectDisposedException>(() => loop.Add(closed, _watcher, write: false));
        Assert.Equal(0, loop.Count);

        SocketException Refused() => Assert.Throws<SocketException>(() => loop.Add(file, _watcher, write: false));
    }

    [SkippableFact]
    public void An_exception_of_a_target_is_reported_once_and_the_loop_goes_on()
    {
        var loop = TestLoop.Start();
        var mine = new InvalidOperationException("of the test");
        var faults = 0;
        void Count(Exception fault) => _ = fault == mine ? Interlocked.Increment(ref faults) : 0;
        void Fail(Exception fault) => throw fault; // which changes nothing
        EventLoop.Faulted += Count;
        EventLoop.Faulted += Fail;
        try
        {
            using var signal = TestLoop.NewSignal();
            using var registration = loop.Add(signal, new Watcher(_ => throw mine), write: false);
            TestLoop.Signal(signal);
            TestLoop.Drain(loop);
            Assert.Equal(1, faults);
        }
        finally
        {
            EventLoop.Faulted -= Count;
            EventLoop.Faulted -= Fail;
        }
    }

    [SkippableFact]
    public void The_shared_loops_take_turns()
    {
        SocketPair.SkipUnlessLinux();
        var count = Math.Max(1, Environment.ProcessorCount / 2);
        var loops = Enumerable.Range(0, 2 * count).Select(_ => EventLoop.ForNext()).ToArray();
        Assert.InRange(loops.Distinct().Count(), 1, count);
        using var signal = TestLoop.NewSignal();
        using var registration = loops[0].Add(signal, _watcher, write: false);
        TestLoop.Signal(signal);
        Assert.StartsWith("vod-loop-", _watcher.NextWithThread().Thread);
    }
}
