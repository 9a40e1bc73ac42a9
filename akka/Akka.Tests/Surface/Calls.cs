using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace Akka.Tests.Surface;

/// <summary>The methods, constructors and fields that code names: read from its instructions.</summary>
internal static class Calls
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    /// <summary>What the bodies of all methods of an assembly name, each with who names it.</summary>
    public static IEnumerable<(MethodBase User, MemberInfo Used)> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMembers(All).OfType<MethodBase>()
        from used in In(method)
        select (method, used);

    /// <summary>The member as it is written, without the types that were put in for its parameters.</summary>
    public static MemberInfo Definition(MemberInfo member) => member.Module.ResolveMember(member.MetadataToken)!;

    /// <summary>The texts that the bodies of all methods of an assembly have in them.</summary>
    public static IEnumerable<string> Texts(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMembers(All).OfType<MethodBase>()
        from instruction in Instructions(method)
        where instruction.Operand == OperandType.InlineString
        select method.Module.ResolveString(instruction.Token);

    private static IEnumerable<MemberInfo> In(MethodBase method)
    {
        var types = method.DeclaringType!.GetGenericArguments();
        var own = method.IsGenericMethod ? method.GetGenericArguments() : [];
        return from instruction in Instructions(method)
               where instruction.Operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok
               let member = method.Module.ResolveMember(instruction.Token, types, own)
               where member is not Type
               select member;
    }

    /// <summary>What kind of operand each instruction has, and its first four bytes: a token where the operand is one.</summary>
    private static IEnumerable<(OperandType Operand, int Token)> Instructions(MethodBase method)
    {
        var body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < body.Length;)
        {
            var code = OpCodesByValue[body[at] == 0xFE ? (short)(0xFE00 | body[++at]) : body[at]];
            at++;
            var length = Length(code.OperandType, body, at);
            yield return (code.OperandType, length >= 4 ? BitConverter.ToInt32(body, at) : 0);
            at += length;
        }
    }

    private static int Length(OperandType operand, byte[] body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(body, at),
        _ => 4,
    };
}
