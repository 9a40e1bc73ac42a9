using Vod.Actors;
using Vod.Actors.Hosting;

// Socket events are handled on the thread that waits for them: the connection's actors run there and then, and do not block. The runtime
// reads this once, before the first socket; whoever has set it already knows better.
const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
if (Environment.GetEnvironmentVariable(InlineCompletions) is null) Environment.SetEnvironmentVariable(InlineCompletions, "1");

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
