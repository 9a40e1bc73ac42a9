using FsCheck;
using FsCheck.Fluent;

namespace Vod.Actors.Tests.Fuzzing;

/// <summary>Makes conversations: mostly sound requests of every kind, some of them spoilt, in one go or in pieces.</summary>
internal static class Conversations
{
    private static readonly string[] Targets =
    [
        .. FuzzContent.Names.Select(name => "/" + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)),
        "/film.mp4?whole", "/film.mp4?download", "/large.webm?a&whole=1", "http://other/film.mp4", "/x/../film.mp4", "/%66ilm.mp4", "//film.mp4", "/%2e%2e/film.mp4",
        "/nothing", "/folder", "/folder/", "/folder/nothing", "/confidential/secret.txt", "/%43onfidential", "/.hidden", "/", "*", "/?q=film&sort=largest", "/-/api/catalog",
        "/-/api/media/film.mp4", "/%", "/%00", "/%ff", "/a%5cb", "/film.mp4/", "other.mp4", "/" + new string('n', 300), "/" + new string('t', 8300),
    ];

    private static readonly string[] Ranges =
    [
        "bytes=0-0", "bytes=0-", "bytes=1-", "bytes=-1", "bytes=-70000", "bytes=65535-65536", "bytes=65536-", "bytes=100000-", "bytes=0-999999999", "bytes=99999999-",
        "bytes=99999999999999999999-", "bytes=5-4", "bytes=-0", "bytes=", "items=0-1", "bytes=0-1,5-6", "bytes=0-9,5-19,30-", "bytes=0-99999,-1", "bytes=7-7,,3-3 , 1-1", "bytes=0-1;2",
        "bytes=" + string.Join(',', Enumerable.Range(0, 20).Select(n => $"{n * 3}-{n * 3}")),
    ];

    private static readonly string[] Fields =
    [
        "If-None-Match: *", "If-None-Match: \"other\"", "If-None-Match: {etag}", "If-None-Match: W/{etag}", "If-Match: {etag}", "If-Match: *", "If-Match: \"other\"", "If-Match: broken",
        "If-Modified-Since: {date}", "If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT", "If-Unmodified-Since: {date}", "If-Unmodified-Since: Saturday, 01-Jan-00 00:00:00 GMT",
        "If-Modified-Since: Fri Jan  1 00:00:00 2100", "If-Range: {etag}", "If-Range: W/{etag}", "If-Range: {date}", "If-Range: x", "Connection: close", "Connection: keep-alive",
        "Connection: upgrade", "Connection: x, Close", "Accept-Encoding: gzip, br", "Sec-Fetch-Dest: video", "Expect: 100-continue", "Expect: nothing", "X: y", "X:", "Cookie: \u00ff",
        "Host: other", "Content-Length: 0", "Content-Length: 3", "Content-Length: x", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked", " folded", "Bad : name", "NoColon",
    ];

    private static readonly string[] Spoilers =
    [
        "\r", "\n", "\r\n", "\r\n\r\n", "\0", " ", "\t", ":", "/", "%", "#", ",", ";", "=", "\"", "\u007f", "\u0080", "\u00ff", "0\r\n\r\n", "GET ", " HTTP/1.1\r\n", "HTTP/2.0",
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n", "-1", "99999999999999999999", new string('a', 5000),
        new string('A', 40_000), string.Concat(Enumerable.Repeat("F: g\r\n", 60)),
    ];

    private static readonly Gen<string> Smuggled = Gen.Elements("hello", "", "GET /one.bin HTTP/1.1\r\nHost: smuggled\r\n\r\n", "0\r\n\r\nGET / HTTP/1.1\r\n\r\n", new string('b', 3000));

    private static readonly Gen<string> Range = from range in Gen.Elements(Ranges) select $"Range: {range}\r\n";

    private static readonly Gen<string> Field = from field in Gen.Elements(Fields) select field + "\r\n";

    /// <summary>The fields that frame a body, the empty line, and the body.</summary>
    private static readonly Gen<string> Body = Gen.Frequency(
        (8, Gen.Constant("\r\n")),
        (1, from body in Smuggled select $"Content-Length: {body.Length}\r\n\r\n{body}"),
        (1, from body in Smuggled from short_ in Gen.Choose(1, 5) select $"Content-Length: {body.Length + short_}\r\n\r\n{body}"),
        (2, from chunks in Gen.ArrayOf(Smuggled) from end in Gen.Elements("0\r\n\r\n", "000\r\n\r\n", "0;x=\"y\"\r\nT: u\r\n\r\n", "0\r\n", "")
            select $"Transfer-Encoding: chunked\r\n\r\n{string.Concat(chunks.Where(c => c.Length > 0).Take(4).Select(c => $"{c.Length:x};e\r\n{c}\r\n"))}{end}"));

    private static readonly Gen<string> Request =
        from method in Gen.Frequency((16, Gen.Constant("GET")), (4, Gen.Constant("HEAD")), (1, Gen.Elements("OPTIONS", "POST", "DELETE", "CONNECT", "BREW", "get")))
        from target in Gen.Elements(Targets)
        from version in Gen.Frequency((20, Gen.Constant("1.1")), (2, Gen.Constant("1.0")), (1, Gen.Elements("1.2", "2.0", "x")))
        from host in Gen.Frequency((30, Gen.Constant("Host: vod\r\n")), (1, Gen.Elements("", "Host: a b\r\n", "Host: [::1]:80\r\n")))
        from range in Gen.Frequency((1, Range), (1, Gen.Constant("")))
        from count in Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Choose(2, 4)))
        from fields in Gen.ArrayOf(Field, count)
        from body in Body
        select FuzzContent.Fill($"{method} {target} HTTP/{version}\r\n{host}{range}{string.Concat(fields)}{body}");

    private static readonly Gen<string> Plain = from name in Gen.Elements<string>(FuzzContent.PlainNames) from range in Range select $"GET /{name} HTTP/1.1\r\nHost: vod\r\n{range}\r\n";

    private static readonly Gen<Func<string, string>> Mutation =
        from place in Gen.Choose(0, 1_000_000)
        from count in Gen.Choose(1, 12)
        from spoiler in Gen.Elements(Spoilers)
        from octet in Gen.Choose(0, 255)
        from kind in Gen.Choose(0, 5)
        select (Func<string, string>)(text =>
        {
            var at = (int)((long)place * text.Length / 1_000_001);
            var length = Math.Min(count, text.Length - at);
            return kind switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, spoiler),
                2 => text.Insert(at, ((char)octet).ToString()),
                3 => text.Length == 0 ? text : text.Remove(at, 1).Insert(at, ((char)octet).ToString()),
                4 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at],
            };
        });

    private static readonly Gen<string> Text = Gen.Frequency(
        (10, from requests in Gen.ArrayOf(Gen.OneOf(Request, Plain)) select string.Concat(requests.Take(12))),
        (8, from requests in Gen.NonEmptyListOf(Request)
            from count in Gen.Choose(1, 3)
            from mutations in Gen.ArrayOf(Mutation, count)
            select mutations.Aggregate(string.Concat(requests.Take(6)), (text, mutation) => mutation(text))),
        (1, from request in Plain select string.Concat(Enumerable.Repeat(request, 300))),
        (1, from octets in Gen.ArrayOf(Gen.Choose(0, 255)) select string.Concat(octets.Select(octet => (char)octet))));

    private static readonly Gen<Conversation> One =
        from text in Text
        from cuts in Gen.Frequency((1, Gen.Constant(Array.Empty<int>())), (2, Gen.ArrayOf(Gen.Choose(0, Math.Max(1, text.Length)))),
            (1, from start in Gen.Choose(0, Math.Max(1, text.Length)) select Enumerable.Range(start, 60).ToArray()))
        from parting in Gen.Frequency((6, Gen.Constant(Parting.HalfClose)), (2, Gen.Constant(Parting.HalfCloseLater)), (1, Gen.Constant(Parting.Reset)), (1, Gen.Constant(Parting.Vanish)))
        from taken in Gen.Choose(0, 200_000)
        select new Conversation(text, cuts, parting, taken);

    /// <summary>Some clients at once.</summary>
    public static Arbitrary<Conversation[]> AtOnce(Func<bool> shrinks) =>
        Arb.From(from count in Gen.Choose(1, 8) from all in Gen.ArrayOf(One, count) select all, all => Smaller(all).TakeWhile(_ => shrinks()));

    private static IEnumerable<Conversation[]> Smaller(Conversation[] all)
    {
        if (all.Length > 1) return all.Select(one => new[] { one });
        return all.SelectMany(one => one.Smaller()).Select(one => new[] { one });
    }
}
