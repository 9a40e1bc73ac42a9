using System.Collections.Concurrent;

namespace Akka.Util;

/// <summary>Questions about types.</summary>
public static class TypeExtensions
{
    private static readonly ConcurrentDictionary<Type, string> QualifiedNames = new();

    /// <summary>True when <paramref name="type"/> is, inherits or implements <typeparamref name="T"/>.</summary>
    public static bool Implements<T>(this Type type) => typeof(T).IsAssignableFrom(type);

    /// <summary>True when <paramref name="type"/> is, inherits or implements <paramref name="moreGeneralType"/>.</summary>
    public static bool Implements(this Type type, Type moreGeneralType) => moreGeneralType.IsAssignableFrom(type);

    /// <summary>Full name and assembly without version, as configuration names a type.</summary>
    public static string TypeQualifiedName(this Type type) =>
        QualifiedNames.GetOrAdd(type, static t => $"{t.FullName}, {t.Assembly.GetName().Name}");
}
