using Akka.Actor;

namespace Akka.Tests.Actor;

public class NamesSpec : ActorSpec
{
    [Fact]
    public void An_actor_without_a_name_gets_one_in_base_64()
    {
        var parent = Start((m, c) => c.Sender.Tell(c.ActorOf(Props.Empty)));
        var names = Enumerable.Range(0, 66).Select(_ =>
        {
            parent.Tell("");
            return ExpectMsg<IActorRef>(Soon).Path.Name;
        }).ToArray();
        Assert.Equal("$a", names[0]);
        Assert.Equal("$b", names[1]);
        Assert.Equal("$A", names[26]);
        Assert.Equal("$~", names[63]);
        Assert.Equal("$ab", names[64]);
        Assert.Equal("$bb", names[65]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$no")]
    [InlineData("no/no")]
    [InlineData("no no")]
    [InlineData("nö")]
    [InlineData("no#1")]
    [InlineData("no%zz")]
    [InlineData("no%2")]
    [InlineData("<no>")]
    public void A_name_that_a_path_cannot_have_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Empty, name));

    [Theory]
    [InlineData("a")]
    [InlineData("A-1_b.c*d$e+f:g@h&i=j,k!l~m'n;o()")]
    [InlineData("yes%20yes%2F")]
    [InlineData("\"quoted\"")]
    public void A_name_that_a_path_can_have_is_taken(string name) =>
        Assert.Equal(name, Sys.ActorOf(Props.Empty, name).Path.Name);

    [Fact]
    public async Task A_name_is_free_again_only_when_its_actor_has_stopped()
    {
        var first = Sys.ActorOf(Props.Empty, "one");
        Assert.Contains("not unique", Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Empty, "one")).Message);
        Watch(first);
        Sys.Stop(first);
        ExpectTerminated(first, Soon);
        IActorRef? second = null;
        await AwaitAssertAsync(() => second = Sys.ActorOf(Props.Empty, "one"));
        Assert.Equal(first.Path, second!.Path);
        Assert.NotEqual(first.Path.Uid, second.Path.Uid);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_name_whose_actor_could_not_be_made_is_free_again()
    {
        Assert.Throws<Akka.Configuration.ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithDispatcher("none"), "one"));
        Sys.ActorOf(Props.Empty, "one");
    }

    [Fact]
    public void A_path_names_system_and_parents()
    {
        var parent = Sys.ActorOf(Scripted.Props((m, c) => c.Sender.Tell(c.ActorOf(Props.Empty, "child"))), "parent");
        parent.Tell("");
        var path = ExpectMsg<IActorRef>(Soon).Path;
        Assert.Equal("akka://test/user/parent/child", path.ToString());
        Assert.Equal("/user/parent/child", path.ToStringWithoutAddress());
        Assert.Equal($"akka://test/user/parent/child#{path.Uid}", path.ToSerializationFormat());
        Assert.Equal(["user", "parent", "child"], path.Elements);
        Assert.Equal(parent.Path, path.Parent);
        Assert.Equal("akka://test/", path.Root.ToString());
    }

    [Theory]
    [InlineData("akka://sys/user/a", "/user/a", 0)]
    [InlineData("akka://sys/user/a#7", "/user/a", 7)]
    [InlineData("akka://sys", "/", 0)]
    [InlineData("akka://sys/", "/", 0)]
    [InlineData("akka.tcp://sys@host:80/user/a/b", "/user/a/b", 0)]
    public void A_path_is_read(string text, string names, long uid)
    {
        var path = ActorPath.Parse(text);
        Assert.Equal(names, path.ToStringWithoutAddress());
        Assert.Equal(uid, path.Uid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/user/a")]
    [InlineData("akka:sys/user")]
    [InlineData("akka://")]
    [InlineData("akka://sys@host/user")]
    [InlineData("akka://sys/user/a#b")]
    public void What_is_no_path_is_not_read(string text)
    {
        Assert.False(ActorPath.TryParse(text, out _));
        Assert.Throws<UriFormatException>(() => ActorPath.Parse(text));
    }

    [Fact]
    public void Paths_are_equal_by_address_and_names_and_ordered_by_them()
    {
        var root = new RootActorPath(new Address("akka", "sys"));
        Assert.Equal(root / "a" / "b", root / "a" / "b#12");
        Assert.True(root / "a" == root / "a");
        Assert.NotEqual(root / "a", root / "b");
        Assert.NotEqual(root / "a", new RootActorPath(new Address("akka", "other")) / "a");
        Assert.True((root / "a").CompareTo(root / "b") < 0);
        Assert.True((root / "a").CompareTo(root / "a" / "b") < 0);
        Assert.True((root / "b").CompareTo(root / "a" / "b") > 0);
        Assert.Equal(0, (root / "a").CompareTo(root / "a"));
        Assert.Equal(root / "a" / "b", root / (root / "a" / "b").Elements);
    }

    [Fact]
    public void Refs_are_equal_by_path_and_incarnation()
    {
        var actor = Sys.ActorOf(Props.Empty, "one");
        var again = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef(actor.Path);
        Assert.Equal(actor, again);
        Assert.Equal(actor.GetHashCode(), again.GetHashCode());
        var other = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef(actor.Path.WithUid(actor.Path.Uid + 1));
        Assert.NotEqual(actor, other);
    }

    [Fact]
    public void A_name_is_found_by_the_parent_while_the_actor_lives()
    {
        var parent = Start((m, c) =>
        {
            if (m is Make make) c.ActorOf(make.Props, make.Name);
            else c.Sender.Tell(c.Child((string)m));
        });
        parent.Tell(new Make(Props.Empty, "child"));
        parent.Tell("child");
        var child = ExpectMsg<IActorRef>(Soon);
        Assert.Equal("child", child.Path.Name);
        parent.Tell("nobody");
        Assert.True(ExpectMsg<IActorRef>(Soon).IsNobody());
    }
}
