using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Tests.TestKits;

public class ImplicitSenderTests
{
    [Fact]
    public void A_thread_is_let_go_with_the_test_that_it_leaves_undisposed()
    {
        Akka.TestKit.Xunit2.TestKit? kit = null;
        ActorCell? within = null;
        OnAThread(thread =>
        {
            thread.Run(() =>
            {
                kit = new Akka.TestKit.Xunit2.TestKit();
                within = InternalCurrentActorCellKeeper.Current;
            });
            Assert.Null(InternalCurrentActorCellKeeper.Current);
        });
        Assert.Equal(kit!.TestActor, within!.Self);
        kit.Dispose();
    }

    [Fact]
    public void A_thread_that_turns_to_something_else_for_a_while_comes_back_to_its_test() => OnAThread(thread => thread.Run(() =>
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit();
        ActorCell? elsewhere = null;
        thread.RunOutside(() => elsewhere = InternalCurrentActorCellKeeper.Current);
        Assert.Null(elsewhere);
        Assert.Equal(kit.TestActor, InternalCurrentActorCellKeeper.Current?.Self);
        kit.TestActor.Tell("from itself");
        kit.ExpectMsg("from itself");
        Assert.Equal(kit.TestActor, kit.LastSender);
    }));

    [Fact]
    public void What_a_test_runs_on_another_thread_has_no_sender() => OnAThread(thread => thread.Run(() =>
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit();
        Assert.Null(Task.Run(() => InternalCurrentActorCellKeeper.Current).Result);
    }));

    [Fact]
    public void The_last_of_two_kits_gives_the_thread_back_to_the_first() => OnAThread(thread =>
    {
        thread.Run(() =>
        {
            using var first = new Akka.TestKit.Xunit2.TestKit();
            using (var second = new Akka.TestKit.Xunit2.TestKit()) Assert.Equal(second.TestActor, InternalCurrentActorCellKeeper.Current?.Self);
            Assert.Equal(first.TestActor, InternalCurrentActorCellKeeper.Current?.Self);
        });
        Assert.Null(InternalCurrentActorCellKeeper.Current);
    });

    [Fact]
    public async Task A_test_that_awaits_goes_on_as_its_test_actor()
    {
        using var kit = new Akka.TestKit.Xunit2.TestKit();
        await Task.Yield();
        Assert.Equal(kit.TestActor, InternalCurrentActorCellKeeper.Current?.Self);
        kit.TestActor.Tell("after");
        await kit.ExpectMsgAsync("after");
        Assert.Equal(kit.TestActor, kit.LastSender);
    }

    /// <summary>Runs on a thread of its own that no test runs on.</summary>
    private static void OnAThread(Action<Contexts> run)
    {
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                run(new Contexts(ExecutionContext.Capture()!));
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.UnsafeStart();
        thread.Join();
        if (failure is not null) throw new InvalidOperationException("It failed on the thread.", failure);
    }

    /// <summary>Has a thread turn to things as pools and frameworks do.</summary>
    private sealed class Contexts(ExecutionContext outside)
    {
        public void Run(Action action) => ExecutionContext.Run(outside.CreateCopy(), static action => ((Action)action!)(), action);

        public void RunOutside(Action action) => Run(action);
    }
}
