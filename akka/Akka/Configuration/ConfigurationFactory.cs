using System.Reflection;
using System.Text.Json;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations of HOCON text and of resources of assemblies.</summary>
public class ConfigurationFactory
{
    private static readonly Lazy<HoconRoot> Reference = new(() => new HoconRoot(FromResource<ConfigurationFactory>("Akka.Configuration.akka.conf").Root));

    private static readonly JsonSerializerOptions FieldsToo = new() { IncludeFields = true };

    private ConfigurationFactory()
    {
    }

    /// <summary>The configuration without any key.</summary>
    public static Config Empty => Config.Empty;

    /// <summary>The reference configuration: every key that Akka reads itself, with its default.</summary>
    public static Config Default() => new(Reference.Value);

    /// <summary>Parses HOCON. Includes are files, relative to the working directory.</summary>
    /// <exception cref="FormatException">Something stands where it cannot, or a substitution has no value; the message says where.</exception>
    /// <exception cref="ConfigurationException">The text ends too early, or an include cannot be read; the message says where.</exception>
    public static Config ParseString(string hocon) => new(HoconParser.Parse(new HoconSource(hocon)));

    /// <summary>Parses HOCON, and asks a callback for the content of each include by the name in its quotes.</summary>
    /// <exception cref="FormatException">Something stands where it cannot, or a substitution has no value; the message says where.</exception>
    /// <exception cref="ConfigurationException">The text ends too early, or an include is not an object; the message says where.</exception>
    public static Config ParseString(string hocon, Func<string, HoconRoot> includeCallback) =>
        new(HoconParser.Parse(new HoconSource(hocon), includeCallback));

    /// <summary>The public properties and fields of an object, and of the objects in them, as keys.</summary>
    public static Config FromObject(object source) => ParseString(JsonSerializer.Serialize(source, source.GetType(), FieldsToo));

    /// <summary>Parses a resource of the assembly of an object, of a type, or of that assembly itself.</summary>
    /// <exception cref="ConfigurationException">There is no such resource.</exception>
    public static Config FromResource(string resourceName, object instanceInAssembly) => FromResource(resourceName, instanceInAssembly switch
    {
        Assembly assembly => assembly,
        Type type => type.Assembly,
        _ => instanceInAssembly.GetType().Assembly,
    });

    /// <summary>Parses a resource of the assembly of a type.</summary>
    /// <exception cref="ConfigurationException">There is no such resource.</exception>
    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Parses a resource of an assembly.</summary>
    /// <exception cref="ConfigurationException">There is no such resource.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException($"Assembly {assembly.GetName().Name} has no resource {resourceName}.");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }

    /// <summary>Parses a file. Includes are relative to it.</summary>
    internal static Config ParseFile(string path)
    {
        var full = Path.GetFullPath(path);
        return new Config(HoconParser.Parse(new HoconSource(File.ReadAllText(full), full)));
    }
}
