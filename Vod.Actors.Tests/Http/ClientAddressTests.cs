using System.Collections.Immutable;
using System.Net;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

public class ClientAddressTests
{
    private static readonly ImmutableArray<IPNetwork> Trusted =
        [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("127.0.0.1/32"), IPNetwork.Parse("2001:db8::/32")];

    [Theory]
    [InlineData("192.0.2.1", "198.51.100.7", "192.0.2.1")] // not a proxy of ours
    [InlineData("127.0.0.1", null, "127.0.0.1")]
    [InlineData("127.0.0.1", "", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7", "198.51.100.7")]
    [InlineData("::ffff:127.0.0.1", "198.51.100.7", "198.51.100.7")]
    [InlineData("::ffff:192.0.2.1", null, "192.0.2.1")]
    [InlineData("2001:db8::5", "198.51.100.7", "198.51.100.7")]
    [InlineData("127.0.0.1", " 198.51.100.7 ", "198.51.100.7")]
    [InlineData("127.0.0.1", "6.6.6.6, 198.51.100.7", "198.51.100.7")] // the first is made up
    [InlineData("127.0.0.1", "6.6.6.6, 198.51.100.7, 10.1.2.3", "198.51.100.7")]
    [InlineData("127.0.0.1", "10.1.2.3, 10.4.5.6", "10.1.2.3")] // proxies all the way: the farthest
    [InlineData("127.0.0.1", "198.51.100.7:55555", "198.51.100.7")]
    [InlineData("127.0.0.1", "3fff::7", "3fff::7")]
    [InlineData("127.0.0.1", "[3fff::7]:443", "3fff::7")]
    [InlineData("127.0.0.1", "[3fff::7]", "3fff::7")]
    [InlineData("127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7")]
    [InlineData("127.0.0.1", "198.51.100.7, unknown", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7, unknown, 10.1.2.3", "10.1.2.3")]
    [InlineData("127.0.0.1", "1", "127.0.0.1")]
    [InlineData("127.0.0.1", "0x7f.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7:", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7:x y", "127.0.0.1")]
    [InlineData("127.0.0.1", "[3fff::7", "127.0.0.1")]
    [InlineData("127.0.0.1", "\"198.51.100.7\r\n", "127.0.0.1")]
    [InlineData("127.0.0.1", ",", "127.0.0.1")]
    [InlineData("127.0.0.1", ",,198.51.100.7", "198.51.100.7")]
    public void X_Forwarded_For_is_read_from_its_end_as_far_as_its_writers_are_trusted(string peer, string? field, string client) =>
        Assert.Equal(client, ClientAddress.Of(IPAddress.Parse(peer), field, ForwardedField.XForwardedFor, Trusted).ToString());

    [Theory]
    [InlineData("127.0.0.1", "for=198.51.100.7", "198.51.100.7")]
    [InlineData("192.0.2.1", "for=198.51.100.7", "192.0.2.1")]
    [InlineData("127.0.0.1", "For=\"[3fff::7]:4711\"", "3fff::7")]
    [InlineData("127.0.0.1", "for=198.51.100.7;proto=http;by=10.0.0.1", "198.51.100.7")]
    [InlineData("127.0.0.1", "proto=https; for=\"198.51.100.7:80\"", "198.51.100.7")]
    [InlineData("127.0.0.1", "for=6.6.6.6, for=198.51.100.7, for=10.1.1.1", "198.51.100.7")]
    [InlineData("127.0.0.1", "for=198.51.100.7;host=\"a,b\"", "198.51.100.7")]
    [InlineData("127.0.0.1", "for=198.51.100.7;host=\"a\\\",b\"", "198.51.100.7")]
    [InlineData("127.0.0.1", "for=_hidden", "127.0.0.1")]
    [InlineData("127.0.0.1", "for=unknown", "127.0.0.1")]
    [InlineData("127.0.0.1", "for=198.51.100.7, for=_SEVKISEK", "127.0.0.1")]
    [InlineData("127.0.0.1", "for=\"198.51.100.7:_port\"", "198.51.100.7")]
    [InlineData("127.0.0.1", "by=10.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "for=", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7", "127.0.0.1")]
    public void Forwarded_likewise(string peer, string field, string client) =>
        Assert.Equal(client, ClientAddress.Of(IPAddress.Parse(peer), field, ForwardedField.Forwarded, Trusted).ToString());

    [Fact]
    public void Nobody_is_believed_when_nobody_is_trusted() =>
        Assert.Equal("127.0.0.1", ClientAddress.Of(IPAddress.Loopback, "198.51.100.7", ForwardedField.XForwardedFor, []).ToString());
}
