using Akka.Actor;

namespace Akka.Tests.Actor;

public class DeathWatchSpec : ActorSpec
{
    [Fact]
    public void Every_watcher_hears_of_the_end_once()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watchers = Enumerable.Range(0, 5).Select(_ => CreateTestProbe()).ToArray();
        foreach (var watcher in watchers)
        {
            watcher.Watch(subject);
            watcher.Watch(subject);
        }

        Sys.Stop(subject);
        foreach (var watcher in watchers)
        {
            var terminated = watcher.ExpectTerminated(subject, Soon);
            Assert.True(terminated.ExistenceConfirmed);
            Assert.False(terminated.AddressTerminated);
            Assert.Equal(subject, watcher.LastSender);
        }

        foreach (var watcher in watchers) watcher.ExpectNoMsg(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void A_watcher_of_a_dead_actor_hears_at_once()
    {
        var subject = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(subject);
        ExpectTerminated(subject, Soon);
        Watch(subject);
        ExpectTerminated(subject, Soon);
    }

    [Fact]
    public void A_watcher_of_an_actor_that_never_was_hears_at_once_that_it_did_not_exist()
    {
        var nobody = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef("akka://test/user/never");
        Watch(nobody);
        Assert.False(ExpectTerminated(nobody, Soon).ExistenceConfirmed);
    }

    [Fact]
    public void A_watcher_that_unwatches_hears_nothing()
    {
        var subject = Watch(Sys.ActorOf(Props.Empty));
        Unwatch(subject);
        Sys.Stop(subject);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void A_Terminated_in_the_mailbox_is_dropped_when_it_is_unwatched()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Sys.ActorOf(Scripted.Props((m, c) =>
        {
            if (m is not Do what) TestActor.Tell(m);
            else what.Action(c);
        }));
        watcher.Tell(new Do(c => c.Watch(subject)));
        var gate = new ManualResetEventSlim();
        watcher.Tell(new Do(c =>
        {
            gate.Wait(Soon);
            c.Unwatch(subject);
        }));
        Watch(subject);
        Sys.Stop(subject);
        ExpectTerminated(subject, Soon);
        gate.Set();
        watcher.Tell("later");
        ExpectInOrder("later");
    }

    [Fact]
    public void WatchWith_brings_the_message_given_from_the_one_that_stopped()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Start((m, c) =>
        {
            if (m is Do what) what.Action(c);
            else TestActor.Tell((m, c.Sender));
        });
        watcher.Tell(new Do(c => c.WatchWith(subject, "gone")));
        Sys.Stop(subject);
        Assert.Equal(("gone", subject), ExpectMsg<(object, IActorRef)>(Soon));
    }

    [Fact]
    public void Watching_again_with_another_message_is_refused_until_it_is_unwatched()
    {
        var subject = Sys.ActorOf(Props.Empty);
        Sys.ActorOf(Props.Create<Fussy>(TestActor, subject));
        ExpectInOrder("refused", "refused", "again");
        Sys.Stop(subject);
        ExpectInOrder("two");
    }

    [Fact]
    public void An_actor_that_does_not_handle_Terminated_dies_of_it()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watch(Sys.ActorOf(Props.Create<Mourner>(subject)));
        Sys.Stop(subject);
        ExpectTerminated(watcher, Soon);
    }

    [Fact]
    public void A_parent_that_watches_its_child_hears_when_it_has_let_the_child_go()
    {
        var parent = Start((m, c) =>
        {
            switch (m)
            {
                case "make": c.Watch(c.ActorOf(Props.Empty, "child")); c.Stop(c.Child("child")); break;
                case Terminated: TestActor.Tell(c.GetChildren().Count()); c.ActorOf(Props.Empty, "child"); TestActor.Tell("again"); break;
            }
        });
        parent.Tell("make");
        ExpectInOrder(0, "again");
    }

    [Fact]
    public void A_Terminated_can_be_stashed()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Sys.ActorOf(Props.Create<Stashing>(TestActor, subject));
        ExpectInOrder("watching");
        Sys.Stop(subject);
        ExpectInOrder("stashed");
        watcher.Tell("unstash");
        ExpectInOrder("terminated");
    }

    [Fact]
    public void An_actor_that_watches_itself_hears_nothing()
    {
        var actor = Start((m, c) =>
        {
            c.Watch(c.Self);
            c.Stop(c.Self);
        });
        Watch(actor);
        actor.Tell("");
        ExpectTerminated(actor, Soon);
    }

    private sealed class Fussy : ReceiveActor
    {
        public Fussy(IActorRef listener, IActorRef subject)
        {
            Context.WatchWith(subject, "one");
            Context.WatchWith(subject, "one");
            try { Context.WatchWith(subject, "two"); }
            catch (InvalidOperationException) { listener.Tell("refused"); }
            try { Context.Watch(subject); }
            catch (InvalidOperationException) { listener.Tell("refused"); }
            Context.Unwatch(subject);
            Context.WatchWith(subject, "two");
            listener.Tell("again");
            ReceiveAny(listener.Forward);
        }
    }

    private sealed class Mourner : ReceiveActor
    {
        public Mourner(IActorRef subject) => Context.Watch(subject);
    }

    private sealed class Stashing : ReceiveActor, IWithUnboundedStash
    {
        public Stashing(IActorRef listener, IActorRef subject)
        {
            Context.Watch(subject);
            listener.Tell("watching");
            Receive<Terminated>(_ =>
            {
                Stash.Stash();
                listener.Tell("stashed");
                Become(() =>
                {
                    Receive<string>(_ => Stash.UnstashAll());
                    Receive<Terminated>(_ => listener.Tell("terminated"));
                });
            });
        }

        public IStash Stash { get; set; } = null!;
    }
}
