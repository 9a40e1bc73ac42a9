using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Event;

public class EventStreamTests
{
    private readonly EventStream _bus = new(debug: false);
    private readonly Collector _a = new("a");
    private readonly Collector _b = new("b");

    [Fact]
    public void An_event_reaches_those_who_subscribed_to_its_type_a_base_or_an_interface_of_it()
    {
        _bus.Subscribe(_a, typeof(Animal));
        _bus.Subscribe(_b, typeof(IBarks));
        var (dog, cat) = (new Dog(), new Cat());
        _bus.Publish(dog);
        _bus.Publish(cat);
        _bus.Publish("text");
        Assert.Equal<object>([dog, cat], _a.Take());
        Assert.Equal<object>([dog], _b.Take());
    }

    [Fact]
    public void An_event_reaches_a_subscriber_once_however_many_of_its_subscriptions_cover_it()
    {
        _bus.Subscribe(_a, typeof(IBarks));
        _bus.Subscribe(_a, typeof(Animal));
        _bus.Subscribe(_a, typeof(object));
        _bus.Publish(new Dog());
        Assert.Single(_a.Take());
    }

    [Fact]
    public void A_subscription_counts_for_types_that_were_published_before_it()
    {
        _bus.Publish(new Dog());
        _bus.Subscribe(_a, typeof(Dog));
        _bus.Publish(new Dog());
        Assert.Single(_a.Take());
    }

    [Fact]
    public void Subscribing_to_what_is_subscribed_already_changes_nothing()
    {
        Assert.True(_bus.Subscribe(_a, typeof(Animal)));
        Assert.False(_bus.Subscribe(_a, typeof(Animal)));
        Assert.True(_bus.Subscribe(_a, typeof(Dog)));
        Assert.True(_bus.Subscribe(_a, typeof(IBarks)));
        Assert.True(_bus.Subscribe(_b, typeof(Animal)));
    }

    [Fact]
    public void Unsubscribing_from_what_is_not_subscribed_changes_nothing()
    {
        Assert.False(_bus.Unsubscribe(_a));
        Assert.False(_bus.Unsubscribe(_a, typeof(Dog)));
        _bus.Subscribe(_a, typeof(Dog));
        Assert.False(_bus.Unsubscribe(_a, typeof(Cat)));
        Assert.True(_bus.Unsubscribe(_a, typeof(Dog)));
        Assert.False(_bus.Unsubscribe(_a, typeof(Dog)));
    }

    [Fact]
    public void Unsubscribing_from_a_subtype_leaves_a_hole_in_the_wider_subscription()
    {
        _bus.Subscribe(_a, typeof(Animal));
        Assert.True(_bus.Unsubscribe(_a, typeof(Dog)));
        _bus.Publish(new Dog());
        _bus.Publish(new Puppy());
        _bus.Publish(new Cat());
        Assert.IsType<Cat>(Assert.Single(_a.Take()));
    }

    [Fact]
    public void A_hole_is_filled_by_subscribing_to_what_fell_out()
    {
        _bus.Subscribe(_a, typeof(Animal));
        Assert.True(_bus.Unsubscribe(_a, typeof(Dog)));
        Assert.False(_bus.Unsubscribe(_a, typeof(Dog)));
        Assert.False(_bus.Subscribe(_a, typeof(Animal)));
        _bus.Publish(new Puppy());
        Assert.Empty(_a.Take());
        Assert.True(_bus.Subscribe(_a, typeof(Dog)));
        _bus.Publish(new Puppy());
        Assert.Single(_a.Take());
    }

    [Fact]
    public void A_hole_is_only_for_who_made_it()
    {
        _bus.Subscribe(_a, typeof(Animal));
        _bus.Subscribe(_b, typeof(Animal));
        _bus.Unsubscribe(_a, typeof(Dog));
        _bus.Publish(new Dog());
        Assert.Empty(_a.Take());
        Assert.Single(_b.Take());
    }

    [Fact]
    public void Unsubscribing_from_a_base_leaves_the_subscriptions_below_it_alone()
    {
        _bus.Subscribe(_a, typeof(Dog));
        Assert.False(_bus.Unsubscribe(_a, typeof(Animal)));
        _bus.Subscribe(_a, typeof(Animal));
        Assert.True(_bus.Unsubscribe(_a, typeof(Animal)));
        _bus.Publish(new Dog());
        _bus.Publish(new Cat());
        Assert.IsType<Dog>(Assert.Single(_a.Take()));
    }

    [Fact]
    public void Types_may_be_type_parameters()
    {
        Assert.True(_bus.Subscribe<Animal>(_a));
        Assert.False(_bus.Subscribe(_a, typeof(Animal)));
        Assert.True(_bus.Unsubscribe<Animal>(_a));
        Assert.False(_bus.Unsubscribe<Animal>(_a));
    }

    [Fact]
    public void Unsubscribing_altogether_leaves_the_others_alone()
    {
        _bus.Subscribe(_a, typeof(Animal));
        _bus.Subscribe(_a, typeof(string));
        _bus.Subscribe(_b, typeof(Animal));
        Assert.True(_bus.Unsubscribe(_a));
        _bus.Publish(new Dog());
        _bus.Publish("text");
        Assert.Empty(_a.Take());
        Assert.Single(_b.Take());
    }

    [Fact]
    public void Null_is_no_subscriber_and_no_channel()
    {
        Assert.Throws<ArgumentNullException>(() => _bus.Subscribe(null!, typeof(string)));
        Assert.Throws<ArgumentNullException>(() => _bus.Subscribe(_a, null!));
        Assert.Throws<ArgumentNullException>(() => _bus.Unsubscribe(null!));
        Assert.Throws<ArgumentNullException>(() => _bus.Unsubscribe(null!, typeof(string)));
        Assert.Throws<ArgumentNullException>(() => _bus.Unsubscribe(_a, null!));
    }

    [Fact]
    public void In_debug_mode_the_subscriptions_are_logged()
    {
        var bus = new EventStream(debug: true);
        bus.Subscribe(_b, typeof(Debug));
        _b.Take();
        bus.Subscribe(_a, typeof(string));
        bus.Unsubscribe(_a, typeof(string));
        bus.Unsubscribe(_a);
        Assert.Equal(
            [$"subscribing {_a} to channel System.String", $"unsubscribing {_a} from channel System.String", $"unsubscribing {_a} from all channels"],
            _b.Take().Select(e => ((Debug)e).Message));
    }

    [Fact]
    public async Task Each_event_reaches_a_lasting_subscriber_while_others_come_and_go()
    {
        _bus.Subscribe(_a, typeof(Animal));
        using var stop = new CancellationTokenSource();
        var churn = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                _bus.Subscribe(_b, typeof(Dog));
                _bus.Unsubscribe(_b);
            }
        });
        for (var i = 0; i < 20_000; i++) _bus.Publish(new Dog());
        await stop.CancelAsync();
        await churn;
        Assert.Equal(20_000, _a.Take().Length);
    }

    [Fact]
    public void Publishing_a_known_type_allocates_nothing()
    {
        _bus.Subscribe(new Sink(), typeof(Animal));
        var dog = new Dog();
        _bus.Publish(dog);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) _bus.Publish(dog);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private interface IBarks;

    private class Animal;

    private class Dog : Animal, IBarks;

    private sealed class Puppy : Dog;

    private sealed class Cat : Animal;

    private sealed class Sink : MinimalActorRef
    {
        public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems) / "sink";

        public override IActorRefProvider Provider => throw new NotSupportedException();
    }
}
