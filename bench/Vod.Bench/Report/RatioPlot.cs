using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Vod.Bench.Workloads;

namespace Vod.Bench.Report;

/// <summary>
/// Draws the ratios: a row for each workload and figure, on a logarithmic axis on which better is to the right, whatever the figure: what is
/// better when it is less is drawn inverted. A tick is the target.
/// </summary>
internal static class RatioPlot
{
    private const int LabelWidth = 290;
    private const int AxisWidth = 500;
    private const int RowHeight = 24;
    private const int Top = 64;
    private const int Bottom = 46;
    private const int Margin = 24;
    private const double Least = 0.25;
    private const double Most = 32;

    /// <summary>The plot, in light or dark as its viewer likes it.</summary>
    public static string Draw(BenchOptions options, Comparison comparison)
    {
        var rows = Ratio.All(options, comparison).GroupBy(r => (r.Workload, r.Quantity)).ToArray();
        var (width, height) = (LabelWidth + AxisWidth + Margin, Top + rows.Length * RowHeight + Bottom);
        var svg = new StringBuilder();
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="How many times better Vod is than nginx and Kestrel">""");
        svg.Append("""
            <style>
              svg { --ink: #1f2328; --faint: #59636e; --line: #d1d9e0; --paper: #ffffff; --nginx: #1a7f37; --before: #9a6700; --kestrel: #8250df; }
              @media (prefers-color-scheme: dark) { svg { --ink: #f0f6fc; --faint: #9198a1; --line: #3d444d; --paper: #0d1117; --nginx: #3fb950; --before: #d29922; --kestrel: #ab7df8; } }
              text { font: 13px system-ui, sans-serif; fill: var(--ink); }
              .faint { fill: var(--faint); font-size: 12px; }
              line { stroke: var(--line); }
              .one { stroke: var(--ink); stroke-width: 1.5; }
              .nginx { fill: var(--nginx); stroke: var(--nginx); }
              .before { fill: var(--before); stroke: var(--before); }
              .kestrel { fill: var(--kestrel); stroke: var(--kestrel); }
              .wanted { stroke-width: 2.5; }
              .paper { fill: var(--paper); }
            </style>

            """);
        Add($"""<rect class="paper" width="{width}" height="{height}" rx="6"/>""");
        Add($"""<text x="{Margin}" y="26" style="font-weight:600;font-size:15px">How many times better Vod is</text>""");
        if (options.Servers.Contains("before")) Legend("before", "than before", 280);
        Legend("nginx", "than nginx", 400);
        Legend("kestrel", "than Kestrel", 510);
        Add($"""<line class="wanted" style="stroke:var(--faint)" x1="636" x2="636" y1="15" y2="29"/><text class="faint" x="644" y="26">target</text>""");
        var bottom = Top + rows.Length * RowHeight;
        for (var value = Least; value <= Most; value *= 2)
        {
            Add($"""<line{(value == 1 ? " class=\"one\"" : "")} x1="{X(value):0.#}" x2="{X(value):0.#}" y1="{Top - 12}" y2="{bottom}"/>""");
            Add($"""<text class="faint" text-anchor="middle" x="{X(value):0.#}" y="{bottom + 18}">{(value < 1 ? $"1/{1 / value:0}" : $"{value:0}")}</text>""");
        }
        Add($"""<text class="faint" text-anchor="middle" x="{X(1):0.#}" y="{bottom + 36}">the same</text>""");
        for (var i = 0; i < rows.Length; i++) Row(rows[i], Top + i * RowHeight + RowHeight / 2);
        Add($"</svg>");
        return svg.ToString();

        void Add(FormattableString text) => svg.Append(FormattableString.Invariant(text)).Append('\n');

        void Legend(string server, string text, int x) =>
            Add($"""<circle class="{server}" cx="{x}" cy="22" r="5"/><text class="faint" x="{x + 10}" y="26">{text}</text>""");

        void Row(IGrouping<(Workload Workload, Quantity Quantity), Ratio> row, int y)
        {
            Add($"""<text x="{Margin}" y="{y + 4}">{new XText(Title(row.Key.Workload, row.Key.Quantity))}</text>""");
            foreach (var ratio in row)
            {
                if (ratio.Target is not null) Add($"""<line class="wanted {ratio.Against}" x1="{X(Better(ratio, ratio.Target.Limit)):0.#}" x2="{X(Better(ratio, ratio.Target.Limit)):0.#}" y1="{y - 9}" y2="{y + 9}"/>""");
                Add($"""<circle class="{ratio.Against}" cx="{X(Better(ratio, ratio.Value)):0.#}" cy="{y}" r="5"><title>{ratio.Value:0.00} of {ratio.Against}'s</title></circle>""");
            }
        }
    }

    private static string Title(Workload workload, Quantity quantity) => workload.Title + quantity switch
    {
        Quantity.Speed => ": speed",
        Quantity.Cost => ": CPU",
        _ => ": p99",
    };

    private static double Better(Ratio ratio, double value) => ratio.Quantity == Quantity.Speed ? value : 1 / value;

    private static double X(double value) =>
        LabelWidth + (Math.Log2(Math.Clamp(value, Least, Most)) - Math.Log2(Least)) / (Math.Log2(Most) - Math.Log2(Least)) * (AxisWidth - Margin);
}
