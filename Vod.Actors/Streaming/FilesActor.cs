using Akka.Actor;
using Vod.Actors.Catalog;

namespace Vod.Actors.Streaming;

/// <summary>
/// Has one <see cref="FileChunkActor"/> for each version of a file that is in use, shared by all its viewers, and forwards questions for slices
/// to it. Every question is answered: a file actor is sent <see cref="Finish"/> only after it was taken out of the table here, and one that
/// crashes is restarted, with which it keeps the questions in its mailbox.
/// </summary>
public sealed class FilesActor : ReceiveActor, IWithTimers
{
    private const int MaxUnusedRounds = 2; // which take as long as a file is kept open; the one in which it was asked for last comes before

    private readonly FileContext _context;
    private readonly Dictionary<MediaItem, InUse> _files = new(SameVersion.Comparer);

    /// <summary>Use <see cref="Props"/>.</summary>
    /// <param name="context">What all file actors share.</param>
    public FilesActor(FileContext context)
    {
        _context = context;
        Receive<ReadSlice>(Forward);
        Receive<Retire>(Release);
        Receive<Round>(_ => CloseUnused());
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>The one of a server.</summary>
    /// <param name="context">What all file actors share.</param>
    public static Props Props(FileContext context) => Akka.Actor.Props.Create<FilesActor>(context);

    /// <summary>A file actor crashes with what it was doing, and answers that; what waits in its mailbox is answered after the restart.</summary>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Restart);

    /// <summary>Does not wait for the file actors to stop, as it otherwise would: a disk that hangs must not hold up all other films.</summary>
    protected override void PreRestart(Exception reason, object? message)
    {
        if (message is ReadSlice read) Sender.Tell(new SliceFailed(read.RequestId, SliceFailure.Unreadable));
        PostStop();
    }

    /// <summary>The file actors are restarted with this one, which answers all who wait for a disk; they ask to be retired then.</summary>
    protected override void PostRestart(Exception reason) => PreStart();

    private void Forward(ReadSlice read)
    {
        if (!_files.TryGetValue(read.Item, out var file))
        {
            if (_files.Count == 0) Timers.StartPeriodicTimer(Round.Instance, Round.Instance, _context.Round);
            file = new InUse(Context.ActorOf(FileChunkActor.Props(read.Item, _context)));
            _files.Add(read.Item, file);
        }

        file.UnusedRounds = 0;
        file.Actor.Forward(read);
    }

    private void Release(Retire retire)
    {
        if (_files.TryGetValue(retire.Item, out var file) && file.Actor.Equals(Sender)) Remove(retire.Item);
        Sender.Tell(Finish.Instance);
    }

    private void CloseUnused()
    {
        foreach (var (item, file) in _files)
        {
            if (++file.UnusedRounds <= MaxUnusedRounds) continue;
            Remove(item);
            file.Actor.Tell(Finish.Instance);
        }
    }

    private void Remove(MediaItem item)
    {
        _files.Remove(item);
        if (_files.Count == 0) Timers.Cancel(Round.Instance);
    }

    private sealed class InUse(IActorRef actor)
    {
        public IActorRef Actor { get; } = actor;

        public int UnusedRounds { get; set; }
    }

    private sealed class Round
    {
        public static readonly Round Instance = new();
    }
}
