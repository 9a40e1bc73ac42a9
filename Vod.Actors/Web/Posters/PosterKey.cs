using System.Security.Cryptography;
using System.Text;
using Vod.Actors.Catalog;

namespace Vod.Actors.Web.Posters;

/// <summary>Names what belongs to one version of a film: another version has another key. Safe as a file's name, whatever the film is called.</summary>
internal static class PosterKey
{
    /// <summary>32 hexadecimal digits.</summary>
    public static string Of(MediaItem item) => Digest(item.Path + "\n" + item.ETag.Opaque);

    /// <summary>Of a content directory: servers of different ones may share a directory of pictures.</summary>
    public static string OfDirectory(string fullPath, int width) => Digest($"{fullPath}\n{width}");

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
