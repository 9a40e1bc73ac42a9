using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>What dispatchers need of their actor system.</summary>
public interface IDispatcherPrerequisites
{
    /// <summary>Where failures of what is run are published.</summary>
    EventStream EventStream { get; }

    /// <summary>The system's timer.</summary>
    IScheduler Scheduler { get; }

    /// <summary>The system's settings.</summary>
    Settings Settings { get; }

    /// <summary>The system's mailboxes.</summary>
    Mailboxes Mailboxes { get; }
}

/// <summary>Carries the prerequisites.</summary>
public sealed class DefaultDispatcherPrerequisites : IDispatcherPrerequisites
{
    /// <summary>Keeps what it is given.</summary>
    public DefaultDispatcherPrerequisites(EventStream eventStream, IScheduler scheduler, Settings settings, Mailboxes mailboxes)
    {
        EventStream = eventStream;
        Scheduler = scheduler;
        Settings = settings;
        Mailboxes = mailboxes;
    }

    /// <inheritdoc/>
    public EventStream EventStream { get; }

    /// <inheritdoc/>
    public IScheduler Scheduler { get; }

    /// <inheritdoc/>
    public Settings Settings { get; }

    /// <inheritdoc/>
    public Mailboxes Mailboxes { get; }
}
