using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class DeadLettersSpec : ActorSpec
{
    private IActorRef DeadLetters => Sys.DeadLetters;

    private sealed class NotMissed : IDeadLetterSuppression;

    public static TheoryData<string> Places => ["the dead letters", "a stopped actor", "a missing actor", "a selection of a missing actor"];

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_told_to_nobody_is_a_dead_letter_or_a_suppressed_one_where_nobody_misses_it(string place)
    {
        ICanTell target;
        IActorRef recipient;
        switch (place)
        {
            case "a stopped actor":
                recipient = Watch(Sys.ActorOf(Props.Empty));
                Sys.Stop(recipient);
                ExpectTerminated(recipient, Soon);
                target = recipient;
                break;
            case "a missing actor":
                target = recipient = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef("akka://test/user/missing");
                break;
            case "a selection of a missing actor":
                target = Sys.ActorSelection("/user/missing");
                recipient = ((ExtendedActorSystem)Sys).Provider.ResolveActorRef("akka://test/user/missing");
                break;
            default:
                target = recipient = DeadLetters;
                break;
        }

        var dead = CreateTestProbe();
        var suppressed = CreateTestProbe();
        var all = CreateTestProbe();
        Sys.EventStream.Subscribe(dead.Ref, typeof(DeadLetter));
        Sys.EventStream.Subscribe(suppressed.Ref, typeof(SuppressedDeadLetter));
        Sys.EventStream.Subscribe(all.Ref, typeof(AllDeadLetters));

        target.Tell("lost", TestActor);
        target.Tell(new NotMissed(), TestActor);

        AllDeadLetters[] letters = [dead.ExpectMsg<DeadLetter>(Soon), suppressed.ExpectMsg<SuppressedDeadLetter>(Soon)];
        Assert.Equal("lost", letters[0].Message);
        Assert.IsType<NotMissed>(letters[1].Message);
        Assert.All(letters, letter => Assert.Equal((TestActor, recipient.Path), (letter.Sender, letter.Recipient.Path)));
        Assert.Equal(letters, [all.ExpectMsg<AllDeadLetters>(Soon), all.ExpectMsg<AllDeadLetters>(Soon)]);
        dead.ExpectNoMsg(TimeSpan.Zero);
        suppressed.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_dead_letter_that_is_told_to_the_dead_letters_is_published_as_it_is()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var letter = new DeadLetter("lost", TestActor, TestActor);
        DeadLetters.Tell(letter);
        Assert.Same(letter, ExpectMsg<DeadLetter>(Soon));
    }

    [Fact]
    public void A_message_without_a_sender_is_one_of_the_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        DeadLetters.Tell("lost", ActorRefs.NoSender);
        Assert.Equal(DeadLetters, ExpectMsg<DeadLetter>(Soon).Sender);
    }

    [Fact]
    public void The_dead_letters_answer_Identify_with_nobody_and_publish_nothing()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
        DeadLetters.Tell(new Identify(1), TestActor);
        Assert.Equal(new ActorIdentity(1, null), ExpectMsg<ActorIdentity>(Soon));
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public void They_have_a_path_and_are_found_by_it()
    {
        var provider = ((ExtendedActorSystem)Sys).Provider;
        Assert.Equal("akka://test/deadLetters", DeadLetters.Path.ToString());
        Assert.Same(DeadLetters, provider.ResolveActorRef("akka://test/deadLetters"));
        Assert.Same(DeadLetters, provider.DeadLetters);
        Assert.True(((IInternalActorRef)DeadLetters).IsTerminated);
        DeadLetters.Tell(PoisonPill.Instance);
        Sys.Stop(DeadLetters);
        Assert.Same(DeadLetters, Sys.DeadLetters);
    }

    [Fact]
    public void The_messages_that_wait_in_a_stopped_actors_mailbox_are_dead_letters_in_their_order()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var gate = new ManualResetEventSlim();
        var actor = Start((_, c) =>
        {
            gate.Wait(Soon);
            c.Stop(c.Self);
        });
        foreach (var message in new object[] { "stop", 1, 2, 3 }) actor.Tell(message);
        gate.Set();
        var letters = ReceiveN(3, Soon).Cast<DeadLetter>().ToArray();
        Assert.Equal([1, 2, 3], letters.Select(letter => letter.Message));
        Assert.All(letters, letter => Assert.Equal((TestActor, actor), (letter.Sender, letter.Recipient)));
    }

    [Fact]
    public void A_letter_has_all_its_parts()
    {
        Assert.Throws<ArgumentNullException>(() => new DeadLetter(null!, TestActor, TestActor));
        Assert.Throws<ArgumentNullException>(() => new DeadLetter("lost", null!, TestActor));
        Assert.Throws<ArgumentNullException>(() => new DeadLetter("lost", TestActor, null!));
        Assert.Throws<ArgumentNullException>(() => new SuppressedDeadLetter(null!, TestActor, TestActor));
        Assert.Throws<ArgumentNullException>(() => new SuppressedDeadLetter(new NotMissed(), null!, TestActor));
        Assert.Throws<ArgumentNullException>(() => new SuppressedDeadLetter(new NotMissed(), TestActor, null!));
        Assert.Contains("<lost>", new DeadLetter("lost", TestActor, TestActor).ToString());
        Assert.Equal("lost", WrappedMessage.Unwrap(new DeadLetter("lost", TestActor, TestActor)));
    }
}
