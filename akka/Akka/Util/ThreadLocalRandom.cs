namespace Akka.Util;

/// <summary>Random numbers for any thread.</summary>
public static class ThreadLocalRandom
{
    /// <summary>The generator; may be used by any thread at any time.</summary>
    public static Random Current => Random.Shared;
}
