using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

/// <summary>Sends back what it gets, on event loops and raw descriptors, as a driver of the transport works: an event sets bits and wakes.</summary>
internal sealed class EchoServer : IReadiness, IDisposable
{
    private readonly Socket _listener = SocketPair.Listen();
    private readonly ConcurrentDictionary<Connection, bool> _connections = [];
    private readonly EventLoop[] _loops;
    private readonly Registration _registration;
    private int _accepting, _accepted;
    private long _echoed;

    public EchoServer(EventLoop[] loops)
    {
        _loops = loops;
        _registration = loops[0].Add(_listener.SafeHandle, this, write: false);
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public int Accepted => Volatile.Read(ref _accepted);

    public long Echoed => Interlocked.Read(ref _echoed);

    /// <summary>Connections that have not ended.</summary>
    public int Open => _connections.Count;

    public void OnReady(Readiness ready) => Once(ref _accepting, () =>
    {
        while (Kernel.Accept(_listener.SafeHandle, out _, out var socket) == Errno.Success)
        {
            var connection = new Connection(this, socket!);
            _connections[connection] = true;
            connection.Start(_loops[Interlocked.Increment(ref _accepted) % _loops.Length]);
        }
    });

    public void Dispose()
    {
        _registration.Dispose();
        _listener.Dispose();
    }

    // One thread at a time; whoever comes meanwhile makes it go round again.
    private static void Once(ref int calls, Action work)
    {
        if (Interlocked.Increment(ref calls) != 1) return;
        for (int seen; ;)
        {
            seen = Volatile.Read(ref calls);
            work();
            if (Interlocked.CompareExchange(ref calls, 0, seen) == seen) return;
        }
    }

    private sealed class Connection(EchoServer server, SocketDescriptor socket) : IReadiness, IThreadPoolWorkItem
    {
        private readonly byte[] _buffer = new byte[16 * 1024];
        private readonly TaskCompletionSource<Registration> _registration = new();
        private int _calls, _from, _to;

        // The first event may come before Add has returned.
        public void Start(EventLoop loop) => _registration.SetResult(loop.Add(socket, this, write: true));

        public void OnReady(Readiness ready)
        {
            // On this thread or on another, whichever comes.
            if (Random.Shared.Next(2) == 0) ((IThreadPoolWorkItem)this).Execute();
            else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        void IThreadPoolWorkItem.Execute() => Once(ref _calls, Work);

        private void Work()
        {
            try
            {
                while (SendBack())
                {
                    var got = Kernel.Receive(socket, _buffer);
                    if (got == Kernel.Empty) return;
                    if (got is 0 or Kernel.Failure)
                    {
                        End();
                        return;
                    }
                    (_from, _to) = (0, got);
                }
            }
            catch (ObjectDisposedException)
            {
                // an event from before the end
            }
        }

        /// <returns>Whether all has been sent.</returns>
        private bool SendBack()
        {
            while (_from < _to)
            {
                var sent = Kernel.Send(socket, _buffer.AsSpan(_from, _to - _from));
                if (sent == Kernel.Full) return false;
                if (sent == Kernel.Failure)
                {
                    End();
                    return false;
                }
                _from += sent;
                Interlocked.Add(ref server._echoed, sent);
            }
            return true;
        }

        private void End() => _registration.Task.ContinueWith(registration =>
        {
            registration.Result.Dispose();
            socket.Dispose();
            server._connections.TryRemove(this, out _);
        }, TaskContinuationOptions.ExecuteSynchronously);
    }
}
