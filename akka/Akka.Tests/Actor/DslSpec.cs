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

    [Fact]
    public void an_actor_can_be_put_together_in_an_expression()
    {
        var greeting = "hello";
        var props = Props.Create(() => new Act(act => act.Receive<string>((s, context) => context.Sender.Tell(greeting + " " + s))));
        Sys.ActorOf(props).Tell("world");
        ExpectMsg("hello world");
        Sys.ActorOf(Props.Create(() => new Act((act, context) => act.ReceiveAny((m, inner) => context.Sender.Tell(m))))).Tell(7);
        ExpectMsg(7);
    }

    [Fact]
    public void every_way_to_declare_a_handler()
    {
        var actor = Sys.ActorOf(Props.Create<Declaring>());
        object[] told = ["a", "take", 1, -1, 2L, -2L, 3.5, 4.5m];
        foreach (var message in told) actor.Tell(message);
        Assert.Equal(["text a", "took take", "odd 1", "int -1", "even 2", "long -2", "any 3.5", "any 4.5"], ReceiveN(8));
    }

    [Fact]
    public void the_default_of_a_hook_can_be_done_within_it()
    {
        var child = CreateTestProbe();
        var actor = Sys.ActorOf(act =>
        {
            act.OnPreStart = context =>
            {
                act.DefaultPreStart();
                child.Watch(context.ActorOf(Props.Empty, "child"));
                TestActor.Tell("start");
            };
            act.OnPreRestart = (reason, message, _) =>
            {
                TestActor.Tell("restart");
                act.DefaultPreRestart(reason, message);
            };
            act.OnPostRestart = (reason, _) =>
            {
                TestActor.Tell("restarted");
                act.DefaultPostRestart(reason);
            };
            act.OnPostStop = _ =>
            {
                act.DefaultPostStop();
                TestActor.Tell("stop");
            };
            act.Receive<string>((_, _) => throw new InvalidOperationException("failure"));
        });
        ExpectMsg("start");
        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => actor.Tell("fail"));
        // PreRestart stops the children and calls PostStop, PostRestart calls PreStart.
        Assert.Equal(["restart", "stop", "restarted", "start"], ReceiveN(4));
        child.ExpectMsg<Terminated>();
    }

    [Fact]
    public void hooks_and_strategy_are_none_until_they_are_given()
    {
        ActorOf(act =>
        {
            object?[] hooks = [act.OnPreStart, act.OnPreRestart, act.OnPostRestart, act.OnPostStop, act.Strategy];
            TestActor.Tell(hooks.All(hook => hook is null));
            act.Strategy = Akka.Actor.SupervisorStrategy.StoppingStrategy;
            TestActor.Tell(act.Strategy);
        });
        ExpectMsg(true);
        ExpectMsg(SupervisorStrategy.StoppingStrategy);
    }

    [Fact]
    public void a_behaviour_is_replaced_for_good()
    {
        var actor = ActorOf(act => act.Receive<string>((s, _) =>
        {
            act.Become((m, context) =>
            {
                act.UnbecomeStacked(); // nothing to go back to
                context.Sender.Tell($"second {m}");
            });
            TestActor.Tell($"first {s}");
        }));
        foreach (var message in new[] { "a", "b", "c" }) actor.Tell(message);
        Assert.Equal(["first a", "second b", "second c"], ReceiveN(3));
    }

    [Fact]
    public void an_actor_ends_of_what_it_watches_and_does_not_handle()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var actor = ActorOf((act, context) =>
        {
            context.Watch(subject);
            act.Receive<string>((_, _) => { });
        });
        Watch(actor);
        EventFilter.Exception<DeathPactException>(contains: subject.ToString()).ExpectOne(() => Sys.Stop(subject));
        ExpectTerminated(actor);
    }

    /// <summary>Declares through the interface, as a function that is given one does.</summary>
    private sealed class Declaring : ReceiveActor
    {
        public Declaring()
        {
            var inner = Context.ActorOf(act =>
            {
                act.Receive<string>((s, context) => context.Sender.Tell($"took {s}"), s => s == "take");
                act.Receive<string>((s, context) => context.Sender.Tell($"text {s}"), null);
                act.ReceiveAsync<int>(i => i > 0, async (i, context) =>
                {
                    await Task.Yield();
                    context.Sender.Tell($"odd {i}");
                });
                act.Receive<int>((i, context) => context.Sender.Tell($"int {i}"));
                act.ReceiveAsync<long>(
                    async (n, context) =>
                    {
                        await Task.Yield();
                        context.Sender.Tell($"even {n}");
                    },
                    n => n > 0);
                act.Receive<long>(_ => true, (n, context) => context.Sender.Tell($"long {n}"));
                act.ReceiveAnyAsync(async (m, context) =>
                {
                    await Task.Yield();
                    context.Sender.Tell(FormattableString.Invariant($"any {m}"));
                });
            });
            ReceiveAny(inner.Forward);
        }
    }
}
