namespace Akka.Configuration.Hocon;

/// <summary>Something that may turn out to be a HOCON object.</summary>
public interface IMightBeAHoconObject
{
    /// <summary>Whether this is an object.</summary>
    bool IsObject();

    /// <summary>The object, or null when this is not one.</summary>
    HoconObject? GetObject();
}
