using Akka.Actor;

namespace Akka.Tests.Actor;

public class ExceptionsSpec : ActorSpec
{
    private sealed class Own(string message, Exception? cause) : AkkaException(message, cause)
    {
        public Exception? WhatLedToIt => Cause;
    }

    private static readonly ArgumentException Cause = new("cause");

    [Fact]
    public void An_exception_of_ones_own_knows_what_led_to_it()
    {
        var own = new Own("own", Cause);
        Assert.Equal("own", own.Message);
        Assert.Same(Cause, own.WhatLedToIt);
        Assert.Null(new Own("own", null).WhatLedToIt);
    }

    [Fact]
    public void A_death_pact_names_the_dead()
    {
        var pact = new DeathPactException(TestActor);
        Assert.Same(TestActor, pact.DeadActor);
        Assert.Equal($"Monitored actor [{TestActor}] terminated", pact.Message);
    }

    [Fact]
    public void A_failed_PreRestart_names_its_failure_and_the_message_that_the_actor_failed_on()
    {
        var later = new InvalidOperationException("later");
        var e = new PreRestartException(TestActor, later, Cause, "message");
        Assert.Same(TestActor, e.Actor);
        Assert.Same(later, e.RestartException);
        Assert.Equal("message", e.OptionalMessage);
        Assert.Null(new PreRestartException(TestActor, later, Cause, null).OptionalMessage);
        Assert.IsAssignableFrom<ActorInitializationException>(e);
    }

    [Fact]
    public void A_failed_PostRestart_names_both_failures()
    {
        var later = new InvalidOperationException("later");
        var e = new PostRestartException(TestActor, later, Cause);
        Assert.Same(Cause, e.OriginalCause);
        Assert.Same(later, e.InnerException);
        Assert.IsAssignableFrom<ActorInitializationException>(e);
    }

    [Fact]
    public void An_actor_that_could_not_be_made_is_named()
    {
        var e = new ActorInitializationException(TestActor, "never", Cause);
        Assert.Same(TestActor, e.Actor);
        Assert.Same(Cause, e.InnerException);
        Assert.StartsWith(TestActor.ToString()!, e.ToString());
        Assert.Null(new ActorInitializationException("never").Actor);
        Assert.Same(Cause, new ActorInitializationException("never", Cause).InnerException);
    }

    [Fact]
    public void Null_is_no_message()
    {
        Assert.Equal("Message is null", new InvalidMessageException().Message);
        Assert.Contains("null", Assert.Throws<InvalidMessageException>(() => TestActor.Tell(null!)).Message);
        Assert.Throws<InvalidMessageException>(() => Sys.DeadLetters.Tell(null!));
    }
}
