namespace Akka.Routing;

/// <summary>A message that the router handles itself.</summary>
public abstract class RouterManagementMessage
{
}

/// <summary>Asks a router for its routees; answered with <see cref="Routees"/>.</summary>
public sealed class GetRoutees : RouterManagementMessage
{
    /// <summary>An instance to send.</summary>
    public static GetRoutees Instance { get; } = new();
}

/// <summary>A router's routees at the moment it was asked.</summary>
public sealed class Routees
{
    /// <summary>Lists <paramref name="routees"/>.</summary>
    public Routees(IEnumerable<Routee> routees)
    {
        Members = routees.ToArray();
    }

    /// <summary>The routees.</summary>
    public IEnumerable<Routee> Members { get; }
}

/// <summary>Gives a router one routee more. It is not a child of the router, and so goes on when that stops.</summary>
public sealed class AddRoutee : RouterManagementMessage
{
    /// <param name="routee">The routee.</param>
    public AddRoutee(Routee routee)
    {
        Routee = routee;
    }

    /// <summary>The routee.</summary>
    public Routee Routee { get; }
}

/// <summary>Takes a routee from a router. One that is the router's child stops, once it has handled what it has got.</summary>
public sealed class RemoveRoutee : RouterManagementMessage
{
    /// <param name="routee">The routee, or one that equals it.</param>
    public RemoveRoutee(Routee routee)
    {
        Routee = routee;
    }

    /// <summary>The routee.</summary>
    public Routee Routee { get; }
}

/// <summary>Has a pool create routees, or stop some; groups do not know it.</summary>
public sealed class AdjustPoolSize : RouterManagementMessage
{
    /// <param name="change">How many more; fewer if negative.</param>
    public AdjustPoolSize(int change)
    {
        Change = change;
    }

    /// <summary>How many more; fewer if negative.</summary>
    public int Change { get; }
}

/// <summary>Tells the head of a pool that its resizer should have a look.</summary>
internal sealed class Resize : RouterManagementMessage
{
    public static readonly Resize Instance = new();
}
