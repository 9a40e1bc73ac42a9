using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>The messages that steer a test actor. All others it hands to the test.</summary>
public static class TestActor
{
    /// <summary>Says whether a message is to be dropped unseen.</summary>
    public delegate bool Ignore(object message);

    /// <inheritdoc cref="AutoPilot.KeepRunning"/>
    public static AutoPilot KeepRunning => TestKit.KeepRunning.Instance;

    /// <inheritdoc cref="AutoPilot.NoAutoPilot"/>
    public static AutoPilot NoAutoPilot => TestKit.NoAutoPilot.Instance;

    /// <summary>Stands for no message at all.</summary>
    public static NullMessageEnvelope NullMessage => NullMessageEnvelope.Instance;

    /// <summary>Sets what is dropped; null for nothing.</summary>
    /// <param name="ignore">The filter.</param>
    public class SetIgnore(Ignore? ignore) : INoSerializationVerificationNeeded
    {
        /// <summary>The filter.</summary>
        public Ignore? Ignore { get; } = ignore;
    }

    /// <summary>Watches an actor; answered with it.</summary>
    /// <param name="actorToWatch">The actor.</param>
    public class Watch(IActorRef actorToWatch) : INoSerializationVerificationNeeded
    {
        /// <summary>The actor.</summary>
        public IActorRef Actor { get; } = actorToWatch;
    }

    /// <summary>Watches an actor no longer; answered with it.</summary>
    /// <param name="actorToUnwatch">The actor.</param>
    public class Unwatch(IActorRef actorToUnwatch) : INoSerializationVerificationNeeded
    {
        /// <summary>The actor.</summary>
        public IActorRef Actor { get; } = actorToUnwatch;
    }

    /// <summary>Sets the pilot.</summary>
    /// <param name="autoPilot">The pilot.</param>
    public class SetAutoPilot(AutoPilot autoPilot) : INoSerializationVerificationNeeded
    {
        /// <summary>The pilot.</summary>
        public AutoPilot AutoPilot { get; } = autoPilot;
    }

    /// <summary>Starts a child of the test actor; answered with it.</summary>
    /// <param name="props">The child.</param>
    /// <param name="name">Its name; none for one made up.</param>
    /// <param name="supervisorStrategy">How the test actor supervises it; none for the default.</param>
    public class Spawn(Props props, Option<string> name, Option<SupervisorStrategy> supervisorStrategy) : INoSerializationVerificationNeeded
    {
        /// <summary>The child.</summary>
        public readonly Props _props = props;

        /// <summary>Its name; none for one made up.</summary>
        public readonly Option<string> _name = name;

        /// <summary>How the test actor supervises it; none for the default.</summary>
        public readonly Option<SupervisorStrategy> _supervisorStrategy = supervisorStrategy;

        /// <summary>Starts the child.</summary>
        public IActorRef Apply(IActorRefFactory context) => _name.HasValue ? context.ActorOf(_props, _name.Value) : context.ActorOf(_props);
    }
}
