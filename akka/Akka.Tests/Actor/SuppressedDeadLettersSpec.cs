using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

/// <summary>Which dead letters nobody misses, also where they come in a wrapping.</summary>
public class SuppressedDeadLettersSpec : ActorSpec
{
    [Fact]
    public void A_suppressed_message_is_a_suppressed_dead_letter_however_it_is_wrapped()
    {
        var dead = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(dead);
        ExpectTerminated(dead, Soon);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var quiet = new Quiet();
        foreach (var message in new object[] { quiet, new Wrapped(quiet), new Wrapped(new Wrapped(quiet)) })
        {
            foreach (var receiver in new[] { dead, Sys.DeadLetters })
            {
                receiver.Tell(message);
                var letter = ExpectMsg<SuppressedDeadLetter>(Soon);
                Assert.Same(quiet, letter.Message);
                Assert.Equal(receiver, letter.Recipient);
                Assert.Equal(TestActor, letter.Sender);
            }
        }
    }

    [Fact]
    public void A_wrapping_can_be_suppressed_itself()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var message = new QuietlyWrapped("loud");
        Sys.DeadLetters.Tell(message);
        Assert.Same(message, ExpectMsg<SuppressedDeadLetter>(Soon).Message);
    }

    [Fact]
    public void Any_other_wrapped_message_is_a_dead_letter_as_it_is()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        var message = new Wrapped("loud");
        Sys.DeadLetters.Tell(message);
        Assert.Same(message, ExpectMsg<DeadLetter>(Soon).Message);
    }

    [Fact]
    public async Task A_dead_subscriber_of_dead_letters_is_told_of_once()
    {
        var subscriber = Sys.ActorOf(Props.Empty);
        Sys.EventStream.Subscribe(subscriber, typeof(AllDeadLetters));
        Assert.True(await subscriber.GracefulStop(Soon));
        Sys.DeadLetters.Tell(new Wrapped(new Quiet()));
        Sys.DeadLetters.Tell(new Wrapped("loud"));
        Sys.DeadLetters.Tell(new Quiet());
    }

    private sealed record Quiet : IDeadLetterSuppression;

    private sealed record Wrapped(object Message) : IWrappedMessage;

    private sealed record QuietlyWrapped(object Message) : IWrappedMessage, IDeadLetterSuppression;
}
