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
}
