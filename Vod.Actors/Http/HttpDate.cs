using System.Buffers.Text;
using System.Globalization;

namespace Vod.Actors.Http;

/// <summary>HTTP dates (RFC 9110 §5.6.7): written as IMF-fixdate, read in all three formats.</summary>
public static class HttpDate
{
    /// <summary>The length of an IMF-fixdate in bytes.</summary>
    public const int Length = 29;

    private const string Rfc850 = "dddd, dd-MMM-yy HH:mm:ss 'GMT'";

    /// <summary>asctime pads the day with a space, where .NET's formats have a digit or nothing.</summary>
    private static readonly string[] FourDigitYear =
        ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    /// <summary>The date as text, e.g. <c>Sun, 06 Nov 1994 08:49:37 GMT</c>.</summary>
    public static string Format(DateTimeOffset date) => date.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Writes the date into the first <see cref="Length"/> bytes.</summary>
    public static void Format(DateTimeOffset date, Span<byte> destination)
    {
        if (!Utf8Formatter.TryFormat(date, destination, out _, 'R'))
        {
            throw new ArgumentException("Too short for a date.", nameof(destination));
        }
    }

    /// <summary>Reads a date; whole seconds, UTC. Null when it is not a valid HTTP date, and the field that holds it is to be ignored.</summary>
    /// <param name="text">The field's value.</param>
    /// <param name="now">The time by which two-digit years are understood: one that seems over 50 years ahead is in the past.</param>
    public static DateTimeOffset? Parse(string text, DateTimeOffset now)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParseExact(text, FourDigitYear, DateTimeFormatInfo.InvariantInfo, Utc, out var date))
        {
            return date;
        }

        if (!text.Contains('-'))
        {
            return null;
        }

        var format = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        format.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized) { TwoDigitYearMax = Math.Clamp(now.UtcDateTime.Year + 50, 99, 9999) };
        return DateTimeOffset.TryParseExact(text, Rfc850, format, Utc, out date) ? date : null;
    }
}
