namespace Vod.Actors.Streaming;

/// <summary>What all file actors of a server share.</summary>
/// <param name="Opener">Opens files.</param>
/// <param name="Cache">Gets the contents of small files; null for none.</param>
public sealed record FileContext(IFileOpener Opener, BodyCache? Cache = null)
{
    /// <summary>How long a file stays open that nobody asks for; it is closed before twice that is over.</summary>
    public TimeSpan KeepsOpenFor { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How often it is looked which files nobody asks for; also how long a file stays open after its last answer, which is to be sent.</summary>
    internal TimeSpan Round => KeepsOpenFor / 2;

    /// <summary>How many are open.</summary>
    public OpenFiles Open { get; init; } = new();
}

/// <summary>How many films are open. Any thread may read it.</summary>
public sealed class OpenFiles
{
    private int _count;

    /// <summary>The number now.</summary>
    public int Count => Volatile.Read(ref _count);

    internal void Opened() => Interlocked.Increment(ref _count);

    internal void Closed() => Interlocked.Decrement(ref _count);
}
