using System.Diagnostics;

namespace Vod.Bench.Servers;

/// <summary>Starts the servers that are compared, each with what it is given by default, on the same files.</summary>
/// <param name="repository">The repository's root.</param>
/// <param name="scratch">A directory for what nginx writes.</param>
/// <param name="files">What is served.</param>
/// <param name="vod">Another Vod than the one that was built: a .dll or an executable.</param>
/// <param name="before">The Vod to compare it with, of the same kinds.</param>
internal sealed class Launcher(string repository, string scratch, TestFiles files, string? vod, string? before)
{
    /// <summary>The names of the servers, in the order in which they take turns.</summary>
    public static readonly IReadOnlyList<string> Names = ["vod", "nginx", "before", "kestrel"];

    private string Probe => "/" + files.Small.Name;

    /// <summary>Starts one; it answers when this returns.</summary>
    /// <exception cref="BenchException">It does not start.</exception>
    public Server Start(string name) => name switch
    {
        "vod" => StartVod(name, vod ?? Path.Combine(repository, "Vod.Actors/bin/Release/net10.0/Vod.Actors.dll")),
        "before" => StartVod(name, before ?? throw new BenchException("--before names no other Vod.")),
        "nginx" => StartNginx(),
        "kestrel" => StartKestrel(),
        _ => throw new BenchException($"{name}: there is no such server; there are {string.Join(", ", Names)}"),
    };

    /// <summary>With its defaults, but for the port of its admin endpoint: several run beside each other.</summary>
    private Server StartVod(string name, string program)
    {
        var port = Server.FreePort();
        var settings = Path.Combine(scratch, "vod.conf");
        if (!File.Exists(settings)) File.WriteAllText(settings, "vod.admin.port = 0\n");
        string[] arguments = ["--host", "127.0.0.1", "--port", $"{port}", "--content", files.Root, "--config", settings];
        return new Server(name, port, Probe, program.EndsWith(".dll", StringComparison.Ordinal)
            ? new ProcessStartInfo("dotnet", [program, .. arguments])
            : new ProcessStartInfo(program, arguments));
    }

    private Server StartKestrel()
    {
        var port = Server.FreePort();
        var program = Path.Combine(repository, "bench/Kestrel/bin/Release/net10.0/Vod.Bench.Kestrel.dll");
        return new Server("kestrel", port, Probe, new ProcessStartInfo("dotnet", [program, $"{port}", files.Root]));
    }

    /// <summary>
    /// One worker, as much of Debian's configuration as concerns static files, the access log off, and room for the connections of the
    /// workloads. Its cache of open files is off, as it is by default.
    /// </summary>
    private Server StartNginx()
    {
        var port = Server.FreePort();
        var home = Path.Combine(scratch, $"nginx-{port}");
        Directory.CreateDirectory(home);
        var user = Environment.UserName == "root" ? "user root;" : "";
        File.WriteAllText(Path.Combine(home, "nginx.conf"), $$"""
            {{user}}
            daemon off;
            worker_processes 1;
            worker_rlimit_nofile 20000;
            pid {{home}}/nginx.pid;
            error_log stderr error;
            events { worker_connections 19000; }
            http {
                types { text/plain txt; image/jpeg jpg; video/mp4 mp4; }
                sendfile on;
                tcp_nopush on;
                access_log off;
                keepalive_timeout 600s;
                keepalive_requests 1000000000;
                client_body_temp_path {{home}}/body;
                proxy_temp_path {{home}}/proxy;
                fastcgi_temp_path {{home}}/fastcgi;
                uwsgi_temp_path {{home}}/uwsgi;
                scgi_temp_path {{home}}/scgi;
                server {
                    listen 127.0.0.1:{{port}} backlog=10000;
                    root {{files.Root}};
                }
            }
            """);
        return new Server("nginx", port, Probe, new ProcessStartInfo("nginx", ["-e", "stderr", "-p", home, "-c", $"{home}/nginx.conf"]));
    }
}
