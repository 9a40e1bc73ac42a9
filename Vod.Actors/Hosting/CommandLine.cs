using System.CommandLine;

namespace Vod.Actors.Hosting;

/// <summary>What the command line said.</summary>
/// <param name="ConfigFile">Path of the operator's HOCON, if any.</param>
/// <param name="Settings">Settings given as options: HOCON key, value as written, and what the operator typed it as.</param>
internal sealed record CommandLineOptions(string? ConfigFile, IReadOnlyList<CommandLineSetting> Settings);

/// <summary>A setting given as an option.</summary>
/// <param name="Key">Its HOCON key.</param>
/// <param name="Value">As written.</param>
/// <param name="Option">The option's name.</param>
internal readonly record struct CommandLineSetting(string Key, string Value, string Option);

/// <summary>The options of the program.</summary>
internal static class CommandLine
{
    /// <summary>Exit code for whatever the operator has to mend.</summary>
    public const int ConfigurationError = 2;

    /// <summary>Parses the arguments and runs; help and version answer themselves.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="run">Runs the server and returns the exit code.</param>
    /// <param name="error">Where a mistake is told, in one line.</param>
    public static async Task<int> InvokeAsync(string[] args, Func<CommandLineOptions, Task<int>> run, TextWriter error)
    {
        var number = new Argument<string?>("PORT") { Arity = ArgumentArity.ZeroOrOne, Description = "TCP port, the same as --port" };
        var port = Option("--port", "N", "TCP port to listen on, 0 for any free one (default 8080)");
        var host = Option("--host", "ADDRESS", "Address to listen on: an IP address, localhost, or * for all interfaces (default)");
        var content = Option("--content", "DIR", "Directory to serve (default content)");
        var slicing = Option("--slicing", "always|browser|never", "Whose file bodies are capped at one slice of 5 MiB (default always)");
        var admin = Option("--admin", "on|off", "Whether there is an admin endpoint, on 127.0.0.1:8081 unless vod.admin says otherwise (default on)");
        var config = Option("--config", "FILE", "HOCON file with settings; hocon/vod.conf is the reference of all keys");
        var root = new RootCommand("Serves a directory of films over HTTP, in slices, so that players seek at once.")
        {
            number, port, host, content, slicing, admin, config,
        };
        root.SetAction((result, _) => run(new CommandLineOptions(
            result.GetValue(config),
            [
                .. Given(result.GetValue(number), "vod.listen.port", "port"),
                .. Given(result.GetValue(port), "vod.listen.port", port.Name),
                .. Given(result.GetValue(host), "vod.listen.host", host.Name),
                .. Given(result.GetValue(content), "vod.content.directory", content.Name),
                .. Given(result.GetValue(slicing), "vod.slicing.mode", slicing.Name),
                .. Given(result.GetValue(admin), "vod.admin.enabled", admin.Name),
            ])));

        // Arguments are taken as they stand: no @files, no -abc for -a -b -c.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var mistake = Mistake(parsed, number, port);
        if (mistake is not null)
        {
            await error.WriteLineAsync($"vod: {mistake}; --help lists the options");
            return ConfigurationError;
        }
        // Signals are the host's to handle.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    private static string? Mistake(ParseResult parsed, Argument<string?> number, Option<string?> port)
    {
        var tokens = parsed.GetResult(number)?.Tokens;
        if (tokens is [{ Value: ['-', ..] option }, ..]) return $"{option}: there is no such option";
        if (parsed.UnmatchedTokens is [var unmatched, ..]) return $"{unmatched}: there is no such option or argument";
        if (parsed.Errors is [var error, ..]) return error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return tokens is [_, ..] && parsed.GetResult(port) is not null ? "the port is given twice" : null;
    }

    private static Option<string?> Option(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, Arity = ArgumentArity.ExactlyOne };

    private static IEnumerable<CommandLineSetting> Given(string? value, string key, string option) =>
        value is null ? [] : [new CommandLineSetting(key, value, option)];
}
