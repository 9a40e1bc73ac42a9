using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

/// <summary>Where a request's body ends, and what is wrong with its chunks (RFC 9112 §6, §7.1).</summary>
public class BodyReaderTests
{
    private const long Limit = 1024 * 1024;

    [Fact]
    public void A_body_of_known_length_ends_after_it()
    {
        var reader = new BodyReader(BodyFraming.OfLength(5), Limit);
        Assert.Equal(new BodyProgress(BodyState.NeedMore, 3), reader.Read("abc"u8));
        Assert.Equal(new BodyProgress(BodyState.NeedMore, 0), reader.Read([]));
        Assert.Equal(new BodyProgress(BodyState.Complete, 2), reader.Read("deGET "u8));
        Assert.Equal(new BodyProgress(BodyState.Complete, 0), reader.Read("GET "u8));
    }

    [Fact]
    public void No_body_is_complete_at_once()
    {
        Assert.Equal(BodyState.Complete, new BodyReader(BodyFraming.None, Limit).State);
        Assert.Equal(BodyState.Complete, new BodyReader(BodyFraming.OfLength(0), Limit).State);
    }

    [Theory]
    [InlineData(Limit, BodyState.NeedMore)]
    [InlineData(Limit + 1, BodyState.TooLarge)]
    [InlineData(long.MaxValue, BodyState.TooLarge)]
    public void A_known_length_is_too_large_from_the_start(long length, BodyState state)
    {
        var reader = new BodyReader(BodyFraming.OfLength(length), Limit);
        Assert.Equal(state, reader.State);
        Assert.Equal(state, reader.Read([]).State);
    }

    [Theory]
    [InlineData("0\r\n\r\n")]
    [InlineData("5\r\nhello\r\n0\r\n\r\n")]
    [InlineData("000a\r\n0123456789\r\n0\r\n\r\n")]
    [InlineData("A\r\n0123456789\r\n1\r\nx\r\n000\r\n\r\n")]
    [InlineData("00000000000000000000005\r\nhello\r\n0\r\n\r\n")]
    [InlineData("2\r\n\r\n\r\n0\r\n\r\n")]
    [InlineData("3\r\n0\r\n\r\n0\r\n\r\n")]
    [InlineData("5;a\r\nhello\r\n0;b=c\r\n\r\n")]
    [InlineData("5;a=b;c=\"d; \\\"=\u00ff\";e\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5 \t; a = b ; c\r\nhello\r\n0\r\n\r\n")]
    [InlineData("5;a=\"b\" ;c\r\nhello\r\n0\r\n\r\n")]
    [InlineData("0\r\nX: y\r\nZ:\r\n\r\n")]
    [InlineData("0\r\nContent-Length: 5\r\nHost: b\r\n\r\n")]
    [InlineData("0\r\nX:\t\u00ff \r\n\r\n")]
    public void A_chunked_body_ends_with_its_trailers(string text)
    {
        var reader = new BodyReader(BodyFraming.Chunked, Limit);
        var progress = reader.Read(Encoding.Latin1.GetBytes(text + "GET / HTTP/1.1\r\n"));
        Assert.Equal(new BodyProgress(BodyState.Complete, text.Length), progress);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData(" 5\r\n")]
    [InlineData("5 \r\n")]
    [InlineData("5\n")]
    [InlineData("5\r5")]
    [InlineData("5\r\r\n")]
    [InlineData("x\r\n")]
    [InlineData("-5\r\n")]
    [InlineData("+5\r\n")]
    [InlineData("0x5\r\n")]
    [InlineData("5,\r\n")]
    [InlineData("5g\r\n")]
    [InlineData("5_0\r\n")]
    [InlineData("5.\r\n")]
    [InlineData("\u00b5\r\n")]
    [InlineData("10000000000000000\r\n")]
    [InlineData("8000000000000000\r\n")]
    [InlineData("ffffffffffffffff\r\n")]
    [InlineData("5\r\nhelloX")]
    [InlineData("5\r\nhello\n")]
    [InlineData("5\r\nhello\rX")]
    [InlineData("5\r\nhello\r\n\r\n")]
    [InlineData("5\r\nhello0\r\n\r\n")]
    [InlineData("5;\r\n")]
    [InlineData("5;;a\r\n")]
    [InlineData("5;=b\r\n")]
    [InlineData("5;a=\r\n")]
    [InlineData("5;a b\r\n")]
    [InlineData("5;a=b c\r\n")]
    [InlineData("5;a=\"b\r\n")]
    [InlineData("5;a=\"b\"c\r\n")]
    [InlineData("5;a=\"b;\\\"\r\";c\r\n")]
    [InlineData("5;a=\"\\\r\n")]
    [InlineData("5;a\n")]
    [InlineData("5;a\0\r\n")]
    [InlineData("5;a \r\n")]
    [InlineData("0\r\n\n")]
    [InlineData("0\r\n\rX")]
    [InlineData("0\r\n X: y\r\n\r\n")]
    [InlineData("0\r\nX: y\r\n z\r\n\r\n")]
    [InlineData("0\r\nX : y\r\n\r\n")]
    [InlineData("0\r\n: y\r\n\r\n")]
    [InlineData("0\r\nX\r\n\r\n")]
    [InlineData("0\r\nX: y\n\r\n")]
    [InlineData("0\r\nX: y\rz\r\n\r\n")]
    [InlineData("0\r\nX: \0\r\n\r\n")]
    [InlineData("0\r\nGET / HTTP/1.1\r\n\r\n")]
    public void Malformed_chunks_are_noticed(string text)
    {
        var reader = new BodyReader(BodyFraming.Chunked, Limit);
        Assert.Equal(BodyState.Malformed, reader.Read(Encoding.Latin1.GetBytes(text)).State);
        Assert.Equal(new BodyProgress(BodyState.Malformed, 0), reader.Read("0\r\n\r\n"u8));
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("6", null)]
    [InlineData("3 2", "5")]
    [InlineData("3 3", null)]
    [InlineData("1 1 1 1 1", "5")]
    [InlineData("1 1 1 1 1 1", null)]
    [InlineData("7fffffffffffffff", null)]
    [InlineData("1 7fffffffffffffff", null)]
    public void Chunks_are_too_large_when_their_sum_is(string sizes, string? total)
    {
        var text = new StringBuilder();
        foreach (var size in sizes.Split(' '))
        {
            text.Append(size).Append("\r\n").Append('x', (int)Math.Min(Convert.ToInt64(size, 16), 10)).Append("\r\n");
        }

        var progress = new BodyReader(BodyFraming.Chunked, maxBytes: 5).Read(Encoding.ASCII.GetBytes($"{text}0\r\n\r\n"));
        Assert.Equal(total is null ? BodyState.TooLarge : BodyState.Complete, progress.State);
    }

