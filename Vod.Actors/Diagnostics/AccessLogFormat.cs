using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Vod.Actors.Http;

namespace Vod.Actors.Diagnostics;

/// <summary>How the access log is written.</summary>
public enum AccessLogStyle
{
    /// <summary>Not at all.</summary>
    Off,

    /// <summary>Common Log Format: client, time, request line, status, bytes.</summary>
    Common,

    /// <summary>The same with <c>Referer</c> and <c>User-Agent</c>.</summary>
    Combined,

    /// <summary>A JSON object a line.</summary>
    Json,
}

/// <summary>
/// Writes lines of the access log. Whatever a client sent, an entry stays one line of printable ASCII, and no field can be taken for another:
/// quotes, backslashes and all that is not printable are escaped.
/// </summary>
public static class AccessLogFormat
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Default, SkipValidation = true };

    /// <summary>Writes an entry with the line feed that ends it.</summary>
    public static void Write(IBufferWriter<byte> output, AccessEntry entry, AccessLogStyle style)
    {
        if (style == AccessLogStyle.Json) WriteJson(output, entry);
        else output.Write(Encoding.ASCII.GetBytes(Line(entry, style == AccessLogStyle.Combined)));
        output.Write("\n"u8);
    }

    private static string Line(AccessEntry entry, bool isCombined)
    {
        var line = new StringBuilder(256);
        line.Append(entry.Client).Append(" - - [").Append(entry.At.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture)).Append(" +0000] \"");
        if (entry.Head is { } head)
        {
            Escape(line, head.MethodName);
            line.Append(' ');
            Escape(line, Target(head.Target));
            line.Append(' ').Append(Protocol(head));
        }
        else
        {
            line.Append('-');
        }

        line.Append("\" ").Append(entry.Status == 0 ? "-" : Number(entry.Status)).Append(' ').Append(entry.Bytes == 0 ? "-" : Number(entry.Bytes));
        if (!isCombined) return line.ToString();
        Quote(line, entry.Head?.Referer);
        Quote(line, entry.Head?.UserAgent);
        return line.ToString();
    }

    private static void WriteJson(IBufferWriter<byte> output, AccessEntry entry)
    {
        using var json = new Utf8JsonWriter(output, Json);
        json.WriteStartObject();
        json.WriteString("time"u8, entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteString("client"u8, entry.Client);
        json.WriteNumber("connection"u8, entry.Connection);
        if (entry.Head is { } head)
        {
            json.WriteString("method"u8, head.MethodName);
            json.WriteString("target"u8, Target(head.Target));
            json.WriteString("protocol"u8, Protocol(head));
            if (head.Host is { } host) json.WriteString("host"u8, host);
            if (head.Range is { } range) json.WriteString("range"u8, range);
            if (head.Referer is { } referer) json.WriteString("referer"u8, referer);
            if (head.UserAgent is { } agent) json.WriteString("user_agent"u8, agent);
        }

        json.WriteNumber("status"u8, entry.Status);
        json.WriteNumber("bytes"u8, entry.Bytes);
        json.WriteNumber("seconds"u8, Math.Round(entry.Duration.TotalSeconds, 6));
        json.WriteString("outcome"u8, entry.Outcome switch
        {
            RequestOutcome.Complete => "complete"u8,
            RequestOutcome.CutOff => "cut off"u8,
            _ => "client gone"u8,
        });
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>A request target as it was sent.</summary>
    public static string Target(RequestTarget target)
    {
        var path = target.Query.Length == 0 ? target.Path : $"{target.Path}?{target.Query}";
        return target.Form switch
        {
            TargetForm.Absolute => $"http://{target.Authority}{path}",
            TargetForm.Authority => target.Authority!,
            TargetForm.Asterisk => "*",
            _ => path,
        };
    }

    private static string Protocol(RequestHead head) => head.Version == RequestVersion.Http10 ? "HTTP/1.0" : "HTTP/1.1";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Quote(StringBuilder line, string? value)
    {
        line.Append(" \"");
        if (value is null) line.Append('-');
        else Escape(line, value);
        line.Append('"');
    }

    /// <summary>As Apache does: \" \\ and \xhh. Header values are Latin-1, a character a byte.</summary>
    private static void Escape(StringBuilder line, string text)
    {
        foreach (var c in text)
        {
            if (c is '"' or '\\') line.Append('\\').Append(c);
            else if (c is >= ' ' and < '\x7F') line.Append(c);
            else line.Append("\\x").Append(((int)(byte)c).ToString("x2", CultureInfo.InvariantCulture));
        }
    }
}
