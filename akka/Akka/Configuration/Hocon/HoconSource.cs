namespace Akka.Configuration.Hocon;

/// <summary>The text being parsed and where it came from; says where in it something is wrong.</summary>
/// <param name="Text">The document.</param>
/// <param name="File">The full path of the file that it was read from, or null.</param>
/// <param name="IncludedBy">The document that includes this one, or null.</param>
internal sealed record HoconSource(string Text, string? File = null, HoconSource? IncludedBy = null)
{
    /// <summary>For a character that cannot stand where it does.</summary>
    internal FormatException Unexpected(int position, string expected) => new($"{Place(position)}: expected {expected}, found {Found(position)}.");

    /// <summary>For something else that is wrong at a place.</summary>
    internal FormatException Wrong(int position, string what) => new($"{Place(position)}: {what}.");

    /// <summary>For a document that ends too early, or an include that cannot be read.</summary>
    internal ConfigurationException Broken(int position, string what, Exception? cause = null) => new($"{Place(position)}: {what}.", cause);

    private string Place(int position)
    {
        var before = Text.AsSpan(0, Math.Min(position, Text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return File is null ? $"Line {line}, column {column}" : $"{File}, line {line}, column {column}";
    }

    private string Found(int position)
    {
        if (position >= Text.Length)
            return "the end of the text";
        return Text[position] switch
        {
            '\n' or '\r' => "the end of the line",
            < ' ' and var control => $"the control character U+{(int)control:X4}",
            var c => $"'{c}'",
        };
    }
}
