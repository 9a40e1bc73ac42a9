using Vod.Actors;
using Vod.Actors.Hosting;

return await CommandLine.InvokeAsync(
    args,
    async options =>
    {
        try
        {
            var startup = Startup.Load(options, Environment.CurrentDirectory, AppContext.BaseDirectory);
            return await VodServer.RunAsync(startup, Console.Out, showProgress: !Console.IsOutputRedirected);
        }
        catch (VodConfigurationException e)
        {
            await Console.Error.WriteLineAsync($"vod: {e.Message}");
            return CommandLine.ConfigurationError;
        }
    },
    Console.Error);
