using Akka.Actor;

namespace Akka.Tests.Actor;

public class IgnoreRefSpec : ActorSpec
{
    [Fact]
    public void What_it_is_told_is_neither_answered_nor_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.AllDeadLetters));
        var asker = Start((m, c) => c.Sender.Tell($"answer to {m}"));

        asker.Tell("question", Sys.IgnoreRef);
        Sys.IgnoreRef.Tell("anything");
        Sys.IgnoreRef.Tell(PoisonPill.Instance);
        asker.Tell("last");

        ExpectInOrder("answer to last");
        ExpectNoMsg(Briefly);
    }

    [Fact]
    public async Task A_question_to_it_is_not_answered() =>
        await Assert.ThrowsAsync<AskTimeoutException>(() => Sys.IgnoreRef.Ask("anybody?", Briefly));

    [Fact]
    public void It_can_be_watched_and_does_not_end()
    {
        Watch(Sys.IgnoreRef);
        Sys.Stop(Sys.IgnoreRef);
        ExpectNoMsg(Briefly);
        Unwatch(Sys.IgnoreRef);
    }

    [Fact]
    public void There_is_one_in_a_system_and_it_has_the_same_path_in_all()
    {
        var provider = ((ExtendedActorSystem)Sys).Provider;
        Assert.Same(Sys.IgnoreRef, Sys.IgnoreRef);
        Assert.Same(Sys.IgnoreRef, provider.IgnoreRef);
        Assert.Equal("akka://local/ignore", Sys.IgnoreRef.Path.ToString());
        Assert.Same(Sys.IgnoreRef, provider.ResolveActorRef("akka://local/ignore"));
        Assert.Same(Sys.IgnoreRef, provider.ResolveActorRef(Sys.IgnoreRef.Path));
    }
}
