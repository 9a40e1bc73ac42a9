using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Runs what a dispatcher gives it, on threads of its choice.</summary>
public abstract class ExecutorService
{
    /// <summary>An executor of this id: that of its dispatcher.</summary>
    protected ExecutorService(string id)
    {
        Id = id;
    }

    /// <summary>The dispatcher's id.</summary>
    public string Id { get; }

    /// <summary>Whether it has threads of its own, that <see cref="Shutdown"/> ends.</summary>
    internal virtual bool HasThreads => true;

    /// <summary>Has something run, after this call has returned or on another thread.</summary>
    /// <exception cref="RejectedExecutionException">The executor was shut down.</exception>
    public abstract void Execute(IRunnable run);

    /// <summary>Takes nothing more, runs what it has taken, then frees its threads. Returns at once.</summary>
    public abstract void Shutdown();
}

/// <summary>Makes executors.</summary>
public abstract class ExecutorServiceFactory
{
    /// <summary>Makes an executor for the dispatcher of this id.</summary>
    public abstract ExecutorService Produce(string id);
}

/// <summary>
/// Makes executors as a dispatcher's section says. A type named by <c>executor</c> must have a public constructor
/// <c>(Config, IDispatcherPrerequisites)</c>.
/// </summary>
public abstract class ExecutorServiceConfigurator : ExecutorServiceFactory
{
    /// <summary>Keeps what it is given.</summary>
    protected ExecutorServiceConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The dispatcher's section.</summary>
    public Config Config { get; }

    /// <summary>What dispatchers need of their actor system.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }
}
