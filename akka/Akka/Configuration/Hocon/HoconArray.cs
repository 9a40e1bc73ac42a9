using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>A list of values.</summary>
public class HoconArray : List<HoconValue>, IHoconElement
{
    /// <summary>Always false.</summary>
    public bool IsString() => false;

    /// <summary>Not for arrays.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public string GetString() => throw new NotSupportedException("A HOCON array is not a string.");

    /// <summary>Always true.</summary>
    public bool IsArray() => true;

    /// <summary>This list.</summary>
    public IList<HoconValue> GetArray() => this;

    /// <summary>The array as HOCON, on one line unless it holds objects.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        HoconPrinter.Append(text, this, 0);
        return text.ToString();
    }
}
