using System.Text;

namespace Akka.Hosting;

/// <summary>What is logged at level DEBUG; null leaves a switch as it is.</summary>
public class DebugOptions
{
    /// <summary>Each message that a receive with logging handles.</summary>
    public bool? Receive { get; set; }

    /// <summary>Each message that every actor handles by itself, such as PoisonPill.</summary>
    public bool? AutoReceive { get; set; }

    /// <summary>Starts, stops, restarts and failures.</summary>
    public bool? LifeCycle { get; set; }

    /// <summary>What state machines do, which this implementation has not.</summary>
    public bool? FiniteStateMachine { get; set; }

    /// <summary>Subscriptions to the event stream.</summary>
    public bool? EventStream { get; set; }

    /// <summary>Messages that an actor does not handle.</summary>
    public bool? Unhandled { get; set; }

    /// <summary>Routers whose configuration looks wrong, at level WARNING.</summary>
    public bool? RouterMisconfiguration { get; set; }

    /// <summary>The switches as HOCON.</summary>
    public override string ToString()
    {
        var hocon = new StringBuilder();
        Append(hocon, "receive", Receive);
        Append(hocon, "autoreceive", AutoReceive);
        Append(hocon, "lifecycle", LifeCycle);
        Append(hocon, "fsm", FiniteStateMachine);
        Append(hocon, "event-stream", EventStream);
        Append(hocon, "unhandled", Unhandled);
        Append(hocon, "router-misconfiguration", RouterMisconfiguration);
        return hocon.ToString();
    }

    private static void Append(StringBuilder hocon, string key, bool? value)
    {
        if (value is { } isOn) hocon.Append("akka.actor.debug.").Append(key).Append(" = ").AppendLine(isOn.ToHocon());
    }
}
