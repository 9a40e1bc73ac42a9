using System.Net;
using Akka.Actor;

namespace Akka.Tests.Actor;

public class PathSpec
{
    private static readonly Address Local = new("akka", "sys");
    private static readonly Address Remote = new("akka.tcp", "sys", "host", 2552);
    private static readonly ActorPath Root = new RootActorPath(Local);

    [Theory]
    [InlineData("akka://sys/")]
    [InlineData("akka://sys/user")]
    [InlineData("akka://sys/user/a/b")]
    [InlineData("akka.tcp://sys@host:2552/")]
    [InlineData("akka.tcp://sys@host:2552/user/a")]
    public void A_path_is_read_back_from_its_text(string text)
    {
        var path = ActorPath.Parse(text);
        Assert.Equal(text, path.ToString());
        Assert.Equal(path, ActorPath.Parse(path.ToString()));
    }

    [Fact]
    public void The_case_of_names_counts_and_that_of_the_protocol_and_the_host_does_not()
    {
        Assert.Equal("akka.tcp://sYs@host:1/pAth1/pAth2", ActorPath.Parse("aKKa.TCP://sYs@hOst:1/pAth1/pAth2").ToString());
        Assert.NotEqual(Root / "a", Root / "A");
    }

    [Theory]
    [InlineData("a://l:1/b")]
    [InlineData("s://d@h:hd")]
    [InlineData("http://example.org/user")]
    [InlineData("akka://sys/#1")]
    [InlineData("akka://sys/user/#1")]
    public void What_has_no_address_of_an_actor_system_is_no_path(string text) => Assert.False(ActorPath.TryParse(text, out _));

    [Fact]
    public void A_path_without_an_address_is_read_below_another()
    {
        Assert.True(ActorPath.TryParse(Root, "/", out var path));
        Assert.Equal(Root, path);
        Assert.True(ActorPath.TryParse(Root, "/user/a", out path));
        Assert.Equal("akka://sys/user/a", path.ToString());
        Assert.True(ActorPath.TryParse(path, "b/c#7", out path));
        Assert.Equal("akka://sys/user/a/b/c", path.ToString());
        Assert.Equal(7, path.Uid);
    }

    [Fact]
    public void Its_texts()
    {
        var path = Root / "user" / "a#12";
        Assert.Equal("akka://sys/user/a", path.ToStringWithAddress());
        Assert.Equal("akka.tcp://sys@host:2552/user/a", path.ToStringWithAddress(Remote));
        Assert.Equal("akka://sys/user/a#12", path.ToStringWithUid());
        Assert.Equal("akka://sys/user/a#12", path.ToSerializationFormat());
        Assert.Equal("akka.tcp://sys@host:2552/user/a#12", path.ToSerializationFormatWithAddress(Remote));
        Assert.Equal("akka.tcp://sys@host:2552/user/a", path.WithUid(0).ToSerializationFormatWithAddress(Remote));
        Assert.Equal("/user/a", path.ToStringWithoutAddress());
        Assert.Equal("/user/a", ActorPath.FormatPathElements(path.Elements));

        var remote = new RootActorPath(Remote) / "user";
        Assert.Equal("akka.tcp://sys@host:2552/user", remote.ToStringWithAddress(Local));
        Assert.Equal("akka.tcp://sys@host:2552/user", remote.ToSerializationFormatWithAddress(Local));
        Assert.Equal("akka://sys/", Root.ToString());
        Assert.Equal("/", Root.ToStringWithoutAddress());
    }

    [Fact]
    public void Its_place_in_the_tree()
    {
        var path = Root / "a" / "b" / "c";
        Assert.Equal(["a", "b", "c"], path.Elements);
        Assert.Equal(("c", 3, Local), (path.Name, path.Depth, path.Address));
        Assert.Equal(Root / "a" / "b", path.Parent);
        Assert.Equal(Root, path.Root);
        Assert.Empty(Root.Elements);
        Assert.Equal(0, Root.Depth);
        Assert.Equal(Root / "a", path.ParentOf(1));
        Assert.Equal(path, path.ParentOf(3));
        Assert.Equal(path, path.ParentOf(9));
        Assert.Equal(Root / "a" / "b", path.ParentOf(-1));
        Assert.Equal(Root, path.ParentOf(-9));
        Assert.Equal(path / "d", path.Child("d"));
        Assert.Equal(path, Root / "a//b/c".Split('/'));
        Assert.Equal(5, path.Child("d#5").Uid);
        Assert.Equal(6, path.WithUid(6).Uid);
    }

    [Fact]
    public void Equality_is_by_address_and_names_and_the_uid_does_not_count()
    {
        var path = Root / "a" / "b";
        Assert.True(path == path.WithUid(7));
        Assert.True(path.Equals((object)(Root / "a" / "b")));
        Assert.Equal(path.GetHashCode(), path.WithUid(7).GetHashCode());
        Assert.True(path != Root / "a");
        Assert.True(path != Root / "b" / "a");
        Assert.True(path != new RootActorPath(Remote) / "a" / "b");
        Assert.False(path == null);
        Assert.Equal(0, path.CompareTo(path.WithUid(7)));
        Assert.True(path.CompareTo(null) > 0);
    }

    [Fact]
    public void The_order_is_that_of_names_from_right_to_left_then_of_addresses_and_a_root_comes_last()
    {
        string[] inOrder =
        [
            "akka.tcp://sys@host:2552/a", "akka://other/a", "akka://sys/a", "akka://sys/a/b", "akka://sys/b", "akka://sys/a/c", "akka://sys/a/b/c", "akka://sys/b/c", "akka://sys/",
        ];
        Assert.Equal(inOrder, inOrder.Reverse().Select(ActorPath.Parse).Order().Select(path => path.ToString()));
    }

    [Fact]
    public void Every_symbol_that_a_name_may_have_is_valid_in_it_and_every_other_only_encoded()
    {
        for (var c = (char)1; c < 0x250; c++)
        {
            var plain = char.IsAsciiLetterOrDigit(c) || ActorPath.ValidSymbols.Contains(c);
            Assert.True(plain == ActorPath.IsValidPathElement($"a{c}"), $"a{c} ({(int)c})");
            Assert.True(ActorPath.IsValidPathElement(WebUtility.UrlEncode($"a{c}")), $"a{c} ({(int)c}) encoded");
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("$", false)]
    [InlineData("$a", false)]
    [InlineData("a$", true)]
    [InlineData("a%", false)]
    [InlineData("%3", false)]
    [InlineData("%xx", false)]
    [InlineData("%0G", false)]
    [InlineData("%1t", false)]
    [InlineData("a%2", false)]
    [InlineData("%2f", true)]
    [InlineData("%2F%20", true)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    [InlineData("a?", false)]
    [InlineData("åäö", false)]
    public void A_name_is_valid_or_not(string? name, bool valid) => Assert.Equal(valid, ActorPath.IsValidPathElement(name!));
}
