using System.Globalization;
using System.Text;

namespace Vod.Actors.Tests.Fuzzing;

/// <summary>How a client leaves when it has sent everything.</summary>
public enum Parting
{
    /// <summary>It closes its sending side at once, and reads to the end.</summary>
    HalfClose,

    /// <summary>As before, but only when nothing has come for a moment: the server finds an idle connection.</summary>
    HalfCloseLater,

    /// <summary>It resets the connection, having read some of what came.</summary>
    Reset,

    /// <summary>It closes the connection, having read some of what came.</summary>
    Vanish,
}

/// <summary>All that one client does on a connection: a case of the fuzz tests.</summary>
/// <param name="Text">What it sends, a char a byte.</param>
/// <param name="Cuts">Where that is cut into pieces that are sent one by one.</param>
/// <param name="Parting">How it leaves.</param>
/// <param name="Taken">How many bytes it reads when it leaves early.</param>
public sealed record Conversation(string Text, int[] Cuts, Parting Parting, int Taken)
{
    /// <summary>What it sends.</summary>
    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    /// <summary>Whether all answers are read.</summary>
    public bool ReadsAll => Parting is Parting.HalfClose or Parting.HalfCloseLater;

    /// <summary>What it sends, in pieces.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pieces()
    {
        ReadOnlyMemory<byte> bytes = Bytes;
        var from = 0;
        foreach (var cut in Cuts.Where(cut => cut > 0 && cut < bytes.Length).Distinct().Order())
        {
            yield return bytes[from..cut];
            from = cut;
        }

        yield return bytes[from..];
    }

    /// <summary>Smaller cases that may fail in the same way: without cuts, without some of the text.</summary>
    public IEnumerable<Conversation> Smaller()
    {
        if (Parting != Parting.HalfClose) yield return this with { Parting = Parting.HalfClose };
        if (Cuts.Length > 0) yield return this with { Cuts = [] };
        if (Cuts.Length > 1)
        {
            yield return this with { Cuts = Cuts[(Cuts.Length / 2)..] };
            yield return this with { Cuts = Cuts[..(Cuts.Length / 2)] };
        }

        for (var length = Text.Length / 2; length > 0; length /= 2)
        {
            for (var from = 0; from + length <= Text.Length; from += length)
            {
                yield return this with { Text = Text.Remove(from, length), Cuts = [.. Cuts.Select(cut => cut > from ? Math.Max(from, cut - length) : cut)] };
            }
        }
    }

    /// <summary>As C# that makes it again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var c in Text)
        {
            text.Append(c switch
            {
                '\r' => "\\r",
                '\n' => "\\n",
                '\t' => "\\t",
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or > '~' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return $"new Conversation(\"{text}\", [{string.Join(", ", Cuts)}], Parting.{Parting}, {Taken})";
    }
}
