// Kestrel's static files and nothing else, as a yardstick: Vod.Bench.Kestrel PORT DIRECTORY.
// It logs nothing, as nginx has its access log off.
using Microsoft.Extensions.FileProviders;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[0]}");
var app = builder.Build();
app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(args[1]) });
app.Run();
