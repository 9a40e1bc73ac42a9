using System.Collections;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// Asks a connection to write. Writes are sent in the order in which they come; one that is refused is answered with
    /// <see cref="CommandFailed"/>.
    /// </summary>
    public abstract class WriteCommand : Command
    {
        /// <summary>All of <paramref name="writes"/> in one command, <see cref="Write.Empty"/> if there are none.</summary>
        public static WriteCommand Create(IEnumerable<WriteCommand> writes)
        {
            ArgumentNullException.ThrowIfNull(writes);
            return Chain(writes, null) ?? Write.Empty;
        }

        /// <summary>All of <paramref name="writes"/> in one command, <see cref="Write.Empty"/> if there are none.</summary>
        public static WriteCommand Create(params WriteCommand[] writes) => Create((IEnumerable<WriteCommand>)writes);

        /// <summary><paramref name="other"/> and then this.</summary>
        public CompoundWrite Prepend(SimpleWriteCommand other) => new(other, this);

        /// <summary>All of <paramref name="writes"/> and then this.</summary>
        public WriteCommand Prepend(IEnumerable<WriteCommand> writes)
        {
            ArgumentNullException.ThrowIfNull(writes);
            return Chain(writes, this)!;
        }

        private static WriteCommand? Chain(IEnumerable<WriteCommand> writes, WriteCommand? tail)
        {
            var parts = writes.SelectMany<WriteCommand, SimpleWriteCommand>(write => write is CompoundWrite compound ? compound : [(SimpleWriteCommand)write]);
            return parts.Reverse().Aggregate(tail, (rest, part) => rest is null ? part : new CompoundWrite(part, rest));
        }
    }

    /// <summary>A write that is not made of others.</summary>
    public abstract class SimpleWriteCommand : WriteCommand
    {
        /// <summary>What the sender is told once the system has taken all bytes; nothing if it is a <see cref="NoAck"/>.</summary>
        public abstract Event Ack { get; }

        /// <summary>Whether the sender is told.</summary>
        public bool WantsAck => Ack is not NoAck;

        /// <summary>This and then <paramref name="that"/>.</summary>
        public CompoundWrite Append(WriteCommand that) => new(this, that);
    }

    /// <summary>Writes bytes.</summary>
    public class Write : SimpleWriteCommand
    {
        /// <summary>No bytes and no acknowledgment.</summary>
        public static readonly Write Empty = new(ByteString.Empty, NoAck.Instance);

        private Write(ByteString data, Event ack)
        {
            ArgumentNullException.ThrowIfNull(data);
            ArgumentNullException.ThrowIfNull(ack);
            Data = data;
            Ack = ack;
        }

        /// <summary>The bytes.</summary>
        public ByteString Data { get; }

        /// <inheritdoc/>
        public override Event Ack { get; }

        /// <summary>Writes <paramref name="data"/>, unacknowledged.</summary>
        public static Write Create(ByteString data) => data.IsEmpty ? Empty : new Write(data, NoAck.Instance);

        /// <summary>Writes <paramref name="data"/>, acknowledged with <paramref name="ack"/>.</summary>
        public static Write Create(ByteString data, Event ack) => new(data, ack);

        /// <inheritdoc/>
        public override string ToString() => $"Write({Data.Count} bytes, ack: {Ack})";
    }

    /// <summary>Several writes, sent one after the other with nothing in between; each part is acknowledged by itself.</summary>
    public class CompoundWrite : WriteCommand, IEnumerable<SimpleWriteCommand>
    {
        /// <param name="head">The first.</param>
        /// <param name="tailCommand">The others.</param>
        public CompoundWrite(SimpleWriteCommand head, WriteCommand tailCommand)
        {
            ArgumentNullException.ThrowIfNull(head);
            ArgumentNullException.ThrowIfNull(tailCommand);
            Head = head;
            TailCommand = tailCommand;
        }

        /// <summary>The first.</summary>
        public SimpleWriteCommand Head { get; }

        /// <summary>The others.</summary>
        public WriteCommand TailCommand { get; }

        /// <summary>All parts in order.</summary>
        public IEnumerator<SimpleWriteCommand> GetEnumerator()
        {
            WriteCommand rest = this;
            while (rest is CompoundWrite compound)
            {
                yield return compound.Head;
                rest = compound.TailCommand;
            }
            yield return (SimpleWriteCommand)rest;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <inheritdoc/>
        public override string ToString() => $"CompoundWrite({Head}, {TailCommand})";
    }

    /// <summary>An <see cref="Event"/> that says: no acknowledgment wanted.</summary>
    public class NoAck : Event
    {
        /// <summary>The one without a token.</summary>
        public static readonly NoAck Instance = new(null);

        /// <param name="token">Anything, found again in <see cref="CommandFailed"/>.</param>
        public NoAck(object? token) => Token = token;

        /// <summary>Anything.</summary>
        public object? Token { get; }

        /// <inheritdoc/>
        public override string ToString() => $"NoAck({Token})";
    }

    /// <summary>
    /// Lifts the refusal of writes that a refused one has brought about, see <see cref="Register.UseResumeWriting"/>.
    /// Answered with <see cref="WritingResumed"/> once all earlier writes have gone to the system.
    /// </summary>
    public class ResumeWriting : Command
    {
        /// <summary>The one instance.</summary>
        public static readonly ResumeWriting Instance = new();

        private ResumeWriting()
        {
        }
    }
}
