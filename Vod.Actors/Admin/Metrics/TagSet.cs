using System.Globalization;

namespace Vod.Actors.Admin.Metrics;

/// <summary>The tags of a measurement, as a key; the same tags in another order are another key.</summary>
internal sealed class TagSet(KeyValuePair<string, object?>[] tags)
{
    /// <summary>The tags in the order of the measurement.</summary>
    public ReadOnlySpan<KeyValuePair<string, object?>> Tags => tags;

    /// <summary>Whether these are the same objects in the same order; if not, they may still be equal.</summary>
    public bool Is(ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (others.Length != tags.Length) return false;
        for (var i = 0; i < tags.Length; i++)
        {
            if (!ReferenceEquals(tags[i].Key, others[i].Key) || !ReferenceEquals(tags[i].Value, others[i].Value)) return false;
        }
        return true;
    }

    /// <summary>The same as labels, in the order of their names. Tags that get the same name share a label, their values joined by ";".</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToLabels() =>
    [
        .. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .GroupBy(tag => PrometheusName.OfLabel(tag.Key), tag => Text(tag.Value))
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => KeyValuePair.Create(label.Key, string.Join(';', label))),
    ];

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>
/// Compares tags where they are measured, without an allocation. What they hash to is cheap rather than good: a series is looked up for each
/// request, and there are few.
/// </summary>
internal sealed class TagSetComparer : IEqualityComparer<TagSet>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, TagSet>
{
    /// <summary>The one value.</summary>
    public static TagSetComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(TagSet? x, TagSet? y) => ReferenceEquals(x, y) || x is not null && y is not null && Equals(x.Tags, y);

    /// <inheritdoc/>
    public int GetHashCode(TagSet obj) => GetHashCode(obj.Tags);

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, TagSet other)
    {
        var tags = other.Tags;
        if (alternate.Length != tags.Length) return false;
        for (var i = 0; i < tags.Length; i++)
        {
            if (alternate[i].Key != tags[i].Key || !Equals(alternate[i].Value, tags[i].Value)) return false;
        }
        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
    {
        var hash = alternate.Length;
        foreach (var (key, value) in alternate)
        {
            hash = hash * 31 + key.Length;
            hash = hash * 31 + value switch
            {
                null => 0,
                string { Length: > 0 } text => (text.Length << 16) + (text[0] << 8) + text[^1],
                string => 1,
                _ => value.GetHashCode(),
            };
        }
        return hash;
    }

    /// <inheritdoc/>
    public TagSet Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate.ToArray());
}
