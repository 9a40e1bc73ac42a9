using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http;
using HttpMethod = Microsoft.AspNetCore.Server.Kestrel.Core.Internal.Http.HttpMethod;

namespace Vod.Actors.Http;

/// <summary>Collects what Kestrel's parser splits off, and judges what only the whole head can tell: target form, Host, framing.</summary>
internal sealed class HeadBuilder(RepeatedFields last) : IHttpRequestLineHandler, IHttpHeadersHandler
{
    private string _method = "";
    private string _target = "";
    private RequestVersion _version;
    private int _hosts;
    private int _lengths;
    private ContentCodings _accepts;
    private string? _host, _length, _coding, _connection, _expect, _range, _ifRange, _ifMatch, _ifNoneMatch, _ifModifiedSince, _ifUnmodifiedSince, _destination;
    private string? _userAgent, _referer, _forwardedFor, _forwarded, _traceParent, _traceState;

    /// <inheritdoc/>
    public void OnStartLine(HttpVersionAndMethod versionAndMethod, TargetOffsetPathLength targetPath, Span<byte> startLine)
    {
        _method = versionAndMethod.Method switch
        {
            HttpMethod.Get => "GET",
            HttpMethod.Head => "HEAD",
            _ => Encoding.ASCII.GetString(startLine[..versionAndMethod.MethodEnd]),
        };
        _target = Encoding.ASCII.GetString(startLine[targetPath.Offset..]);
        _version = versionAndMethod.Version == HttpVersion.Http10 ? RequestVersion.Http10 : RequestVersion.Http11;
    }

    /// <inheritdoc/>
    public void OnHeader(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 4 when Is(name, "host"u8):
                _hosts++;
                Add(ref _host, value, last.Host);
                break;
            case 5 when Is(name, "range"u8):
                Add(ref _range, value);
                break;
            case 6 when Is(name, "expect"u8):
                Add(ref _expect, value);
                break;
            case 7 when Is(name, "referer"u8):
                Add(ref _referer, value);
                break;
            case 8 when Is(name, "if-range"u8):
                Add(ref _ifRange, value);
                break;
            case 8 when Is(name, "if-match"u8):
                Add(ref _ifMatch, value);
                break;
            case 9 when Is(name, "forwarded"u8):
                Add(ref _forwarded, value, last.Forwarded);
                break;
            case 10 when Is(name, "user-agent"u8):
                Add(ref _userAgent, value, last.UserAgent);
                break;
            case 10 when Is(name, "tracestate"u8):
                Add(ref _traceState, value);
                break;
            case 10 when Is(name, "connection"u8):
                Add(ref _connection, value);
                break;
            case 11 when Is(name, "traceparent"u8):
                Add(ref _traceParent, value);
                break;
            case 13 when Is(name, "if-none-match"u8):
                Add(ref _ifNoneMatch, value);
                break;
            case 14 when Is(name, "content-length"u8):
                _lengths++;
                Add(ref _length, value);
                break;
            case 14 when Is(name, "sec-fetch-dest"u8):
                Add(ref _destination, value);
                break;
            case 15 when Is(name, "x-forwarded-for"u8):
                Add(ref _forwardedFor, value, last.ForwardedFor);
                break;
            case 15 when Is(name, "accept-encoding"u8):
                _accepts |= ContentCoding.Parse(value);
                break;
            case 17 when Is(name, "if-modified-since"u8):
                Add(ref _ifModifiedSince, value);
                break;
            case 17 when Is(name, "transfer-encoding"u8):
                Add(ref _coding, value);
                break;
            case 19 when Is(name, "if-unmodified-since"u8):
                Add(ref _ifUnmodifiedSince, value);
                break;
        }
    }

    /// <inheritdoc/>
    public void OnHeadersComplete(bool endStream)
    {
    }

    /// <inheritdoc/>
    public void OnStaticIndexedHeader(int index) => throw new NotSupportedException("HTTP/1 has no header table.");

    /// <inheritdoc/>
    public void OnStaticIndexedHeader(int index, ReadOnlySpan<byte> value) => throw new NotSupportedException("HTTP/1 has no header table.");

    /// <summary>The head, or null and why it is refused.</summary>
    public RequestHead? Build(out Rejection? rejection)
    {
        var kind = RequestMethods.Classify(_method);
        var split = RequestTarget.Parse(kind, _target);
        rejection = split is null ? Rejection.Target : HostFault();
        var framing = rejection is null ? Framing(out rejection) : BodyFraming.None;
        if (rejection is not null)
        {
            return null;
        }

        return new RequestHead
        {
            Method = kind,
            MethodName = _method,
            Target = split!.Value,
            Version = _version,
            Body = framing,
            KeepAlive = ConnectionOption.KeepsAlive(_version, _connection),
            Host = last.Host = _host,
            Expect = _expect,
            Range = _range,
            IfRange = _ifRange,
            IfMatch = _ifMatch,
            IfNoneMatch = _ifNoneMatch,
            IfModifiedSince = _ifModifiedSince,
            IfUnmodifiedSince = _ifUnmodifiedSince,
            SecFetchDest = _destination,
            UserAgent = last.UserAgent = _userAgent,
            Referer = _referer,
            ForwardedFor = last.ForwardedFor = _forwardedFor,
            Forwarded = last.Forwarded = _forwarded,
            TraceParent = _traceParent,
            TraceState = _traceState,
            Accepts = _accepts,
        };
    }

    /// <summary>One valid Host; in HTTP/1.0 none will do (RFC 9112 §3.2). The authority of an absolute target does not excuse a bad one.</summary>
    private Rejection? HostFault() => _hosts switch
    {
        0 => _version == RequestVersion.Http11 ? Rejection.Host : null,
        1 => HostValue.IsValid(_host) ? null : Rejection.Host,
        _ => Rejection.Host,
    };

    /// <summary>How the body is framed (RFC 9112 §6.3). What two recipients could understand in two ways is refused.</summary>
    private BodyFraming Framing(out Rejection? rejection)
    {
        rejection = null;
        if (_coding is not null)
        {
            rejection = _lengths > 0 ? Rejection.BothLengths : TransferCoding.Fault(_version, _coding);
            return BodyFraming.Chunked;
        }

        if (_lengths == 0)
        {
            return BodyFraming.None;
        }

        if (_lengths == 1 && ContentLength.Parse(_length) is { } bytes)
        {
            return BodyFraming.OfLength(bytes);
        }

        rejection = Rejection.ContentLength;
        return BodyFraming.None;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lowerCase) => Ascii.EqualsIgnoreCase(name, lowerCase);

    /// <summary>Bytes above 0x7F are kept as Latin-1: opaque, as RFC 9110 §5.5 has it.</summary>
    private static void Add(ref string? field, ReadOnlySpan<byte> value, string? before = null)
    {
        var text = before is not null && Ascii.Equals(value, before) ? before : Encoding.Latin1.GetString(value);
        field = field is null ? text : $"{field}, {text}";
    }
}
