namespace Akka.Configuration.Hocon;

/// <summary>A piece of a pending value that stands for another value: <c>${path}</c>, <c>${?path}</c>, or one known already.</summary>
internal sealed class HoconSubstitution : IHoconElement
{
    /// <summary>The path's keys; empty when <see cref="Target"/> is set or <see cref="IsEarlierValue"/>.</summary>
    internal string[] Keys { get; init; } = [];

    /// <summary>The path of the object that a file was included into: substitutions of the file are looked up there first.</summary>
    internal string[] IncludedAt { get; init; } = [];

    /// <summary>Whether nothing takes its place when there is no such value.</summary>
    internal bool IsOptional { get; init; }

    /// <summary>Whether it stands for what the same key was set to before, as <c>+=</c> needs it.</summary>
    internal bool IsEarlierValue { get; init; }

    /// <summary>The value that it stands for, when that is known without a look-up.</summary>
    internal HoconValue? Target { get; init; }

    /// <summary>Where it was read, for error messages.</summary>
    internal HoconSource? Source { get; init; }

    /// <summary>The index of the <c>$</c> in the source.</summary>
    internal int Position { get; init; }

    public bool IsString() => false;

    public string GetString() => throw new InvalidOperationException("A substitution has no value before it is resolved.");

    public bool IsArray() => false;

    public IList<HoconValue> GetArray() => throw new InvalidOperationException("A substitution has no value before it is resolved.");

    public override string ToString() => $"${{{(IsOptional ? "?" : "")}{HoconPath.Join(Keys)}}}";
}
