namespace Vod.Actors.Http;

/// <summary>Finds the end of a request's body, which is thrown away. A state machine without buffers: bytes may come in any pieces.</summary>
public sealed class BodyReader
{
    private readonly ChunkedFraming? _chunks;
    private long _remaining;

    /// <summary>Starts at the first byte after a head.</summary>
    /// <param name="framing">How the body is framed.</param>
    /// <param name="maxBytes">How much content is read at most.</param>
    public BodyReader(BodyFraming framing, long maxBytes)
    {
        if (framing.IsChunked)
        {
            _chunks = new ChunkedFraming(maxBytes);
        }
        else
        {
            _remaining = framing.Length;
            State = _remaining == 0 ? BodyState.Complete : _remaining > maxBytes ? BodyState.TooLarge : BodyState.NeedMore;
        }
    }

    /// <summary>How far the body has been read. A length beyond the limit is <see cref="BodyState.TooLarge"/> from the start.</summary>
    public BodyState State { get; private set; } = BodyState.NeedMore;

    /// <summary>Reads on. Once the state is not <see cref="BodyState.NeedMore"/>, nothing more is consumed.</summary>
    public BodyProgress Read(ReadOnlySpan<byte> data)
    {
        if (State != BodyState.NeedMore)
        {
            return new(State, 0);
        }

        if (_chunks is not null)
        {
            var progress = _chunks.Read(data);
            State = progress.State;
            return progress;
        }

        var consumed = (int)Math.Min(_remaining, data.Length);
        _remaining -= consumed;
        State = _remaining == 0 ? BodyState.Complete : BodyState.NeedMore;
        return new(State, consumed);
    }
}
