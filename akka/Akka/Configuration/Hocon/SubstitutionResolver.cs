using System.Runtime.CompilerServices;

namespace Akka.Configuration.Hocon;

/// <summary>
/// Puts values in the place of a document's substitutions once all of it is read, so that they see what later lines set.
/// A substitution that leads back to the value it is part of means what that key was set to before.
/// Only what a look-up passes is settled on the way, so that parts of one object may refer to each other.
/// </summary>
internal sealed class SubstitutionResolver(HoconObject root)
{
    private readonly HashSet<IHoconElement> _finished = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<IHoconElement> _entered = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _path = [];

    /// <summary>Resolves every substitution below the root.</summary>
    /// <exception cref="FormatException">A required one has no value, goes in a circle, or joins what cannot be joined.</exception>
    internal void Resolve() => Finish(root);

    private void Finish(HoconObject obj)
    {
        if (!Enter(obj))
            return;
        foreach (var (key, value) in obj.Items.ToArray())
        {
            _path.Add(key);
            if (!Finish(value))
                obj.Items.Remove(key);
            _path.RemoveAt(_path.Count - 1);
        }

        _finished.Add(obj);
    }

    private void Finish(HoconArray array)
    {
        if (!Enter(array))
            return;
        array.RemoveAll(item => !Finish(item));
        _finished.Add(array);
    }

    /// <summary>Settles a value and all in it; false when it turns out to be undefined.</summary>
    private bool Finish(HoconValue value)
    {
        Settle(value);
        if (value.State == HoconValue.ResolveState.Undefined)
            return false;
        if (value.GetObject() is { } obj)
            Finish(obj);
        else if (value.Values is [HoconArray array])
            Finish(array);
        return true;
    }

    /// <summary>False when there is nothing left to do in an object or array; a substitution may have put one in several places.</summary>
    private bool Enter(IHoconElement element)
    {
        if (_finished.Contains(element))
            return false;
        return _entered.Add(element)
            ? true
            : throw new FormatException($"{HoconPath.Join(_path)}: a substitution leads back to what it is in.");
    }

    /// <summary>Makes the pieces of a value final; what is inside of objects and arrays stays as it is.</summary>
    private void Settle(HoconValue value)
    {
        if (value.State != HoconValue.ResolveState.Pending)
            return;

        // A chain of thousands of substitutions is an exception then, and not the end of the process.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        value.State = HoconValue.ResolveState.Resolving;
        var pieces = new List<Piece>(value.Values.Count);
        foreach (var element in value.Values)
        {
            if (element is not HoconSubstitution substitution)
                pieces.Add(new Piece(element, IsOwn: true));
            else if (Target(substitution, value) is { } target)
                pieces.AddRange(target.Values.Select(piece => new Piece(piece, IsOwn: false)));
        }

        if (pieces.TrueForAll(piece => piece.IsBlank))
            pieces.Clear();

        // Objects merge with what the key was before, and a value that came to nothing lets it show through.
        if (value.Overridden is { } earlier && (pieces.Count == 0 || pieces.TrueForAll(piece => piece.Element is HoconObject || piece.IsBlank)))
        {
            Settle(earlier);
            if (earlier.State == HoconValue.ResolveState.Settled && (pieces.Count == 0 || earlier.IsObject()))
                pieces.InsertRange(0, earlier.Values.Select(piece => new Piece(piece, IsOwn: false)));
        }

        var joined = Joined(pieces, value.Values);
        value.Overridden = null;
        value.Values.Clear();
        value.Values.AddRange(joined);
        value.State = pieces.Count == 0 ? HoconValue.ResolveState.Undefined : HoconValue.ResolveState.Settled;
    }

    private HoconValue? Target(HoconSubstitution substitution, HoconValue owner)
    {
        var target = substitution.IsEarlierValue ? Usable(owner.Overridden) : substitution.Target is { } known ? Usable(known) : null;
        if (target is not null || substitution.Keys.Length == 0)
            return target;

        if (substitution.IncludedAt.Length > 0)
            target = Usable(Find(root, [.. substitution.IncludedAt, .. substitution.Keys]));
        target ??= Usable(Find(root, substitution.Keys));
        if (target is null && Environment.GetEnvironmentVariable(string.Join('.', substitution.Keys)) is { } variable)
            target = new HoconValue(new HoconLiteral { Value = variable });
        if (target is null && !substitution.IsOptional)
            throw substitution.Source!.Wrong(substitution.Position, $"unresolved substitution {substitution}: no such value, no such environment variable, or a circle");
        return target;
    }

    /// <summary>The value, settled, or what is behind it while it is itself being resolved; null when that is nothing.</summary>
    private HoconValue? Usable(HoconValue? value)
    {
        while (value is { State: HoconValue.ResolveState.Resolving })
            value = value.Overridden;
        if (value is null)
            return null;
        Settle(value);
        return value.State == HoconValue.ResolveState.Settled ? value : null;
    }

    private HoconValue? Find(HoconObject from, ReadOnlySpan<string> keys)
    {
        if (!from.Items.TryGetValue(keys[0], out var value))
            return null;
        if (keys.Length == 1)
            return value;
        return Usable(value)?.GetObject() is { } inner ? Find(inner, keys[1..]) : null;
    }

    private static IHoconElement[] Joined(List<Piece> pieces, List<IHoconElement> written)
    {
        if (pieces.Count <= 1)
            return [.. pieces.Select(piece => piece.Element)];
        if (pieces.TrueForAll(piece => piece.Element is HoconLiteral))
            return [new HoconLiteral { Value = string.Concat(pieces.Select(piece => piece.Element.ToString())) }];

        pieces.RemoveAll(piece => piece.IsBlank);
        if (pieces.TrueForAll(piece => piece.Element is HoconArray))
        {
            var joined = new HoconArray();
            foreach (var piece in pieces)
                joined.AddRange((HoconArray)piece.Element);
            return [joined];
        }

        if (!pieces.TrueForAll(piece => piece.Element is HoconObject))
        {
            var substitution = written.OfType<HoconSubstitution>().First(piece => piece.Source is not null);
            throw substitution.Source!.Wrong(substitution.Position, HoconParser.MixedPieces);
        }

        return [pieces.Skip(1).Aggregate((HoconObject)pieces[0].Element, Merged)];
    }

    /// <summary>
    /// A new object of both. Where both have a key, the one of <paramref name="primary"/> goes before the other one. If the primary is written
    /// in this very place, its values take that in; if it is found elsewhere, they must not change, and are referred to.
    /// </summary>
    private static HoconObject Merged(HoconObject fallback, Piece primary)
    {
        var merged = new HoconObject();
        foreach (var (key, value) in fallback.Items)
            merged.Items.Add(key, value);
        foreach (var (key, value) in ((HoconObject)primary.Element).Items)
        {
            if (!merged.Items.TryGetValue(key, out var under) || (!value.IsPending && !value.IsObject()))
            {
                merged.Items[key] = value;
                continue;
            }

            var over = primary.IsOwn ? value : Reference(value);
            over.PutBehind(Reference(under));
            merged.Items[key] = over;
        }

        return merged;
    }

    private static HoconValue Reference(HoconValue target) =>
        new(new HoconSubstitution { Target = target, IsOptional = true }) { State = HoconValue.ResolveState.Pending };

    /// <param name="Element">A piece of a value.</param>
    /// <param name="IsOwn">Whether it is written in the value itself, and not found through a substitution.</param>
    private readonly record struct Piece(IHoconElement Element, bool IsOwn)
    {
        internal bool IsBlank => Element is HoconLiteral { IsSeparator: true };
    }
}
