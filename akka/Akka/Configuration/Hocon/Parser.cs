namespace Akka.Configuration.Hocon;

/// <summary>Parses HOCON to its tree of values; <see cref="ConfigurationFactory"/> is for those who want to read keys.</summary>
public class Parser
{
    private Parser() { }

    /// <summary>Parses HOCON, and asks a callback, where there is one, for the content of each include.</summary>
    /// <exception cref="FormatException">Something stands where it cannot, or a substitution has no value; the message says where.</exception>
    /// <exception cref="ConfigurationException">The text ends too early, or an include is not an object; the message says where.</exception>
    public static HoconRoot Parse(string text, Func<string, HoconRoot>? includeCallback) =>
        HoconParser.Parse(new HoconSource(text), includeCallback);
}
