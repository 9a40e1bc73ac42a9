using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Akka.Routing;

/// <summary>
/// The bytes of a key that a routee is chosen by: keys of equal content have equal bytes, whether their class knows of equality or not, and
/// the same ones in every process unless the class has a hash code of its own.
/// </summary>
internal static class HashKey
{
    private static readonly ConcurrentDictionary<Type, bool> HaveHashCodes = new();

    private static readonly JsonSerializerOptions FieldsToo = new() { IncludeFields = true };

    /// <summary>The bytes of a key.</summary>
    /// <exception cref="NotSupportedException">The content of the key cannot be written down.</exception>
    public static byte[] BytesOf(object key) => key switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        IFormattable value when key.GetType() is { IsPrimitive: true } or { IsEnum: true } || key is Guid or decimal or DateTime or DateTimeOffset or TimeSpan
            => Encoding.UTF8.GetBytes(value.ToString(null, CultureInfo.InvariantCulture)),
        bool truth => [truth ? (byte)1 : (byte)0],
        _ when HaveHashCodes.GetOrAdd(key.GetType(), HasHashCode) => BitConverter.GetBytes(key.GetHashCode()),
        _ => JsonSerializer.SerializeToUtf8Bytes(key, key.GetType(), FieldsToo),
    };

    private static bool HasHashCode(Type type) =>
        type.GetMethod(nameof(GetHashCode), BindingFlags.Public | BindingFlags.Instance, [])!.DeclaringType is { } declaring
        && declaring != typeof(object) && declaring != typeof(ValueType);
}
