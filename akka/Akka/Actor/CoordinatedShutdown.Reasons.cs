namespace Akka.Actor;

public sealed partial class CoordinatedShutdown
{
    /// <summary>Why a shutdown was begun. Derive from it for reasons of one's own.</summary>
    public class Reason
    {
        /// <summary>For subclasses.</summary>
        protected Reason() { }
    }

    /// <summary>No reason was given.</summary>
    public class UnknownReason : Reason
    {
        /// <summary>The one instance.</summary>
        public static readonly Reason Instance = new UnknownReason();

        private UnknownReason() { }
    }

    /// <summary><see cref="ActorSystem.Terminate"/> was called.</summary>
    public class ActorSystemTerminateReason : Reason
    {
        /// <summary>The one instance.</summary>
        public static readonly Reason Instance = new ActorSystemTerminateReason();

        private ActorSystemTerminateReason() { }
    }

    /// <summary>The process ends.</summary>
    public class ClrExitReason : Reason
    {
        /// <summary>The one instance.</summary>
        public static readonly Reason Instance = new ClrExitReason();

        private ClrExitReason() { }
    }
}
