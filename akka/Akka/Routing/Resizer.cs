using Akka.Configuration;

namespace Akka.Routing;

/// <summary>Says how many routees a pool should have more, or fewer. Asked on behalf of every message, so it should be quick.</summary>
public abstract class Resizer
{
    /// <summary>The resizer of a deployment's section; null when its <c>resizer.enabled</c> is off.</summary>
    /// <exception cref="ArgumentException">Its bounds or rates make no sense.</exception>
    public static Resizer? FromConfig(Config parentConfig)
        => parentConfig.GetBoolean("resizer.enabled") ? DefaultResizer.FromConfig(parentConfig.GetConfig("resizer")!) : null;

    /// <summary>Whether to resize at the message of this number; the first is 0. Called by all senders at once.</summary>
    public abstract bool IsTimeForResize(long messageCounter);

    /// <summary>How many routees to add, or, if negative, to remove. Called by the router alone.</summary>
    public abstract int Resize(IEnumerable<Routee> currentRoutees);
}
