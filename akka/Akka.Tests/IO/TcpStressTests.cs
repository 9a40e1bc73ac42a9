using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Xunit.Abstractions;

namespace Akka.Tests.IO;

/// <summary>Many connections that end in every way, with bytes under way; the seed is printed and can be set.</summary>
public class TcpStressTests : TcpTest
{
    private const int Connections = 100;
    private const int AtOnce = 25;

    private readonly int _seed = int.TryParse(Environment.GetEnvironmentVariable("STRESS_SEED"), out var seed) ? seed : Environment.TickCount;

    public TcpStressTests(ITestOutputHelper output) => output.WriteLine($"STRESS_SEED={_seed}");

    private enum End
    {
        Close,
        ConfirmedClose,
        Abort,
        PeerCloses,
        PeerResets,
        HandlerStops,
    }

    /// <summary>What one connection does, and what its handler was told when it was over.</summary>
    private sealed record Script(End End, int Bytes, int Chunk, bool KeepOpen)
    {
        public TaskCompletionSource<string[]> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string[] Expected => End switch
        {
            End.Close => [nameof(Tcp.Closed)],
            End.ConfirmedClose => [nameof(Tcp.ConfirmedClosed)],
            End.Abort => [nameof(Tcp.Aborted)],
            End.PeerCloses => KeepOpen ? [nameof(Tcp.PeerClosed), nameof(Tcp.Closed)] : [nameof(Tcp.PeerClosed)],
            End.PeerResets => [nameof(Tcp.ErrorClosed)],
            _ => [],
        };
    }

    /// <summary>Starts a handler for each connection, by the script that its peer has left under its port.</summary>
    private sealed class Acceptor : ReceiveActor
    {
        public Acceptor(ConcurrentDictionary<int, Script> scripts, bool pull)
        {
            Receive<Tcp.Connected>(connected =>
            {
                var script = scripts[((IPEndPoint)connected.RemoteAddress).Port];
                var connection = Sender;
                Context.ActorOf(Props.Create(() => new Witness(connection, script)));
                var handler = Context.ActorOf(Props.Create(() => new Echo(connection, script, pull)));
                connection.Tell(new Tcp.Register(handler, script.KeepOpen), handler);
                if (!pull) return;
                connection.Tell(Tcp.ResumeReading.Instance, handler);
                Sender.Tell(new Tcp.ResumeAccepting(1));
            });
        }
    }

    /// <summary>Sends back what comes; after the last byte it ends the connection, if that is its part.</summary>
    private sealed class Echo : ReceiveActor
    {
        private int _received;

        public Echo(IActorRef connection, Script script, bool pull)
        {
            Context.Watch(connection);
            var told = new List<string>();
            Receive<Tcp.Received>(received =>
            {
                connection.Tell(Tcp.Write.Create(received.Data));
                if (pull) connection.Tell(Tcp.ResumeReading.Instance);
                _received += received.Data.Count;
                if (_received < script.Bytes) return;
                switch (script.End)
                {
                    case End.Close: connection.Tell(Tcp.Close.Instance); break;
                    case End.ConfirmedClose: connection.Tell(Tcp.ConfirmedClose.Instance); break;
                    case End.Abort: connection.Tell(Tcp.Abort.Instance); break;
                    case End.HandlerStops: Context.Stop(Self); break;
                }
            });
            Receive<Tcp.ConnectionClosed>(closed =>
            {
                told.Add(closed.GetType().Name);
                if (closed.IsPeerClosed && script.KeepOpen) connection.Tell(Tcp.Close.Instance);
            });
            Receive<Terminated>(_ => script.Ended.TrySetResult([.. told]));
        }
    }

    /// <summary>Sees the end of a connection whose handler cannot.</summary>
    private sealed class Witness : ReceiveActor
    {
        public Witness(IActorRef connection, Script script)
        {
            Context.Watch(connection);
            Receive<Terminated>(_ =>
            {
                if (script.End == End.HandlerStops) script.Ended.TrySetResult([]);
                Context.Stop(Self);
            });
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_connection_ends_with_its_events_whoever_ends_it_and_however(bool pull)
    {
        var scripts = new ConcurrentDictionary<int, Script>();
        var acceptor = Sys.ActorOf(Props.Create(() => new Acceptor(scripts, pull)));
        var binder = CreateTestProbe();
        binder.Send(Sys.Tcp(), new Tcp.Bind(acceptor, new IPEndPoint(IPAddress.Loopback, 0), 1000, pullMode: pull));
        var address = binder.ExpectMsg<Tcp.Bound>(Patience).LocalAddress;
        var listener = binder.LastSender!;
        if (pull) listener.Tell(new Tcp.ResumeAccepting(Connections));

        var random = new Random(_seed);
        var all = Enumerable.Range(0, Connections)
            .Select(_ => new Script((End)random.Next(6), random.Next(1, 150_000), random.Next(1, 40_000), random.Next(2) == 0))
            .ToArray();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (script, _) => await Play(script, address, scripts))
            .WaitAsync(TimeSpan.FromMinutes(1));
        foreach (var script in all) Assert.Equal(script.Expected, await script.Ended.Task.WaitAsync(Patience));
    }

    private static async Task Play(Script script, EndPoint address, ConcurrentDictionary<int, Script> scripts)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        scripts[((IPEndPoint)socket.LocalEndPoint!).Port] = script;
        await socket.ConnectAsync(address).WaitAsync(Patience);
        var bytes = Noise(script.Bytes);
        var reading = script.End == End.PeerResets ? Task.FromResult(Array.Empty<byte>()) : Task.Run(() => ReadWhatComes(socket));
        try
        {
            for (var sent = 0; sent < bytes.Length;)
                sent += await socket.SendAsync(bytes.AsMemory(sent, Math.Min(script.Chunk, bytes.Length - sent))).AsTask().WaitAsync(Patience);
            if (script.End == End.PeerCloses) socket.Shutdown(SocketShutdown.Send);
            if (script.End == End.PeerResets)
            {
                Reset(socket);
                return;
            }
        }
        catch (SocketException) when (script.End is End.Abort or End.HandlerStops)
        {
            // It was reset with the last bytes under way.
        }

        var echoed = await reading.WaitAsync(Patience);
        Assert.Equal(bytes[..echoed.Length], echoed);
        // When the peer has closed, a connection that is not kept open takes no answer to its last bytes any more.
        if (script.End is End.Close or End.ConfirmedClose || script is { End: End.PeerCloses, KeepOpen: true }) Assert.Equal(bytes.Length, echoed.Length);
    }

    private static async Task<byte[]> ReadWhatComes(Socket socket)
    {
        var stream = new MemoryStream();
        var buffer = new byte[16 << 10];
        try
        {
            while (await socket.ReceiveAsync(buffer).WaitAsync(Patience) is var count and > 0) stream.Write(buffer, 0, count);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // What had come by then is looked at.
        }

        return stream.ToArray();
    }
}
