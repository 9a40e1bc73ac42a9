using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Tests.Actor;

/// <summary>What the exceptions of actors say and carry.</summary>
public class ExceptionsTests : ActorSpec
{
    private static readonly InvalidOperationException Cause = new("cause");

    [Fact]
    public void A_death_pact_names_the_dead()
    {
        var broken = new DeathPactException(TestActor);
        Assert.Same(TestActor, broken.DeadActor);
        Assert.Equal($"Monitored actor [{TestActor}] terminated", broken.Message);
    }

    [Fact]
    public void A_failed_initialization_names_the_actor_where_it_is_known()
    {
        Assert.Equal("words", new ActorInitializationException("words").Message);
        Assert.Same(Cause, new ActorInitializationException("words", Cause).InnerException);
        var named = new ActorInitializationException(TestActor, "words", Cause);
        Assert.Equal((TestActor, "words", Cause), (named.Actor, named.Message, named.InnerException));
        Assert.StartsWith($"{TestActor}: Akka.Actor.ActorInitializationException: words", named.ToString());
        Assert.StartsWith("Akka.Actor.ActorInitializationException", new ActorInitializationException().ToString());
    }

    [Fact]
    public void A_failed_restart_tells_both_what_failed_and_why_there_was_one()
    {
        var hook = new ArgumentException("hook");
        var before = new PreRestartException(TestActor, hook, Cause, "message");
        Assert.Equal((TestActor, hook, "message", hook), (before.Actor, before.RestartException, before.OptionalMessage, before.InnerException));
        Assert.Contains("message = System.String", before.Message);
        Assert.Contains("message = null", new PreRestartException(TestActor, hook, Cause, null).Message);
        var after = new PostRestartException(TestActor, hook, Cause);
        Assert.Equal((TestActor, hook, Cause), (after.Actor, after.InnerException, after.OriginalCause));
        Assert.Equal("Exception post restart (System.InvalidOperationException)", after.Message);
        Assert.IsAssignableFrom<ActorInitializationException>(after);
    }

    public static TheoryData<Exception> All =>
    [
        new ActorNotFoundException("m"), new ActorKilledException("m"), new AskTimeoutException("m"), new IllegalActorNameException("m"),
        new IllegalActorStateException("m"), new InvalidActorNameException("m"), new InvalidMessageException("m"), new StashOverflowException("m"),
        new SchedulerException("m"), new LoggerInitializationException("m"), new RejectedExecutionException("m"), new ConfigurationException("m"),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_an_exception_of_akka_with_its_message(Exception e)
    {
        Assert.IsAssignableFrom<AkkaException>(e);
        Assert.Equal("m", e.Message);
        Assert.Null(e.InnerException);
    }

    [Fact]
    public void A_null_message_is_named() => Assert.Equal("Message is null", new InvalidMessageException().Message);

    [Fact]
    public void Ones_own_can_derive_from_them()
    {
        Assert.Same(Cause, new Own(Cause).SeenCause);
        Assert.Null(new Own(null).SeenCause);
    }

    private sealed class Own(Exception? cause) : AkkaException("own", cause)
    {
        public Exception? SeenCause => Cause;
    }
}
