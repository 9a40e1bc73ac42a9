using System.Collections.Immutable;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Actor.Setup
{
    /// <summary>A part of how a system is set up in code, found by its class.</summary>
    public abstract class Setup
    {
        /// <summary>This and another one.</summary>
        public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
    }

    /// <summary>All setups of a system, one of each class. Immutable.</summary>
    public sealed class ActorSystemSetup
    {
        /// <summary>None.</summary>
        public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

        private readonly ImmutableDictionary<Type, Setup> _setups;

        private ActorSystemSetup(ImmutableDictionary<Type, Setup> setups) => _setups = setups;

        /// <summary>Of these; the last of a class counts.</summary>
        public static ActorSystemSetup Create(params Setup[] setup) =>
            setup.Aggregate(Empty, (all, one) => new ActorSystemSetup(all._setups.SetItem(one.GetType(), one)));

        /// <summary>The setup of a class, if there is one.</summary>
        public Option<T> Get<T>() where T : Setup =>
            _setups.TryGetValue(typeof(T), out var setup) ? new Option<T>((T)setup) : Option<T>.None;

        /// <summary>With another one.</summary>
        public ActorSystemSetup WithSetup<T>(T setup) where T : Setup => new(_setups.SetItem(typeof(T), setup));

        /// <summary>With another one.</summary>
        public ActorSystemSetup And<T>(T setup) where T : Setup => WithSetup(setup);

        /// <inheritdoc/>
        public override string ToString() => $"ActorSystemSetup({string.Join(",", _setups.Keys.Select(t => t.FullName))})";
    }
}

namespace Akka.Actor
{
    /// <summary>The HOCON of a system and who provides its refs.</summary>
    public sealed class BootstrapSetup : Setup.Setup
    {
        private BootstrapSetup(Option<Config> config, Option<ProviderSelection> provider)
        {
            Config = config;
            ActorRefProvider = provider;
        }

        /// <summary>The HOCON, if given.</summary>
        public Option<Config> Config { get; }

        /// <summary>Who provides refs, if given.</summary>
        public Option<ProviderSelection> ActorRefProvider { get; }

        /// <summary>Nothing given.</summary>
        public static BootstrapSetup Create() => new(Option<Config>.None, Option<ProviderSelection>.None);

        /// <summary>With HOCON.</summary>
        public BootstrapSetup WithConfig(Config config) => new(config, ActorRefProvider);

        /// <summary>With HOCON behind the one given before.</summary>
        public BootstrapSetup WithConfigFallback(Config config) =>
            new(Config.HasValue ? Config.Value!.WithFallback(config) : config, ActorRefProvider);

        /// <summary>With a provider of refs.</summary>
        public BootstrapSetup WithActorRefProvider(ProviderSelection name) => new(Config, name);
    }

    /// <summary>Who provides refs; in this implementation only <see cref="Local"/>.</summary>
    public abstract class ProviderSelection
    {
        private ProviderSelection(string fqn) => Fqn = fqn;

        internal string Fqn { get; }

        /// <summary>Actors in this process.</summary>
        public sealed class Local : ProviderSelection
        {
            private Local() : base("local") { }

            /// <summary>The one instance.</summary>
            public static readonly Local Instance = new();
        }
    }
}
