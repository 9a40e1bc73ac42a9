using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Tests.Actor;

public class RootGuardianSpec : ActorSpec
{
    private readonly ActorPath _root = new RootActorPath(new Address("akka", "elsewhere"));
    private readonly TaskCompletionSource<Status> _terminated = new();
    private readonly RootGuardianSupervisor _supervisor;

    public RootGuardianSpec() => _supervisor = new RootGuardianSupervisor((RootActorPath)_root, ((ExtendedActorSystem)Sys).Provider, _terminated, Sys.Log);

    private RootGuardianActorRef Guardian(params (string Name, IInternalActorRef Ref)[] extra) => new(
        (ActorSystemImpl)Sys, Props.Create<GuardianActor>(), Sys.Dispatchers.DefaultGlobalDispatcher, Sys.Mailboxes.Lookup(Mailboxes.DefaultMailboxId),
        _supervisor, _root, (IInternalActorRef)Sys.DeadLetters, extra.ToDictionary(pair => pair.Name, pair => pair.Ref));

    [Fact]
    public void A_root_guardian_is_its_own_parent_at_the_path_given()
    {
        var guardian = Guardian();
        Assert.Same(guardian, guardian.Parent);
        Assert.Equal(_root, guardian.Path);
    }

    [Fact]
    public void It_knows_the_names_that_it_was_given()
    {
        var temp = (IInternalActorRef)Sys.ActorOf(Props.Empty);
        var extra = (IInternalActorRef)Sys.ActorOf(Props.Empty);
        var guardian = Guardian(("extra", extra));
        Assert.True(guardian.GetSingleChild("temp").IsNobody());
        guardian.SetTempContainer(temp);
        Assert.Same(temp, guardian.GetSingleChild("temp"));
        Assert.Same(Sys.DeadLetters, guardian.GetSingleChild("deadLetters"));
        Assert.Same(extra, guardian.GetSingleChild("extra"));
        Assert.Same(extra, guardian.GetChild(["extra"]));
        Assert.Same(ActorRefs.Nobody, guardian.GetSingleChild("other"));
    }

    [Fact]
    public async Task The_end_of_a_guardian_is_told_above_it()
    {
        Assert.Equal("_Root-guardian-supervisor", _supervisor.Path.Name);
        Assert.Same(((ExtendedActorSystem)Sys).Provider, _supervisor.Provider);
        var guardian = Guardian();
        guardian.Start();
        guardian.Stop();
        Assert.IsType<Status.Success>(await _terminated.Task.WaitAsync(Soon));
        Assert.Null(_supervisor.CauseOfTermination);
    }

    [Fact]
    public async Task A_guardian_that_fails_is_stopped_and_its_failure_told()
    {
        var guardian = Guardian();
        guardian.Start();
        guardian.Tell(Kill.Instance);
        var failure = Assert.IsType<Status.Failure>(await _terminated.Task.WaitAsync(Soon));
        Assert.IsType<ActorKilledException>(failure.Cause);
        Assert.Same(failure.Cause, _supervisor.CauseOfTermination);
    }

    [Fact]
    public void What_is_told_to_whom_is_above_all_is_logged_as_an_error()
    {
        using var system = ActorSystem.Create("logging", "akka { loglevel = ERROR, stdout-loglevel = OFF, loggers = [] }");
        var inbox = Inbox.Create(system);
        system.EventStream.Subscribe(inbox.Receiver, typeof(Error));
        var supervisor = new RootGuardianSupervisor((RootActorPath)_root, ((ExtendedActorSystem)system).Provider, new TaskCompletionSource<Status>(), system.Log);
        supervisor.Tell("lost");
        Assert.Contains("received unexpected message [lost]", ((Error)inbox.Receive(Soon)).ToString());
        supervisor.SendSystemMessage(new Terminate());
        Assert.Contains("received unexpected system message", ((Error)inbox.Receive(Soon)).ToString());
    }

    [Fact]
    public async Task Guardians_made_of_their_props_stop_the_children_they_are_told_to()
    {
        var user = Sys.ActorOf(Props.Create<GuardianActor>());
        var system = Watch(Sys.ActorOf(Props.Create<SystemGuardianActor>(user)));
        foreach (var guardian in new[] { user, system })
        {
            var child = (IInternalActorRef)((LocalActorRef)guardian).Cell.AttachChild(Props.Empty, false, "child");
            guardian.Tell(new StopChild(child));
            Assert.True(await child.WatchAsync(new CancellationTokenSource(Soon).Token));
        }
    }
}