    [Fact]
    public void A_megabyte_in_chunks_of_one_byte_is_not_too_large()
    {
        var text = string.Concat(Enumerable.Repeat("1\r\nx\r\n", (int)Limit));
        var reader = new BodyReader(BodyFraming.Chunked, Limit);
        Assert.Equal(BodyState.Complete, reader.Read(Encoding.ASCII.GetBytes(text + "0\r\n\r\n")).State);
    }

    [Theory]
    [InlineData("1;{0}")]
    [InlineData("0\r\nX: {0}")]
    [InlineData("{1}")]
    public void Endless_extensions_trailers_and_zeros_are_too_large(string format)
    {
        var text = string.Format(null, format, new string('a', 20_000), new string('0', 20_000));
        Assert.Equal(BodyState.TooLarge, new BodyReader(BodyFraming.Chunked, Limit).Read(Encoding.ASCII.GetBytes(text)).State);
    }

    [Fact]
    public void Random_chunks_have_the_same_outcome_in_one_piece_and_in_many()
    {
        string[] pieces = ["0", "5", "a", "\r\n", "\r", "\n", ";", "=", "\"", "\\", " ", ":", "X", "hello", "0\r\n\r\n", "5\r\nhello\r\n", "3;a=\"b\"\r\nxyz\r\n", "X: y\r\n"];
        var sample = from parts in Gen.ArrayOf(Gen.Elements(pieces)) from size in Gen.Choose(1, 4) select (Text: string.Concat(parts), Size: size);
        Prop.ForAll(sample.ToArbitrary(), s =>
        {
            var bytes = Encoding.ASCII.GetBytes(s.Text);
            var whole = new BodyReader(BodyFraming.Chunked, 20).Read(bytes);
            var reader = new BodyReader(BodyFraming.Chunked, 20);
            var consumed = 0;
            while (consumed < bytes.Length && reader.State == BodyState.NeedMore)
            {
                consumed += reader.Read(bytes.AsSpan(consumed, Math.Min(s.Size, bytes.Length - consumed))).Consumed;
            }

            Assert.Equal(whole, new BodyProgress(reader.State, consumed));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
