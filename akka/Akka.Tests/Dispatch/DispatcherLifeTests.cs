using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

/// <summary>Dispatchers by configuration: what is made of them, shared, used and let go.</summary>
public class DispatcherLifeTests() : TestKit.Xunit2.TestKit(
    """
    akka.loglevel = OFF
    akka.stdout-loglevel = OFF
    myapp {
      mydispatcher { throughput = 17, throughput-deadline-time = 100ms, shutdown-timeout = 3s }
      pinned { type = PinnedDispatcher, shutdown-timeout = 10ms }
      threads { type = ForkJoinDispatcher, throughput = 60, shutdown-timeout = 10ms, dedicated-thread-pool { thread-count = 4, threadtype = background } }
      "dotted.name" { throughput = 18 }
      "quoted \"name\"" { throughput = 19 }
      alias = myapp.mydispatcher
      own { type = "Akka.Tests.Dispatch.DispatcherLifeTests+Counting, Akka.Tests", throughput = 20 }
    }
    akka.actor.deployment {
      /echo1 { dispatcher = myapp.mydispatcher }
      /echo2 { dispatcher = myapp.pinned }
      /echo3 { dispatcher = "myapp.\"dotted.name\"" }
      /echo4 { dispatcher = myapp.alias }
      /echo5 { dispatcher = myapp.none }
    }
    """)
{
    /// <summary>Counts how often one is made, and how often it is asked.</summary>
    public sealed class Counting : MessageDispatcherConfigurator
    {
        private readonly Dispatcher _dispatcher;

        public Counting(Config config, IDispatcherPrerequisites prerequisites)
            : base(config, prerequisites)
        {
            Interlocked.Increment(ref Made);
            Assert.Same(config, Config);
            Assert.NotNull(prerequisites.EventStream);
            Assert.NotNull(prerequisites.Scheduler);
            Assert.NotNull(prerequisites.Settings);
            Assert.NotNull(prerequisites.Mailboxes);
            _dispatcher = new Dispatcher(this, config.GetString("id", ""), config.GetInt("throughput"), null, ConfigureExecutor(), TimeSpan.FromSeconds(1));
        }

        internal static int Made;

        public override MessageDispatcher Dispatcher() => _dispatcher;
    }

    private sealed class Where : ReceiveActor
    {
        public Where() => ReceiveAny(_ => Sender.Tell((Context.Dispatcher.Id, Thread.CurrentThread)));
    }

    private static readonly Props WhereProps = Props.Create<Where>();

    private async Task<Thread> ThreadOf(IActorRef actor) => (await actor.Ask<(string, Thread)>("where", RemainingOrDefault)).Item2;

    [Theory]
    [InlineData("myapp.mydispatcher", 17)]
    [InlineData("myapp.alias", 17)]
    [InlineData("myapp.\"dotted.name\"", 18)]
    [InlineData("myapp.\"quoted \\\"name\\\"\"", 19)]
    [InlineData("myapp.own", 20)]
    [InlineData("akka.actor.default-dispatcher", 30)]
    [InlineData("akka.actor.internal-dispatcher", 5)]
    [InlineData("akka.actor.default-blocking-io-dispatcher", 1)]
    public void A_dispatcher_is_known_by_its_path(string id, int throughput)
    {
        var found = Sys.Dispatchers.Lookup(id);
        Assert.Equal(throughput, found.Throughput);
        Assert.Equal(id == "myapp.alias" ? "myapp.mydispatcher" : id, found.Id);
        Assert.True(Sys.Dispatchers.HasDispatcher(id));
        Assert.Same(found, Sys.Dispatchers.Lookup(id));
    }

    [Fact]
    public void A_dispatcher_has_what_its_section_says()
    {
        var found = Sys.Dispatchers.Lookup("myapp.mydispatcher");
        Assert.Equal((TimeSpan.FromMilliseconds(100).Ticks, TimeSpan.FromSeconds(3)), (found.ThroughputDeadlineTime, found.ShutdownTimeout));
        Assert.Equal("myapp.mydispatcher", found.Configurator.Config.GetString("id"));
        Assert.Same(Sys.Dispatchers.Prerequisites, found.Configurator.Prerequisites);
        Assert.Same(Sys.EventStream, found.EventStream);
        Assert.Same(Sys.Mailboxes, found.Mailboxes);
        Assert.Equal("Dispatcher", Sys.Dispatchers.DefaultDispatcherConfig.GetString("type"));
    }

    [Fact]
    public void The_default_one_is_one_and_the_same()
    {
        Assert.Same(Sys.Dispatchers.DefaultGlobalDispatcher, Sys.Dispatchers.Lookup(Dispatchers.DefaultDispatcherId));
        Assert.Same(Sys.Dispatchers.DefaultGlobalDispatcher, ((LocalActorRef)Sys.ActorOf(WhereProps)).Cell.Dispatcher);
    }

    [Fact]
    public void What_makes_dispatchers_is_made_once()
    {
        var before = Counting.Made;
        Parallel.For(0, 8, _ => Sys.ActorOf(WhereProps.WithDispatcher("myapp.own")));
        var made = Counting.Made;
        Assert.InRange(made - before, 1, 8); // of several that are made at once, one is kept
        Sys.Dispatchers.Lookup("myapp.own");
        Assert.Equal(made, Counting.Made);
    }

    [Theory]
    [InlineData("echo1", "myapp.mydispatcher")]
    [InlineData("echo2", "myapp.pinned")]
    [InlineData("echo3", "myapp.\"dotted.name\"")]
    [InlineData("echo4", "myapp.mydispatcher")]
    [InlineData("other", "akka.actor.default-dispatcher")]
    public void A_deployment_names_the_dispatcher(string name, string dispatcher)
    {
        Sys.ActorOf(WhereProps, name).Tell("where");
        Assert.Equal(dispatcher, ExpectMsg<(string Id, Thread)>().Id);
    }

    [Fact]
    public void A_dispatcher_that_is_not_there_is_refused_with_the_path_of_the_actor()
    {
        Assert.Equal("Dispatcher [myapp.none] not configured for path akka://test/user/echo5", Without(Assert.Throws<ConfigurationException>(() => Sys.ActorOf(WhereProps, "echo5")).Message));
        Assert.Throws<ConfigurationException>(() => Sys.Dispatchers.Lookup("myapp.none"));
        Assert.False(Sys.Dispatchers.HasDispatcher("myapp.none"));

        static string Without(string path) => path.Split('#')[0];
    }

    [Fact]
    public async Task Threads_end_with_the_last_actor_and_come_back_with_the_next()
    {
        var props = WhereProps.WithDispatcher("myapp.threads");
        var (one, two) = (Sys.ActorOf(props), Sys.ActorOf(props));
        var thread = await ThreadOf(one);
        await one.GracefulStop(RemainingOrDefault);
        Assert.True((await ThreadOf(two)).IsAlive);
        Assert.True(thread.IsAlive);
        await two.GracefulStop(RemainingOrDefault);
        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
        Assert.True((await ThreadOf(Sys.ActorOf(props))).IsAlive);
    }

    [Fact]
    public async Task The_thread_of_a_pinned_actor_ends_with_it()
    {
        var actor = Sys.ActorOf(WhereProps.WithDispatcher("myapp.pinned"));
        var thread = await ThreadOf(actor);
        Assert.Same(thread, await ThreadOf(actor));
        await actor.GracefulStop(RemainingOrDefault);
        Assert.True(thread.Join(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Threads_end_with_the_system()
    {
        var threads = new[]
        {
            await ThreadOf(Sys.ActorOf(WhereProps.WithDispatcher("myapp.threads"))),
            await ThreadOf(Sys.ActorOf(WhereProps.WithDispatcher("myapp.pinned"))),
        };
        await Sys.Terminate();
        Assert.All(threads, thread => Assert.True(thread.Join(TimeSpan.FromSeconds(10))));
    }

    [Theory]
    [InlineData("executor = task-executor")]
    [InlineData("executor = channel-executor")]
    [InlineData("executor = fork-join-executor")]
    [InlineData("executor = thread-pool-executor")]
    [InlineData("type = TaskDispatcher")]
    [InlineData("type = ForkJoinDispatcher, dedicated-thread-pool.thread-count = 1")]
    [InlineData("type = PinnedDispatcher")]
    public async Task A_system_may_run_on_any(string dispatcher)
    {
        var system = ActorSystem.Create("any", $"akka {{ loglevel = OFF, stdout-loglevel = OFF, actor {{ default-dispatcher {{ {dispatcher} }}, internal-dispatcher {{ {dispatcher} }} }} }}");
        var parent = system.ActorOf(Actor.Scripted.Props((message, context) => context.ActorOf(WhereProps).Forward(message)));
        var (id, _) = await parent.Ask<(string, Thread)>("where", RemainingOrDefault);
        Assert.Equal("akka.actor.default-dispatcher", id);
        await system.Terminate().WaitAsync(RemainingOrDefault);
    }

    [Fact]
    public async Task A_pinned_actor_answers_who_tells_and_who_asks()
    {
        var actor = Sys.ActorOf(TestKit.TestActors.EchoActor.Props(this, echoBackToSenderAsWell: true).WithDispatcher("myapp.pinned"));
        Assert.Equal("asked", await actor.Ask<string>("asked", RemainingOrDefault));
        ExpectMsg("asked");
    }
}
