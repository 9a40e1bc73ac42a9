using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Event;

/// <summary>A bus of one's own: texts, of which a prefix is the class.</summary>
public class EventBusTests
{
    private readonly Prefixes _bus = new();
    private readonly Collector _a = new("a");
    private readonly Collector _b = new("b");

    [Fact]
    public void An_event_reaches_who_is_subscribed_to_its_class()
    {
        Assert.True(_bus.Subscribe(_a, "news"));
        Assert.True(_bus.Subscribe(_b, "news/sports"));
        _bus.Publish("news/sports: 2:1");
        _bus.Publish("news/weather: rain");
        _bus.Publish("ads: buy");
        Assert.Equal<object>(["news/sports: 2:1", "news/weather: rain"], _a.Take());
        Assert.Equal<object>(["news/sports: 2:1"], _b.Take());
    }

    [Fact]
    public void An_event_that_nobody_wants_is_dropped()
    {
        _bus.Publish("news: none");
        Assert.False(_bus.Unsubscribe(_a));
        Assert.False(_bus.Unsubscribe(_a, "news"));
    }

    [Fact]
    public void Each_subscription_ends_once()
    {
        _bus.Subscribe(_a, "news");
        _bus.Subscribe(_a, "ads");
        Assert.False(_bus.Subscribe(_a, "news"));
        Assert.True(_bus.Unsubscribe(_a, "news"));
        Assert.False(_bus.Unsubscribe(_a, "news"));
        _bus.Publish("news: a");
        _bus.Publish("ads: b");
        Assert.Equal<object>(["ads: b"], _a.Take());
        Assert.True(_bus.Unsubscribe(_a));
        _bus.Publish("ads: c");
        Assert.Empty(_a.Take());
    }

    [Fact]
    public void Types_are_named_without_their_namespace()
    {
        Assert.Equal("String", _bus.NameOf("text"));
        Assert.Equal("EventBusTests", _bus.NameOf(typeof(EventBusTests)));
    }

    private sealed class Prefixes : ActorEventBus<string, string>
    {
        public string NameOf(Type type) => SimpleName(type);

        public string NameOf(object source) => SimpleName(source);

        protected override string GetClassifier(string @event) => @event.Split(':')[0];

        protected override bool Classify(string @event, string classifier) => IsSubClassification(classifier, GetClassifier(@event));

        protected override bool IsSubClassification(string parent, string child) => child == parent || child.StartsWith(parent + "/", StringComparison.Ordinal);

        protected override void Publish(string @event, IActorRef subscriber) => subscriber.Tell(@event);
    }
}
