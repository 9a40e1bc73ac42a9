using Akka.Actor;
using Akka.IO;

namespace Vod.Transport.Tests.Channels;

public sealed class WritingTests : ChannelTest
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"vod-{Guid.NewGuid():n}");
    private readonly byte[] _content = Noise(9_000_000);

    public WritingTests() => File.WriteAllBytes(_path, _content);

    protected override void AfterAll()
    {
        base.AfterAll();
        File.Delete(_path);
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task Writes_arrive_in_their_order_and_each_is_acknowledged(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        var acks = Enumerable.Range(0, 20).Select(n => new Ack($"{n}")).ToArray();
        var text = string.Concat(acks.Select((_, n) => new string((char)('a' + n), 100_000)));
        for (var n = 0; n < acks.Length; n++) owner.Tell(Bytes(new string((char)('a' + n), 100_000), acks[n]));

        Assert.Equal(text, System.Text.Encoding.ASCII.GetString(await ReadAsync(peer, text.Length)));
        foreach (var ack in acks) Assert.Same(ack, events.ExpectMsg<Ack>(Patience));
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task Parts_of_one_command_arrive_in_order_with_empty_ones_acknowledged_too(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        Ack first = new("empty"), second = new("bytes"), third = new("file"), last = new("end");
        using var file = File.OpenHandle(_path);
        var bytes = Noise(300_000);

        owner.Tell(Tcp.WriteCommand.Create(
            Bytes("", first), Bytes("head"), Tcp.Write.Create(ByteString.FromBytes(bytes), second),
            new WriteFile(ByteString.FromString("moof"), [new(file, 100, 1_000_000), new(file, 5, 0), new(file, 8_000_000, 1_000_000)], third), Bytes("tail"), Bytes("", last)));

        byte[] expected = [.. "head"u8, .. bytes, .. "moof"u8, .. _content[100..1_000_100], .. _content[8_000_000..], .. "tail"u8];
        Assert.Equal(expected, await ReadAsync(peer, expected.Length));
        foreach (var ack in new[] { first, second, third, last }) Assert.Same(ack, events.ExpectMsg<Ack>(Patience));
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_slow_reader_gets_every_byte_of_a_file(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        using var file = File.OpenHandle(_path);
        var ack = new Ack("all");
        owner.Tell(new WriteFile(ByteString.FromString("head"), new FileRegion(file, 0, _content.Length), ack));
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(100)); // the kernel has not got all

        byte[] expected = [.. "head"u8, .. _content];
        Assert.Equal(expected, await ReadAsync(peer, expected.Length));
        Assert.Same(ack, events.ExpectMsg<Ack>(Patience));
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_slow_reader_that_sends_meanwhile_gets_every_byte(string backend)
    {
        var (_, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        using var file = File.OpenHandle(_path);
        owner.Tell(new WriteFile(ByteString.Empty, new FileRegion(file, 0, _content.Length), Tcp.NoAck.Instance));
        var received = new byte[_content.Length];
        for (var done = 0; done < received.Length;)
        {
            owner.Tell(Tcp.ResumeReading.Instance);
            await peer.SendAsync("x"u8.ToArray());
            var part = await ReadAsync(peer, Math.Min(50_000, received.Length - done));
            part.CopyTo(received, done);
            done += part.Length;
        }

        Assert.Equal(_content, received);
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_file_that_its_owner_closes_meanwhile_is_sent_to_its_end_and_then_closed(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        var file = File.OpenHandle(_path);
        owner.Tell(new WriteFile(ByteString.Empty, new FileRegion(file, 0, _content.Length), new Ack("first")));
        owner.Tell(new WriteFile(ByteString.Empty, new FileRegion(file, 0, 10), new Ack("second")));
        events.ExpectNoMsg(TimeSpan.FromMilliseconds(50));

        file.Dispose();

        byte[] expected = [.. _content, .. _content[..10]];
        Assert.Equal(expected, await ReadAsync(peer, expected.Length));
        events.ExpectMsg<Ack>(Patience);
        events.ExpectMsg<Ack>(Patience);
        if (OperatingSystem.IsLinux()) Assert.DoesNotContain(_path, OpenFiles());
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_file_is_let_go_when_its_connection_ends(string backend)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "only /proc tells what is open");
        var (events, owner, peer) = await PairAsync(backend, receiveBuffer: 8 * 1024);
        var file = File.OpenHandle(_path);
        owner.Tell(new WriteFile(ByteString.Empty, new FileRegion(file, 0, _content.Length), Tcp.NoAck.Instance));
        owner.Tell(new WriteFile(ByteString.Empty, new FileRegion(file, 0, 10), Tcp.NoAck.Instance));
        await ReadAsync(peer, 1);
        file.Dispose();
        Assert.Contains(_path, OpenFiles());

        Sys.Stop(owner);

        events.ExpectTerminated(owner, Patience);
        Assert.DoesNotContain(_path, OpenFiles());
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_closed_file_ends_the_connection(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        var file = File.OpenHandle(_path);
        file.Dispose();

        owner.Tell(new WriteFile(ByteString.FromString("head"), new FileRegion(file, 0, 10), new Ack("never")));

        Assert.True(events.ExpectMsg<Tcp.ConnectionClosed>(Patience).IsErrorClosed);
        await ExpectResetAsync(peer);
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task A_file_that_ends_early_resets_the_connection(string backend)
    {
        var (events, owner, peer) = await PairAsync(backend);
        using var file = File.OpenHandle(_path);

        owner.Tell(new WriteFile(ByteString.Empty, new FileRegion(file, _content.Length - 10, 11), new Ack("never")));

        Assert.Equal("The file to send ended early.", events.ExpectMsg<Tcp.ErrorClosed>(Patience).Cause);
        await ExpectResetAsync(peer);
    }

    [SkippableTheory]
    [MemberData(nameof(Backends))]
    public async Task What_the_reader_has_confirmed_is_known(string backend)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "TCP_INFO is Linux'");
        var (_, owner, peer) = await PairAsync(backend);
        owner.Tell(Bytes("hello"));
        await ReadAsync(peer, 5);

        if (backend == "Runtime") Assert.Null(await ConfirmedAsync());
        else await AwaitAssertAsync(async () => Assert.Equal(5, await ConfirmedAsync()), Patience);

        async Task<long?> ConfirmedAsync() => (await owner.Ask<ChannelOwner.Confirmed>(new ChannelOwner.AskConfirmed(), Patience)).Bytes;
    }

    private static IEnumerable<string> OpenFiles() =>
        new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Select(link => link.LinkTarget).OfType<string>().Select(path => path.Replace(" (deleted)", ""));
}
