using System.Diagnostics.CodeAnalysis;

namespace Akka.Util;

/// <summary>A value that may be missing, without a null.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Option<T>
{
    /// <summary>The missing value.</summary>
    public static readonly Option<T> None;

    /// <summary>Holds <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public Option(T value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value), "You can not create an Option<T> with null value. Either use Option<T>.None or use Option<T>.Create(null).");
        Value = value;
        HasValue = true;
    }

    /// <summary>The value, or <see cref="None"/> where <paramref name="value"/> is null.</summary>
    public static Option<T> Create(T? value) => value is null ? None : new Option<T>(value);

    /// <summary>True when there is a value.</summary>
    public bool HasValue { get; }

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>The value; the type's default when there is none.</summary>
    [MaybeNull]
    public T Value { get; }

    /// <summary>The value as an option; null becomes <see cref="None"/>.</summary>
    public static implicit operator Option<T>(T? value) => Create(value);

    /// <summary>True when both are empty or hold equal values.</summary>
    public static bool operator ==(Option<T> left, Option<T> right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(Option<T> left, Option<T> right) => !left.Equals(right);

    /// <summary>The value, or <paramref name="fallbackValue"/> when there is none.</summary>
    public T GetOrElse(T fallbackValue) => HasValue ? Value! : fallbackValue;

    /// <summary>The value changed by <paramref name="selector"/>; none stays none.</summary>
    public Option<TNew> Select<TNew>(Func<T, TNew> selector) =>
        HasValue ? Option<TNew>.Create(selector(Value!)) : Option<TNew>.None;

    /// <summary>What <paramref name="mapper"/> makes of the value; none stays none.</summary>
    public Option<TNew> FlatSelect<TNew>(Func<T, Option<TNew>> mapper) => HasValue ? mapper(Value!) : Option<TNew>.None;

    /// <summary>Calls <paramref name="action"/> with the value, if there is one.</summary>
    public void OnSuccess(Action<T> action)
    {
        if (HasValue) action(Value!);
    }

    /// <summary>True when both are empty or hold equal values.</summary>
    public bool Equals(Option<T> other) =>
        HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Option<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, Value) : 0;

    /// <inheritdoc/>
    public override string ToString() => HasValue ? $"Some<{Value}>" : "None";
}
