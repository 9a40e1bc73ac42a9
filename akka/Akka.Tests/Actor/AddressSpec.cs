using Akka.Actor;

namespace Akka.Tests.Actor;

public class AddressSpec
{
    [Theory]
    [InlineData("akka://sys", "akka", "sys", null, null)]
    [InlineData("aKKa.TCP://sYs@HOST:4711", "akka.tcp", "sYs", "host", 4711)]
    [InlineData("akka.tcp://sys@host.example.org:1", "akka.tcp", "sys", "host.example.org", 1)]
    [InlineData("akka://sys@[fe80::1]:8001", "akka", "sys", "[fe80::1]", 8001)]
    public void The_protocol_and_the_host_are_lower_case_the_system_is_as_it_is(string text, string protocol, string system, string? host, int? port)
    {
        var address = Address.Parse(text);
        Assert.Equal((protocol, system, host, port), (address.Protocol, address.System, address.Host, address.Port));
        Assert.Equal(address, Address.Parse(address.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sys")]
    [InlineData("/user")]
    [InlineData("://sys")]
    [InlineData("akka:/sys")]
    [InlineData("akka://")]
    [InlineData("akka:///user")]
    [InlineData("http://example.org")]
    [InlineData("a://l:1")]
    [InlineData("akka://sys@host")]
    [InlineData("akka://sys@host:")]
    [InlineData("akka://sys@host:port")]
    [InlineData("akka://sys@host:-1")]
    [InlineData("akka://sys@:12")]
    [InlineData("akka://@host:12")]
    public void What_is_no_address_is_not_read(string text)
    {
        Assert.False(Address.TryParse(text, out _));
        Assert.False(ActorPath.TryParseAddress(text, out _));
        Assert.Throws<UriFormatException>(() => Address.Parse(text));
    }

    [Fact]
    public void An_address_is_changed_by_copies()
    {
        var address = new Address("akka", "sys");
        Assert.True(address.HasLocalScope);
        Assert.False(address.HasGlobalScope);
        var remote = address.WithProtocol("akka.tcp").WithSystem("other").WithHost("Host").WithPort(80);
        Assert.Equal("akka.tcp://other@host:80", remote.ToString());
        Assert.Equal("other@host:80", remote.HostPort());
        Assert.True(remote.HasGlobalScope);
        Assert.False(remote.HasLocalScope);
        Assert.Equal("akka://sys", address.ToString());
        Assert.Equal("akka.tcp://other", remote.WithHost().WithPort().ToString());
    }

    [Fact]
    public void Addresses_are_equal_by_value()
    {
        var address = new Address("akka", "sys", "host", 80);
        var same = (Address)address.Clone();
        Assert.True(address == same);
        Assert.False(address != same);
        Assert.NotSame(address, same);
        Assert.Equal(address.GetHashCode(), same.GetHashCode());
        Address[] others = [address.WithProtocol("akka.tcp"), address.WithSystem("System"), address.WithHost("other"), address.WithPort(81), address.WithHost().WithPort()];
        Assert.All(others, other => Assert.True(address != other));
    }

    [Fact]
    public void Addresses_are_ordered_by_their_parts_and_ports_are_numbers()
    {
        var addresses = "akka.tcp://a@a:1 akka://b@host:80 akka://b@host:9 akka://b@a:1 akka://b akka://a".Split(' ').Select(Address.Parse).ToArray();
        const string InOrder = "akka://a akka://b akka://b@a:1 akka://b@host:9 akka://b@host:80 akka.tcp://a@a:1";
        Assert.Equal(InOrder, string.Join(' ', addresses.Order(Address.Comparer)));
        Assert.Equal(InOrder, string.Join(' ', addresses.Order()));
        Assert.Equal(0, addresses[0].CompareTo((Address)addresses[0].Clone()));
        Assert.True(addresses[0].CompareTo(null) > 0);
        Assert.Throws<ArgumentException>(() => ((IComparable)addresses[0]).CompareTo("text"));
    }
}
