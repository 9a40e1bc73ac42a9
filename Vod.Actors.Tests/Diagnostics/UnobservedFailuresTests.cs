using System.Runtime.CompilerServices;
using Akka.TestKit.Xunit2;
using Vod.Actors.Diagnostics;

namespace Vod.Actors.Tests.Diagnostics;

public sealed class UnobservedFailuresTests : TestKit
{
    [Fact]
    public void The_failure_of_a_task_that_nobody_looks_at_is_logged()
    {
        UnobservedFailures.LogIn(Sys);

        // Other tests of the process may leave some, too.
        EventFilter.Error(contains: "nobody has looked at this").Expect(1, TimeSpan.FromSeconds(20), () =>
        {
            Fail();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        });
    }

    /// <summary>In a method of its own, so that nothing on the stack keeps the task.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail() => _ = Task.FromException(new InvalidOperationException("nobody has looked at this"));
}
