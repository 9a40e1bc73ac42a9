using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

/// <summary>However a request is split over reads, the verdict is the same, and nothing makes the parser or its users throw.</summary>
public class RequestSplitTests
{
    private static readonly string[] Pieces =
    [
        "GET ", "HEAD ", "POST ", "OPTIONS ", "CONNECT ", "brew ", "/", "/a.mp4", "*", "a:80", "http://h/p?q", " HTTP/1.1\r\n", " HTTP/1.0\r\n", " HTTP/2.0\r\n",
        "\r\n", "\r\n\r\n", "Host: a\r\n", "Host: b c\r\n", "Host : a\r\n", "X: y\r\n", "X:\r\n", " folded\r\n", "Content-Length: 5\r\n", "Content-Length: +5\r\n",
        "Transfer-Encoding: chunked\r\n", "Range: bytes=0-1\r\n", "Connection: close\r\n", "\r", "\n", "\0", ":", " ", "\t", "#", "%", "?", "\u00ff",
        new string('a', 9000), new string('B', 1025), string.Concat(Enumerable.Repeat("F: g\r\n", 101)), $"L: {new string('l', 33000)}\r\n",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces)) select string.Concat(pieces),
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces)) select $"GET /a HTTP/1.1\r\nHost: a\r\n{string.Concat(pieces)}\r\n\r\n",
        from bytes in Gen.ArrayOf(Gen.Choose(0, 255)) select string.Concat(bytes.Select(b => (char)b)));

    [Fact]
    public void Random_heads_have_the_same_outcome_in_one_piece_and_in_many() =>
        Prop.ForAll((from text in Text from cuts in Gen.ArrayOf(Gen.Choose(0, Math.Max(text.Length, 1))) select (text, cuts)).ToArbitrary(), sample =>
        {
            Assert.Equal(Whole(sample.text), InPieces(sample.text, sample.cuts));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Theory]
    [InlineData("GET /a?b HTTP/1.1\r\nHost: a\r\nRange: bytes=0-1\r\n\r\n")]
    [InlineData("\r\n\r\nHEAD http://b:1/c HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")]
    [InlineData("GET /a HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n")]
    [InlineData("GET /a HTTP/1.1\r\nHost: a\r\nX: y\rz\r\n\r\n")]
    [InlineData("GET /a HTTP/1.1\r\nHost: a\n\r\n")]
    [InlineData("GET /a HTTP/1.2\r\nX")]
    [InlineData("GET /a HTTP/x.1\r\nX")]
    [InlineData("GET /a HTTP/1.1\r\nX\r\n\r\n")]
    public void A_head_that_comes_byte_by_byte_has_the_same_outcome(string text) =>
        Assert.Equal(Whole(text), InPieces(text, [.. Enumerable.Range(0, text.Length)]));

    [Fact]
    public void A_refusal_comes_with_the_first_bad_byte()
    {
        const string Text = "GET /a HTTP/1.1\r\nHost: a\r\nX: \0";
        Assert.IsType<ParseOutcome.NeedMore>(Requests.Parse(Text[..^1]));
        Assert.Equal(Rejection.FieldValue, Requests.Rejection(Text).Reason);
    }

    private static ParseOutcome Whole(string text) => Requests.Parse(text);

    private static ParseOutcome InPieces(string text, int[] cuts)
    {
        var parser = new RequestParser(RequestLimits.Default);
        var bytes = Encoding.Latin1.GetBytes(text);
        foreach (var cut in cuts.Where(c => c < bytes.Length).Order())
        {
            // Each call gets a buffer of its own: nothing may be kept of the last one.
            if (parser.Parse(bytes.AsSpan(0, cut).ToArray()) is not ParseOutcome.NeedMore and var outcome)
            {
                return outcome;
            }
        }

        return parser.Parse(bytes);
    }
}
