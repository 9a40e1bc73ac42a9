using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Values as HOCON that parses to the same values again.</summary>
internal static class HoconPrinter
{
    /// <summary>The keys of an object, a line each, without its braces.</summary>
    internal static void AppendMembers(StringBuilder text, HoconObject obj, int indent)
    {
        foreach (var (key, value) in obj.Items)
        {
            text.Append(' ', indent * 2);
            AppendKey(text, key);
            text.Append(" : ");
            Append(text, value, indent);
            text.Append('\n');
        }
    }

    /// <summary>A value; the lines of an object between its braces are one step further in than <paramref name="indent"/>.</summary>
    internal static void Append(StringBuilder text, HoconValue value, int indent)
    {
        if (value.GetObject() is { } obj)
            Append(text, obj, indent);
        else if (value.IsArray())
            Append(text, value.GetArray(), indent);
        else
            AppendText(text, value.GetString(), value.IsNull);
    }

    internal static void Append(StringBuilder text, IList<HoconValue> array, int indent)
    {
        text.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0)
                text.Append(", ");
            Append(text, array[i], indent);
        }

        text.Append(']');
    }

    private static void Append(StringBuilder text, HoconObject obj, int indent)
    {
        if (obj.Items.Count == 0)
        {
            text.Append("{}");
            return;
        }

        text.Append("{\n");
        AppendMembers(text, obj, indent + 1);
        text.Append(' ', indent * 2).Append('}');
    }

    private static void AppendKey(StringBuilder text, string key) =>
        text.Append(HoconPath.IsPlainKey(key) && key != "include" ? key : HoconPath.Quote(key));

    private static void AppendText(StringBuilder text, string? value, bool isNull)
    {
        if (value is null)
            text.Append(isNull ? "null" : "\"\"");
        else
            text.Append(IsPlain(value) ? value : HoconPath.Quote(value));
    }

    private static bool IsPlain(string value)
    {
        foreach (var c in value)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_' or '.'))
                return false;
        }

        return value.Length > 0 && value != "null";
    }
}
