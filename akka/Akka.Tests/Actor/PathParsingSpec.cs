using Akka.Actor;

namespace Akka.Tests.Actor;

public sealed class PathParsingSpec
{
    [Theory]
    [InlineData("akka://sys/user/a", "akka://sys", "/user/a")]
    [InlineData("akka.tcp://sys@host:1234/user/a#3", "akka.tcp://sys@host:1234", "/user/a#3")]
    [InlineData("akka://sys", "akka://sys", "/")]
    [InlineData("akka://sys/", "akka://sys", "/")]
    public void A_path_is_an_address_and_what_follows_it(string path, string address, string rest)
    {
        Assert.True(ActorPath.TryParseAddress(path, out var parsed, out var absolute));
        Assert.Equal(Address.Parse(address), parsed);
        Assert.Equal(rest, absolute.ToString());
        Assert.True(ActorPath.TryParseParts(path, out var text, out absolute));
        Assert.Equal(address, text.ToString());
        Assert.Equal(rest, absolute.ToString());
        Assert.True(Address.TryParse(path.AsSpan(), out parsed));
        Assert.Equal(Address.Parse(address), parsed);
        Assert.True(ActorPath.TryParse(new RootActorPath(parsed), absolute, out var whole));
        Assert.Equal(ActorPath.Parse(path), whole);
    }

    [Theory]
    [InlineData("user/a")]
    [InlineData("/user/a")]
    [InlineData("")]
    public void A_path_without_an_address_has_no_such_parts(string path)
    {
        Assert.False(ActorPath.TryParseAddress(path, out _, out _));
        Assert.False(ActorPath.TryParseParts(path, out _, out _));
        Assert.False(Address.TryParse(path.AsSpan(), out _));
    }

    [Theory]
    [InlineData("a/b", new[] { "a", "b" })]
    [InlineData("../b", new[] { "..", "b" })]
    [InlineData("a", new[] { "a" })]
    [InlineData("/a/b", new[] { "a", "b" })]
    [InlineData("a/b#1234", new[] { "a", "b#1234" })]
    [InlineData("akka%3A%2F%2Fsys%40host%3A2552", new[] { "akka%3A%2F%2Fsys%40host%3A2552" })]
    [InlineData("akka://sys/user", null)]
    public void A_relative_path_is_its_names(string path, string[]? names) => Assert.Equal(names, RelativeActorPath.Unapply(path));
}
