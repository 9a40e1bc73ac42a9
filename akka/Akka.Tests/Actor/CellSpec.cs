using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Akka.Tests.Actor;

public sealed class CellSpec : Akka.TestKit.Xunit2.TestKit
{
    [Fact]
    public void The_cell_behind_a_ref_can_be_looked_at()
    {
        var actor = (ActorRefWithCell)Sys.ActorOf(BlackHoleActor.Props, "seen");
        var cell = actor.Underlying;
        Assert.Equal(actor, cell.Self);
        Assert.Same(Sys, cell.System);
        Assert.Same(Sys, cell.SystemImpl);
        Assert.True(cell.IsLocal);
        Assert.Equal("user", cell.Parent.Path.Name);
        Assert.Equal(typeof(BlackHoleActor), cell.Props.Type);
        Assert.Empty(cell.GetChildren());
        Assert.True(cell.GetSingleChild("none").IsNobody());
        cell.Suspend();
        cell.SendMessage(TestActor, "waits");
        AwaitCondition(() => cell.HasMessages && cell.NumberOfMessages == 1);
        cell.Resume(null);
        AwaitCondition(() => !cell.HasMessages);
    }

    [Fact]
    public void Its_props_are_let_go_with_the_actor()
    {
        var actor = (LocalActorRef)Sys.ActorOf(BlackHoleActor.Props);
        Watch(actor);
        actor.Underlying.Stop();
        ExpectTerminated(actor, TimeSpan.FromSeconds(10));
        Assert.True(actor.Underlying.IsTerminated);
        AwaitAssert(() => Assert.NotEqual(typeof(BlackHoleActor), actor.Underlying.Props.Type));
    }

    [Fact]
    public void A_system_knows_when_it_was_made_and_for_how_long_it_has_run()
    {
        var clock = Sys.Scheduler.MonotonicClock;
        Assert.InRange(Sys.StartTime, TimeSpan.Zero, clock);
        Assert.InRange(Sys.Uptime, clock - Sys.StartTime, TimeSpan.MaxValue);
    }

    [Fact]
    public void Orders_to_a_cell_reach_its_actor()
    {
        var actor = (ActorRefWithCell)Sys.ActorOf(Hooked.Props(TestActor), "ordered");
        var cell = actor.Underlying;
        ExpectMsg("1 constructor");
        ExpectMsg("1 PreStart");
        cell.Suspend();
        EventFilter.Exception<ArgumentException>().Expect(0, () => cell.Restart(new ArgumentException("x")));
        ExpectMsg("1 PreRestart x null");
        ExpectMsg("1 PostStop");
        ExpectMsg("2 constructor");
        ExpectMsg("2 PostRestart x");
        ExpectMsg("2 PreStart");
        cell.SendSystemMessage(new Akka.Dispatch.SysMsg.Terminate());
        ExpectMsg("2 PostStop");
    }

    [Fact]
    public void A_cell_that_is_made_by_hand_starts_when_it_is_told_to()
    {
        var system = (Akka.Actor.Internal.ActorSystemImpl)Sys;
        var made = new Opened(system, Hooked.Props(TestActor), (IInternalActorRef)TestActor, system.Guardian.Path / "by-hand");
        ExpectNoMsg(TimeSpan.FromMilliseconds(50));
        made.Underlying.Start();
        ExpectMsg("1 constructor");
        ExpectMsg("1 PreStart");
        Assert.Same(Sys, made.TheSystem);
        Assert.Equal(typeof(Hooked), made.TheProps.Type);
        Assert.Equal("akka.actor.default-dispatcher", made.TheDispatcher.Id);
        Assert.IsType<Akka.Dispatch.UnboundedMailbox>(made.TheMailboxType);
        Assert.Same(TestActor, made.TheSupervisor);
        Assert.Same(TestActor, made.Parent);
        made.Stop();
        ExpectMsg("1 PostStop");
    }

    [Fact]
    public void Children_of_a_cell_are_found_by_name_and_by_incarnation()
    {
        var actor = (LocalActorRef)Sys.ActorOf(BlackHoleActor.Props);
        var cell = actor.Cell;
        var child = cell.AttachChild(Props.Empty, false, "child");
        Assert.Same(child, cell.GetChildByName("child"));
        Assert.Same(child, ((ICell)cell).GetChildByName("child"));
        Assert.Same(child, cell.GetSingleChild("child"));
        Assert.Same(child, cell.GetSingleChild($"child#{child.Path.Uid}"));
        Assert.Same(ActorRefs.Nobody, cell.GetSingleChild($"child#{child.Path.Uid + 1}"));
        Assert.Same(ActorRefs.Nobody, cell.GetChildByName("other"));
        Assert.Equal([child], cell.GetChildren());
        Assert.Equal([child], actor.Children);
        Assert.True(cell.IsLocal);
        Assert.Same(child, actor.GetSingleChild("child"));
    }

    [Fact]
    public void Code_can_run_as_an_actor_on_any_thread()
    {
        var cell = ((LocalActorRef)Sys.ActorOf(BlackHoleActor.Props)).Cell;
        IActorRef? self = null;
        var before = Akka.Actor.Internal.InternalCurrentActorCellKeeper.Current;
        cell.UseThreadContext(() => self = ActorCell.GetCurrentSelfOrNoSender());
        Assert.Equal(cell.Self, self);
        Assert.Same(before, Akka.Actor.Internal.InternalCurrentActorCellKeeper.Current);
        Akka.Actor.Internal.InternalCurrentActorCellKeeper.Current = cell;
        Assert.Equal(cell.Self, ActorCell.GetCurrentSelfOrNoSender());
        Assert.Null(ActorCell.GetCurrentSenderOrNoSender());
        Akka.Actor.Internal.InternalCurrentActorCellKeeper.Current = before;
    }

    [Fact]
    public void A_message_is_the_current_one_while_it_is_handled()
    {
        ActorCell? cell = null;
        var actor = Sys.ActorOf(Scripted.Props((m, c) =>
        {
            cell = (ActorCell)c;
            TestActor.Tell(ReferenceEquals(m, cell.CurrentMessage));
        }));
        actor.Tell("one");
        ExpectMsg(true);
        AwaitCondition(() => cell!.CurrentMessage is null);
        Assert.Null(cell!.ReceiveTimeout);
        Assert.Equal(actor, cell.Self);
        Assert.Equal(Sys.DeadLetters, cell.Sender);
    }

    private sealed class Opened(Akka.Actor.Internal.ActorSystemImpl system, Props props, IInternalActorRef supervisor, ActorPath path)
        : LocalActorRef(system, props, system.Dispatchers.DefaultGlobalDispatcher, new Akka.Dispatch.UnboundedMailbox(), supervisor, path)
    {
        public ActorSystem TheSystem => System;
        public Props TheProps => Props;
        public Akka.Dispatch.MessageDispatcher TheDispatcher => Dispatcher;
        public Akka.Dispatch.MailboxType TheMailboxType => MailboxType;
        public IInternalActorRef TheSupervisor => Supervisor;
    }
}
