using Akka.Actor;

namespace Akka.Tests.Actor;

public class ContextSpec : ActorSpec
{
    private IActorRef Open() => Sys.ActorOf(Props.Create(() => new Opened()));

    private async Task<Opened> Instance(IActorRef actor) => await actor.Ask<Opened>("instance", Soon);

    [Fact]
    public async Task Off_the_actors_thread_there_is_neither_a_context_nor_a_Self_nor_a_Sender()
    {
        var instance = await Instance(Open());
        Action[] looks = [() => _ = instance.TheContext, () => _ = instance.TheSelf, () => _ = instance.TheSender];
        foreach (var look in looks)
        {
            var thrown = Assert.IsType<NotSupportedException>(ThrownOutsideOfActors(look));
            Assert.Equal("There is no active ActorContext, this is most likely due to use of async operations from within this actor.", thrown.Message);
        }
    }

    [Fact]
    public async Task After_its_end_an_actor_still_knows_itself_on_any_thread()
    {
        var actor = Watch(Open());
        var instance = await Instance(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor, Soon);
        IActorRef? self = null;
        await AwaitAssertAsync(() => Assert.Null(ThrownOutsideOfActors(() => self = instance.TheSelf)));
        Assert.Equal(actor, self);
    }

    [Fact]
    public void A_continuation_that_leaves_the_actor_has_no_context_and_one_that_stays_has()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Opened()));
        actor.Tell("leave");
        Assert.IsType<NotSupportedException>(ExpectMsg<Exception>(Soon));
        actor.Tell("stay");
        ExpectMsg(actor, Soon);
    }

    [Fact]
    public async Task A_context_tells_all_about_its_actor()
    {
        var props = Scripted.Props((m, c) =>
        {
            if (m is Do what) what.Action(c);
        });
        var actor = Sys.ActorOf(props, "seen");
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        actor.Tell(new Do(c =>
        {
            try
            {
                Assert.Equal((actor, TestActor, Sys), (c.Self, c.Sender, c.System));
                Assert.Equal(((ExtendedActorSystem)Sys).Guardian, c.Parent);
                Assert.Equal(props.Type, c.Props.Type);
                Assert.Equal("akka.actor.default-dispatcher", c.Dispatcher.Id);
                Assert.Null(c.ReceiveTimeout);
                c.SetReceiveTimeout(Soon);
                Assert.Equal(Soon, c.ReceiveTimeout);
                c.SetReceiveTimeout(null);
                Assert.Null(c.ReceiveTimeout);
                Assert.Empty(c.GetChildren());
                var child = c.ActorOf(Props.Empty, "child");
                Assert.Equal([child], c.GetChildren());
                Assert.Equal(child, c.Child("child"));
                Assert.Same(ActorRefs.Nobody, c.Child("other"));
                seen.SetResult();
            }
            catch (Exception e)
            {
                seen.SetException(e);
            }
        }));
        await seen.Task.WaitAsync(Soon);
    }

    [Fact]
    public void A_context_can_be_given_another_behaviour()
    {
        var actor = Start((_, c) =>
        {
            c.Become(m =>
            {
                c.Sender.Tell($"second {m}");
                c.BecomeStacked(again =>
                {
                    c.Sender.Tell($"third {again}");
                    c.UnbecomeStacked();
                    return true;
                });
                return true;
            });
        });
        foreach (var message in new[] { "a", "b", "c", "d" }) actor.Tell(message);
        ExpectInOrder("second b", "third c", "second d");
    }

    [Fact]
    public void What_an_untyped_behaviour_takes_is_handled()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.UnhandledMessage));
        var actor = Start((_, c) => ((IUntypedActorContext)c).BecomeStacked(m =>
        {
            c.Sender.Tell(m);
            c.UnbecomeStacked();
            ((IUntypedActorContext)c).Become(_ => { });
        }));
        foreach (var message in new[] { "a", "b", "c" }) actor.Tell(message);
        ExpectInOrder("b");
        ExpectNoMsg(Briefly);
    }

    private sealed class Opened : ReceiveActor
    {
        public Opened()
        {
            Receive<string>(m => m == "instance", _ => Sender.Tell(this));
            ReceiveAsync<string>(m => m == "leave", async _ =>
            {
                var asker = Sender;
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // and does not come back
                try
                {
                    asker.Tell(Sender);
                }
                catch (Exception e)
                {
                    asker.Tell(e);
                }
            });
            ReceiveAsync<string>(m => m == "stay", async _ =>
            {
                await Task.Run(() => { });
                Sender.Tell(Self);
            });
        }

        public IActorContext TheContext => Context;
        public IActorRef TheSelf => Self;
        public IActorRef TheSender => Sender;
    }
}
