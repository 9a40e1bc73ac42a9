namespace Vod.Actors.Planning;

/// <summary>
/// How much of a body is sent in one step: little at first, so that a viewer who jumps away wastes little and the others' turn comes soon; then
/// more, so that a long body takes few turns.
/// </summary>
public static class Ramp
{
    private const int First = 256 * 1024, Second = 512 * 1024, Others = 1024 * 1024;

    /// <summary>Bytes of the next step. The last one may be half as long again, so that none is hardly worth its turn.</summary>
    /// <param name="sent">Bytes of the body that were sent.</param>
    /// <param name="left">Bytes that are left.</param>
    /// <param name="sliceSize">The most for one step.</param>
    public static int Step(long sent, long left, int sliceSize)
    {
        var step = sent switch
        {
            < First => First,
            < First + Second => Second,
            _ => Others,
        };
        return (int)Math.Min(left <= step + (step / 2) ? left : step, sliceSize);
    }
}
