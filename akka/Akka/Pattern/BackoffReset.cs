namespace Akka.Pattern;

/// <summary>When the pauses begin anew with the shortest.</summary>
public interface IBackoffReset;

/// <summary>On <see cref="BackoffSupervisor.Reset"/>.</summary>
internal sealed record ManualReset : IBackoffReset;

/// <summary>When the child has lived for a while.</summary>
/// <param name="ResetBackoff">For how long.</param>
internal sealed record AutoReset(TimeSpan ResetBackoff) : IBackoffReset;
