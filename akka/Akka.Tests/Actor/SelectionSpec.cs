using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class SelectionSpec : ActorSpec
{
    private readonly IActorRef _tree;

    public SelectionSpec()
    {
        // /user/tree with the children leaf-1, leaf-2 and branch, which has the child twig.
        _tree = Sys.ActorOf(Props.Create<Tree>("leaf-1 leaf-2 branch"), "tree");
        _tree.Ask("ready", Soon).Wait(Soon);
    }

    [Theory]
    [InlineData("/user/tree", "tree")]
    [InlineData("tree", "tree")]
    [InlineData("akka://test/user/tree/branch/twig", "twig")]
    [InlineData("/user/tree/branch/../leaf-1", "leaf-1")]
    [InlineData("/user/*/leaf-2", "leaf-2")]
    [InlineData("/user/tr?e", "tree")]
    [InlineData("/user/tree/*-1", "leaf-1")]
    [InlineData("/user/tree/b*/t*", "twig")]
    public async Task One_actor_is_resolved(string path, string name)
    {
        var actor = await Sys.ActorSelection(path).ResolveOne(Soon);
        Assert.Equal(name, actor.Path.Name);
    }

    [Theory]
    [InlineData("/user/nobody")]
    [InlineData("/user/tree/nobody*")]
    [InlineData("/user/tree/leaf-1/below")]
    [InlineData("/nobody")]
    [InlineData("nobody/below")]
    [InlineData("user/tree")]
    [InlineData("/deadLetters")]
    [InlineData("deadLetters/")]
    [InlineData("akka://other/user/tree")]
    [InlineData("akka://all-systems/Nobody")]
    [InlineData("foo://user")]
    public async Task Where_there_is_none_it_is_not_found(string path) =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection(path).ResolveOne(TimeSpan.FromSeconds(2)));

    [Fact]
    public async Task Resolving_ends_after_its_time()
    {
        var gate = new ManualResetEventSlim();
        Sys.ActorOf(Scripted.Props((_, _) => gate.Wait(Soon)), "stuck").Tell("");
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/stuck").ResolveOne(TimeSpan.FromMilliseconds(50)));
        gate.Set();
    }

    [Theory]
    [InlineData("/user/tree/*", "branch", "leaf-1", "leaf-2")]
    [InlineData("/user/tree/leaf-?", "leaf-1", "leaf-2")]
    [InlineData("/user/*/*/twig", "twig")]
    [InlineData("/user/tree/**", "branch", "leaf-1", "leaf-2", "twig")]
    public void A_wildcard_reaches_all_that_fit(string path, params string[] names)
    {
        Sys.ActorSelection(path).Tell("name");
        var seen = names.Select(_ => ExpectMsg<string>(Soon)).Order();
        Assert.Equal(names, seen);
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public void The_sender_is_who_tells()
    {
        Sys.ActorSelection("/user/tree").Tell("name");
        ExpectMsgFrom(_tree, "tree", Soon);
        var probe = CreateTestProbe();
        Sys.ActorSelection("/user/tree").Tell("name", probe);
        probe.ExpectMsgFrom(_tree, "tree", Soon);
    }

    [Fact]
    public void All_that_a_selection_reaches_see_who_told_it()
    {
        var branch = ((ActorRefWithCell)_tree).GetSingleChild("branch");
        Sys.ActorSelection(branch, "../*").Tell("name", TestActor);
        var senders = ReceiveWhile(_ => LastSender, Soon, msgs: 3);
        Assert.Equal(((ActorRefWithCell)_tree).Children.Order(), senders.Order());
        Sys.ActorSelection(branch, "../*/twig").Tell("name", TestActor);
        Assert.Equal([branch.GetChild(["twig"])], ReceiveWhile(_ => LastSender, Soon, msgs: 1));
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void A_context_selects_relative_to_its_actor()
    {
        _tree.Tell(new Do(c => c.ActorSelection("leaf-1").Tell("name", TestActor)));
        _tree.Tell(new Do(c => c.ActorSelection("branch/twig").Tell("name", TestActor)));
        _tree.Tell(new Do(c => c.ActorSelection("../tree/leaf-2").Tell("name", TestActor)));
        ReceiveN(3, Soon).ToHashSet().SetEquals(["leaf-1", "twig", "leaf-2"]);
        Sys.ActorSelection(_tree, "leaf-1").Tell("name");
        ExpectInOrder("leaf-1");
    }

    [Fact]
    public void What_reaches_nobody_is_a_dead_letter_but_for_a_wildcard_among_others()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        Sys.ActorSelection("/user/tree/nobody").Tell("lost");
        var letter = ExpectMsg<DeadLetter>(Soon);
        Assert.Equal(("lost", TestActor, "/user/tree/nobody"), (letter.Message, letter.Sender, letter.Recipient.Path.ToStringWithoutAddress()));
        Sys.ActorSelection("/user/tree/nobody*").Tell("lost too");
        Assert.Equal("lost too", ExpectMsg<DeadLetter>(Soon).Message);
        Sys.ActorSelection("/user/tree/*/twig").Tell("name");
        ExpectInOrder("twig");
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void Identify_answers_for_each_that_fits_and_with_nobody_where_none_does()
    {
        Sys.ActorSelection("/user/tree/leaf-*").Tell(new Identify(1));
        var found = ReceiveN(2, Soon).Cast<ActorIdentity>().Select(i => i.Subject!.Path.Name).Order();
        Assert.Equal(["leaf-1", "leaf-2"], found);
        Sys.ActorSelection("/user/none").Tell(new Identify(2));
        Assert.Equal(new ActorIdentity(2, null), ExpectMsg<ActorIdentity>(Soon));
    }

    [Fact]
    public void Special_messages_act_on_what_is_selected()
    {
        var leaf = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef("akka://test/user/tree/leaf-1");
        Watch(leaf);
        Sys.ActorSelection("/user/tree/leaf-1").Tell(PoisonPill.Instance);
        ExpectTerminated(leaf, Soon);
    }

    [Fact]
    public async Task System_names_can_be_selected()
    {
        Assert.Equal("/user", (await Sys.ActorSelection("/user").ResolveOne(Soon)).Path.ToStringWithoutAddress());
        Assert.Equal("/system", (await Sys.ActorSelection("/system").ResolveOne(Soon)).Path.ToStringWithoutAddress());
        Assert.Equal("/", (await Sys.ActorSelection("/").ResolveOne(Soon)).Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task A_selection_can_be_asked() =>
        Assert.Equal("twig", await Sys.ActorSelection("/user/tree/branch/twig").Ask<string>("name", Soon));

    [Theory]
    [InlineData("/user/tree/", "/user/tree")]
    [InlineData("/user/", "/user")]
    [InlineData("/", "/")]
    [InlineData("akka://test/", "/")]
    [InlineData("akka://test/system/", "/system")]
    [InlineData("..", "/")]
    [InlineData("../system", "/system")]
    [InlineData("tree/branch/..", "/user/tree")]
    [InlineData("tree/branch/twig/../../..", "/user")]
    public async Task A_path_may_end_in_a_slash_and_go_up(string path, string name)
    {
        var actor = await Sys.ActorSelection(path).ResolveOne(Soon);
        Assert.Equal(name, actor.Path.ToStringWithoutAddress());
        Assert.Equal(actor, await Sys.ActorSelection(actor.Path).ResolveOne(Soon, CancellationToken.None));
    }

    [Fact]
    public void A_selection_without_a_path_is_its_anchor()
    {
        new ActorSelection(_tree, "").Tell("name");
        ExpectMsgFrom(_tree, "tree", Soon);
        new ActorSelection(_tree, [new SelectChildName("branch"), SelectParent.Instance, new SelectChildPattern("*-2")]).Tell("name");
        ExpectMsg("leaf-2", Soon);
        new ActorSelection().Tell("lost");
        ExpectNoMsg(Briefly);
        Assert.Throws<ArgumentNullException>(() => Sys.ActorSelection("/user/tree").Tell(null!));
    }

    [Fact]
    public async Task Resolving_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new ManualResetEventSlim();
        Sys.ActorOf(Scripted.Props((_, _) => gate.Wait(Soon)), "stuck").Tell("");
        var resolving = Sys.ActorSelection("/user/stuck").ResolveOne(Soon, cancellation.Token);
        await cancellation.CancelAsync();
        var notFound = await Assert.ThrowsAsync<ActorNotFoundException>(() => resolving);
        Assert.IsAssignableFrom<OperationCanceledException>(notFound.InnerException);
        gate.Set();
    }

    [Theory]
    [InlineData("/user/tree/*/*", "twig")]
    [InlineData("/user/tree/branch/*", "twig")]
    [InlineData("/user/tree/unknown/*", null)]
    [InlineData("/user/tree/branch/unknown/unknown", null)]
    [InlineData("/user/tree/branch/twig/*", null)]
    public void One_answer_to_Identify_comes_where_one_actor_at_most_can_be_meant(string path, string? name)
    {
        Sys.ActorSelection(path).Tell(new Identify(path));
        var identity = ExpectMsg<ActorIdentity>(Soon);
        Assert.Equal((path, name), (identity.MessageId, identity.Subject?.Path.Name));
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
    }

    [Theory]
    [InlineData("/user/tree/*/unknown")]
    [InlineData("/user/tree/leaf-1/**")]
    [InlineData("/user/tree/leaf-*/*/below")]
    public void No_answer_to_Identify_comes_where_a_wildcard_meets_several_or_all_and_none_fits(string path)
    {
        Sys.ActorSelection(path).Tell(new Identify(path));
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void Selections_are_equal_by_anchor_and_path()
    {
        Assert.Equal(Sys.ActorSelection("/user/a/*"), Sys.ActorSelection("/user/a/*"));
        Assert.NotEqual(Sys.ActorSelection("/user/a/*"), Sys.ActorSelection("/user/b/*"));
        Assert.NotEqual(Sys.ActorSelection(_tree, "a"), Sys.ActorSelection("a"));
        Assert.Equal(Sys.ActorSelection("/user/a/*").GetHashCode(), Sys.ActorSelection("/user/a/*").GetHashCode());
        Assert.Equal("/user/a/*", Sys.ActorSelection("/user/a/*").PathString);
        Assert.Equal($"ActorSelection[Anchor(akka://test/user/tree#{_tree.Path.Uid}), Path(/../*/a)]", Sys.ActorSelection(_tree, "../*/a").ToString());
        Assert.Equal("ActorSelection[Anchor(akka://test/), Path(/user)]", Sys.ActorSelection("/user").ToString());
        Assert.Throws<IllegalActorNameException>(() => Sys.ActorSelection("/user/**/a"));
    }

    private sealed class Tree : ReceiveActor
    {
        public Tree(string children)
        {
            foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Context.ActorOf(Props.Create<Tree>(child == "branch" ? "twig" : ""), child);
            Receive<string>(s => s == "name", _ => Sender.Tell(Self.Path.Name));
            Receive<Do>(d => d.Action(Context));
            Receive<string>(s => Sender.Tell(s));
        }
    }
}
