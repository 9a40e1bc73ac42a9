using System.Net;
using System.Net.Sockets;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

public class AcceptTests
{
    [SkippableFact]
    public void An_accepted_socket_comes_with_the_address_of_its_client()
    {
        SocketPair.SkipUnlessLinux();
        using var listener = SocketPair.Listen();
        using var pair = SocketPair.Connect(listener, (IPEndPoint)listener.LocalEndPoint!);
        Assert.Equal(pair.Client.LocalEndPoint, pair.Seen);
        Assert.Equal(Kernel.Empty, Kernel.Receive(pair.Server, new byte[1])); // and does not block
    }

    [SkippableFact]
    public void A_client_over_IPv6_is_seen_as_one()
    {
        SocketPair.SkipUnlessLinux();
        Skip.IfNot(Socket.OSSupportsIPv6, "no IPv6 here");
        using var listener = SocketPair.Listen(IPAddress.IPv6Loopback);
        using var pair = SocketPair.Connect(listener, (IPEndPoint)listener.LocalEndPoint!);
        Assert.Equal(pair.Client.LocalEndPoint, pair.Seen);
    }

    [SkippableFact]
    public void An_IPv4_client_of_a_dual_mode_listener_stays_mapped()
    {
        SocketPair.SkipUnlessLinux();
        Skip.IfNot(Socket.OSSupportsIPv6, "no IPv6 here");
        using var listener = SocketPair.Listen(IPAddress.IPv6Any, dualMode: true);
        using var pair = SocketPair.Connect(listener, new IPEndPoint(IPAddress.Loopback, ((IPEndPoint)listener.LocalEndPoint!).Port));
        Assert.Equal(IPAddress.Loopback.MapToIPv6(), pair.Seen.Address);
    }

    [SkippableFact]
    public void A_listener_that_nobody_waits_at_says_so()
    {
        SocketPair.SkipUnlessLinux();
        using var listener = SocketPair.Listen();
        Assert.Equal(Errno.TryAgain, Kernel.Accept(listener.SafeHandle, out var remote, out var socket));
        Assert.Null(remote);
        Assert.Null(socket);
    }

    [SkippableFact]
    public void A_listener_that_was_shut_down_is_a_fatal_error()
    {
        SocketPair.SkipUnlessLinux();
        using var listener = SocketPair.Listen();
        Assert.True(Kernel.Shutdown(listener.SafeHandle, SocketShutdown.Both));
        Assert.Equal(AcceptVerdict.Fatal, AcceptError.Of(Kernel.Accept(listener.SafeHandle, out _, out _)));
    }

    [Theory]
    [InlineData(Errno.TryAgain, AcceptVerdict.NoneLeft)]
    [InlineData(Errno.Interrupted, AcceptVerdict.NextClient)]
    [InlineData(Errno.Aborted, AcceptVerdict.NextClient)]
    [InlineData(Errno.Reset, AcceptVerdict.NextClient)]
    [InlineData(Errno.Protocol, AcceptVerdict.NextClient)]
    [InlineData(Errno.NotPermitted, AcceptVerdict.NextClient)]
    [InlineData(Errno.NetworkDown, AcceptVerdict.NextClient)]
    [InlineData(Errno.HostUnreachable, AcceptVerdict.NextClient)]
    [InlineData(Errno.TooManyDescriptors, AcceptVerdict.BackOff)]
    [InlineData(Errno.SystemTableFull, AcceptVerdict.BackOff)]
    [InlineData(Errno.NoBuffers, AcceptVerdict.BackOff)]
    [InlineData(Errno.NoMemory, AcceptVerdict.BackOff)]
    [InlineData(12345, AcceptVerdict.BackOff)]
    [InlineData(Errno.BadDescriptor, AcceptVerdict.Fatal)]
    [InlineData(Errno.Invalid, AcceptVerdict.Fatal)]
    [InlineData(Errno.NotSocket, AcceptVerdict.Fatal)]
    public void An_accept_error_decides_what_the_listener_does(int errno, object verdict) =>
        Assert.Equal((AcceptVerdict)verdict, AcceptError.Of(errno));

    [Fact]
    public void An_address_of_IPv4_is_parsed() => AssertParsed("192.0.2.7:8080",
        [.. BitConverter.GetBytes((ushort)2), 0x1F, 0x90, 192, 0, 2, 7, 0, 0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public void An_address_of_IPv6_is_parsed_with_its_scope() => AssertParsed("[fe80::1%3]:443",
        [.. BitConverter.GetBytes((ushort)10), 0x01, 0xBB, 1, 2, 3, 4, 0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, .. BitConverter.GetBytes(3)]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    public void An_address_that_is_too_short_is_none(int length) =>
        Assert.Null(KernelAddress.Parse(new byte[] { 2, 0, 0, 80, 1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0 }.AsSpan(0, length)));

    [Fact]
    public void An_address_of_another_family_is_none() => Assert.Null(KernelAddress.Parse(new byte[] { 1, 0, 47, 116, 109, 112 }));

    private static void AssertParsed(string expected, byte[] address) =>
        Assert.Equal(IPEndPoint.Parse(expected), KernelAddress.Parse(address));
}
