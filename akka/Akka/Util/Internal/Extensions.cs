namespace Akka.Util.Internal;

/// <summary>Small helpers of the actor system.</summary>
public static class Extensions
{
    /// <summary>A cast, written last.</summary>
    /// <exception cref="InvalidCastException">It is no <typeparamref name="T"/>.</exception>
    public static T AsInstanceOf<T>(this object self) => (T)self;

    /// <summary>The value of the key, or <paramref name="elseValue"/> where there is none.</summary>
    public static TValue GetOrElse<TKey, TValue>(this IDictionary<TKey, TValue> hash, TKey key, TValue elseValue) =>
        hash.TryGetValue(key, out var value) ? value : elseValue;

    /// <summary>Calls <paramref name="action"/> with each element.</summary>
    public static void ForEach<T>(this IEnumerable<T> source, Action<T> action)
    {
        foreach (var item in source) action(item);
    }

    /// <summary>The longer of the two.</summary>
    public static TimeSpan Max(this TimeSpan @this, TimeSpan other) => @this > other ? @this : other;

    /// <summary>The shorter of the two.</summary>
    public static TimeSpan Min(this TimeSpan @this, TimeSpan other) => @this < other ? @this : other;
}
