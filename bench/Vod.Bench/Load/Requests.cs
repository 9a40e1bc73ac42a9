using System.Text;

namespace Vod.Bench.Load;

/// <summary>Requests as bytes.</summary>
internal static class Requests
{
    /// <summary>A GET on a connection that is kept.</summary>
    /// <param name="path">The path, with its slash.</param>
    /// <param name="fields">Further header fields, without line ends.</param>
    public static byte[] Get(string path, params ReadOnlySpan<string> fields) => Request("GET", path, fields);

    /// <summary>A HEAD on a connection that is kept.</summary>
    public static byte[] Head(string path) => Request("HEAD", path, []);

    /// <summary>A GET of a part.</summary>
    /// <param name="file">The file.</param>
    /// <param name="range">The range set, such as 0-99.</param>
    public static byte[] Range(TestFile file, string range) => Get("/" + file.Name, $"Range: bytes={range}");

    /// <summary>A slice by its number, the films one after another.</summary>
    public static (TestFile File, long Offset, byte[] Request) Slice(TestFiles files, int number)
    {
        const int perFilm = TestFiles.FilmSize / TestFiles.SliceSize;
        var file = files.Film[number / perFilm % TestFiles.Films];
        var offset = (long)(number % perFilm) * TestFiles.SliceSize;
        return (file, offset, Range(file, $"{offset}-{offset + TestFiles.SliceSize - 1}"));
    }

    private static byte[] Request(string method, string path, ReadOnlySpan<string> fields)
    {
        var text = new StringBuilder($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        foreach (var field in fields) text.Append(field).Append("\r\n");
        return Encoding.ASCII.GetBytes(text.Append("\r\n").ToString());
    }
}
