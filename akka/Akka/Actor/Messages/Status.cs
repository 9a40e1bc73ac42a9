namespace Akka.Actor;

/// <summary>An outcome as a message: what a task that was piped to an actor may end in.</summary>
public abstract class Status
{
    /// <summary>It worked.</summary>
    /// <param name="status">What came of it.</param>
    public sealed class Success(object? status) : Status
    {
        /// <summary>A success with nothing to tell.</summary>
        public static readonly Success Instance = new(null);

        /// <summary>What came of it.</summary>
        public readonly object? Status = status;

        /// <inheritdoc/>
        public override string ToString() => $"Success: {Status?.ToString() ?? "null"}";
    }

    /// <summary>It failed.</summary>
    public sealed class Failure : Status
    {
        /// <summary>A failure with its cause and the state in which it happened.</summary>
        public Failure(Exception cause, object? state)
        {
            Cause = cause;
            State = state;
        }

        /// <summary>A failure with its cause.</summary>
        public Failure(Exception cause) : this(cause, null) { }

        /// <summary>Why.</summary>
        public readonly Exception Cause;

        /// <summary>What the sender knew when it happened; may be null.</summary>
        public readonly object? State;

        /// <inheritdoc/>
        public override string ToString() => State is null ? $"Failure: {Cause}" : $"Failure[{State}]: {Cause}";
    }
}
