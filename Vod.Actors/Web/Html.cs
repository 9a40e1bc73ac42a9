using System.Runtime.CompilerServices;
using System.Text;

namespace Vod.Actors.Web;

/// <summary>
/// Text of a page under construction. What an interpolated string says literally is markup; what stands in its holes is text and is escaped,
/// within and between tags alike, as long as attributes stand in double quotes. Only <see cref="Markup"/> passes as it is.
/// </summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new(16 * 1024);

    /// <summary>Adds markup with text in its holes.</summary>
    public Html Add([InterpolatedStringHandlerArgument("")] ref Handler markup) => this;

    /// <summary>Adds markup without holes.</summary>
    public Html Add(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void AddText(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny("&<>\"'"); next >= 0; next = text.IndexOfAny("&<>\"'"))
        {
            _text.Append(text[..next]).Append(text[next] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(next + 1)..];
        }
        _text.Append(text);
    }

    /// <summary>Something that is markup already.</summary>
    internal readonly record struct Markup(string Text);

    /// <summary>Takes an interpolated string apart.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler
    {
        private readonly Html _html;

        public Handler(int literalLength, int formattedCount, Html html) => _html = html;

        public void AppendLiteral(string markup) => _html._text.Append(markup);

        public void AppendFormatted(string? text) => _html.AddText(text);

        public void AppendFormatted(long number) => _html._text.Append(number);

        public void AppendFormatted(Markup markup) => _html._text.Append(markup.Text);
    }
}
