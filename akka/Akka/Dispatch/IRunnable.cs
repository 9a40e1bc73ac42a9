namespace Akka.Dispatch;

/// <summary>Something that a dispatcher can run; the thread pool takes it as it is.</summary>
public interface IRunnable : IThreadPoolWorkItem
{
    /// <summary>Runs it.</summary>
    void Run();
}

/// <summary>Runs a delegate.</summary>
/// <param name="action">What to run.</param>
public sealed class ActionRunnable(Action action) : IRunnable
{
    /// <inheritdoc/>
    public void Run() => action();

    /// <inheritdoc/>
    public void Execute() => action();
}
