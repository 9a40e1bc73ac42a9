using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Runs an actor on the thread that tells it something, unless another thread is running it: then that one goes on.</summary>
public class CallingThreadDispatcher : MessageDispatcher
{
    /// <summary>Where the dispatcher is configured.</summary>
    public static new readonly string Id = "akka.test.calling-thread-dispatcher";

    /// <summary>Creates the dispatcher.</summary>
    public CallingThreadDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
        base.Id = configurator.Config.GetString("id", Id);
        Throughput = configurator.Config.GetInt("throughput", int.MaxValue);
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run) => run.Run();

    /// <inheritdoc/>
    protected override void Shutdown()
    {
        // It has no thread to stop.
    }
}

/// <summary>Creates a <see cref="CallingThreadDispatcher"/> for each configuration that names it.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CallingThreadDispatcher _dispatcher;

    /// <summary>Creates the configurator.</summary>
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        _dispatcher = new CallingThreadDispatcher(this);
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
