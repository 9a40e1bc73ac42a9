using Akka.Actor;
using Akka.Configuration;
using Akka.Event;
using Akka.Tests.Event;

namespace Akka.Tests.Stash;

public sealed class StashTests : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("stash", ConfigurationFactory.ParseString("akka.loglevel = OFF, akka.stdout-loglevel = OFF"));
    private readonly Collector _seen = new("seen");

    public void Dispose() => _system.Terminate().Wait(TimeSpan.FromSeconds(10));

    [Fact]
    public void What_was_put_aside_comes_again_before_what_came_later_and_in_its_order()
    {
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 2", "stash 3", "unstash all");
        Tell(actor, "later");
        Assert.Equal(["1", "2", "3", "later"], Next(4));
    }

    [Fact]
    public void One_can_come_again_alone()
    {
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 2", "unstash", "count");
        Assert.Equal(["1", 1], Next(2));
    }

    [Fact]
    public void Chosen_ones_come_again_and_the_others_are_dropped()
    {
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 2", "stash 3", "unstash odd", "count");
        Assert.Equal(["1", "3", 0], Next(3));
    }

    [Fact]
    public void It_can_be_emptied_and_filled_again_from_the_front()
    {
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 2", "clear", "stash 3", "prepend", "unstash all");
        Assert.Equal(["cleared 2", "1", "2", "3"], Next(4));
    }

    [Fact]
    public void What_comes_again_has_the_sender_that_it_had()
    {
        var actor = Start<Unbounded>();
        actor.Tell("stash reply", _seen);
        actor.Tell("unstash all");
        Assert.Equal("reply", _seen.Next());
    }

    [Fact]
    public void The_same_message_cannot_be_put_aside_twice()
    {
        Tell(Start<Unbounded>(), "stash twice");
        Assert.Equal(nameof(IllegalActorStateException), _seen.Next());
    }

    [Fact]
    public void An_equal_message_can_be_put_aside_after_the_first()
    {
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 1", "count");
        Assert.Equal(2, _seen.Next());
    }

    [Fact]
    public void A_full_stash_takes_no_more()
    {
        var actor = _system.ActorOf(Props.Create(() => new Bounded(_seen)).WithStashCapacity(2));
        Tell(actor, "stash 1", "stash 2", "stash 3", "count");
        Assert.Equal([nameof(StashOverflowException), 2], Next(2));
    }

    [Fact]
    public void The_size_can_be_configured_for_the_mailbox()
    {
        using var system = ActorSystem.Create("sized", ConfigurationFactory.ParseString("""
            akka.loglevel = OFF
            akka.stdout-loglevel = OFF
            small { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox", stash-capacity = 1 }
            """));
        var actor = system.ActorOf(Props.Create(() => new Bounded(_seen)).WithMailbox("small"));
        Tell(actor, "stash 1", "stash 2");
        Assert.Equal(nameof(StashOverflowException), _seen.Next());
    }

    [Fact]
    public void Without_a_size_there_is_room_for_any_number()
    {
        var actor = Start<Bounded>();
        for (var i = 0; i < 5000; i++) actor.Tell("stash 1");
        Tell(actor, "count", "capacity");
        Assert.Equal([5000, -1], Next(2));
    }

    [Fact]
    public void A_restart_loses_nothing_of_what_was_put_aside()
    {
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 2", "fail", "count");
        Assert.Equal(["1", "2", 0], Next(3));
    }

    [Fact]
    public void What_is_still_aside_when_the_actor_stops_becomes_dead_letters()
    {
        _system.EventStream.Subscribe<DeadLetter>(_seen);
        var actor = Start<Unbounded>();
        Tell(actor, "stash 1", "stash 2");
        actor.Tell(PoisonPill.Instance);
        Assert.Equal(["stash 1", "stash 2"], Next(2).Cast<DeadLetter>().Select(letter => letter.Message));
    }

    private IActorRef Start<T>() where T : Stashing => _system.ActorOf(Props.Create<T>(_seen));

    private static void Tell(IActorRef actor, params string[] messages)
    {
        foreach (var message in messages) actor.Tell(message);
    }

    private object[] Next(int count) => Enumerable.Range(0, count).Select(_ => _seen.Next()).ToArray();

    /// <summary>Puts "stash X" aside when it comes for the first time, and reports X when it comes again.</summary>
    private abstract class Stashing(IActorRef seen) : ActorBase
    {
        private Envelope[] _cleared = [];
        private bool _open;

        public IStash Stash { get; set; } = null!;

        protected override void PostRestart(Exception reason) => _open = true;

        protected override bool Receive(object message)
        {
            try
            {
                Handle((string)message);
            }
            catch (AkkaException e)
            {
                seen.Tell(e.GetType().Name);
            }
            return true;
        }

        private void Handle(string message)
        {
            switch (message)
            {
                case "unstash all":
                    _open = true;
                    Stash.UnstashAll();
                    break;
                case "unstash":
                    _open = true;
                    Stash.Unstash();
                    break;
                case "unstash odd":
                    _open = true;
                    Stash.UnstashAll(envelope => ((string)envelope.Message)[^1] % 2 == 1);
                    break;
                case "clear":
                    _cleared = Stash.ClearStash().ToArray();
                    seen.Tell($"cleared {_cleared.Length}");
                    break;
                case "prepend":
                    Stash.Prepend(_cleared);
                    break;
                case "count":
                    Assert.Equal(Stash.Count == 0, Stash.IsEmpty);
                    Assert.Equal(Stash.Count != 0, Stash.NonEmpty);
                    seen.Tell(Stash.Count);
                    break;
                case "capacity":
                    seen.Tell(Stash.Capacity);
                    break;
                case "fail":
                    throw new InvalidOperationException("restart me");
                case "stash twice":
                    Stash.Stash();
                    Stash.Stash();
                    break;
                case "stash reply" when _open:
                    Sender.Tell("reply");
                    break;
                case not null when message.StartsWith("stash ", StringComparison.Ordinal) && !_open:
                    Stash.Stash();
                    break;
                default:
                    seen.Tell(message!.Replace("stash ", "", StringComparison.Ordinal));
                    break;
            }
        }
    }

    private sealed class Unbounded(IActorRef seen) : Stashing(seen), IWithUnboundedStash;

    private sealed class Bounded(IActorRef seen) : Stashing(seen), IWithStash;
}
