using Akka.Actor;

namespace Akka.Tests.Actor;

public class LookupSpec : ActorSpec
{
    private readonly IActorRef _parent;
    private readonly IActorRef _child;

    public LookupSpec()
    {
        _parent = Start(
            (m, c) =>
            {
                if (m is Make make) c.Sender.Tell(c.ActorOf(make.Props, make.Name));
                else c.Sender.Tell(c.Sender);
            },
            "parent");
        _parent.Tell(new Make(Props.Empty, "child"));
        _child = ExpectMsg<IActorRef>(Soon);
    }

    private IActorRefProvider Provider => ((ExtendedActorSystem)Sys).Provider;

    [Fact]
    public void Living_actors_are_found_by_their_paths_with_and_without_the_uid()
    {
        foreach (var actor in new[] { _parent, _child, Provider.RootGuardian, Provider.Guardian, Provider.SystemGuardian, Provider.DeadLetters })
        {
            Assert.Same(actor, Provider.ResolveActorRef(actor.Path));
            Assert.Same(actor, Provider.ResolveActorRef(actor.Path.ToString()));
            Assert.Same(actor, Provider.ResolveActorRef(actor.Path.ToSerializationFormat()));
        }

        Assert.Same(Provider.RootGuardian, Provider.RootGuardianAt(Provider.DefaultAddress));
        Assert.Same(Provider.DeadLetters, Provider.RootGuardianAt(new Address("akka", "other")));
        Assert.Same(Provider.TempContainer, Provider.ResolveActorRef("akka://test/temp"));
    }

    [Theory]
    [InlineData("akka://test/user/missing")]
    [InlineData("akka://test/user/parent/missing")]
    [InlineData("akka://test/missing")]
    [InlineData("akka://test/temp/missing")]
    [InlineData("akka://test/user/parent/child#1")]
    public void Where_there_is_no_actor_there_is_a_ref_of_the_path_that_has_ended(string path)
    {
        var found = Assert.IsType<EmptyLocalActorRef>(Provider.ResolveActorRef(path));
        Assert.Equal(ActorPath.Parse(path), found.Path);
        Assert.True(found.IsTerminated);
        found.Tell(new Identify("who?"), TestActor);
        Assert.Null(ExpectMsg<ActorIdentity>(Soon).Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b/c")]
    [InlineData("/user/parent")]
    [InlineData("foo://user")]
    [InlineData("akka://all-systems/Nobody")]
    [InlineData("akka://other/user/parent")]
    [InlineData("akka://test@host:1/user/parent")]
    public void What_is_no_path_of_the_system_is_the_dead_letters(string path) => Assert.Same(Sys.DeadLetters, Provider.ResolveActorRef(path));

    [Fact]
    public void A_ref_of_one_incarnation_is_not_that_of_the_next()
    {
        var first = Watch(Sys.ActorOf(Props.Empty, "one"));
        Assert.Same(first, Provider.ResolveActorRef(first.Path.ToSerializationFormat()));
        Sys.Stop(first);
        ExpectTerminated(first, Soon);
        AwaitAssert(() => Sys.ActorOf(Props.Empty, "one"));
        var second = Provider.ResolveActorRef(first.Path.ToString());
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
        Assert.NotEqual(first.ToString(), second.ToString());
        Assert.NotEqual(0, first.CompareTo(second));
        Assert.IsType<EmptyLocalActorRef>(Provider.ResolveActorRef(first.Path.ToSerializationFormat()));
        Assert.IsType<EmptyLocalActorRef>(Provider.ResolveActorRef(first.Path));
    }

    [Fact]
    public async Task The_ref_of_a_question_is_found_until_it_is_answered()
    {
        var asked = TestActor.Ask<string>("a question", Soon);
        ExpectMsg("a question", Soon);
        var asker = Assert.IsAssignableFrom<IInternalActorRef>(LastSender);
        Assert.Equal("temp", asker.Path.Elements[0]);
        Assert.Same(asker, Provider.ResolveActorRef(asker.Path));
        Assert.IsType<EmptyLocalActorRef>(Provider.ResolveActorRef(asker.Path / "below"));

        Sys.ActorSelection(asker.Path).Tell(new Identify(1), TestActor);
        Assert.Equal(new ActorIdentity(1, asker), ExpectMsg<ActorIdentity>(Soon));
        Sys.ActorSelection(asker.Path / "below").Tell(new Identify(2), TestActor);
        Assert.Equal(new ActorIdentity(2, null), ExpectMsg<ActorIdentity>(Soon));
        Assert.False(asker.IsTerminated);
        Assert.False(asked.IsCompleted);

        asker.Tell("an answer");
        Assert.Equal("an answer", await asked.WaitAsync(Soon));
        await AwaitAssertAsync(() => Assert.True(((IInternalActorRef)Provider.ResolveActorRef(asker.Path)).IsTerminated));
    }

    [Fact]
    public void A_ref_of_ones_own_can_be_made_findable_for_a_time()
    {
        var path = Provider.TempPath();
        Assert.NotEqual(path, Provider.TempPath());
        var future = Provider.CreateFutureRef(new TaskCompletionSource<string>());
        Provider.RegisterTempActor(future, path);
        Assert.Same(future, Provider.ResolveActorRef(path));
        Provider.UnregisterTempActor(path);
        Assert.IsType<EmptyLocalActorRef>(Provider.ResolveActorRef(path));
    }

    [Fact]
    public void A_name_may_be_encoded()
    {
        const string Name = "akka%3A%2F%2Fsys%40127.0.0.1%3A2552";
        _parent.Tell(new Make(Props.Empty, Name));
        var child = ExpectMsg<IActorRef>(Soon);
        Assert.Equal(Name, child.Path.Name);
        Assert.Same(child, Provider.ResolveActorRef(child.Path));
        Assert.Same(child, Provider.ResolveActorRef(child.Path.ToString()));
    }

    [Fact]
    public async Task Of_many_that_want_a_name_at_once_one_gets_it()
    {
        for (var round = 0; round < 50; round++)
        {
            var name = $"wanted-{round}";
            var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                try
                {
                    return (object)Sys.ActorOf(Props.Empty, name);
                }
                catch (InvalidActorNameException e)
                {
                    return e.Message;
                }
            })));
            Assert.Single(made.OfType<IActorRef>());
            Assert.All(made.OfType<string>(), message => Assert.Equal($"Actor name \"{name}\" is not unique!", message));
        }
    }
}
