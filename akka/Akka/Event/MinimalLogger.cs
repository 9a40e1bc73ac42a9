using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that is no actor: it logs on the thread of whoever publishes, so that it works before the system runs and after.</summary>
public abstract class MinimalLogger : MinimalActorRef
{
    /// <summary>For subclasses, which need a constructor without parameters to be named by <c>akka.stdout-logger-class</c>.</summary>
    protected MinimalLogger() { }

    /// <inheritdoc/>
    public sealed override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: it belongs to no system.</exception>
    public sealed override IActorRefProvider Provider => throw new NotSupportedException("This logger does not provide.");

    /// <summary>Says which entries it leaves out.</summary>
    public LogFilterEvaluator Filter { get; internal set; } = LogFilterEvaluator.NoFilters;

    /// <summary>Logs what it is told, unless that is filtered out.</summary>
    protected sealed override void TellInternal(object message, IActorRef sender)
    {
        if (message is not LogEvent entry || Filter.ShouldTryKeepMessage(entry, out _)) Log(message);
    }

    /// <summary>Logs.</summary>
    protected abstract void Log(object message);
}
