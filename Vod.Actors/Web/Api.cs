using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Vod.Actors.Catalog;
using Vod.Actors.Http;

namespace Vod.Actors.Web;

/// <summary>The same that the pages show, as JSON for programs.</summary>
internal static class Api
{
    /// <summary><c>/-/api/catalog?path=&amp;q=&amp;sort=&amp;page=</c>: a page of a folder, or of a search in it.</summary>
    public static Page Catalog(string query, Library library, MediaInfos infos, int pageSize)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        if (ListingQuery.Parse(parameters, out var fault) is not { } asked) return Problem(400, fault);
        var path = parameters.TryGetValue("path", out var values) ? (values[^1] ?? "").Trim('/') : "";
        if (library.Folder(path) is not { } folder) return Problem(404, "There is no such folder.");
        var listing = Listing.Of(folder, asked, pageSize, infos);
        var answer = new CatalogAnswer(
            folder.Path,
            asked.Text,
            ListingQuery.NameOf(asked.Sort),
            listing.Query.Page,
            listing.Pages,
            listing.Total,
            [.. listing.Folders.Select(child => new FolderAnswer(child.Path, child.Name, Urls.Folder(child.Path)))],
            [.. listing.Items.Select(item => Of(item, infos))]);
        return new Page(200, "application/json", JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Default.CatalogAnswer));
    }

    /// <summary><c>/-/api/media/PATH</c>: a file and what lies beside it.</summary>
    public static Page Media(string path, Library library, MediaInfos infos)
    {
        if (library.File(path) is not { } item) return Problem(404, "There is no such file.");
        var folder = library.FolderOf(path);
        var answer = Of(item, infos);
        if (MediaKinds.IsPlayed(item))
        {
            var beside = Sidecars.Of(item, folder.Files);
            List<MediaItem> played = [.. folder.Files.Where(MediaKinds.IsPlayed)];
            var at = played.IndexOf(item);
            answer = answer with
            {
                Subtitles = [.. beside.Subtitles.Select(subtitle => new SubtitleAnswer(subtitle.Language.Length == 0 ? null : subtitle.Language, subtitle.Label, subtitle.Address))],
                Chapters = beside.Chapters is { } chapters ? Urls.File(chapters.Path) : null,
                Previous = at > 0 ? Urls.Media(played[at - 1].Path) : null,
                Next = at + 1 < played.Count ? Urls.Media(played[at + 1].Path) : null,
            };
        }
        return new Page(200, "application/json", JsonSerializer.SerializeToUtf8Bytes(answer, ApiJson.Default.MediaAnswer));
    }

    /// <summary>Problem details.</summary>
    public static Page Problem(int status, string? detail) => new(
        status,
        "application/problem+json",
        JsonSerializer.SerializeToUtf8Bytes(new ProblemAnswer("about:blank", ReasonPhrase.Of(status), status, detail), ApiJson.Default.ProblemAnswer));

    private static MediaAnswer Of(MediaItem item, MediaInfos infos)
    {
        var kind = MediaKinds.Of(item);
        var isPlayed = kind != MediaKind.Other;
        var info = infos.Of(item);
        return new MediaAnswer(
            item.Path,
            item.Name,
            Words.Title(item.Name),
            kind.ToString().ToLowerInvariant(),
            item.ContentType,
            item.Size,
            Words.Timestamp(item.LastModified),
            Urls.File(item.Path),
            isPlayed ? Urls.Watch(item.Path) : null,
            isPlayed ? Urls.Poster(item.Path) : null)
        {
            Duration = info?.Duration?.TotalSeconds,
            Container = info?.Container,
            Width = info?.Width,
            Height = info?.Height,
            Video = info?.Video,
            Audio = info?.Audio,
            IndexAtFront = info?.IndexAtFront,
            Damaged = info is { IsBroken: true } ? true : null,
        };
    }
}
