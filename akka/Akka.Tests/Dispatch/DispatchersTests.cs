using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Tests.Dispatch;

public class DispatchersTests
{
    private const string Config =
        """
        pinned { type = PinnedDispatcher, shutdown-timeout = 1ms }
        fork-join { type = ForkJoinDispatcher, dedicated-thread-pool { thread-count = 2, threadtype = background } }
        scaled { executor = fork-join-executor, fork-join-executor { parallelism-min = 1, parallelism-max = 1 } }
        tasks { type = TaskDispatcher }
        channels { executor = channel-executor, channel-executor.priority = high }
        own { type = "Akka.Tests.Dispatch.DispatchersTests+OwnConfigurator, Akka.Tests", throughput = 7 }
        own-executor { executor = "Akka.Tests.Dispatch.DispatchersTests+OwnExecutors, Akka.Tests", threads = mine }
        also-fork-join = fork-join
        no-such-type { type = "No.Such.Type" }
        no-such-executor { executor = "No.Such.Executor" }
        not-an-executor { executor = "System.String" }
        no-type { type = "" }
        akka.actor.deployment {
          /by-path { dispatcher = fork-join }
          "/parent/*" { dispatcher = scaled }
        }
        """;

    public sealed class OwnConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : MessageDispatcherConfigurator(config, prerequisites)
    {
        public override MessageDispatcher Dispatcher()
            => new Dispatcher(this, "own", Config.GetInt("throughput"), null, ConfigureExecutor(), TimeSpan.FromSeconds(1));
    }

    public sealed class OwnExecutors(Config config, IDispatcherPrerequisites prerequisites)
        : ExecutorServiceConfigurator(config, prerequisites)
    {
        public override ExecutorService Produce(string id) => new Own(id, Config.GetString("threads")!);

        private sealed class Own(string id, string threads) : ExecutorService(id)
        {
            public override void Execute(IRunnable run) => new Thread(run.Run) { Name = $"{threads}-{Id}", IsBackground = true }.Start();

            public override void Shutdown()
            {
            }
        }
    }

    private static Task<Thread> ThreadOf(IActorRef actor) => actor.Ask<Thread>("which?", SystemFixture.Soon);

    [Theory]
    [InlineData("fork-join", "^fork-join_[12]$")]
    [InlineData("also-fork-join", "^fork-join_[12]$")]
    [InlineData("scaled", "^scaled_1$")]
    [InlineData("pinned", "^pinned_1$")]
    [InlineData("own-executor", "^mine-own-executor$")]
    public async Task An_actor_runs_on_the_threads_of_its_dispatcher(string dispatcher, string threads)
    {
        await using var fixture = new SystemFixture(Config);
        var actor = fixture.System.ActorOf(Props.Create<ThreadTeller>().WithDispatcher(dispatcher));
        Assert.Matches(threads, (await ThreadOf(actor)).Name);
    }

    [Theory]
    [InlineData("akka.actor.default-dispatcher")]
    [InlineData("akka.actor.default-blocking-io-dispatcher")]
    [InlineData("akka.actor.internal-dispatcher")]
    [InlineData("akka.actor.task-dispatcher")]
    [InlineData("tasks")]
    [InlineData("channels")]
    [InlineData("own")]
    public async Task An_actor_of_a_dispatcher_without_threads_of_its_own_runs_on_the_pool(string dispatcher)
    {
        await using var fixture = new SystemFixture(Config);
        var actor = fixture.System.ActorOf(Props.Create<ThreadTeller>().WithDispatcher(dispatcher));
        Assert.True((await ThreadOf(actor)).IsThreadPoolThread);
    }

    [Fact]
    public async Task A_pinned_actor_has_a_thread_of_its_own_that_ends_after_it()
    {
        await using var fixture = new SystemFixture(Config);
        var props = Props.Create<ThreadTeller>().WithDispatcher("pinned");
        var (one, two) = (fixture.System.ActorOf(props), fixture.System.ActorOf(props));
        var (first, second) = (await ThreadOf(one), await ThreadOf(two));
        Assert.NotSame(first, second);
        Assert.Same(first, await ThreadOf(one));
        Assert.Same(second, await ThreadOf(two));

        fixture.System.Stop(one);
        Assert.True(first.Join(SystemFixture.Soon));
        Assert.Same(second, await ThreadOf(two));
    }

