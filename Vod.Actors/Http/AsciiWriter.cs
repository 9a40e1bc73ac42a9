using System.Buffers.Text;
using System.Text;

namespace Vod.Actors.Http;

/// <summary>Writes ASCII into a span that is known to be long enough.</summary>
internal ref struct AsciiWriter(Span<byte> buffer)
{
    private readonly Span<byte> buffer = buffer;

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => buffer[..Length];

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer[Length..]);
        Length += bytes.Length;
    }

    public void Write(string text) => Length += Encoding.ASCII.GetBytes(text, buffer[Length..]);

    public void Write(long number)
    {
        Utf8Formatter.TryFormat(number, buffer[Length..], out var written);
        Length += written;
    }

    public void Write(DateTimeOffset date)
    {
        HttpDate.Format(date, buffer[Length..]);
        Length += HttpDate.Length;
    }
}
