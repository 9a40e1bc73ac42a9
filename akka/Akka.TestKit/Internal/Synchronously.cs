namespace Akka.TestKit.Internal;

/// <summary>
/// The kit's operations are written once, with a flag that says whether to wait by blocking or by awaiting. Asked to block, they have
/// completed on the calling thread by the time they return; this takes their results.
/// </summary>
internal static class Synchronously
{
    internal static T Result<T>(ValueTask<T> completed) => completed.GetAwaiter().GetResult();

    internal static void Result(ValueTask completed) => completed.GetAwaiter().GetResult();

    internal static List<T> ToList<T>(IAsyncEnumerable<T> completed)
    {
        var items = new List<T>();
        var enumerator = completed.GetAsyncEnumerator();
        try
        {
            while (Result(enumerator.MoveNextAsync()))
            {
                items.Add(enumerator.Current);
            }
        }
        finally
        {
            Result(enumerator.DisposeAsync());
        }

        return items;
    }
}
