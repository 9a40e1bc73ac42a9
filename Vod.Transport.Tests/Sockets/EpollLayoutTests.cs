using System.Runtime.InteropServices;
using Vod.Transport.Sockets;

namespace Vod.Transport.Tests.Sockets;

public class EpollLayoutTests
{
    [SkippableTheory]
    [InlineData(Architecture.X64, "01200080" + "0807060504030201")]
    [InlineData(Architecture.Arm64, "01200080" + "00000000" + "0807060504030201")]
    public void An_event_is_laid_out_as_the_kernel_of_the_architecture_has_it(Architecture architecture, string expected)
    {
        Skip.IfNot(BitConverter.IsLittleEndian, "both architectures are little-endian");
        var layout = new EpollLayout(architecture);
        var buffer = new byte[layout.Size];
        layout.Write(buffer, EpollEvents.In | EpollEvents.PeerHangUp | EpollEvents.EdgeTriggered, 0x0102030405060708);
        Assert.Equal(expected, Convert.ToHexString(buffer));
    }

    [Theory]
    [InlineData(Architecture.X64)]
    [InlineData(Architecture.Arm64)]
    public void An_event_of_a_batch_is_read_by_its_index(Architecture architecture)
    {
        var layout = new EpollLayout(architecture);
        var batch = new byte[3 * layout.Size];
        for (var i = 0; i < 3; i++) layout.Write(batch.AsSpan(i * layout.Size), (EpollEvents)(1 << i), ulong.MaxValue - (ulong)i);
        for (var i = 0; i < 3; i++) Assert.Equal(((EpollEvents)(1 << i), ulong.MaxValue - (ulong)i), layout.Read(batch, i));
    }

    [Theory]
    [InlineData(0x1, Readiness.Readable)]
    [InlineData(0x4, Readiness.Writable)]
    [InlineData(0x8, Readiness.Error)]
    [InlineData(0x10, Readiness.PeerClosed)]
    [InlineData(0x2000, Readiness.PeerClosed)]
    [InlineData(0x2001, Readiness.PeerClosed | Readiness.Readable)]
    [InlineData(0x201D, Readiness.PeerClosed | Readiness.Readable | Readiness.Writable | Readiness.Error)]
    [InlineData(0x2, Readiness.None)]
    public void Events_of_epoll_say_what_a_socket_is_ready_for(uint events, object readiness) =>
        Assert.Equal((Readiness)readiness, ((EpollEvents)events).ToReadiness());
}