    [Fact]
    public async Task A_dispatcher_whose_actors_all_left_runs_the_next_one_on_new_threads()
    {
        await using var fixture = new SystemFixture("one { executor = fork-join-executor, shutdown-timeout = 1ms, dedicated-thread-pool.thread-count = 1 }");
        var props = Props.Create<ThreadTeller>().WithDispatcher("one");
        var actor = fixture.System.ActorOf(props);
        var thread = await ThreadOf(actor);
        fixture.System.Stop(actor);
        Assert.True(thread.Join(SystemFixture.Soon));
        Assert.Equal("one_1", (await ThreadOf(fixture.System.ActorOf(props))).Name);
    }

    [Fact]
    public async Task Threads_end_with_the_system()
    {
        Thread thread;
        await using (var fixture = new SystemFixture(Config))
            thread = await ThreadOf(fixture.System.ActorOf(Props.Create<ThreadTeller>().WithDispatcher("fork-join")));
        Assert.True(thread.Join(SystemFixture.Soon));
    }

    [Fact]
    public async Task A_deployment_by_path_or_wildcard_names_the_dispatcher()
    {
        await using var fixture = new SystemFixture(Config);
        var byPath = fixture.System.ActorOf(Props.Create<ThreadTeller>(), "by-path");
        Assert.StartsWith("fork-join_", (await ThreadOf(byPath)).Name);

        var parent = fixture.System.ActorOf(Props.Create<Parent>(), "parent");
        var child = await parent.Ask<IActorRef>("any", SystemFixture.Soon);
        Assert.Equal("scaled_1", (await ThreadOf(child)).Name);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("no-such-type")]
    [InlineData("no-such-executor")]
    [InlineData("not-an-executor")]
    [InlineData("no-type")]
    public async Task A_dispatcher_that_cannot_be_is_refused_by_name(string id)
    {
        await using var fixture = new SystemFixture(Config);
        var error = Assert.Throws<ConfigurationException>(() => fixture.System.Dispatchers.Lookup(id));
        Assert.Contains($"[{id}]", error.Message);
        Assert.ThrowsAny<ConfigurationException>(() => fixture.System.ActorOf(Props.Create<ThreadTeller>().WithDispatcher(id)));
    }

    [Fact]
    public async Task Both_names_of_a_dispatcher_are_one_and_each_actor_has_its_own_pinned_one()
    {
        await using var fixture = new SystemFixture(Config);
        var dispatchers = fixture.System.Dispatchers;
        Assert.Same(dispatchers.Lookup("fork-join"), dispatchers.Lookup("also-fork-join"));
        Assert.Same(dispatchers.DefaultGlobalDispatcher, dispatchers.Lookup(Dispatchers.DefaultDispatcherId));
        Assert.NotSame(dispatchers.Lookup("pinned"), dispatchers.Lookup("pinned"));
        Assert.True(dispatchers.HasDispatcher("pinned"));
        Assert.False(dispatchers.HasDispatcher("missing"));
    }

    [Fact]
    public async Task A_section_says_throughput_and_the_default_dispatcher_what_it_leaves_out()
    {
        await using var fixture = new SystemFixture("mine { throughput = 3, throughput-deadline-time = 5ms }");
        var mine = fixture.System.Dispatchers.Lookup("mine");
        Assert.Equal("mine", mine.Id);
        Assert.Equal(3, mine.Throughput);
        Assert.Equal(TimeSpan.FromMilliseconds(5).Ticks, mine.ThroughputDeadlineTime);
        Assert.Equal(TimeSpan.FromSeconds(1), mine.ShutdownTimeout);
        var standard = fixture.System.Dispatchers.DefaultGlobalDispatcher;
        Assert.Equal(30, standard.Throughput);
        Assert.Null(standard.ThroughputDeadlineTime);
    }

    [Fact]
    public async Task A_dispatcher_registered_from_code_is_found_and_not_replaced()
    {
        await using var fixture = new SystemFixture(Config);
        var dispatchers = fixture.System.Dispatchers;
        var own = new OwnConfigurator(ConfigurationFactory.ParseString("id = coded, throughput = 9"), dispatchers.Prerequisites);
        Assert.True(dispatchers.RegisterConfigurator("coded", own));
        Assert.False(dispatchers.RegisterConfigurator("coded", own));
        Assert.Equal(9, dispatchers.Lookup("coded").Throughput);
        Assert.True(dispatchers.HasDispatcher("coded"));
    }
}
