using System.Text;

namespace Vod.Actors.Http;

/// <summary>The value of <c>Date</c> for one second, ready to be sent.</summary>
public sealed class DateStamp
{
    private static DateStamp _latest = new(DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerSecond);

    private readonly byte[] _text = new byte[HttpDate.Length];
    private readonly long _second;

    private DateStamp(long second)
    {
        _second = second;
        HttpDate.Format(new DateTimeOffset(second * TimeSpan.TicksPerSecond, TimeSpan.Zero), _text);
    }

    /// <summary>The IMF-fixdate, <see cref="HttpDate.Length"/> bytes.</summary>
    public ReadOnlySpan<byte> Text => _text;

    /// <summary>The stamp of the second that a time falls in. The latest one is remembered, so that a busy server formats one a second.</summary>
    public static DateStamp Of(DateTimeOffset now)
    {
        var second = now.UtcTicks / TimeSpan.TicksPerSecond;
        var stamp = Volatile.Read(ref _latest);
        if (stamp._second != second)
        {
            stamp = new DateStamp(second);
            Volatile.Write(ref _latest, stamp);
        }

        return stamp;
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.ASCII.GetString(_text);
}
