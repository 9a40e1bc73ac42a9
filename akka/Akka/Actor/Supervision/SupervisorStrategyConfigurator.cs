namespace Akka.Actor;

/// <summary>Makes the strategy of the <c>/user</c> guardian (<c>akka.actor.guardian-supervisor-strategy</c>).</summary>
public abstract class SupervisorStrategyConfigurator
{
    /// <summary>Makes the strategy.</summary>
    public abstract SupervisorStrategy Create();

    /// <summary>Makes the configurator of a type name.</summary>
    /// <exception cref="Akka.Configuration.ConfigurationException">There is no such type.</exception>
    public static SupervisorStrategyConfigurator CreateConfigurator(string typeName) =>
        (Type.GetType(typeName) ?? typeof(SupervisorStrategyConfigurator).Assembly.GetType(typeName)) is { } type
            ? (SupervisorStrategyConfigurator)Activator.CreateInstance(type)!
            : throw new Akka.Configuration.ConfigurationException($"akka.actor.guardian-supervisor-strategy: there is no type [{typeName}].");
}

/// <summary>The default strategy.</summary>
public class DefaultSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc/>
    public override SupervisorStrategy Create() => SupervisorStrategy.DefaultStrategy;
}

/// <summary>The stopping strategy.</summary>
public class StoppingSupervisorStrategy : SupervisorStrategyConfigurator
{
    /// <inheritdoc/>
    public override SupervisorStrategy Create() => SupervisorStrategy.StoppingStrategy;
}
