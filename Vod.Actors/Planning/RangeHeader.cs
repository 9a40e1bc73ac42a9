using System.Collections.Immutable;

namespace Vod.Actors.Planning;

/// <summary>
/// The <c>Range</c> field (RFC 9110 §14.2). Read by hand, since <c>RangeHeaderValue</c> of Microsoft.Net.Http.Headers takes numbers beyond
/// 64 bits for bad syntax, where they merely lie beyond the end of the file, and lets spaces into a range.
/// </summary>
public static class RangeHeader
{
    /// <summary>The most parts that are sent; a field that asks for more, after overlapping ranges are joined, is ignored.</summary>
    public const int MaxRanges = 16;

    /// <summary>Applies the field to a file.</summary>
    /// <param name="value">The field's value.</param>
    /// <param name="size">The file's size in bytes.</param>
    public static RangeOutcome Resolve(ReadOnlySpan<char> value, long size)
    {
        var equals = value.IndexOf('=');
        if (equals < 0 || !value[..equals].Equals("bytes", StringComparison.OrdinalIgnoreCase))
        {
            return RangeOutcome.Ignored.Instance;
        }

        var set = value[(equals + 1)..];
        var ranges = ImmutableArray.CreateBuilder<ByteRange>(1);
        var any = false;
        foreach (var part in set.Split(','))
        {
            var spec = set[part].Trim(" \t");
            if (spec.IsEmpty)
            {
                continue;
            }

            if (!TryResolve(spec, size, out var range))
            {
                return RangeOutcome.Ignored.Instance;
            }

            any = true;
            if (range.Length > 0)
            {
                ranges.Add(range);
            }
        }

        if (!any)
        {
            return RangeOutcome.Ignored.Instance;
        }

        if (ranges.Count > 1)
        {
            Coalesce(ranges);
        }

        return ranges.Count switch
        {
            0 => RangeOutcome.Unsatisfiable.Instance,
            > MaxRanges => RangeOutcome.Ignored.Instance,
            _ => new RangeOutcome.Satisfiable(ranges.DrainToImmutable()),
        };
    }

    /// <summary>Reads one range; false for bad syntax. The range is empty when it lies outside the file.</summary>
    private static bool TryResolve(ReadOnlySpan<char> spec, long size, out ByteRange range)
    {
        range = default;
        var dash = spec.IndexOf('-');
        if (dash < 0)
        {
            return false;
        }

        var before = spec[..dash];
        var after = spec[(dash + 1)..];
        if (before.IsEmpty)
        {
            if (!TryRead(after, out var suffix))
            {
                return false;
            }

            var length = Math.Min(suffix, size);
            range = new(size - length, length);
            return true;
        }

        var last = long.MaxValue;
        if (!TryRead(before, out var first) || (!after.IsEmpty && (!TryRead(after, out last) || IsLess(after, before))))
        {
            return false;
        }

        if (first < size)
        {
            range = new(first, Math.Min(last, size - 1) - first + 1);
        }

        return true;
    }

    /// <summary>Reads digits; a number beyond 63 bits counts as the largest of them, which is beyond the end of any file too.</summary>
    private static bool TryRead(ReadOnlySpan<char> digits, out long number)
    {
        number = 0;
        if (digits.IsEmpty)
        {
            return false;
        }

        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            number = number > (long.MaxValue - 9) / 10 ? long.MaxValue : (number * 10) + (c - '0');
        }

        return true;
    }

    /// <summary>Compares two numbers of any length.</summary>
    private static bool IsLess(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length < right.Length : left.SequenceCompareTo(right) < 0;
    }

    /// <summary>Joins ranges that overlap. The result keeps the order of the request; a joined range stands where its first part stood.</summary>
    private static void Coalesce(ImmutableArray<ByteRange>.Builder ranges)
    {
        var sorted = new (ByteRange Range, int Order)[ranges.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = (ranges[i], i);
        }

        Array.Sort(sorted, static (a, b) => a.Range.Offset.CompareTo(b.Range.Offset));
        var count = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            ref var joined = ref sorted[count - 1];
            if (joined.Range.Overlaps(sorted[i].Range))
            {
                joined = (joined.Range.Union(sorted[i].Range), Math.Min(joined.Order, sorted[i].Order));
            }
            else
            {
                sorted[count++] = sorted[i];
            }
        }

        Array.Sort(sorted, 0, count, Comparer<(ByteRange Range, int Order)>.Create(static (a, b) => a.Order.CompareTo(b.Order)));
        ranges.Count = count;
        for (var i = 0; i < count; i++)
        {
            ranges[i] = sorted[i].Range;
        }
    }
}
