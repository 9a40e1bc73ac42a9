namespace Akka.Configuration.Hocon;

/// <summary>The value that a HOCON document holds.</summary>
public class HoconRoot
{
    /// <summary>Wraps a value.</summary>
    public HoconRoot(HoconValue value) => Value = value;

    /// <summary>The document's value, an object as a rule.</summary>
    public HoconValue Value { get; }
}
