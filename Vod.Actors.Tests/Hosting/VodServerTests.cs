using Akka.Actor;
using Akka.TestKit.Xunit2;
using Vod.Actors.Catalog;
using Vod.Actors.Hosting;
using Vod.Actors.Tests.Catalog;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.Hosting;

public sealed class VodServerTests(ITestOutputHelper output) : TestKit(output: output)
{
    private readonly TempDirectory _dir = new();

    protected override void AfterAll()
    {
        base.AfterAll();
        _dir.Dispose();
    }

    [Fact]
    public async Task On_a_terminal_a_long_scan_is_followed_on_a_line_that_is_written_over()
    {
        var output = new StringWriter();
        var indexed = VodServer.Indexed(TestActor, output, showProgress: true, CancellationToken.None);
        ExpectMsg<SubscribeIndexed>();
        var subscriber = LastSender;

        ExpectMsg<GetSummary>();
        LastSender!.Tell(new CatalogSummary(1200, 3_400_000, false, TimeSpan.FromSeconds(1)));
        ExpectMsg<GetSummary>();
        Assert.Equal("\rIndexing: 1,200 files, 3.4 MB in 1.0 s", output.ToString());
        subscriber!.Tell(new Indexed(new CatalogSummary(5, 6, true, TimeSpan.FromSeconds(2))));
        LastSender!.Tell(new CatalogSummary(5, 6, true, TimeSpan.FromSeconds(2)));

        Assert.Equal(5, (await indexed).Files);
        Assert.EndsWith(" \r", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_the_scan_is_waited_for_in_silence()
    {
        var output = new StringWriter();
        var indexed = VodServer.Indexed(TestActor, output, showProgress: false, CancellationToken.None);
        ExpectMsg<SubscribeIndexed>();
        var subscriber = LastSender;
        ExpectNoMsg(TimeSpan.FromSeconds(1.5));
        subscriber!.Tell(new Indexed(new CatalogSummary(5, 6, true, TimeSpan.FromSeconds(2))));

        Assert.Equal(5, (await indexed).Files);
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData(0, 0, 0, "Indexed 0 files, 0 B in 0.0 s")]
    [InlineData(1, 999, 0.04, "Indexed 1 file, 999 B in 0.0 s")]
    [InlineData(7, 33_149_000, 0.1, "Indexed 7 files, 33.1 MB in 0.1 s")]
    [InlineData(100_000, 999_960, 4.96, "Indexed 100,000 files, 1.0 MB in 5.0 s")]
    [InlineData(2, 5_000_000_000_000_000, 1, "Indexed 2 files, 5000.0 TB in 1.0 s")]
    public void What_was_indexed_is_said_in_a_sentence(int files, long bytes, double seconds, string sentence) =>
        Assert.Equal(sentence, VodServer.Sentence("Indexed", new CatalogSummary(files, bytes, true, TimeSpan.FromSeconds(seconds))));

    [Theory]
    [InlineData("akka.actor.deployment { /catalog { dispatcher = nowhere } }", "akka.actor.deployment.\"/catalog\".dispatcher = nowhere: ")]
    [InlineData("akka.actor.deployment { \"/files/*\" { dispatcher = vod.dispatchers.nowhere } }", "akka.actor.deployment.\"/files/*\".dispatcher = vod.dispatchers.nowhere: ")]
    [InlineData("akka.actor.deployment { \"/listener/*\" { mailbox = nowhere } }", "akka.actor.deployment.\"/listener/*\".mailbox = nowhere: ")]
    [InlineData("vod.dispatchers.files.type = NoSuchDispatcher", "akka.actor.deployment.\"/files/*/disk\".dispatcher = vod.dispatchers.files: ")]
    [InlineData("akka.actor.deployment { /catalog = 3 }", "akka.actor.deployment.\"/catalog\" = 3: must be a group of keys")]
    [InlineData("akka.loglevel = LOUD", "akka.loglevel = LOUD: must be one of DEBUG, INFO, WARNING, ERROR, OFF")]
    [InlineData("akka.actor.provider = \"NoSuch.Provider, NoSuch\"", "the actors could not be started: ")]
    public async Task What_is_wrong_outside_of_vod_is_told_in_one_line_at_the_start(string hocon, string told)
    {
        var output = new StringWriter();
        var e = await Assert.ThrowsAsync<VodConfigurationException>(() => VodServer.RunAsync(Load(hocon), output, showProgress: false));

        Assert.StartsWith(told, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Empty(output.ToString());
    }

    private Startup Load(string hocon) => Startup.Load(
        new CommandLineOptions(
            _dir.Write(".test.conf", hocon),
            [new CommandLineSetting("vod.content.directory", _dir.FullPath, "--content"), new CommandLineSetting("vod.listen.port", "0", "--port"), new CommandLineSetting("vod.listen.host", "127.0.0.1", "--host")]),
        _dir.FullPath,
        _dir.FullPath);
}
