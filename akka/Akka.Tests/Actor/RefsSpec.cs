using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Tests.Actor;

public class RefsSpec : ActorSpec
{
    [Fact]
    public void A_ref_knows_its_place()
    {
        var actor = (IInternalActorRef)Sys.ActorOf(Props.Empty, "one");
        Assert.Equal(((ExtendedActorSystem)Sys).Guardian, actor.Parent);
        Assert.Same(((ExtendedActorSystem)Sys).Provider, actor.Provider);
        Assert.True(actor.IsLocal);
        Assert.False(actor.IsTerminated);
        Assert.Equal($"[akka://test/user/one#{actor.Path.Uid}]", actor.ToString());
        Assert.Equal(actor, actor.GetChild([]));
        Assert.Equal(actor.Parent, actor.GetChild([".."]));
        Assert.True(actor.GetChild(["none"]).IsNobody());
        Assert.Equal("one", $"{actor.Parent.GetChild(["", "one"]).Path.Name}");
    }

    [Fact]
    public void A_ref_is_terminated_by_the_time_its_watchers_hear_of_it()
    {
        var actor = (IInternalActorRef)Watch(Sys.ActorOf(Props.Empty));
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor, Soon);
        Assert.True(actor.IsTerminated);
    }

    [Fact]
    public void Refs_are_ordered_by_path_then_by_incarnation()
    {
        IActorRef b = Sys.ActorOf(Props.Empty, "b"), a = Sys.ActorOf(Props.Empty, "a");
        var provider = ((ExtendedActorSystem)Sys).Provider;
        var older = provider.ResolveActorRef(a.Path.WithUid(a.Path.Uid - 1));
        Assert.Equal([older, a, b], new[] { b, a, older }.Order());
        Assert.Equal(0, a.CompareTo((object)provider.ResolveActorRef(a.Path.ToString())));
        Assert.True(a.CompareTo((object?)null) > 0);
        Assert.True(a.CompareTo(null) > 0);
        Assert.Throws<ArgumentException>(() => a.CompareTo("a"));
        Assert.False(a.Equals((object)"a"));
        Assert.False(a.Equals(null));
    }

    [Fact]
    public void Nobody_is_nobody_and_so_is_null()
    {
        var actor = Sys.ActorOf(Props.Empty);
        Assert.True(ActorRefs.Nobody.IsNobody());
        Assert.True(ActorRefs.NoSender.IsNobody());
        Assert.False(actor.IsNobody());
        Assert.Same(actor, actor.GetOrElse(() => TestActor));
        Assert.Same(TestActor, ActorRefs.Nobody.GetOrElse(() => TestActor));
        Assert.Equal("akka://all-systems/Nobody", ActorRefs.Nobody.Path.ToString());
        Assert.Same(ActorRefs.Nobody, Nobody.Instance);
        Assert.Throws<NotSupportedException>(() => ActorRefs.Nobody.Provider);
    }

    [Fact]
    public void A_ref_without_an_actor_takes_every_order_and_does_nothing()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));
        var nobody = ActorRefs.Nobody;
        nobody.Tell("lost");
        nobody.Start();
        nobody.Suspend();
        nobody.Resume();
        nobody.Restart(new ArgumentException("x"));
        nobody.Stop();
        nobody.SendSystemMessage(new Watch(nobody, (IInternalActorRef)TestActor));
        nobody.SendSystemMessage(new Terminate(), nobody);
        Assert.Same(nobody, nobody.Parent);
        Assert.Same(nobody, nobody.GetChild(["any"]));
        Assert.True(nobody.IsLocal);
        Assert.False(nobody.IsTerminated);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public async Task Actors_can_be_made_while_others_are_made()
    {
        var nested = Start((m, c) => c.Sender.Tell(c.Self), "outer");
        var outer = Sys.ActorOf(Props.Create(() => new Nesting(Sys)));
        var inner = await outer.Ask<IActorRef>("who is in you?", Soon);
        Assert.NotEqual(outer, inner);
        Assert.Equal(inner, await inner.Ask<IActorRef>("who are you?", Soon));
        Assert.Equal(nested, await nested.Ask<IActorRef>("", Soon));
        Assert.Null(ThrownOutsideOfActors(() => Assert.Null(Akka.Actor.Internal.InternalCurrentActorCellKeeper.Current)));
    }

    [Fact]
    public void The_class_and_its_constructor_need_not_be_public()
    {
        var actor = Sys.ActorOf(Props.Create<Hidden>());
        actor.Tell("x", TestActor);
        ExpectInOrder("hidden");
    }

    [Fact]
    public void An_actor_that_is_told_something_from_outside_has_a_sender_all_the_same()
    {
        var actor = Start((_, c) => TestActor.Tell(c.Sender));
        actor.Tell("", ActorRefs.NoSender);
        ExpectInOrder(Sys.DeadLetters);
    }

    private sealed class Nesting : ReceiveActor
    {
        public Nesting(ActorSystem system)
        {
            var inner = system.ActorOf(Scripted.Props((_, c) => c.Sender.Tell(c.Self)));
            ReceiveAny(_ => Sender.Tell(inner));
        }
    }

    private sealed class Hidden : UntypedActor
    {
        private Hidden() { }

        protected override void OnReceive(object message) => Sender.Tell("hidden");
    }
}
