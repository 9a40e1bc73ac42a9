using System.Text;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

/// <summary>Parses text, a char a byte.</summary>
internal static class Requests
{
    public static ParseOutcome Parse(string text, RequestLimits? limits = null) =>
        new RequestParser(limits ?? RequestLimits.Default).Parse(Encoding.Latin1.GetBytes(text));

    public static RequestHead Head(string text) => Assert.IsType<ParseOutcome.Parsed>(Parse(text)).Head;

    public static ParseOutcome.Rejected Rejection(string text) => Assert.IsType<ParseOutcome.Rejected>(Parse(text));
}
