using System.Collections.Immutable;
using Vod.Actors.Http;

namespace Vod.Actors.Planning;

/// <summary>A decided answer: what to send, down to the byte. Immutable; plans of errors are shared by all connections.</summary>
/// <param name="Head">The head.</param>
/// <param name="Body">What to send after it, in order; empty for HEAD, 204, 304 and an empty file. Otherwise its lengths sum up to <c>Content-Length</c>.</param>
/// <param name="Close">Whether the connection must be closed after it, whatever the client asked for.</param>
public sealed record ResponsePlan(ResponseHead Head, ImmutableArray<BodySegment> Body, bool Close = false)
{
    /// <summary>The status code.</summary>
    public int Status => Head.Status;

    /// <summary>Whether part of the body comes from the file.</summary>
    public bool ReadsFile
    {
        get
        {
            foreach (var segment in Body)
            {
                if (segment.IsFile)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>How many bytes follow the head.</summary>
    public long BodyLength
    {
        get
        {
            long sum = 0;
            foreach (var segment in Body)
            {
                sum += segment.Length;
            }

            return sum;
        }
    }

    /// <summary>The same answer with its ranges of the file replaced by bytes at hand.</summary>
    /// <param name="file">The whole file.</param>
    public ResponsePlan WithFileInMemory(ReadOnlyMemory<byte> file)
    {
        var body = ImmutableArray.CreateBuilder<BodySegment>(Body.Length);
        foreach (var segment in Body)
        {
            body.Add(segment.IsFile ? BodySegment.Of(file.Slice((int)segment.Range.Offset, (int)segment.Range.Length)) : segment);
        }

        return this with { Body = body.MoveToImmutable() };
    }

    /// <summary>The head as bytes. It says <c>Connection: close</c> when <see cref="Close"/> does, or <paramref name="keepAlive"/> is false.</summary>
    /// <param name="date">The value of <c>Date</c>.</param>
    /// <param name="keepAlive">Whether the connection may stay open.</param>
    public byte[] RenderHead(DateStamp date, bool keepAlive) => Head.Render(date, keepAlive && !Close);
}
