using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Vod.Actors.Web;

/// <summary>In which order files are listed.</summary>
internal enum ListingSort
{
    Name,
    Newest,
    Oldest,
    Largest,
    Smallest,
    Longest,
    Shortest,
}

/// <summary>What part of a folder is asked for.</summary>
/// <param name="Text">Words that each must be in the name or path; empty for no search.</param>
/// <param name="Sort">The order.</param>
/// <param name="Page">The page, from 1; one beyond the last is taken for the last.</param>
internal sealed record ListingQuery(string Text, ListingSort Sort, int Page)
{
    /// <summary>The longest text that is searched for; what follows is left out.</summary>
    public const int MaxText = 200;

    private static readonly string[] Names = [.. Enum.GetNames<ListingSort>().Select(name => name.ToLowerInvariant())];

    /// <summary>All from the first.</summary>
    public static ListingQuery All { get; } = new("", ListingSort.Name, 1);

    /// <summary>Reads a query; null and what is wrong when a parameter is not as it should be.</summary>
    /// <param name="query">The part of the target after its question mark.</param>
    /// <param name="fault">What is wrong.</param>
    public static ListingQuery? Parse(string query, out string? fault) => Parse(QueryHelpers.ParseQuery(query), out fault);

    /// <summary>Reads parsed parameters.</summary>
    public static ListingQuery? Parse(Dictionary<string, StringValues> parameters, out string? fault)
    {
        var text = Last(parameters, "q").Trim();
        var sort = Last(parameters, "sort");
        var page = Last(parameters, "page");
        var order = sort.Length == 0 ? 0 : Array.IndexOf(Names, sort);
        var number = 1;
        fault = order < 0 ? "sort must be one of " + string.Join(", ", Names)
            : page.Length > 0 && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1) ? "page must be a whole number from 1"
            : null;
        return fault is null ? new ListingQuery(text.Length > MaxText ? text[..MaxText] : text, (ListingSort)order, number) : null;
    }

    /// <summary>An order as it is written in a query.</summary>
    public static string NameOf(ListingSort sort) => Names[(int)sort];

    private static string Last(Dictionary<string, StringValues> parameters, string name) =>
        parameters.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] ?? "" : "";
}
