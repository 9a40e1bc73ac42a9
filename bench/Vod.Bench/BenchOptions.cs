using System.CommandLine;

namespace Vod.Bench;

/// <summary>What to run, and for how long.</summary>
/// <param name="Workloads">Ids.</param>
/// <param name="Servers">Names; the absolute figures are Vod's.</param>
/// <param name="Rounds">Turns of each server in each workload.</param>
/// <param name="Seconds">Of each turn.</param>
/// <param name="WarmUpSeconds">Of each load, for each server, before anything is measured.</param>
/// <param name="IdleConnections">Connections that idle.</param>
/// <param name="StormSeconds">Of the seek storm.</param>
/// <param name="MixedSeconds">Of the mixed load.</param>
/// <param name="MaxForeign">What others may take of the machine, 0 to 1, before a turn is repeated, twice at most.</param>
/// <param name="Vod">Another Vod than the one that was built.</param>
/// <param name="Write">Whether the report goes into README.md; null: when all was run.</param>
/// <param name="Note">A sentence for the report.</param>
internal sealed record BenchOptions(
    IReadOnlySet<string> Workloads, IReadOnlyList<string> Servers, int Rounds, int Seconds, int WarmUpSeconds, int IdleConnections, int StormSeconds, int MixedSeconds,
    double MaxForeign, string? Vod, bool? Write, string? Note)
{
    /// <summary>The workloads of Vod's absolute figures.</summary>
    public static readonly IReadOnlyList<string> Absolute = ["idle", "slow", "storm", "mixed", "start"];

    /// <summary>Seconds of a load to begin with, so that buffers and connections of the one before are gone.</summary>
    public int LeadIn => Math.Min(Seconds, 2);

    /// <summary>Everything that there is.</summary>
    public static IReadOnlyList<string> AllWorkloads => [.. Bench.Workloads.Workload.All.Select(w => w.Id), .. Absolute];

    /// <summary>Parses the arguments and runs; help and mistakes answer themselves.</summary>
    public static int Invoke(string[] args, Func<BenchOptions, int> run)
    {
        var workloads = new Option<string[]>("--workloads", "-w") { Description = "What to run, in this list or several: " + string.Join(", ", AllWorkloads), AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. AllWorkloads] };
        var servers = new Option<string[]>("--servers", "-s") { Description = "Which servers to compare", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [.. Bench.Servers.Launcher.Names] };
        var rounds = Number("--rounds", "-r", "Turns of each server in each workload", 3);
        var seconds = Number("--seconds", "-t", "Seconds of each turn", 3);
        var warmUp = Number("--warm-up", "-u", "Seconds of each load for each server before anything is measured", 4);
        var idle = Number("--idle", "-i", "Connections that idle", 10_000);
        var storm = Number("--storm", "-S", "Seconds of the seek storm", 20);
        var mixed = Number("--mixed", "-m", "Seconds of the mixed load", 60);
        var foreign = Number("--max-others", "-o", "Repeat a turn, twice at most, during which other programs took more than this percentage of the machine", 100);
        var vod = new Option<string?>("--vod") { Description = "Another Vod than the one that was built: a .dll or an executable" };
        var write = new Option<bool?>("--write") { Description = "Write the report into bench/README.md, and the plot (default: when all was run)" };
        var note = new Option<string?>("--note") { Description = "A sentence for the report" };
        var root = new RootCommand("Measures Vod beside nginx and Kestrel on this machine.") { workloads, servers, rounds, seconds, warmUp, idle, storm, mixed, foreign, vod, write, note };
        workloads.Validators.Add(result => Known(result, AllWorkloads));
        servers.Validators.Add(result => Known(result, Bench.Servers.Launcher.Names));
        root.SetAction(result => run(new BenchOptions(
            result.GetValue(workloads)!.ToHashSet(), result.GetValue(servers)!, result.GetValue(rounds), result.GetValue(seconds), result.GetValue(warmUp), result.GetValue(idle),
            result.GetValue(storm), result.GetValue(mixed), result.GetValue(foreign) / 100.0, result.GetValue(vod), result.GetValue(write), result.GetValue(note))));
        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static Option<int> Number(string name, string alias, string description, int value)
    {
        var option = new Option<int>(name, alias) { Description = $"{description} (default {value})", DefaultValueFactory = _ => value };
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
