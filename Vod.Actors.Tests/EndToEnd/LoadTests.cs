using System.Globalization;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>ApacheBench on a file of 1 MiB, alone on the machine.</summary>
[Collection(Alone.Name)]
public sealed partial class LoadTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(200, 200, 500)]
    [InlineData(1000, 5000, int.MaxValue)]
    public async Task No_client_fails_and_most_are_answered_in_time(int clients, int requests, int within95)
    {
        Tool.Require("ab");
        using var content = new ContentFolder();
        content.Add("film.mp4", 1024 * 1024);
        await using var server = await VodServer.StartAsync(content.Root);

        var (code, report) = await Tool.RunAsync(content.Root, 120, "ab", "-k", "-r", "-s", "60",
            "-c", clients.ToString(CultureInfo.InvariantCulture), "-n", requests.ToString(CultureInfo.InvariantCulture),
            new Uri(server.Address, "film.mp4").ToString());

        output.WriteLine(report);
        Assert.Equal(0, code);
        Assert.Equal(requests, Number(report, "Complete requests"));
        Assert.Equal(0, Number(report, "Failed requests"));
        Assert.DoesNotContain("Non-2xx", report, StringComparison.Ordinal);
        Assert.InRange(int.Parse(Percentile95().Match(report).Groups[1].Value, CultureInfo.InvariantCulture), 0, within95);
    }

    private static int Number(string report, string label) =>
        int.Parse(Regex.Match(report, $"^{label}: +([0-9]+)", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^ +95% +([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex Percentile95();
}
