using Akka.Benchmarks;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

// Measures all benchmarks, or those that --filter names, prints the table, and with --readme PATH writes it there between its markers.
var at = Array.IndexOf(args, "--readme");
var readme = at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
if (readme is not null) args = [.. args[..at], .. args[(at + 2)..]];

var config = ManualConfig.CreateEmpty()
    .AddJob(Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(5)
        .WithIterationCount(12)
        .WithIterationTime(TimeInterval.FromMilliseconds(250)))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(ConsoleLogger.Default)
    .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.DisableLogFile);
var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);

var idle = await IdleActors.MeasureAsync();
var report = Table.Of(summaries, idle);
Console.WriteLine();
Console.WriteLine(report);
if (readme is not null) Table.WriteInto(readme, report);
return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(one => !one.Success)) ? 1 : 0;
