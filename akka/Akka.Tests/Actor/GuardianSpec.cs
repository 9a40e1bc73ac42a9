using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Actor;

/// <summary>What becomes of failures at the top of the tree, in systems of their own.</summary>
public class GuardianSpec : ActorSpec
{
    [Fact]
    public async Task A_failure_that_the_guardian_escalates_is_logged_once_as_an_exception_and_ends_the_system()
    {
        var system = Guarded(typeof(Escalating).AssemblyQualifiedName!);
        system.EventStream.Subscribe(TestActor, typeof(Error)); // of another system: the loggers of this one may end before they have logged it
        Failing(system).Tell("fail");
        var notice = ExpectMsg<Error>(Soon);
        Assert.Equal(("Guardian failed. Shutting down system", null), (notice.Message.ToString(), notice.Cause));
        var failure = ExpectMsg<Error>(Soon);
        Assert.Equal(("hello", "hello", "akka://guarded/user"), (failure.Message.ToString(), failure.Cause!.Message, failure.LogSource));
        await system.WhenTerminated.WaitAsync(Soon);
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public async Task The_stopping_strategy_stops_what_fails_and_the_system_goes_on()
    {
        var system = Guarded("Akka.Actor.StoppingSupervisorStrategy");
        var probe = CreateTestProbe(system);
        var actor = Failing(system);
        probe.Watch(actor);
        CreateEventFilter(system).Exception<ArgumentException>("hello").ExpectOne(() => actor.Tell("fail"));
        var terminated = probe.ExpectMsg<Terminated>(Soon);
        Assert.True(terminated.ExistenceConfirmed);
        Assert.False(terminated.AddressTerminated);
        Assert.False(system.WhenTerminated.IsCompleted);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task An_actor_of_the_system_that_escalates_does_not_take_the_users_actors_with_it()
    {
        var system = Guarded("Akka.Actor.DefaultSupervisorStrategy");
        var probe = CreateTestProbe(system);
        var mine = system.ActorOf(Scripted.Props((m, c) => c.Sender.Tell(m)));
        var theirs = ((ExtendedActorSystem)system).SystemActorOf(Scripted.Props((_, _) => throw new ArgumentException("theirs")), "theirs");
        CreateEventFilter(system).Exception<ArgumentException>("theirs").ExpectOne(() => theirs.Tell("fail"));
        mine.Tell("still here", probe);
        probe.ExpectMsg("still here", Soon);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public void An_unknown_strategy_is_an_error_at_start() =>
        Assert.Contains("No.Such.Type", Assert.ThrowsAny<Exception>(() => Guarded("No.Such.Type")).ToString());

    private static ActorSystem Guarded(string configurator) => ActorSystem.Create("guarded", ConfigurationFactory.ParseString($$"""
        akka {
          loglevel = DEBUG
          stdout-loglevel = OFF
          loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
          actor.guardian-supervisor-strategy = "{{configurator}}"
        }
        """));

    private static IActorRef Failing(ActorSystem system) => system.ActorOf(Scripted.Props((_, _) => throw new ArgumentException("hello")));

    public sealed class Escalating : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
    }
}
