namespace Akka.Configuration.Hocon;

/// <content>The value as something else than text.</content>
public partial class HoconValue
{
    /// <summary>A boolean: <c>on</c>, <c>true</c>, <c>yes</c>, or <c>off</c>, <c>false</c>, <c>no</c>.</summary>
    /// <exception cref="NotSupportedException">It is none of these.</exception>
    public bool GetBoolean() => HoconScalar.ToBoolean(this);

    /// <summary>A decimal number.</summary>
    /// <exception cref="FormatException">It is not a number, or out of range.</exception>
    public decimal GetDecimal() => HoconScalar.ToNumber<decimal>(this);

    /// <summary>A single-precision number.</summary>
    /// <exception cref="FormatException">It is not a number.</exception>
    public float GetFloat() => HoconScalar.ToNumber<float>(this);

    /// <summary>A double-precision number.</summary>
    /// <exception cref="FormatException">It is not a number.</exception>
    public double GetDouble() => HoconScalar.ToNumber<double>(this);

    /// <summary>A whole number of 64 bits.</summary>
    /// <exception cref="FormatException">It is not a whole number, or out of range.</exception>
    public long GetLong() => HoconScalar.ToInteger<long>(this);

    /// <summary>A whole number of 32 bits.</summary>
    /// <exception cref="FormatException">It is not a whole number, or out of range.</exception>
    public int GetInt() => HoconScalar.ToInteger<int>(this);

    /// <summary>A whole number from 0 to 255.</summary>
    /// <exception cref="FormatException">It is not a whole number, or out of range.</exception>
    public byte GetByte() => HoconScalar.ToInteger<byte>(this);

    /// <summary>A size in bytes (<c>512</c>, <c>64 KiB</c>, <c>1.5 MB</c>), or null when the text is empty.</summary>
    /// <exception cref="FormatException">It is not a size.</exception>
    public long? GetByteSize() => HoconScalar.ToByteSize(this);

    /// <summary>A duration (<c>250</c> is milliseconds, <c>1.5 s</c>, <c>2 minutes</c>, <c>infinite</c>).</summary>
    /// <param name="allowInfinite">Whether <c>infinite</c> is allowed: <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <exception cref="FormatException">It is not a duration, or negative.</exception>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) => HoconScalar.ToTimeSpan(this, allowInfinite);

    /// <summary>The array's values as booleans.</summary>
    public IList<bool> GetBooleanList() => ListOf(value => value.GetBoolean());

    /// <summary>The array's values as decimal numbers.</summary>
    public IList<decimal> GetDecimalList() => ListOf(value => value.GetDecimal());

    /// <summary>The array's values as single-precision numbers.</summary>
    public IList<float> GetFloatList() => ListOf(value => value.GetFloat());

    /// <summary>The array's values as double-precision numbers.</summary>
    public IList<double> GetDoubleList() => ListOf(value => value.GetDouble());

    /// <summary>The array's values as whole numbers of 64 bits.</summary>
    public IList<long> GetLongList() => ListOf(value => value.GetLong());

    /// <summary>The array's values as whole numbers of 32 bits.</summary>
    public IList<int> GetIntList() => ListOf(value => value.GetInt());

    /// <summary>The array's values as whole numbers from 0 to 255.</summary>
    public IList<byte> GetByteList() => ListOf(value => value.GetByte());

    /// <summary>The array's values as text.</summary>
    public IList<string> GetStringList() => ListOf(value => value.GetString()!);

    private List<T> ListOf<T>(Func<HoconValue, T> convert)
    {
        var values = GetArray();
        var list = new List<T>(values.Count);
        foreach (var value in values)
            list.Add(convert(value));
        return list;
    }
}
