using System.Text;
using Akka.IO;
using Vod.Actors.Connections;
using Vod.Actors.Tests.EndToEnd;
using Vod.Transport;

namespace Vod.Actors.Tests.Connections;

/// <summary>A write command, as the bytes that the client would see.</summary>
internal sealed class Sent
{
    private readonly List<byte> _bytes = [];
    private readonly Lazy<RawResponse> _response;

    private Sent(Tcp.WriteCommand command)
    {
        foreach (var part in command as IEnumerable<Tcp.SimpleWriteCommand> ?? [(Tcp.SimpleWriteCommand)command])
        {
            if (part is Tcp.Write write) _bytes.AddRange(write.Data.ToArray());
            else AddFile(Assert.IsType<WriteFile>(part));
            if (part.WantsAck) Acks.Add(part.Ack);
        }

        _response = new(Parse);
    }

    public static Sent By(Tcp.WriteCommand command) => new(command);

    public byte[] Bytes => [.. _bytes];

    public string Text => Encoding.Latin1.GetString(Bytes);

    /// <summary>The events that the kernel taking it all brings, in their order.</summary>
    public List<Tcp.Event> Acks { get; } = [];

    /// <summary>The request that it answers.</summary>
    public long RequestId => Assert.IsType<AllSent>(Acks[^1]).RequestId;

    /// <summary>When it begins with a head: that, and as much of the body as goes with it.</summary>
    public RawResponse Response => _response.Value;

    private void AddFile(WriteFile write)
    {
        _bytes.AddRange(write.Head.ToArray());
        foreach (var (_, offset, count) in write.Regions)
        {
            for (var n = offset; n < offset + count; n++) _bytes.Add(FakeFiles.ByteAt(n));
        }
    }

    private RawResponse Parse()
    {
        var end = Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        Assert.True(end > 4, $"this is no head: {Text}");
        return RawResponse.Parse(Text[..end]) with { Body = Bytes[end..] };
    }
}
