using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

public class SystemSpec
{
    private const string Quiet = "akka { loglevel = OFF, stdout-loglevel = OFF }";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("a")]
    [InlineData("a-1-B")]
    [InlineData("1a")]
    public async Task A_name_of_letters_digits_and_dashes_is_taken(string name)
    {
        var system = ActorSystem.Create(name, Quiet);
        Assert.Equal(name, system.Name);
        await system.Terminate().WaitAsync(Soon);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("a*b")]
    [InlineData("a@b")]
    [InlineData("a#b")]
    [InlineData("a/b")]
    public void Another_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => ActorSystem.Create(name, Quiet));

    [Fact]
    public async Task Terminate_ends_all_actors_children_first_and_may_be_called_again()
    {
        var system = ActorSystem.Create("ending", Quiet);
        var ended = new List<string>();
        system.ActorOf(Props.Create<Noting>(ended, 3), "top");
        var first = system.Terminate();
        var second = system.Terminate();
        await Task.WhenAll(first, second, system.WhenTerminated).WaitAsync(Soon);
        await system.Terminate().WaitAsync(Soon);
        Assert.Equal(["leaf", "leaf", "leaf", "top"], ended);
    }

    [Fact]
    public async Task Functions_registered_for_the_end_run_after_all_actors_the_latest_first()
    {
        var system = ActorSystem.Create("ending", Quiet);
        var ended = new List<string>();
        system.ActorOf(Props.Create<Noting>(ended, 0), "top");
        system.RegisterOnTermination(() => ended.Add("one"));
        system.RegisterOnTermination(() => throw new InvalidOperationException("two"));
        system.RegisterOnTermination(() => ended.Add("three"));
        await system.Terminate().WaitAsync(Soon);
        Assert.Equal(["top", "three", "one"], ended);
        Assert.Throws<InvalidOperationException>(() => system.RegisterOnTermination(() => { }));
    }

    [Fact]
    public async Task A_system_that_ends_takes_no_new_actors()
    {
        var system = ActorSystem.Create("ending", Quiet);
        await system.Terminate().WaitAsync(Soon);
        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty));
    }

    [Fact]
    public void Dispose_waits_for_the_end()
    {
        var system = ActorSystem.Create("ending", Quiet);
        system.Dispose();
        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_system_can_end_itself_from_within()
    {
        var system = ActorSystem.Create("ending", Quiet);
        system.ActorOf(Scripted.Props((_, c) => c.System.Terminate())).Tell("");
        await system.WhenTerminated.WaitAsync(Soon);
    }

    [Fact]
    public async Task A_failure_that_nobody_handles_ends_the_system()
    {
        var system = ActorSystem.Create("ending", Quiet + $"\nakka.actor.guardian-supervisor-strategy = \"{typeof(EscalatingConfigurator).AssemblyQualifiedName}\"");
        system.ActorOf(Scripted.Props((_, _) => throw new ArgumentException("x"))).Tell("");
        await system.WhenTerminated.WaitAsync(Soon);
    }

    [Fact]
    public async Task The_guardians_strategy_is_that_of_the_configuration()
    {
        var system = ActorSystem.Create("guarded", Quiet + "\nakka.actor.guardian-supervisor-strategy = Akka.Actor.StoppingSupervisorStrategy");
        var actor = system.ActorOf(Scripted.Props((_, _) => throw new ArgumentException("x")));
        var stopped = actor.GracefulStop(Soon, "fail");
        Assert.True(await stopped);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task The_tree_can_be_printed()
    {
        var system = ActorSystem.Create("printed", Quiet);
        await system.ActorOf(Props.Create<Noting>(new List<string>(), 2), "top").Ask<ActorIdentity>(new Identify("made?"), Soon);
        var tree = ((ExtendedActorSystem)system).PrintTree();
        foreach (var name in new[] { "user", "system", "top", "leaf-0", "leaf-1" }) Assert.Contains(name, tree);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public void A_system_that_cannot_start_says_why()
    {
        Assert.Contains("akka.loglevel", Assert.Throws<ConfigurationException>(() => ActorSystem.Create("wrong", Quiet + "\nakka.loglevel = LOUD")).Message);
        Assert.Contains("No.Such", Assert.ThrowsAny<Exception>(() => ActorSystem.Create("wrong", Quiet + "\nakka.actor.guardian-supervisor-strategy = No.Such")).Message);
        Assert.Contains("No.Such", Assert.ThrowsAny<Exception>(() => ActorSystem.Create("wrong", Quiet + "\nakka.scheduler.implementation = No.Such")).Message);
        Assert.Throws<ArgumentNullException>(() => ActorSystem.Create("wrong", (Config)null!));
    }

    [Fact]
    public async Task A_system_without_a_configuration_has_the_defaults()
    {
        var system = ActorSystem.Create("plain");
        Assert.Equal("akka://plain", system.ToString());
        Assert.Equal("INFO", system.Settings.LogLevel);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task Waves_of_actors_that_make_actors_come_and_go()
    {
        var system = ActorSystem.Create("waves", Quiet);
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => system.ActorOf(Props.Create<Wave>()).Ask<string>(2_000, TimeSpan.FromSeconds(60))));
        Assert.Equal(["done", "done", "done", "done"], done);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task From_the_moment_that_a_system_ends_it_takes_no_actor_and_all_that_it_took_end()
    {
        var system = ActorSystem.Create("ending", Quiet);
        var made = new List<IActorRef>();
        var refusals = 0;
        while (!system.WhenTerminated.IsCompleted)
        {
            try
            {
                made.Add(system.ActorOf(Props.Empty));
                Assert.Equal(0, refusals);
            }
            catch (InvalidOperationException e)
            {
                Assert.Equal("Cannot create child while terminating or terminated", e.Message);
                refusals++;
            }

            if (made.Count == 200 && refusals == 0) _ = system.Terminate();
            if (made.Count >= 200) await Task.Yield(); // so that it gets to end
        }

        await system.WhenTerminated;
        Assert.All(made, actor => Assert.True(((IInternalActorRef)actor).IsTerminated));
    }

    [Fact]
    public async Task What_was_registered_for_the_end_has_run_when_the_end_is_told()
    {
        var system = ActorSystem.Create("ending", Quiet);
        var gate = new ManualResetEventSlim();
        system.RegisterOnTermination(() => gate.Wait(Soon));
        var ended = system.Terminate();
        Assert.False(system.WhenTerminated.IsCompleted);
        gate.Set();
        await ended.WaitAsync(Soon);
    }

    [Fact]
    public async Task An_actor_that_was_just_made_is_found_though_it_has_not_started()
    {
        var system = ActorSystem.Create("finding", Quiet);
        var found = await system.ActorOf(Props.Create<Finding>()).Ask<IActorRef>("", Soon);
        Assert.IsType<LocalActorRef>(found);
        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task Actors_of_the_system_outlive_those_of_the_application()
    {
        var system = (ExtendedActorSystem)ActorSystem.Create("layered", Quiet);
        var ended = new List<string>();
        var first = system.SystemActorOf(Props.Create<Noting>(ended, 0), "below");
        var second = system.SystemActorOf<Wave>("wave");
        system.ActorOf(Props.Create<Noting>(ended, 1), "top");
        Assert.Equal(("/system/below", "/system/wave"), (first.Path.ToStringWithoutAddress(), second.Path.ToStringWithoutAddress()));
        Assert.Same(system.Provider.Guardian, system.Guardian);
        Assert.Same(system.Provider.SystemGuardian, system.SystemGuardian);
        Assert.Same(system.Guardian, system.LookupRoot);
        Assert.Equal("akka://layered", system.Provider.DefaultAddress.ToString());
        await system.Terminate().WaitAsync(Soon);
        Assert.Equal(["leaf", "top", "below"], ended);
        Assert.True(system.Provider.TerminationTask.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_a_guardian_is_told_and_does_not_know_is_a_dead_letter()
    {
        var system = (ExtendedActorSystem)ActorSystem.Create("guarded", Quiet);
        var inbox = Inbox.Create(system);
        system.EventStream.Subscribe(inbox.Receiver, typeof(Akka.Event.DeadLetter));
        foreach (var guardian in new[] { system.Guardian, system.SystemGuardian })
        {
            guardian.Tell("lost", inbox.Receiver);
            var letter = Assert.IsType<Akka.Event.DeadLetter>(inbox.Receive(Soon));
            Assert.Equal(("lost", inbox.Receiver, guardian), (letter.Message, letter.Sender, letter.Recipient));
        }

        await system.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task A_guardian_of_ones_own_is_the_only_one_who_makes_actors_at_the_top()
    {
        var props = Scripted.Props((m, c) => c.Sender.Tell(c.ActorOf(Props.Empty, (string)m)));
        var system = new Akka.Actor.Internal.ActorSystemImpl("own", ConfigurationFactory.ParseString(Quiet), Akka.Actor.Setup.ActorSystemSetup.Empty, props);
        Assert.Equal(props, system.GuardianProps.Value);
        system.Start();
        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty));
        Assert.Equal("/user", system.Guardian.Path.ToStringWithoutAddress());
        Assert.Equal("/user/child", (await system.Guardian.Ask<IActorRef>("child", Soon)).Path.ToStringWithoutAddress());
        await system.Terminate().WaitAsync(Soon);

        var plain = new Akka.Actor.Internal.ActorSystemImpl("plain");
        Assert.True(plain.GuardianProps.IsEmpty);
        plain.Start();
        await plain.Terminate().WaitAsync(Soon);
    }

    [Fact]
    public async Task An_aborted_system_ends_without_the_phases_of_a_shutdown()
    {
        var system = (ExtendedActorSystem)ActorSystem.Create("aborted", Quiet);
        var phases = 0;
        CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseBeforeServiceUnbind, "count", () =>
        {
            phases++;
            return Task.FromResult(Done.Instance);
        });
        system.Abort();
        await system.WhenTerminated.WaitAsync(Soon);
        Assert.Equal(0, phases);
    }

    private sealed class Noting : ReceiveActor
    {
        private readonly List<string> _ended;

        public Noting(List<string> ended, int leaves)
        {
            _ended = ended;
            for (var i = 0; i < leaves; i++) Context.ActorOf(Props.Create<Noting>(ended, 0), $"leaf-{i}");
        }

        protected override void PostStop()
        {
            lock (_ended) _ended.Add(Self.Path.Name.Split('-')[0]);
        }
    }

    public sealed class EscalatingConfigurator : SupervisorStrategyConfigurator
    {
        public override SupervisorStrategy Create() => new OneForOneStrategy(_ => Directive.Escalate);
    }

    /// <summary>Makes an actor like itself that makes the next, and ends when that has ended.</summary>
    private sealed class Wave : ReceiveActor
    {
        public Wave() => Receive<int>(n =>
        {
            var asker = Sender;
            if (n == 0)
            {
                asker.Tell("done");
                Context.Stop(Self);
                return;
            }

            Context.Stop(Context.ActorOf(Props.Empty));
            Self.Tell(n - 1, asker);
        });
    }

    private sealed class Finding : ReceiveActor
    {
        public Finding() => ReceiveAny(_ =>
        {
            var made = Context.ActorOf(Props.Empty);
            Sender.Tell(((ExtendedActorSystem)Context.System).Provider.ResolveActorRef(made.Path.ToString()));
        });
    }
}
