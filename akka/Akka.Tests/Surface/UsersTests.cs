using System.Reflection;
using System.Runtime.CompilerServices;

namespace Akka.Tests.Surface;

/// <summary>Nothing is public that has no user: every public or protected member is named by one of these tests, or by other code of these assemblies.</summary>
public class UsersTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Libraries =
    [
        typeof(Akka.Actor.ActorSystem).Assembly, typeof(Akka.Hosting.ActorRegistry).Assembly,
        typeof(Akka.TestKit.TestKitBase).Assembly, typeof(Akka.TestKit.Xunit2.TestKit).Assembly,
    ];

    [Fact]
    public void Every_public_member_has_a_user()
    {
        var used = Used();
        var without = Libraries.SelectMany(library => library.GetTypes()).Where(IsVisible).SelectMany(Members)
            .Where(member => !used.Contains(member)).Select(member => $"{member.DeclaringType}: {member}").Order().ToList();
        Assert.True(without.Count == 0, $"{without.Count} members without a user:\n{string.Join('\n', without)}");
    }

    private static HashSet<MemberInfo> Used()
    {
        Assembly[] all = [.. Libraries, typeof(UsersTests).Assembly];
        var types = all.SelectMany(assembly => assembly.GetTypes()).ToList();
        var calls = all.SelectMany(Calls.In).Where(call => call.User != Calls.Definition(call.Used)).Select(call => call.Used).ToList();
        var used = calls.Select(Calls.Definition).ToHashSet();
        used.UnionWith(MadeByReflection(types, calls));
        used.UnionWith(types.SelectMany(type => type.GetMembers(All)).SelectMany(member => member.CustomAttributes).SelectMany(NamedBy));
        // To override a member is to use it.
        used.UnionWith(types.SelectMany(type => type.GetMethods(All)).Where(method => method.GetBaseDefinition() != method).Select(method => Calls.Definition(method.GetBaseDefinition())));
        // A member of an interface and what implements it share their users; those of others' interfaces are outside.
        var pairs = types.Where(type => !type.IsInterface).SelectMany(Implementations).ToList();
        used.UnionWith([.. pairs.Where(pair => used.Contains(pair.Target)).Select(pair => pair.Contract)]);
        used.UnionWith(pairs.Where(pair => used.Contains(pair.Contract) || !Libraries.Contains(pair.Contract.Module.Assembly)).Select(pair => pair.Target));
        return used;
    }

    private static IEnumerable<(MemberInfo Contract, MemberInfo Target)> Implementations(Type type) =>
        from contract in type.GetInterfaces()
        let map = type.GetInterfaceMap(contract)
        from pair in map.InterfaceMethods.Zip(map.TargetMethods)
        select (Calls.Definition(pair.First), Calls.Definition(pair.Second));

    /// <summary>Constructors of types that HOCON names, and of those that a generic method is called for, as actors are.</summary>
    private static IEnumerable<MemberInfo> MadeByReflection(List<Type> types, List<MemberInfo> calls)
    {
        var configured = string.Join('\n', types.Select(type => type.Assembly).Distinct().SelectMany(Calls.Texts)
            .Append(Akka.Configuration.ConfigurationFactory.Default().ToString()).Append(Akka.TestKit.TestKitBase.DefaultConfig.ToString()));
        var arguments = calls.OfType<MethodInfo>().Where(method => method.IsGenericMethod).SelectMany(method => method.GetGenericArguments()).ToHashSet();
        return types.Where(type => arguments.Contains(type) || configured.Contains(type.FullName!)).SelectMany(type => type.GetConstructors());
    }

    private static IEnumerable<MemberInfo> NamedBy(CustomAttributeData attribute) =>
        attribute.NamedArguments.Select(argument => argument.MemberInfo).Select(member => member is PropertyInfo property ? property.SetMethod! : member).Append(attribute.Constructor);

    /// <summary>What is held against the users: not what a delegate or a record has anyway, not constants, which leave no trace in the code that uses them.</summary>
    private static IEnumerable<MemberInfo> Members(Type type) => typeof(Delegate).IsAssignableFrom(type) ? [] : type.GetMembers(All).Where(member => member switch
    {
        MethodInfo method => IsAccessible(method) && method.GetBaseDefinition() == method && !IsGenerated(method),
        ConstructorInfo constructor => IsAccessible(constructor) && !constructor.IsStatic && !IsGenerated(constructor) && !type.IsAbstract,
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsLiteral && !field.IsSpecialName,
        _ => false,
    });

    private static bool IsGenerated(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.IsSpecialName;

    private static bool IsVisible(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
        : type.IsPublic;

    private static bool IsAccessible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
