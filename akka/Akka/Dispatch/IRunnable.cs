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

/// <summary>Runs a delegate with its argument.</summary>
/// <param name="actionWithState">What to run.</param>
/// <param name="state">Its argument.</param>
public sealed class ActionWithStateRunnable(Action<object> actionWithState, object state) : IRunnable
{
    /// <inheritdoc/>
    public void Run() => actionWithState(state);

    /// <inheritdoc/>
    public void Execute() => actionWithState(state);
}
