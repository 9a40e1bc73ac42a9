using System.Net.Sockets;
using System.Text;

namespace Vod.Bench.Load;

/// <summary>A client that asks for a bit of everything, as chance has it, knows what Vod must answer, and checks each byte.</summary>
/// <param name="port">Vod's.</param>
/// <param name="files">What it serves.</param>
/// <param name="faults">Gets what is wrong.</param>
/// <param name="seed">Of the chance.</param>
internal sealed class MixedClient(int port, TestFiles files, Faults faults, int seed)
{
    private readonly Random _random = new(seed);
    private string? _etag;

    /// <summary>Answers that were right.</summary>
    public long Checked { get; private set; }

    /// <summary>Bytes of bodies that were right.</summary>
    public long Bytes { get; private set; }

    /// <summary>One connection, until it is left in the middle of something or time is over.</summary>
    public void Run(Func<bool> over)
    {
        using var client = new BlockingClient(port, 64 << 10);
        while (!over())
        {
            var film = files.Film[_random.Next(TestFiles.Films)];
            switch (_random.Next(100))
            {
                case < 25: Ask(client, files.Small, Requests.Get("/" + files.Small.Name), 200, 0, files.Small.Size); break;
                case < 40: Ask(client, files.Medium, Requests.Get("/" + files.Medium.Name), 200, 0, files.Medium.Size); break;
                case < 55: Part(client, film); break;
                case < 60: OpenEnded(client, film); break;
                case < 65: Suffix(client, film); break;
                case < 68: Ask(client, film, Requests.Get("/" + film.Name), 206, 0, TestFiles.SliceSize); break;
                case < 78: NotModified(client); break;
                case < 84: Pipelined(client); break;
                case < 88: Refused(client, Requests.Get("/missing.mp4"), 404); break;
                case < 92: Refused(client, Requests.Range(film, $"{film.Size}-"), 416); break;
                default: Abandon(client, film); return;
            }
        }
    }

    private void Part(BlockingClient client, TestFile film)
    {
        var offset = _random.Next(film.Size);
        var last = offset + _random.Next(1 + _random.Next(TestFiles.SliceSize * 2));
        Ask(client, film, Requests.Range(film, $"{offset}-{last}"), 206, offset, Math.Min(Math.Min(last - offset + 1, TestFiles.SliceSize), film.Size - offset));
    }

    private void OpenEnded(BlockingClient client, TestFile film)
    {
        var offset = _random.Next(film.Size);
        Ask(client, film, Requests.Range(film, $"{offset}-"), 206, offset, Math.Min(TestFiles.SliceSize, film.Size - offset));
    }

    private void Suffix(BlockingClient client, TestFile film)
    {
        var count = 1 + _random.Next(TestFiles.SliceSize);
        Ask(client, film, Requests.Range(film, $"-{count}"), 206, film.Size - count, count);
    }

    private void NotModified(BlockingClient client)
    {
        var path = "/" + files.Medium.Name;
        if (_etag is null)
        {
            client.Send(Requests.Get(path));
            var head = client.ReadHead();
            _etag = head.Field("ETag") ?? throw new IOException("A file without ETag.");
            client.SkipBody(head.Length);
        }
        Refused(client, Requests.Get(path, $"If-None-Match: {_etag}"), 304);
    }

    private void Pipelined(BlockingClient client)
    {
        client.Send([.. Requests.Get("/" + files.Medium.Name), .. Requests.Get("/" + files.Small.Name)]);
        Answer(client, files.Medium, 200, 0, files.Medium.Size);
        Answer(client, files.Small, 200, 0, files.Small.Size);
    }

    private void Refused(BlockingClient client, byte[] request, int status)
    {
        client.Send(request);
        var head = client.ReadHead();
        client.SkipBody(head.Length);
        if (head.Status == status) Checked++;
        else faults.Error($"{head.Status} instead of {status} for {FirstLine(request)}");
    }

    private void Abandon(BlockingClient client, TestFile film)
    {
        var offset = _random.Next(film.Size - TestFiles.SliceSize);
        client.Send(Requests.Range(film, $"{offset}-"));
        var head = client.ReadHead();
        var count = _random.Next(500_000);
        if (head.Status != 206) faults.Error($"{head.Status} for a slice");
        else if (client.CheckBody(film, offset, count)) Bytes += count;
        else faults.WrongBody($"{film.Name} at {offset}");
        client.Abandon();
    }

    private void Ask(BlockingClient client, TestFile file, byte[] request, int status, long offset, long count)
    {
        client.Send(request);
        Answer(client, file, status, offset, count);
    }

    private void Answer(BlockingClient client, TestFile file, int status, long offset, long count)
    {
        var head = client.ReadHead();
        var range = status == 206 ? $"bytes {offset}-{offset + count - 1}/{file.Size}" : null;
        if (head.Status != status || head.Length != count || head.Field("Content-Range") != range)
        {
            throw new IOException($"Not {status}, {count} bytes, Content-Range: {range ?? "none"} for {file.Name}, but:\n{head.Fields}");
        }
        if (!client.CheckBody(file, offset, count))
        {
            faults.WrongBody($"{file.Name} at {offset}, {count} bytes");
            return;
        }
        Checked++;
        Bytes += count;
    }

    private static string FirstLine(byte[] request) => Encoding.ASCII.GetString(request).Split("\r\n")[0];
}
