using Akka.IO;
using FsCheck;
using FsCheck.Fluent;
using Vod.Actors.Connections;

namespace Vod.Actors.Tests.Connections;

/// <summary>What a client has sent and nobody has read yet.</summary>
public sealed class InputBufferTests
{
    [Fact]
    public void It_is_empty_at_first_and_holds_nothing()
    {
        using var input = new InputBuffer();

        Assert.Equal(0, input.Count);
        Assert.True(input.Memory.IsEmpty);
        input.Append(ByteString.Empty);
        input.Consume(0);
        Assert.Equal(0, input.Count);
    }

    [Fact]
    public void It_can_be_used_again_after_it_was_emptied_and_after_it_was_disposed_of()
    {
        using var input = new InputBuffer();
        input.Append(ByteString.FromString("abc"));
        input.Consume(3);
        input.Append(ByteString.FromString("de"));
        input.Dispose();
        Assert.Equal(0, input.Count);
        input.Append(ByteString.FromString("f"));
        input.Dispose();
        input.Dispose(); // gives nothing back twice

        Assert.True(input.Memory.IsEmpty);
    }

    [Fact]
    public void Bytes_that_come_in_several_segments_are_joined()
    {
        using var input = new InputBuffer();
        input.Append(ByteString.FromString("ab") + ByteString.FromString("cd") + ByteString.FromString("e"));
        input.Consume(1);
        input.Append(ByteString.FromString("f"));

        Assert.Equal("bcdef"u8.ToArray(), input.Memory.ToArray());
    }

    [Fact]
    public void What_comes_out_is_what_went_in_whatever_the_pieces()
    {
        var pieces = Gen.Zip(Gen.Choose(0, 3000), Gen.Choose(0, 3000)).ArrayOf().ToArbitrary();
        Prop.ForAll(pieces, steps =>
        {
            using var input = new InputBuffer();
            var model = new Queue<byte>();
            var next = 0;
            foreach (var (append, consume) in steps)
            {
                var bytes = Enumerable.Range(0, append).Select(_ => (byte)next++).ToArray();
                input.Append(ByteString.FromBytes(bytes));
                Array.ForEach(bytes, model.Enqueue);
                var count = Math.Min(consume, input.Count);
                input.Consume(count);
                for (var n = 0; n < count; n++) model.Dequeue();
                if (input.Count != model.Count || !input.Memory.Span.SequenceEqual(model.ToArray())) return false;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }
}
