using Akka.Actor;
using Akka.Event;

namespace Akka.Pattern;

public sealed partial class BackoffSupervisor
{
    /// <summary>Asks for the child; answered with <see cref="CurrentChild"/>.</summary>
    public sealed class GetCurrentChild
    {
        /// <summary>The message.</summary>
        public static readonly GetCurrentChild Instance = new();

        private GetCurrentChild() { }
    }

    /// <summary>Answers <see cref="GetCurrentChild"/>.</summary>
    /// <param name="ref">The child; null during a pause.</param>
    public sealed class CurrentChild(IActorRef @ref)
    {
        /// <summary>The child; null during a pause.</summary>
        public IActorRef Ref { get; } = @ref;
    }

    /// <summary>Has the pauses begin anew, where that is done by hand.</summary>
    public new sealed class Reset
    {
        /// <summary>The message.</summary>
        public static readonly Reset Instance = new();

        private Reset() { }
    }

    /// <summary>Asks how often the child was started again; answered with <see cref="RestartCount"/>.</summary>
    public sealed class GetRestartCount
    {
        /// <summary>The message.</summary>
        public static readonly GetRestartCount Instance = new();

        private GetRestartCount() { }
    }

    /// <summary>Answers <see cref="GetRestartCount"/>.</summary>
    /// <param name="count">How often.</param>
    public sealed class RestartCount(int count)
    {
        /// <summary>How often the child was started again since the pauses began anew.</summary>
        public int Count { get; } = count;
    }

    /// <summary>The pause is over.</summary>
    public sealed class StartChild : IDeadLetterSuppression
    {
        /// <summary>The message.</summary>
        public static readonly StartChild Instance = new();

        private StartChild() { }
    }

    /// <summary>The child has lived for a while: pauses begin anew unless it was started again since.</summary>
    /// <param name="current">The count when the child was started.</param>
    public sealed class ResetRestartCount(int current) : IDeadLetterSuppression
    {
        /// <summary>The count when the child was started.</summary>
        public int Current { get; } = current;
    }
}
