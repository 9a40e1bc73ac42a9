using System.Buffers;
using Akka.Actor;
using Akka.Event;

namespace Vod.Actors.Diagnostics;

/// <summary>
/// Writes the access log, many lines at once. When the disk is full, or fails, lines are dropped and counted, which is said once; as soon as
/// there is room again the log goes on. It may block: <c>vod.conf</c> gives it a thread of its own.
/// </summary>
internal sealed class AccessLogActor : ReceiveActor, IWithTimers
{
    /// <summary>How long a line waits for others, so that they are written at once.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(500);

    private const int Batch = 64 * 1024;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Batch);
    private readonly Func<LogFile> _open;
    private readonly AccessLogStyle _style;
    private LogFile? _file;
    private AccessLog? _front;
    private int _lines, _lost;
    private bool _isTorn; // the file may end within a line

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="style">How lines look.</param>
    /// <param name="open">Opens the file, also again.</param>
    /// <param name="file">The file, when it is open already.</param>
    public AccessLogActor(AccessLogStyle style, Func<LogFile> open, LogFile? file)
    {
        (_style, _open, _file) = (style, open, file);
        Receive<AccessLog.Line>(OnLine);
        Receive<Flush>(_ => Write());
        Receive<AccessLog.ReopenLog>(_ => Reopen());
        Receive<AccessLog.FlushLog>(_ =>
        {
            Write();
            Sender.Tell(Akka.Done.Instance);
        });
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The access log of a server.</summary>
    public static Props Props(AccessLogStyle style, Func<LogFile> open, LogFile? file) => Akka.Actor.Props.Create<AccessLogActor>(style, open, file!);

    /// <inheritdoc/>
    protected override void PostStop()
    {
        Write();
        _file?.Dispose();
    }

    private void OnLine(AccessLog.Line line)
    {
        _front = line.Log;
        _front.Taken();
        if (_lines++ == 0)
        {
            Timers.StartSingleTimer(nameof(Flush), Flush.Instance, Gathering);
            if (_isTorn) _buffer.Write("\n"u8);
        }

        AccessLogFormat.Write(_buffer, line.Entry, _style);
        if (_buffer.WrittenCount >= Batch) Write();
    }

    private void Write()
    {
        if (_lines == 0) return;
        try
        {
            _file ??= _open();
            _file.Write(_buffer.WrittenSpan);
            _isTorn = false;
            if (_lost > 0) _log.AccessLogBack(_lost);
            _lost = 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (_lost == 0) _log.AccessLogFailed(e.Message);
            _lost += _lines;
            _front!.Drop(_lines);
            _isTorn = true;
        }

        _lines = 0;
        _buffer.ResetWrittenCount();
        Timers.Cancel(nameof(Flush));
    }

    /// <summary>After the file was renamed: a new one is begun under the old name. When that fails, the old one is written on.</summary>
    private void Reopen()
    {
        Write();
        try
        {
            var file = _open();
            _file?.Dispose();
            _file = file;
            _isTorn = false;
            _log.AccessLogReopened();
        }
        catch (IOException e)
        {
            _log.AccessLogNotReopened(e.Message);
        }
    }

    private sealed class Flush
    {
        public static readonly Flush Instance = new();
    }
}
