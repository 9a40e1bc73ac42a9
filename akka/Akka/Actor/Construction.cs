using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>How actors are constructed: the constructor for some arguments, and the arguments of an expression.</summary>
internal static class Construction
{
    private static readonly ConcurrentDictionary<(Type, int), Func<object[], object?>> SingleConstructors = new();

    /// <summary>A class with one constructor, as most have, is looked up once; others leave the choice to reflection each time.</summary>
    public static Func<object[], object?> Of(Type type, object[] args)
    {
        if (SingleConstructors.TryGetValue((type, args.Length), out var known)) return known;
        var constructors = type.IsAbstract ? [] : type.GetConstructors(Constructors);
        if (constructors.Length == 1 && constructors[0].GetParameters().Length == args.Length)
        {
            var invoker = ConstructorInvoker.Create(constructors[0]);
            return SingleConstructors.GetOrAdd((type, args.Length), a => InvokeConstructor(invoker, a));
        }

        return a => Activator.CreateInstance(type, Constructors | BindingFlags.OptionalParamBinding, null, a, null);
    }

    private const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static object InvokeConstructor(ConstructorInvoker invoker, object[] args)
    {
        try
        {
            return invoker.Invoke(new Span<object?>(args));
        }
        catch (Exception e)
        {
            throw new TargetInvocationException(e); // as reflection has it, which is what the others are made by
        }
    }

    /// <summary>The value of an argument in an expression, without compiling it where it is a constant or a captured variable.</summary>
    public static object? ValueOf(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member => field.GetValue(member.Expression is null ? null : ValueOf(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(member.Expression is null ? null : ValueOf(member.Expression)),
        UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert when !convert.Type.IsValueType => ValueOf(convert.Operand),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
