using Akka.Actor;

namespace Akka.Tests.Actor;

public class ForwardingSpec : ActorSpec
{
    [Fact]
    public void Forward_keeps_the_sender()
    {
        var echo = Start((m, c) => c.Sender.Tell(m));
        var between = Start((m, c) => echo.Forward(m));
        between.Tell("hello");
        ExpectMsgFrom(echo, "hello", Soon);
    }

    [Fact]
    public void The_implicit_sender_is_the_actor_that_tells()
    {
        var asker = Start((m, c) => ((IActorRef)m).Tell("who am I?"));
        var answerer = Start((m, c) => TestActor.Tell(c.Sender));
        asker.Tell(answerer);
        ExpectMsg(asker, Soon);
    }

    [Fact]
    public async Task A_result_is_piped_as_a_message()
    {
        await Task.FromResult("done").PipeTo(TestActor);
        await Task.FromResult(1).PipeTo(TestActor, success: i => i + 1);
        await new ValueTask<int>(3).PipeTo(TestActor);
        await new ValueTask<int>(4).PipeTo(TestActor, useConfigureAwait: true);
        await ValueTask.CompletedTask.PipeTo(TestActor, useConfigureAwait: true, success: () => 5);
        ExpectInOrder("done", 2, 3, 4, 5);
    }

    [Fact]
    public void The_sender_of_what_is_piped_can_be_named()
    {
        var probe = CreateTestProbe();
        Task.FromResult("done").PipeTo(TestActor, probe.Ref);
        ExpectMsgFrom(probe.Ref, "done", Soon);
    }

    [Fact]
    public void The_end_of_a_task_without_a_result_is_piped_when_there_is_a_message_for_it()
    {
        Task.CompletedTask.PipeTo(TestActor);
        Task.CompletedTask.PipeTo(TestActor, success: () => "done");
        ExpectInOrder("done");
    }

    [Fact]
    public void A_failure_is_piped_as_one()
    {
        Task.FromException<string>(new ArgumentException("bad")).PipeTo(TestActor);
        Assert.Equal("bad", Assert.IsType<ArgumentException>(ExpectMsg<Status.Failure>(Soon).Cause).Message);
        Task.FromException(new ArgumentException("bad")).PipeTo(TestActor, failure: e => e.Message);
        ExpectInOrder("bad");
        Task.FromCanceled<string>(new CancellationToken(true)).PipeTo(TestActor);
        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>(Soon).Cause);
    }

    [Fact]
    public void A_value_task_without_a_result_is_piped_as_a_task_is()
    {
        ValueTask.CompletedTask.PipeTo(TestActor, TestActor, () => "done");
        ExpectMsgFrom(TestActor, "done", Soon);
        new ValueTask(Task.FromException(new ArgumentException("bad"))).PipeTo(TestActor, failure: e => e.Message);
        ExpectInOrder("bad");
        ValueTask.FromException<int>(new ArgumentException("bad")).PipeTo(TestActor, success: i => i);
        Assert.Equal("bad", ExpectMsg<Status.Failure>(Soon).Cause.Message);
    }

    [Fact]
    public void The_first_of_several_failures_is_piped()
    {
        Task.WhenAll(Task.FromException(new ArgumentException("first")), Task.FromException(new ArgumentException("second"))).PipeTo(TestActor);
        Assert.Equal("first", Assert.IsType<ArgumentException>(ExpectMsg<Status.Failure>(Soon).Cause).Message);
    }

    [Fact]
    public void A_selection_can_be_piped_to()
    {
        Task.FromResult("done").PipeTo(Sys.ActorSelection(TestActor.Path));
        ExpectInOrder("done");
    }

    [Fact]
    public void What_is_made_of_a_failure_can_itself_be_anything_but_null()
    {
        Task.FromException(new ArgumentException("bad")).PipeTo(TestActor, failure: e => (e.Message, 1));
        ExpectInOrder(("bad", 1));
    }

    [Fact]
    public void What_cannot_be_piped_is_a_failure_too()
    {
        Task.FromResult<string?>(null).PipeTo(TestActor);
        Assert.IsType<InvalidMessageException>(ExpectMsg<Status.Failure>(Soon).Cause);
        Task.FromResult(1).PipeTo(TestActor, success: _ => throw new ArgumentException("bad"));
        Assert.IsType<ArgumentException>(ExpectMsg<Status.Failure>(Soon).Cause);
    }
}
