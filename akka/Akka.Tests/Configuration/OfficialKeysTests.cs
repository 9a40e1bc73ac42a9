using Akka.Actor;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

/// <summary>Holds the reference configuration against all keys and defaults of Akka.NET 1.5, which <c>akka-1.5.keys</c> lists.</summary>
public class OfficialKeysTests
{
    // Read where it is set, without a default of its own: the logger that comes with Akka.
    private static readonly string[] ReadWithoutDefault = ["akka.stdout-logger-class"];

    // Tables that users add to; what Akka.NET names in them, but is not here, fails when something uses it.
    private static readonly string[] Tables = ["akka.actor.router.type-mapping."];

    private static readonly Dictionary<string, string> Official = Read();

    public static TheoryData<string> ReadKeys => [.. Official.Keys.Where(key => Default(key) is not null)];

    public static TheoryData<string> UnreadKeys => [.. Official.Keys.Where(key => Default(key) is null).Except(ReadWithoutDefault).Where(key => !Tables.Any(key.StartsWith))];

    [Fact]
    public void There_are_keys_of_both_kinds()
    {
        Assert.InRange(ReadKeys.Count, 100, Official.Count);
        Assert.InRange(UnreadKeys.Count, 50, Official.Count);
    }

    [Theory, MemberData(nameof(ReadKeys))]
    public void A_key_that_is_read_has_the_official_default(string key) => Assert.Equal(Official[key], Text(Default(key)!));

    [Theory, MemberData(nameof(UnreadKeys))]
    public void A_key_that_is_not_read_is_named(string key)
    {
        var given = ConfigurationFactory.ParseString($"{key} = \"{Official[key]}\"");
        var named = Akka.Actor.UnreadKeys.Of(given.WithFallback(ConfigurationFactory.Default()));
        Assert.StartsWith(Assert.Single(named), key);
    }

    [Fact]
    public void No_key_is_read_that_does_not_exist_officially()
        => Assert.Empty(Keys("", ConfigurationFactory.Default().Root).Except(Official.Keys));

    private static HoconValue? Default(string key) => ConfigurationFactory.Default().GetValue(key);

    private static IEnumerable<string> Keys(string path, HoconValue value) => value.GetObject() is { } group
        ? group.Items.SelectMany(item => Keys($"{path}{(path == "" ? "" : ".")}{(item.Key.Contains('.') ? $"\"{item.Key}\"" : item.Key)}", item.Value))
        : [path];

    private static string Text(HoconValue value) => value switch
    {
        _ when value.IsArray() && value.GetArray().Count > 0 => $"[{string.Join(", ", value.GetStringList())}]",
        _ when value.IsArray() => "",
        _ => value.GetString() ?? "",
    };

    private static Dictionary<string, string> Read()
    {
        using var reader = new StreamReader(typeof(OfficialKeysTests).Assembly.GetManifestResourceStream("akka-1.5.keys")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToDictionary(parts => parts[0], parts => parts[1] == "[]" ? "" : parts[1]);
    }
}
