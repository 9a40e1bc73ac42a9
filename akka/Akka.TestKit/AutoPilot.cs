using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Reacts to each message as soon as a test actor receives it; the message is there for the test to expect all the same.</summary>
public abstract class AutoPilot
{
    /// <summary>Keeps the pilot that returned it.</summary>
    public static KeepRunning KeepRunning => KeepRunning.Instance;

    /// <summary>Ends automatic reactions.</summary>
    public static NoAutoPilot NoAutoPilot => NoAutoPilot.Instance;

    /// <summary>Reacts to a message.</summary>
    /// <returns>The pilot for the next message, <see cref="KeepRunning"/> for this one again, or <see cref="NoAutoPilot"/>.</returns>
    public abstract AutoPilot Run(IActorRef sender, object message);
}

/// <summary>Tells the kit to keep the current pilot.</summary>
public sealed class KeepRunning : AutoPilot
{
    /// <summary>The only instance.</summary>
    public static readonly KeepRunning Instance = new();

    private KeepRunning()
    {
    }

    /// <summary>Not to be called: it is an answer, not a pilot.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override AutoPilot Run(IActorRef sender, object message) =>
        throw new InvalidOperationException($"{nameof(KeepRunning)} only says that a pilot stays; it cannot be one.");
}

/// <summary>A pilot that does nothing.</summary>
public sealed class NoAutoPilot : AutoPilot
{
    /// <summary>The only instance.</summary>
    public static readonly NoAutoPilot Instance = new();

    private NoAutoPilot()
    {
    }

    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => this;
}

/// <inheritdoc cref="AutoPilot.Run"/>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);

/// <summary>A pilot made of a function.</summary>
/// <param name="autoPilotDelegate">The function.</param>
public sealed class DelegateAutoPilot(AutoPilotDelegate autoPilotDelegate) : AutoPilot
{
    /// <inheritdoc/>
    public override AutoPilot Run(IActorRef sender, object message) => autoPilotDelegate(sender, message);
}
