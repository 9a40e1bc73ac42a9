using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http;

namespace Vod.Actors.Http;

/// <summary>
/// Reads request heads from what a connection has buffered. The bytes are first judged by <see cref="HeadScanner"/>, which is stricter than
/// Kestrel's parser; Kestrel's <c>HttpParser</c> then splits the head, and a <see cref="HeadBuilder"/> makes sense of its fields.
/// One per connection: it keeps its place, so that a head that dribbles in is not read again from its beginning.
/// </summary>
public sealed class RequestParser(RequestLimits limits)
{
    private static readonly HttpParser<HeadBuilder> Kestrel = new();

    private readonly RepeatedFields _repeated = new();
    private HeadScanner _scanner = new(limits);

    /// <summary>How much is read before it is refused.</summary>
    public RequestLimits Limits => limits;

    /// <summary>Whether a request line has begun: only empty lines may have come before (RFC 9112 §2.2), and they are not a request yet.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Whether the method of the head that is being read is known to be HEAD: a timeout's answer then has no body.</summary>
    public bool IsHead => _scanner.IsHead;

    /// <summary>Reads as much of a head as there is.</summary>
    /// <param name="buffered">All bytes of this head that have come; until one is parsed, each call has the bytes of the last, and more.</param>
    /// <returns>After <see cref="ParseOutcome.Parsed"/>, the next call begins with the next head; after <see cref="ParseOutcome.Rejected"/> there is none.</returns>
    public ParseOutcome Parse(ReadOnlyMemory<byte> buffered)
    {
        var complete = _scanner.Scan(buffered.Span, out var rejection);
        HasBegun = buffered.Length > _scanner.Start && buffered.Span[_scanner.Start] is not ((byte)'\r' or (byte)'\n');
        if (rejection is not null)
        {
            return new ParseOutcome.Rejected(rejection, _scanner.IsHead);
        }

        if (!complete)
        {
            return ParseOutcome.NeedMore.Instance;
        }

        var builder = new HeadBuilder(_repeated);
        var reader = new SequenceReader<byte>(new ReadOnlySequence<byte>(buffered[_scanner.Start.._scanner.End]));
        try
        {
            Kestrel.ParseRequestLine(builder, ref reader);
            Kestrel.ParseHeaders(builder, ref reader);
        }
        catch (BadHttpRequestException refusal)
        {
            // Not known to happen, as the scanner is stricter; should Kestrel become stricter still, its verdict stands.
            return new ParseOutcome.Rejected(new Rejection(refusal.StatusCode, refusal.Message), _scanner.IsHead);
        }

        if (builder.Build(out rejection) is not { } head)
        {
            return new ParseOutcome.Rejected(rejection!, _scanner.IsHead);
        }

        var consumed = _scanner.End;
        _scanner = new HeadScanner(limits);
        HasBegun = false;
        return new ParseOutcome.Parsed(head, consumed);
    }
}
