namespace Akka.Util;

/// <summary>Writes to the console from many threads: lines stay whole, and colours go with their lines.</summary>
public static class StandardOutWriter
{
    private static readonly Lock Gate = new();

    /// <summary>Writes a text, in colours if given and if the console is a terminal.</summary>
    public static void Write(string message, ConsoleColor? foregroundColor = null, ConsoleColor? backgroundColor = null) =>
        Write(Console.Write, message, foregroundColor, backgroundColor);

    /// <summary>Writes a line, in colours if given and if the console is a terminal.</summary>
    public static void WriteLine(string message, ConsoleColor? foregroundColor = null, ConsoleColor? backgroundColor = null) =>
        Write(Console.WriteLine, message, foregroundColor, backgroundColor);

    private static void Write(Action<string> write, string message, ConsoleColor? foregroundColor, ConsoleColor? backgroundColor)
    {
        if ((foregroundColor is null && backgroundColor is null) || Console.IsOutputRedirected)
        {
            write(message);
            return;
        }
        lock (Gate)
        {
            if (foregroundColor is { } foreground) Console.ForegroundColor = foreground;
            if (backgroundColor is { } background) Console.BackgroundColor = background;
            write(message);
            Console.ResetColor();
        }
    }
}
