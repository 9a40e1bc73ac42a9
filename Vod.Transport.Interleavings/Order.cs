namespace Vod.Transport.Interleavings;

/// <summary>The choices that lead to one order of steps; each is the number of a thread among those that could go on.</summary>
internal sealed class Order
{
    private readonly List<Choice> _choices = [];
    private int _depth;

    /// <summary>Repeats the choice made here before, or else takes the first.</summary>
    public int Choose(int count)
    {
        if (_depth == _choices.Count) _choices.Add(new Choice());
        var choice = _choices[_depth++];
        choice.Count = count;
        return choice.Chosen;
    }

    /// <summary>Goes on to the next branch at the deepest choice that has one, to be followed from the start; false when there is none.</summary>
    public bool TryNext()
    {
        _depth = 0;
        while (_choices.Count > 0)
        {
            var last = _choices[^1];
            if (++last.Chosen < last.Count) return true;
            _choices.RemoveAt(_choices.Count - 1);
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', _choices.Take(_depth).Select(choice => choice.Chosen));

    private sealed class Choice
    {
        public int Chosen;
        public int Count;
    }
}
