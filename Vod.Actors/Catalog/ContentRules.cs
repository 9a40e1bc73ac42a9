namespace Vod.Actors.Catalog;

/// <summary>Which names and which places are served: pure rules, the same for the index, for single looks and for files being opened.</summary>
internal static class ContentRules
{
    private const string Confidential = "confidential";

    /// <summary>
    /// Whether a name may be part of a served path: not hidden, and of characters that a request can name.
    /// A name that is not valid UTF-8 reads as one with replacement characters in it, and no file is found under that.
    /// </summary>
    public static bool IsServedName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] == '.') return false;
        foreach (var c in name)
        {
            if (c is '\\' or '/' || char.IsControl(c)) return false;
        }
        return true;
    }

    /// <summary>Whether each segment of a relative path is a served name, and the first is not <c>confidential</c>.</summary>
    /// <param name="path">Segments with '/' between them.</param>
    public static bool IsServedPath(ReadOnlySpan<char> path)
    {
        if (IsConfidential(path)) return false;
        foreach (var segment in path.Split('/'))
        {
            if (!IsServedName(path[segment])) return false;
        }
        return true;
    }

    /// <summary>Whether the first segment is <c>confidential</c>, in any case.</summary>
    /// <param name="path">Segments with '/' between them.</param>
    public static bool IsConfidential(ReadOnlySpan<char> path)
    {
        var end = path.IndexOf('/');
        return (end < 0 ? path : path[..end]).Equals(Confidential, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The part of a real path that is beneath the real root, with '/' between segments; "" for the root itself, null outside.</summary>
    public static string? Beneath(string realRoot, string realPath)
    {
        var root = realRoot.AsSpan().TrimEnd(Path.DirectorySeparatorChar);
        if (!realPath.AsSpan().StartsWith(root, StringComparison.Ordinal)) return null;
        var rest = realPath.AsSpan(root.Length);
        if (rest.IsEmpty) return "";
        if (rest[0] != Path.DirectorySeparatorChar) return null;
        var relative = rest[1..].ToString();
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Whether a link may lead there: inside the root, and neither hidden nor confidential there.</summary>
    public static bool MayLeadTo(string realRoot, string realPath) =>
        Beneath(realRoot, realPath) is { } relative && (relative.Length == 0 || IsServedPath(relative));

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or beneath it; both relative, "" is the root.</summary>
    public static bool IsWithin(string path, string folder) =>
        folder.Length == 0 || path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
