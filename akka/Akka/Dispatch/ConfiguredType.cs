using System.Reflection;
using System.Runtime.ExceptionServices;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Creates what a section names by its type.</summary>
internal static class ConfiguredType
{
    /// <summary>The type that <paramref name="key"/> of <paramref name="section"/> names, which must be a <typeparamref name="T"/>.</summary>
    /// <exception cref="ConfigurationException">There is no such type, or it is not one.</exception>
    public static Type Find<T>(string name, string section, string key)
    {
        var type = Type.GetType(name)
            ?? throw new ConfigurationException($"Cannot find the type [{name}] that {key} of [{section}] names");
        return typeof(T).IsAssignableFrom(type) && !type.IsAbstract
            ? type
            : throw new ConfigurationException($"The type [{name}] that {key} of [{section}] names is not a {typeof(T).Name}");
    }

    /// <summary>Creates it by its public constructor for <paramref name="arguments"/>.</summary>
    /// <exception cref="ConfigurationException">There is no such type, it is not one, or has no such constructor.</exception>
    public static T Create<T>(string name, string section, string key, params object[] arguments) where T : class
    {
        var type = Find<T>(name, section, key);
        try
        {
            return (T)Activator.CreateInstance(type, arguments)!;
        }
        catch (MissingMethodException missing)
        {
            throw new ConfigurationException(
                $"The type [{name}] that {key} of [{section}] names has no public constructor for the arguments it is given", missing);
        }
        catch (TargetInvocationException failed) when (failed.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(failed.InnerException);
            throw;
        }
    }
}
