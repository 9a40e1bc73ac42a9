using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Tests.Hosting;

/// <summary>Hosts with nothing in them but a system.</summary>
internal static class Hosts
{
    internal static IHost Create(Action<AkkaConfigurationBuilder> configure, Action<ILoggingBuilder>? logging = null) =>
        Create((builder, _) => configure(builder), logging);

    internal static IHost Create(Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<ILoggingBuilder>? logging = null)
    {
        var host = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        logging?.Invoke(host.Logging);
        host.Services.AddAkka("hosted", (builder, provider) =>
        {
            builder.ConfigureLoggers(loggers => loggers.ClearLoggers());
            configure(builder, provider);
        });
        return host.Build();
    }
}
