using System.Diagnostics.CodeAnalysis;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <content>Values of a path by type. One that is not set gives the default; one that is something else throws, and names the path.</content>
public partial class Config
{
    /// <summary>Text; null for an object or a list.</summary>
    [return: NotNullIfNotNull(nameof(@default))]
    public virtual string? GetString(string path, string? @default = null) =>
        TryFind(path, out var value) ? value.GetString() ?? @default : @default;

    /// <summary>A boolean: <c>on</c>, <c>true</c>, <c>yes</c>, or <c>off</c>, <c>false</c>, <c>no</c>.</summary>
    /// <exception cref="NotSupportedException">The value is none of these.</exception>
    public virtual bool GetBoolean(string path, bool @default = false) =>
        TryFind(path, out var value) ? HoconScalar.ToBoolean(value, path) : @default;

    /// <summary>A whole number of 32 bits.</summary>
    /// <exception cref="FormatException">The value is not a whole number, or out of range.</exception>
    public virtual int GetInt(string path, int @default = 0) =>
        TryFind(path, out var value) ? HoconScalar.ToInteger<int>(value, path) : @default;

    /// <summary>A whole number of 64 bits.</summary>
    /// <exception cref="FormatException">The value is not a whole number, or out of range.</exception>
    public virtual long GetLong(string path, long @default = 0) =>
        TryFind(path, out var value) ? HoconScalar.ToInteger<long>(value, path) : @default;

    /// <summary>A single-precision number.</summary>
    /// <exception cref="FormatException">The value is not a number.</exception>
    public virtual float GetFloat(string path, float @default = 0) =>
        TryFind(path, out var value) ? HoconScalar.ToNumber<float>(value, path) : @default;

    /// <summary>A double-precision number.</summary>
    /// <exception cref="FormatException">The value is not a number.</exception>
    public virtual double GetDouble(string path, double @default = 0) =>
        TryFind(path, out var value) ? HoconScalar.ToNumber<double>(value, path) : @default;

    /// <summary>A decimal number.</summary>
    /// <exception cref="FormatException">The value is not a number, or out of range.</exception>
    public virtual decimal GetDecimal(string path, decimal @default = 0) =>
        TryFind(path, out var value) ? HoconScalar.ToNumber<decimal>(value, path) : @default;

    /// <summary>A size in bytes: a number, with <c>kB</c>, <c>MB</c>... for powers of 1000, or <c>k</c>, <c>KiB</c>, <c>MiB</c>... of 1024.</summary>
    /// <exception cref="FormatException">The value is not a size.</exception>
    public virtual long? GetByteSize(string path) => GetByteSize(path, def: null);

    /// <summary>A size in bytes: a number, with <c>kB</c>, <c>MB</c>... for powers of 1000, or <c>k</c>, <c>KiB</c>, <c>MiB</c>... of 1024.</summary>
    /// <exception cref="FormatException">The value is not a size.</exception>
    public virtual long? GetByteSize(string path, long? def = null) =>
        TryFind(path, out var value) ? HoconScalar.ToByteSize(value, path) : def;

    /// <summary>
    /// A duration: a number in milliseconds, or with <c>ns</c>, <c>us</c>, <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c>, <c>d</c> or their long names;
    /// zero when there is neither a value nor a default.
    /// </summary>
    /// <param name="path">The path.</param>
    /// <param name="default">What to give when nothing is set.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is allowed: <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <exception cref="FormatException">The value is not a duration, or negative.</exception>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true) =>
        TryFind(path, out var value) ? HoconScalar.ToTimeSpan(value, allowInfinite, path) : @default.GetValueOrDefault();

    /// <summary>The list at a path as text; empty when there is none.</summary>
    public virtual IList<string> GetStringList(string path) => Find(path)?.GetStringList() ?? [];

    /// <summary>The list at a path as text, or <paramref name="defaultPaths"/> when there is none.</summary>
    public virtual IList<string> GetStringList(string path, string[] defaultPaths) => Find(path)?.GetStringList() ?? defaultPaths;

    /// <summary>The list at a path as whole numbers from 0 to 255; empty when there is none.</summary>
    public virtual IList<byte> GetByteList(string path) => Find(path)?.GetByteList() ?? [];

    /// <summary>The list at a path as decimal numbers; empty when there is none.</summary>
    public virtual IList<decimal> GetDecimalList(string path) => Find(path)?.GetDecimalList() ?? [];

    /// <summary>The list at a path as double-precision numbers; empty when there is none.</summary>
    public virtual IList<double> GetDoubleList(string path) => Find(path)?.GetDoubleList() ?? [];

    /// <summary>The list at a path as single-precision numbers; empty when there is none.</summary>
    public virtual IList<float> GetFloatList(string path) => Find(path)?.GetFloatList() ?? [];

    /// <summary>The list at a path as booleans; empty when there is none.</summary>
    public virtual IList<bool> GetBooleanList(string path) => Find(path)?.GetBooleanList() ?? [];

    /// <summary>The list at a path as whole numbers of 32 bits; empty when there is none.</summary>
    public virtual IList<int> GetIntList(string path) => Find(path)?.GetIntList() ?? [];

    /// <summary>The list at a path as whole numbers of 64 bits; empty when there is none.</summary>
    public virtual IList<long> GetLongList(string path) => Find(path)?.GetLongList() ?? [];
}
