using System.Net.Sockets;
using System.Runtime.InteropServices;
using Akka.IO;

namespace Vod.Transport;

/// <summary>
/// Lets a second process listen on the same port (SO_REUSEPORT) and take it over without a client noticing. The kernel deals new connections
/// out to all sockets of the port; it resets those that wait in the queue of one that is closed. So before its socket is closed, the process
/// that leaves has the kernel send all new ones to the other, and accepts those that wait. Linux only; elsewhere it does nothing.
/// </summary>
public sealed class PortTakeover : Inet.SocketOption
{
    private const int SocketLevel = 1, ReusePort = 15, AttachReusePortFilter = 51, ProtocolTcp = 6, TcpInfo = 11, Unacked = 24; // of Linux
    private const ushort Return = 0x06; // BPF_RET | BPF_K

    private Socket? _socket;

    /// <inheritdoc/>
    public override void BeforeServerSocketBind(Socket ss)
    {
        if (!OperatingSystem.IsLinux()) return;
        ss.SetRawSocketOption(SocketLevel, ReusePort, BitConverter.GetBytes(1));
        _socket = ss;
    }

    /// <summary>
    /// From now on all new connections go to the socket that was bound second, if there is one. Sockets of a port are numbered in the order
    /// of binding, and the last moves into the place of one that is closed: of an old and a new one, the old is number 0.
    /// </summary>
    /// <returns>Whether the kernel does so; if not, it still deals some to this socket.</returns>
    public unsafe bool SteerToSuccessor()
    {
        if (_socket is null) return false;
        var program = new Instruction { Code = Return, Value = 1 };
        var filter = new Program { Length = 1, Instructions = &program };
        try
        {
            _socket.SetRawSocketOption(SocketLevel, AttachReusePortFilter, new ReadOnlySpan<byte>(&filter, sizeof(Program)));
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Connections that wait to be accepted; 0 when that is not known.</summary>
    public int Waiting()
    {
        Span<byte> info = stackalloc byte[Unacked + sizeof(int)];
        try
        {
            // Of a listening socket, this field is the length of its queue.
            return _socket?.GetRawSocketOption(ProtocolTcp, TcpInfo, info) == info.Length ? MemoryMarshal.Read<int>(info[Unacked..]) : 0;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private struct Instruction
    {
        public ushort Code;
        public byte JumpTrue, JumpFalse;
        public uint Value;
    }

    private unsafe struct Program
    {
        public ushort Length;
        public Instruction* Instructions;
    }
}
