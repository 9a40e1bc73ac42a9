using System.Buffers;
using Akka.IO;

namespace Vod.Actors.Connections;

/// <summary>What a client has sent and nobody has read yet. Holds memory only while there is something in it.</summary>
internal sealed class InputBuffer : IDisposable
{
    private byte[]? _bytes;
    private int _start, _end;

    public int Count => _end - _start;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(_start, Count);

    public void Append(ByteString data)
    {
        if (data.IsEmpty) return;
        if (_bytes is null || _bytes.Length - _end < data.Count) Grow(Count + data.Count);
        var free = _bytes.AsSpan(_end, data.Count);
        data.CopyTo(ref free);
        _end += data.Count;
    }

    /// <summary>Forgets the first bytes.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end) Dispose();
    }

    private void Grow(int needed)
    {
        var bigger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Min(2 * Count, 64 * 1024)));
        Memory.CopyTo(bigger);
        var count = Count;
        Dispose();
        (_bytes, _start, _end) = (bigger, 0, count);
    }

    /// <summary>Forgets everything and gives the memory back.</summary>
    public void Dispose()
    {
        if (_bytes is not null) ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _start, _end) = (null, 0, 0);
    }
}
