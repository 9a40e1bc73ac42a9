using Akka.Configuration;
using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Hosting;

/// <summary>What <c>vod.conf</c> says to Akka.NET is something that Akka.NET knows.</summary>
public class ReferenceKeysTests
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();
    private static readonly Config Official = ConfigurationFactory.Default();

    [Fact]
    public void Each_key_of_akka_is_one_of_its_own_reference() => Assert.All(
        HoconTree.Leaves(VodConfiguration.Reference, "akka", None).Where(key => !key.StartsWith("akka.actor.deployment.", StringComparison.Ordinal)),
        key => Assert.True(Official.HasPath(key), key));

    [Fact]
    public void Each_key_of_a_deployment_is_one_of_its_default() => Assert.All(
        Keys("akka.actor.deployment"),
        key => Assert.True(Official.HasPath("akka.actor.deployment.default." + key), key));

    [Fact]
    public void Each_key_of_a_dispatcher_is_one_of_a_dispatcher_of_its_reference() => Assert.All(
        Keys("vod.dispatchers"),
        key => Assert.True(Official.HasPath("akka.actor.default-dispatcher." + key) || Official.HasPath("akka.actor.default-fork-join-dispatcher." + key), key));

    /// <summary>The keys of all groups under a path.</summary>
    private static IEnumerable<string> Keys(string path) =>
        from member in HoconTree.Children(VodConfiguration.Reference, path)
        let prefix = $"{path}.{HoconTree.Key(member.Key)}"
        from key in HoconTree.Leaves(VodConfiguration.Reference, prefix, None)
        select key[(prefix.Length + 1)..];
}
