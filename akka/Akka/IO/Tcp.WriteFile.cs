using Microsoft.Win32.SafeHandles;

namespace Akka.IO;

public partial class Tcp
{
    /// <summary>
    /// Writes a part of a file, which the kernel copies to the socket by itself (sendfile). <see cref="Write"/>s before it in the same
    /// <see cref="CompoundWrite"/> leave in the same packets. Acknowledged once the kernel has taken all. The connection is aborted,
    /// and the handler told <see cref="ErrorClosed"/>, when the file ends early.
    /// </summary>
    public sealed class WriteFile : SimpleWriteCommand
    {
        private WriteFile(SafeFileHandle? file, string? filePath, long position, long count, Event ack)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            ArgumentNullException.ThrowIfNull(ack);
            File = file;
            FilePath = filePath;
            Position = position;
            Count = count;
            Ack = ack;
        }

        /// <param name="filePath">The file, opened when its turn comes; when that fails, the sender is told <see cref="CommandFailed"/>.</param>
        /// <param name="position">The first byte's place, at least 0.</param>
        /// <param name="count">How many bytes, at least 0.</param>
        /// <param name="ack">What the sender is told.</param>
        public WriteFile(string filePath, long position, long count, Event ack) : this(null, filePath, position, count, ack)
            => ArgumentException.ThrowIfNullOrEmpty(filePath);

        /// <summary>The file, or null.</summary>
        public string? FilePath { get; }

        /// <summary>The first byte's place.</summary>
        public long Position { get; }

        /// <summary>How many bytes.</summary>
        public long Count { get; }

        /// <inheritdoc/>
        public override Event Ack { get; }

        /// <summary>The open file, or null.</summary>
        internal SafeFileHandle? File { get; }

        /// <summary>
        /// Writes a part of <paramref name="file"/>, open for reading. The caller keeps it open until the acknowledgment or the
        /// connection's end, and closes it; its file position is neither used nor moved.
        /// </summary>
        public static WriteFile Create(SafeFileHandle file, long position, long count, Event ack)
        {
            ArgumentNullException.ThrowIfNull(file);
            return new WriteFile(file, null, position, count, ack);
        }

        /// <inheritdoc/>
        public override string ToString() => $"WriteFile({FilePath ?? "open file"}, position: {Position}, count: {Count}, ack: {Ack})";
    }
}
