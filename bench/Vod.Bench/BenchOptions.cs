using System.CommandLine;

namespace Vod.Bench;

/// <summary>What to run, and for how long.</summary>
/// <param name="Workloads">Ids.</param>
/// <param name="Servers">Names, in the order of the turns; the absolute figures are Vod's.</param>
/// <param name="Rounds">Turns of each server in each workload.</param>
/// <param name="Seconds">Of each turn.</param>
/// <param name="WarmUpSeconds">Of each load, for each server, before anything is measured.</param>
/// <param name="IdleConnections">Connections that idle.</param>
/// <param name="StormSeconds">Of the seek storm that looks for growth.</param>
/// <param name="MixedSeconds">Of the mixed load.</param>
/// <param name="MaxForeign">What others may take of the machine, 0 to 1, before a turn is repeated, twice at most.</param>
/// <param name="Vod">Another Vod than the one that was built.</param>
/// <param name="Before">The Vod to compare it with; null: none.</param>
/// <param name="Write">Whether the report goes into README.md.</param>
/// <param name="Note">A sentence for the report.</param>
internal sealed record BenchOptions(
    IReadOnlySet<string> Workloads, IReadOnlyList<string> Servers, int Rounds, int Seconds, int WarmUpSeconds, int IdleConnections, int StormSeconds, int MixedSeconds,
    double MaxForeign, string? Vod, string? Before, bool Write, string? Note)
{
    /// <summary>The workloads of the absolute figures.</summary>
    public static readonly IReadOnlyList<string> Absolute = ["idle", "slow", "storm", "mixed", "start", "rest"];

    /// <summary>Seconds of a load to begin with, so that buffers and connections of the one before are gone.</summary>
    public int LeadIn => Math.Min(Seconds, 2);

    private static string[] Compared => [.. Bench.Workloads.Workload.All.Select(w => w.Id)];

    private static string[] AllWorkloads => [.. Compared, .. Absolute];

    /// <summary>Parses the arguments and runs; help and mistakes answer themselves.</summary>
    public static int Invoke(string[] args, Func<BenchOptions, int> run)
    {
        var quick = new Option<bool>("--quick", "-q") { Description = "Only the comparisons, turns of 1 s, warmed up for 2 s: about four minutes; the other options still count" };
        var workloads = new Option<string[]>("--workloads", "-w") { Description = "What to run, in this list or several: " + string.Join(", ", AllWorkloads), AllowMultipleArgumentsPerToken = true };
        var servers = new Option<string[]>("--servers", "-s") { Description = "Which servers to compare: " + string.Join(", ", Bench.Servers.Launcher.Names), AllowMultipleArgumentsPerToken = true };
        var rounds = Number("--rounds", "-r", "Turns of each server in each workload", 3);
        var seconds = Number("--seconds", "-t", "Seconds of each turn", 3);
        var warmUp = Number("--warm-up", "-u", "Seconds of each load for each server before anything is measured", 4);
        var idle = Number("--idle", "-i", "Connections that idle", 10_000);
        var storm = Number("--storm", "-S", "Seconds of the seek storm that looks for growth", 20);
        var mixed = Number("--mixed", "-m", "Seconds of the mixed load", 60);
        var foreign = Number("--max-others", "-o", "Repeat a turn, twice at most, during which other programs took more than this percentage of the machine", 100);
        var vod = new Option<string?>("--vod") { Description = "Another Vod than the one that was built: a .dll or an executable" };
        var before = new Option<string?>("--before", "-b") { Description = "A Vod to compare with, such as an older build: a .dll or an executable" };
        var write = new Option<bool?>("--write") { Description = "Write the report into bench/README.md, and the plot (default: when all was run, and not --before)" };
        var note = new Option<string?>("--note") { Description = "A sentence for the report" };
        var root = new RootCommand("Measures Vod beside nginx and Kestrel on this machine.")
        {
            quick, workloads, servers, rounds, seconds, warmUp, idle, storm, mixed, foreign, vod, before, write, note,
        };
        workloads.Validators.Add(result => Known(result, AllWorkloads));
        servers.Validators.Add(result => Known(result, Bench.Servers.Launcher.Names));
        foreach (var program in (Option<string?>[])[vod, before]) program.Validators.Add(Exists);
        root.SetAction(result =>
        {
            var isQuick = result.GetValue(quick);
            var chosen = Given(result.GetValue(workloads)) ?? (isQuick ? Compared : AllWorkloads);
            var compared = Given(result.GetValue(servers)) ?? [.. Bench.Servers.Launcher.Names.Where(n => n != "before")];
            var isBefore = result.GetValue(before) is not null;
            int Of(Option<int> option, int whenQuick) => isQuick && result.GetResult(option) is not { Implicit: false } ? whenQuick : result.GetValue(option);
            return run(new BenchOptions(
                chosen.ToHashSet(), [.. Bench.Servers.Launcher.Names.Where(n => compared.Contains(n) || n == "before" && isBefore)], result.GetValue(rounds), Of(seconds, 1), Of(warmUp, 2),
                result.GetValue(idle), result.GetValue(storm), result.GetValue(mixed), result.GetValue(foreign) / 100.0, result.GetValue(vod), result.GetValue(before),
                result.GetValue(write) ?? (!isQuick && !isBefore && AllWorkloads.All(chosen.Contains)), result.GetValue(note)));
        });
        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static string[]? Given(string[]? values) => values is { Length: > 0 } ? values : null;

    private static void Exists(System.CommandLine.Parsing.OptionResult result)
    {
        if (result.Tokens is [{ Value: var path }] && !File.Exists(path)) result.AddError($"{path}: there is no such file.");
    }

    private static Option<int> Number(string name, string alias, string description, int value)
    {
        var option = new Option<int>(name, alias) { Description = description, DefaultValueFactory = _ => value };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var number) || number < 1)) result.AddError($"{name} takes a number from 1 on.");
        });
        return option;
    }

    private static void Known(System.CommandLine.Parsing.OptionResult result, IReadOnlyList<string> known)
    {
        foreach (var token in result.Tokens.Where(t => !known.Contains(t.Value))) result.AddError($"{token.Value}: there is only {string.Join(", ", known)}.");
    }
}
