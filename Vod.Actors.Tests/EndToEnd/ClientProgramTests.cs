namespace Vod.Actors.Tests.EndToEnd;

/// <summary>What real clients make of capped and uncapped answers: the client table of the README, checked.</summary>
[Collection(SharedServer.Name)]
public sealed class ClientProgramTests : IDisposable
{
    private const int Slice = ContentFolder.Slice;
    private readonly ServerFixture _fixture;
    private readonly DirectoryInfo _downloads = Directory.CreateTempSubdirectory("vod-client-");

    /// <summary>Takes the server that is shared.</summary>
    public ClientProgramTests(ServerFixture fixture) => _fixture = fixture;

    /// <inheritdoc/>
    public void Dispose() => _downloads.Delete(recursive: true);

    [SkippableFact]
    public async Task Curl_saves_the_first_slice_and_reports_success()
    {
        await RunAsync("curl", "-sS", "-o", "film", Url("film.mp4"));

        AssertGot(Slice);
    }

    [SkippableTheory]
    [InlineData("film.mp4?whole")]
    [InlineData("film.mp4?download")]
    public async Task Curl_saves_all_when_it_opts_out(string target)
    {
        await RunAsync("curl", "-sS", "-o", "film", Url(target));

        AssertGot(_fixture.Content["film.mp4"].Length);
    }

    [SkippableFact]
    public async Task Curl_gets_there_in_several_resumes()
    {
        for (var run = 0; run < 3; run++)
        {
            await RunAsync("curl", "-sS", "-C", "-", "-o", "film", Url("film.mp4"));
        }

        AssertGot(_fixture.Content["film.mp4"].Length);
    }

    [SkippableFact]
    public async Task Wget_gets_there_in_several_resumes()
    {
        for (var run = 0; run < 3; run++)
        {
            await RunAsync("wget", "-nv", "-c", "-O", "film", Url("film.mp4"));
        }

        AssertGot(_fixture.Content["film.mp4"].Length);
    }

    [SkippableFact]
    public async Task Aria2_gets_all_over_four_connections()
    {
        await RunAsync("aria2c", "-q", "-x4", "-s4", "-k1M", "-o", "film", Url("film.mp4"));

        AssertGot(_fixture.Content["film.mp4"].Length);
    }

    private string Url(string target) => new Uri(_fixture.Server.Address, target).ToString();

    private async Task RunAsync(string tool, params string[] arguments)
    {
        Tool.Require(tool);
        var (code, output) = await Tool.RunAsync(_downloads.FullName, 60, tool, arguments);
        Assert.True(code == 0, output);
    }

    private void AssertGot(int length)
    {
        var got = File.ReadAllBytes(Path.Combine(_downloads.FullName, "film"));
        var expected = _fixture.Content["film.mp4"].AsSpan(0, length);
        Assert.Equal((length, ContentFolder.Sha256(expected)), (got.Length, ContentFolder.Sha256(got)));
    }
}
