namespace Vod.Actors.Catalog;

/// <summary>Where paths lead once every symbolic link on the way is followed.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>
    /// The path without links and dot segments, or null when its links go round in circles. What does not exist is taken as it is written.
    /// </summary>
    /// <param name="path">An absolute path.</param>
    public static string? Of(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var ahead = new Stack<string>();
        Push(ahead, path[root.Length..]);
        var real = root;
        var links = 0;
        while (ahead.TryPop(out var segment))
        {
            if (segment == "..")
            {
                real = Path.GetDirectoryName(real) ?? root;
                continue;
            }
            var next = Path.Join(real, segment);
            if (LinkTarget(next) is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MaxLinks) return null;
            if (Path.IsPathRooted(target))
            {
                root = Path.GetPathRoot(target)!;
                real = root;
                target = target[root.Length..];
            }
            Push(ahead, target);
        }
        return real;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        var segments = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            if (segments[i] != ".") ahead.Push(segments[i]);
        }
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        // What cannot be looked at is not followed either; whoever opens it learns why.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
