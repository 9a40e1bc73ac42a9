namespace Akka.Routing;

/// <summary>A message that the router answers itself.</summary>
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
