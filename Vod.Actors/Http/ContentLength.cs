namespace Vod.Actors.Http;

/// <summary>The <c>Content-Length</c> field (RFC 9110 §8.6).</summary>
public static class ContentLength
{
    /// <summary>Reads a length: digits only, below 2⁶³. Null for anything else, lists of equal lengths included: refusing them is the safer choice of §8.6.</summary>
    public static long? Parse(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        long length = 0;
        foreach (var c in value)
        {
            var digit = c - '0';
            if (digit is < 0 or > 9 || length > (long.MaxValue - digit) / 10)
            {
                return null;
            }

            length = (length * 10) + digit;
        }

        return length;
    }
}
