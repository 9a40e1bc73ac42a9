using Akka.Actor;
using Akka.Actor.Dsl;
using Xunit;

namespace Akka.Tests.Actor;

public sealed class DslSpec : TestKit.Xunit2.TestKit
{
    [Fact]
    public void handlers_are_tried_in_order_with_the_context()
    {
        var actor = ActorOf(act =>
        {
            act.Receive<string>(s => s == "special", (_, context) => context.Sender.Tell("a special string"));
            act.Receive<string>((s, context) => context.Sender.Tell($"string {s}"));
            act.ReceiveAsync<int>(async (i, context) =>
            {
                await Task.Yield();
                context.Sender.Tell(i + 1);
            });
            act.ReceiveAny((m, context) => context.Sender.Tell(m));
        });
        actor.Tell("special");
        actor.Tell("plain");
        actor.Tell(1);
        actor.Tell(2.5);
        Assert.Equal(["a special string", "string plain", 2, 2.5], ReceiveN(4));
    }

    [Fact]
    public void hooks_replace_what_they_are_named_after()
    {
        var supervisor = Sys.ActorOf((act, outer) =>
        {
            act.Strategy = new OneForOneStrategy(_ => Directive.Restart);
            var child = act.ActorOf(inner =>
            {
                inner.OnPreStart = _ => TestActor.Tell("start");
                inner.OnPreRestart = (reason, message, _) => TestActor.Tell($"{reason.Message} at {message}");
                inner.OnPostRestart = (reason, _) => TestActor.Tell($"after {reason.Message}");
                inner.OnPostStop = _ => TestActor.Tell("stop");
                inner.Receive<string>((_, _) => throw new InvalidOperationException("failure"));
            }, "child");
            Assert.Equal(outer.Self.Path / "child", child.Path);
            act.Receive<string>((s, _) => child.Tell(s));
        });
        ExpectMsg("start");
        supervisor.Tell("a message");
        ExpectMsg("failure at a message");
        ExpectMsg("after failure");
        Sys.Stop(supervisor);
        ExpectMsg("stop");
    }

    [Fact]
    public void behaviours_are_stacked_and_unstacked()
    {
        var actor = ActorOf(act =>
        {
            act.Receive<string>((s, context) =>
            {
                context.Sender.Tell($"first {s}");
                act.BecomeStacked((m, inner) =>
                {
                    inner.Sender.Tell($"second {m}");
                    act.UnbecomeStacked();
                });
            });
        });
        actor.Tell("a");
        actor.Tell("b");
        actor.Tell("c");
        Assert.Equal(["first a", "second b", "first c"], ReceiveN(3));
    }
}
