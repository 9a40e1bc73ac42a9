using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace Vod.Transport.Sockets;

/// <summary>Reads the addresses that Linux writes (<c>sockaddr_in</c>, <c>sockaddr_in6</c>).</summary>
internal static class KernelAddress
{
    /// <summary>Size of the longer one.</summary>
    public const int MaxLength = 28;

    private const ushort Inet = 2, Inet6 = 10; // AF_INET, AF_INET6

    /// <summary>The end point; an IPv4 address that a dual-mode listener shows as IPv6 stays as it is. Null for another family.</summary>
    public static IPEndPoint? Parse(ReadOnlySpan<byte> address)
    {
        if (address.Length < sizeof(ushort)) return null;
        // The family and the scope are in the machine's byte order, the port in the network's.
        return MemoryMarshal.Read<ushort>(address) switch
        {
            Inet when address.Length >= 16 => new IPEndPoint(new IPAddress(address.Slice(4, 4)), Port(address)),
            Inet6 when address.Length >= MaxLength =>
                new IPEndPoint(new IPAddress(address.Slice(8, 16), MemoryMarshal.Read<uint>(address[24..])), Port(address)),
            _ => null,
        };
    }

    private static int Port(ReadOnlySpan<byte> address) => BinaryPrimitives.ReadUInt16BigEndian(address[2..]);
}
