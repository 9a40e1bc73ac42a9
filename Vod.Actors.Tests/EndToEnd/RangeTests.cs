using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Vod.Actors.Tests.EndToEnd;

/// <summary>Ranges, byte for byte, of one viewer and of many at once.</summary>
[Collection(SharedServer.Name)]
public sealed class RangeTests(ServerFixture fixture, ITestOutputHelper output)
{
    private const int Slice = ContentFolder.Slice;
    private const int Film = 12 * 1024 * 1024;

    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=0-", 0, Slice)]
    [InlineData("bytes=1-", 1, Slice)]
    [InlineData("bytes=0-5242879", 0, Slice)]
    [InlineData("bytes=0-5242880", 0, Slice)]
    [InlineData("bytes=100-199", 100, 100)]
    [InlineData("bytes=12582911-", Film - 1, 1)]
    [InlineData("bytes=12582911-99999999999999999999", Film - 1, 1)]
    [InlineData("bytes=-1", Film - 1, 1)]
    [InlineData("bytes=-5242880", Film - Slice, Slice)]
    [InlineData("bytes=-99999999999", 0, Slice)]
    [InlineData("BYTES=5-9", 5, 5)]
    public async Task A_range_is_sent_up_to_a_slice(string range, int from, int count)
    {
        var response = await fixture.AskAsync("GET", "/film.mp4", "Range: " + range);

        Assert.Equal(206, response.Status);
        Assert.Equal($"bytes {from}-{from + count - 1}/{Film}", response["Content-Range"]);
        Assert.Equal(ContentFolder.Sha256(fixture.Content["film.mp4"].AsSpan(from, count)), ContentFolder.Sha256(response.Body));
    }

    [Theory]
    [InlineData("film.mp4", "bytes=12582912-", Film)]
    [InlineData("film.mp4", "bytes=99999999999999999999-", Film)]
    [InlineData("film.mp4", "bytes=-0", Film)]
    [InlineData("empty.bin", "bytes=0-", 0)]
    [InlineData("one.bin", "bytes=1-2, 5-9", 1)]
    public async Task A_range_outside_the_file_cannot_be_satisfied(string name, string range, int size)
    {
        var response = await fixture.AskAsync("GET", "/" + name, "Range: " + range);

        Assert.Equal((416, $"bytes */{size}"), (response.Status, response["Content-Range"]));
    }

    [Theory]
    [InlineData("items=0-1")]
    [InlineData("bytes=9-5")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=")]
    [InlineData("bytes")]
    [InlineData("bytes=--1")]
    public async Task A_range_that_is_none_is_ignored(string range)
    {
        var response = await fixture.AskAsync("GET", "/small.txt", "Range: " + range);

        Assert.Equal((200, 1000), (response.Status, response.Body.Length));
    }

    [Fact]
    public async Task Several_ranges_come_as_parts()
    {
        var response = await fixture.AskAsync("GET", "/film.mp4", "Range: bytes=0-9, 7340032-7340041, -5");

        Assert.Equal(206, response.Status);
        Assert.Null(response["Content-Range"]);
        var type = response["Content-Type"]!;
        Assert.StartsWith("multipart/byteranges; boundary=", type, StringComparison.Ordinal);
        var boundary = type[(type.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"');
        var file = fixture.Content["film.mp4"];
        var expected = new StringBuilder();
        foreach (var (from, count) in new[] { (0, 10), (7340032, 10), (Film - 5, 5) })
        {
            expected.Append(CultureInfo.InvariantCulture,
                $"--{boundary}\r\nContent-Type: video/mp4\r\nContent-Range: bytes {from}-{from + count - 1}/{Film}\r\n\r\n{Encoding.Latin1.GetString(file, from, count)}\r\n");
        }

        expected.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n");
        Assert.Equal(expected.ToString(), Encoding.Latin1.GetString(response.Body).TrimStart('\r', '\n'));
    }

    [Fact]
    public async Task Overlapping_ranges_become_one()
    {
        var response = await fixture.AskAsync("GET", "/film.mp4", "Range: bytes=0-99, 50-149");

        Assert.Equal((206, $"bytes 0-149/{Film}"), (response.Status, response["Content-Range"]));
    }

    [Theory]
    [InlineData("ETag", true)]
    [InlineData("Last-Modified", true)]
    [InlineData("other", false)]
    public async Task If_Range_decides_whether_the_range_counts(string validator, bool counts)
    {
        using var client = await fixture.ConnectAsync();
        var known = await client.AskAsync("HEAD", "/small.txt");
        var value = validator == "other" ? "\"other\"" : known[validator]!;

        var response = await client.AskAsync("GET", "/small.txt", "Range: bytes=10-19", "If-Range: " + value);

        Assert.Equal(counts ? (206, 10) : (200, 1000), (response.Status, response.Body.Length));
    }

    [Theory]
    [InlineData("slice-plus-1.mp4")]
    [InlineData("two-slices-and-123.webm")]
    [InlineData("film.mp4")]
    public async Task A_file_fetched_slice_by_slice_is_the_file(string name)
    {
        using var client = await fixture.ConnectAsync();
        var file = fixture.Content[name];
        using var got = new MemoryStream();
        while (got.Length < file.Length)
        {
            var response = await client.AskAsync("GET", "/" + name, $"Range: bytes={got.Length}-");
            Assert.Equal(206, response.Status);
            got.Write(response.Body);
        }

        Assert.Equal(ContentFolder.Sha256(file), ContentFolder.Sha256(got.ToArray()));
    }

    [Fact]
    public async Task Fifty_viewers_jumping_about_get_every_byte_right()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        string[] names = ["film.mp4", "two-slices-and-123.webm", "slice-plus-1.mp4", "slice-minus-1.mp4", "small.txt"];

        await Task.WhenAll(Enumerable.Range(0, 50).Select(async viewer =>
        {
            var random = new Random(seed + viewer);
            using var client = await fixture.ConnectAsync();
            for (var jump = 0; jump < 12; jump++)
            {
                var name = names[random.Next(names.Length)];
                var file = fixture.Content[name];
                var from = random.Next(file.Length);
                var last = random.Next(3) == 0 ? file.Length - 1 : random.Next(from, Math.Min(file.Length, from + (512 * 1024)));
                var count = Math.Min(last - from + 1, Slice);
                var what = $"viewer {viewer}, jump {jump}, {name}, {from}-{last}";

                var response = await client.AskAsync("GET", "/" + name, $"Range: bytes={from}-{last}");

                Assert.True(response.Status == 206, what);
                Assert.True(response["Content-Range"] == $"bytes {from}-{from + count - 1}/{file.Length}", $"{what}: {response["Content-Range"]}");
                Assert.True(ContentFolder.Sha256(file.AsSpan(from, count)) == ContentFolder.Sha256(response.Body), what);
            }
        }));
    }
}
