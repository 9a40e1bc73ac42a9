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
    public void Without_a_message_there_is_nothing_to_put_aside()
    {
        _system.ActorOf(Props.Create(() => new Hasty(_seen)));
        Assert.StartsWith("There is no message to stash right now.", Assert.IsType<InvalidOperationException>(_seen.Next()).Message);
    }

    [Fact]
    public void A_message_that_had_no_place_is_not_tried_twice()
    {
        var actor = _system.ActorOf(Props.Create(() => new Bounded(_seen)).WithStashCapacity(1));
        Tell(actor, "stash 1", "stash twice", "stash twice again");
        Assert.Equal([nameof(StashOverflowException), nameof(StashOverflowException) + ", " + nameof(IllegalActorStateException)], Next(2));
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
    public void A_stash_can_be_made_for_an_actor_that_is_not_given_one()
    {
        var actor = _system.ActorOf(Props.Create<SelfMade>(_seen).WithMailbox("akka.actor.mailbox.unbounded-deque-based"));
        Tell(actor, "1", "2", "open");
        Assert.Equal(["open", "1", "2"], Next(3));
    }

    [Fact]
    public void A_full_stash_says_so()
    {
        var actor = _system.ActorOf(Props.Create(() => new Bounded(_seen)).WithStashCapacity(2));
        Tell(actor, "full", "stash 1", "full", "stash 2", "full", "capacity");
        Assert.Equal([false, false, true, 2], Next(4));
    }

    [Fact]
    public void What_does_not_fit_in_front_is_refused()
    {
        var actor = _system.ActorOf(Props.Create(() => new Bounded(_seen)).WithStashCapacity(2));
        Tell(actor, "stash 1", "stash 2", "clear", "stash 3", "prepend", "count");
        Assert.Equal(["cleared 2", nameof(StashOverflowException), 1], Next(3));
    }

    [Theory]
    [InlineData("by-mailbox", null, 3)]
    [InlineData(null, "by-dispatcher", 4)]
    [InlineData(null, "by-alias", 4)]
    [InlineData("by-mailbox", "by-dispatcher", 3)]
    public void The_size_is_that_of_the_mailbox_or_else_that_of_the_dispatcher(string? mailbox, string? dispatcher, int size)
    {
        using var system = ActorSystem.Create("sized", Sizes);
        var props = Props.Create(() => new Bounded(_seen));
        if (mailbox is not null) props = props.WithMailbox(mailbox);
        if (dispatcher is not null) props = props.WithDispatcher(dispatcher);
        system.ActorOf(props).Tell("capacity");
        Assert.Equal(size, _seen.Next());
        system.ActorOf(props.WithStashCapacity(5)).Tell("capacity");
        Assert.Equal(5, _seen.Next());
        system.ActorOf(props.WithStashCapacity(5), "deployed").Tell("capacity");
        Assert.Equal(2, _seen.Next());
    }

    private static readonly Config Sizes = ConfigurationFactory.ParseString("""
        akka { loglevel = OFF, stdout-loglevel = OFF, actor.deployment { /deployed { stash-capacity = 2 } } }
        by-mailbox { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox", stash-capacity = 3 }
        by-dispatcher { type = Dispatcher, mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox", stash-capacity = 4 }
        by-alias = by-dispatcher
        """);

    [Fact]
    public void A_Terminated_can_be_put_aside_and_comes_again()
    {
        _system.ActorOf(Props.Create(() => new Mourning(_seen, null)));
        Assert.Equal("put aside", _seen.Next());
        Assert.IsType<Terminated>(_seen.Next());
        _system.ActorOf(Props.Create(() => new Mourning(_seen, "gone")));
        Assert.Equal(["put aside", "gone"], Next(2));
    }

    [Fact]
    public void What_is_cleared_before_a_restart_does_not_come_again()
    {
        var actor = Start<Clearing>();
        Tell(actor, "stash 1", "stash 2", "fail", "stash 3");
        Assert.Equal("3", _seen.Next());
    }

    [Fact]
    public void An_untyped_actor_can_inherit_its_stash()
    {
        foreach (var props in new[] { Props.Create<Inheriting>(_seen), Props.Create<InheritingUnbounded>(_seen), Props.Create<InheritingUnrestricted>(_seen).WithMailbox("akka.actor.mailbox.unbounded-deque-based") })
        {
            var actor = _system.ActorOf(props);
            Tell(actor, "1", "2", "open");
            Assert.Equal(["open", "1", "2"], Next(3));
        }
    }

    [Fact]
    public async Task A_stash_needs_a_mailbox_that_takes_messages_in_front() =>
        Assert.True(await _system.ActorOf(Props.Create<InheritingUnrestricted>(_seen)).WatchAsync().WaitAsync(TimeSpan.FromSeconds(10)));

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
                case "full":
                    seen.Tell(Stash.IsFull);
                    break;
                case "capacity":
                    seen.Tell(Stash.Capacity);
                    break;
                case "fail":
                    throw new InvalidOperationException("restart me");
                case "stash twice again":
                    try { Stash.Stash(); }
                    catch (StashOverflowException first)
                    {
                        try { Stash.Stash(); }
                        catch (IllegalActorStateException second) { seen.Tell($"{first.GetType().Name}, {second.GetType().Name}"); }
                    }

                    break;
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

    private sealed class Clearing(IActorRef seen) : Stashing(seen), IWithUnboundedStash
    {
        protected override void PreRestart(Exception reason, object? message) => Stash.ClearStash();
    }

    private sealed class Hasty(IActorRef seen) : ReceiveActor, IWithUnboundedStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void PreStart() => seen.Tell(Record.Exception(() => Stash.Stash())!);
    }

    /// <summary>Puts the first word of a death aside.</summary>
    private sealed class Mourning : ReceiveActor, IWithUnboundedStash
    {
        private bool _again;

        public Mourning(IActorRef seen, string? message)
        {
            var child = Context.ActorOf(Props.Empty);
            if (message is null) Context.Watch(child);
            else Context.WatchWith(child, message);
            Context.Stop(child);
            ReceiveAny(m =>
            {
                if (_again)
                {
                    seen.Tell(m);
                    return;
                }

                _again = true;
                Stash.Stash();
                seen.Tell("put aside");
                Stash.UnstashAll();
            });
        }

        public IStash Stash { get; set; } = null!;
    }

    private static void Receive(object message, IStash stash, IActorRef seen, Action<UntypedReceive> become)
    {
        if (message is not "open")
        {
            stash.Stash();
            return;
        }

        seen.Tell(message);
        become(m => seen.Tell(m));
        stash.UnstashAll();
    }

    private sealed class SelfMade(IActorRef seen) : UntypedActor
    {
        private readonly IStash _stash = Context.CreateStash<SelfMade>();

        protected override void OnReceive(object message) => StashTests.Receive(message, _stash, seen, Become);
    }

    private sealed class Inheriting(IActorRef seen) : UntypedActorWithStash
    {
        protected override void OnReceive(object message) => StashTests.Receive(message, Stash, seen, Become);
    }

    private sealed class InheritingUnbounded(IActorRef seen) : UntypedActorWithUnboundedStash
    {
        protected override void OnReceive(object message) => StashTests.Receive(message, Stash, seen, Become);
    }

    private sealed class InheritingUnrestricted(IActorRef seen) : UntypedActorWithUnrestrictedStash
    {
        protected override void OnReceive(object message) => StashTests.Receive(message, Stash, seen, Become);
    }
}
