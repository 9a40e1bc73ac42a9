using System.Runtime.InteropServices;
using Vod.Bench;
using Vod.Bench.Load;
using Vod.Bench.Report;
using Vod.Bench.Servers;
using Vod.Bench.Workloads;

return BenchOptions.Invoke(args, Run);

static int Run(BenchOptions options)
{
    var repository = FindRepository();
    var scratch = Directory.CreateTempSubdirectory("vod-bench-").FullName;
    // nginx's worker may be another user.
    File.SetUnixFileMode(scratch, (UnixFileMode)0b111_101_101);
    List<Server> servers = [];
    // Interrupted: the servers end with this program, and the files go.
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Abandon);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Abandon);
    try
    {
        using var files = new TestFiles(Path.Combine(scratch, "content"));
        var launcher = new Launcher(repository, scratch, files, options.Vod, options.Before);
        var faults = new Faults();
        Action<string> log = Console.Error.WriteLine;
        var started = DateTimeOffset.UtcNow;

        foreach (var name in options.Servers) servers.Add(launcher.Start(name));
        var comparison = new Comparison(servers, files, options, faults, log);
        comparison.Check();
        var workloads = Workload.All.Where(w => options.Workloads.Contains(w.Id)).ToArray();
        comparison.WarmUp(workloads);
        foreach (var workload in workloads) comparison.Run(workload);
        servers.ForEach(s => s.Dispose());
        servers.Clear();

        var absolute = new Absolute(launcher, files, options, faults, log);
        absolute.Run();

        var report = new MarkdownReport(options, comparison, absolute.Results, faults, started).Render();
        Console.WriteLine(report);
        if (options.Write)
        {
            Readme.Replace(Path.Combine(repository, "bench/README.md"), report);
            File.WriteAllText(Path.Combine(repository, "bench/ratios.svg"), RatioPlot.Draw(options, comparison));
        }
        return faults.None ? 0 : 1;
    }
    catch (BenchException e)
    {
        Console.Error.WriteLine($"bench: {e.Message}");
        return 2;
    }
    finally
    {
        CleanUp();
    }

    void Abandon(PosixSignalContext context)
    {
        CleanUp();
        Environment.Exit(130);
    }

    void CleanUp()
    {
        Server.EndAll();
        if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
    }
}

static string FindRepository()
{
    for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
    {
        if (File.Exists(Path.Combine(directory.FullName, "Vod.sln"))) return directory.FullName;
    }
    throw new BenchException("This runs from within the repository.");
}
