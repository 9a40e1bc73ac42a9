using System.Text;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

public class HttpDateTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 9, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void All_three_formats_are_read(string text) =>
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HttpDate.Parse(text, Now));

    [Fact]
    public void Asctime_has_days_of_two_digits_too() =>
        Assert.Equal(new DateTimeOffset(1994, 11, 16, 8, 49, 37, TimeSpan.Zero), HttpDate.Parse("Wed Nov 16 08:49:37 1994", Now));

    [Theory]
    [InlineData("Monday, 09-May-77 00:00:00 GMT", 1977)] // 51 years ahead: in the past
    [InlineData("Saturday, 09-May-76 00:00:00 GMT", 2076)] // 50 years ahead
    [InlineData("Friday, 09-May-25 00:00:00 GMT", 2025)]
    [InlineData("Sunday, 09-May-99 00:00:00 GMT", 1999)]
    public void A_year_of_two_digits_is_never_over_50_years_ahead(string text, int year) => Assert.Equal(year, HttpDate.Parse(text, Now)?.Year);

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("yesterday")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("Sun, 06 Nov 1994 08:49:37")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 UTC")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 +0000")]
    [InlineData("Sun, 6 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 94 08:49:37 GMT")]
    [InlineData("Sun, 06-Nov-1994 08:49:37 GMT")]
    [InlineData("06 Nov 1994 08:49:37 GMT")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")] // a Sunday
    [InlineData("Sun, 06 Nov 1994 24:00:00 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:60:37 GMT")]
    [InlineData("Tue, 31 Feb 1994 08:49:37 GMT")]
    [InlineData(" Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT")]
    public void Anything_else_is_no_date(string text) => Assert.Null(HttpDate.Parse(text, Now));

    [Fact]
    public void Dates_are_written_as_imf_fixdate()
    {
        var date = new DateTimeOffset(1994, 11, 6, 10, 49, 37, 999, TimeSpan.FromHours(2));
        var bytes = new byte[HttpDate.Length];
        HttpDate.Format(date, bytes);
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", Encoding.ASCII.GetString(bytes));
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", HttpDate.Format(date));
    }

    [Fact]
    public void Too_short_a_buffer_is_an_error() => Assert.Throws<ArgumentException>(() => HttpDate.Format(Now, new byte[HttpDate.Length - 1]));

    [Fact]
    public void A_stamp_lasts_a_second()
    {
        var stamp = DateStamp.Of(Now);
        Assert.Equal("Sat, 09 May 2026 12:00:00 GMT", stamp.ToString());
        Assert.Equal("Sat, 09 May 2026 12:00:00 GMT", DateStamp.Of(Now.AddMilliseconds(999)).ToString());
        Assert.Equal("Sat, 09 May 2026 12:00:01 GMT", DateStamp.Of(Now.AddSeconds(1)).ToString());
        Assert.Equal("Sat, 09 May 2026 11:59:59 GMT", DateStamp.Of(Now.AddTicks(-1)).ToString());
    }
}
