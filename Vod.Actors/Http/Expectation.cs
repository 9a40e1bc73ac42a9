namespace Vod.Actors.Http;

/// <summary>The <c>Expect</c> field (RFC 9110 §10.1.1), whose one defined member is <c>100-continue</c>.</summary>
public static class Expectation
{
    /// <summary>Whether every member of the list is <c>100-continue</c>, in any case, and there is at least one.</summary>
    public static bool IsContinue(string value) => Check(value, out var any) && any;

    /// <summary>Whether the list has a member that is not <c>100-continue</c>: 417.</summary>
    public static bool IsUnknown(string value) => !Check(value, out _);

    private static bool Check(string value, out bool any)
    {
        any = false;
        foreach (var part in value.AsSpan().Split(','))
        {
            var member = value.AsSpan(part).Trim(" \t");
            if (member.IsEmpty)
            {
                continue;
            }

            if (!member.Equals("100-continue", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            any = true;
        }

        return true;
    }
}
