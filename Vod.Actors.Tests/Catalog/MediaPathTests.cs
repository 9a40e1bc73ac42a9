using FsCheck;
using FsCheck.Fluent;
using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

/// <summary>What a request's path names (spec §2 rows 8–10).</summary>
public class MediaPathTests
{
    [Theory]
    [InlineData("/a.mp4", "a.mp4")]
    [InlineData("/films/a.mp4", "films/a.mp4")]
    [InlineData("/a%20b.mp4", "a b.mp4")]
    [InlineData("/a+b.mp4", "a+b.mp4")]
    [InlineData("/%61%2e%6D%70%34", "a.mp4")]
    [InlineData("/F%C3%BC%C3%9Fe.mp4", "F\u00fc\u00dfe.mp4")]
    [InlineData("/%E6%98%A0%E7%94%BB.mp4", "\u6620\u753b.mp4")]
    [InlineData("/%F0%9F%8E%AC.mp4", "\U0001f3ac.mp4")]
    [InlineData("/100%25.mp4", "100%.mp4")]
    [InlineData("/%2561.mp4", "%61.mp4")]
    [InlineData("/a%3Fb%23c", "a?b#c")]
    [InlineData("/a%2Fb", "a/b")]
    [InlineData("//a//b", "a/b")]
    [InlineData("/./a/./b", "a/b")]
    [InlineData("/a/../b", "b")]
    [InlineData("/a/b/../../c", "c")]
    [InlineData("/../a", "a")]
    [InlineData("/../../../../etc/passwd", "etc/passwd")]
    [InlineData("/%2e%2e/%2E%2e/etc/passwd", "etc/passwd")]
    [InlineData("/..%2f..%2Fetc%2fpasswd", "etc/passwd")]
    [InlineData("/a/%2e%2e/b", "b")]
    [InlineData("/%252e%252e/a", "%2e%2e/a")]
    [InlineData("/a/...", "a/...")]
    [InlineData("/a..b", "a..b")]
    [InlineData("/a/b..", "a/b..")]
    [InlineData("/C:/a", "C:/a")]
    public void A_path_is_decoded_once_and_normalised(string encoded, string value)
    {
        var path = MediaPath.Parse(encoded);
        Assert.Equal((value, false), (path?.Value, path?.IsDirectory));
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("//", "")]
    [InlineData("/.", "")]
    [InlineData("/..", "")]
    [InlineData("/../..", "")]
    [InlineData("/a/..", "")]
    [InlineData("/a/", "a")]
    [InlineData("/a//", "a")]
    [InlineData("/a/.", "a")]
    [InlineData("/a/b/..", "a")]
    [InlineData("/a.mp4%2F", "a.mp4")]
    public void A_path_that_ends_with_a_slash_or_dots_asks_for_a_directory(string encoded, string value)
    {
        var path = MediaPath.Parse(encoded);
        Assert.Equal((value, true), (path?.Value, path?.IsDirectory));
    }

    [Theory]
    [InlineData("/%")]
    [InlineData("/%4")]
    [InlineData("/a%")]
    [InlineData("/%zz")]
    [InlineData("/%4g")]
    [InlineData("/%%41")]
    [InlineData("/%-1")]
    [InlineData("/% 41")]
    [InlineData("/%u0041")]
    [InlineData("/a%00.mp4")]
    [InlineData("/a%0Ab")]
    [InlineData("/a%0db")]
    [InlineData("/a%09b")]
    [InlineData("/a%1Fb")]
    [InlineData("/a%7Fb")]
    [InlineData("/a%C2%85b")] // NEL, a C1 control
    [InlineData("/a%5Cb")]
    [InlineData("/a\\b")]
    [InlineData("/..%5c..%5cetc")]
    [InlineData("/%FF")]
    [InlineData("/%80")]
    [InlineData("/%C3")]
    [InlineData("/%C3%28")]
    [InlineData("/%C0%AF")] // overlong '/'
    [InlineData("/%C0%AE%C0%AE/a")] // overlong ".."
    [InlineData("/%E0%80%AF")]
    [InlineData("/%F0%80%80%AF")]
    [InlineData("/%ED%A0%80")] // surrogate
    [InlineData("/%F4%90%80%80")] // beyond U+10FFFF
    [InlineData("/%F8%88%80%80%80")]
    [InlineData("/\u00e9")]
    [InlineData("/\u00e9%41")]
    public void What_cannot_be_decoded_is_no_path(string encoded) => Assert.Null(MediaPath.Parse(encoded));

    [Theory]
    [InlineData("/confidential", true)]
    [InlineData("/confidential/", true)]
    [InlineData("/confidential/a.mp4", true)]
    [InlineData("/Confidential/a", true)]
    [InlineData("/CONFIDENTIAL/a", true)]
    [InlineData("//confidential/a", true)]
    [InlineData("/./confidential/a", true)]
    [InlineData("/../confidential/a", true)]
    [InlineData("/x/../confidential/a", true)]
    [InlineData("/%63onfidential/a", true)]
    [InlineData("/%43ONFIDENTIA%4c%2Fa", true)]
    [InlineData("/x%2f..%2Fconfidential/a", true)]
    [InlineData("/confidential%2Fa", true)]
    [InlineData("/confidential/.a", true)]
    [InlineData("/confidential/../a", false)]
    [InlineData("/confidentially/a", false)]
    [InlineData("/confidential.mp4", false)]
    [InlineData("/a/confidential/b", false)]
    [InlineData("/%2563onfidential/a", false)]
    [InlineData("/", false)]
    public void The_confidential_directory_is_known_in_any_guise(string encoded, bool confidential) =>
        Assert.Equal(confidential, MediaPath.Parse(encoded)!.IsConfidential);

    [Theory]
    [InlineData("/.git/config", true)]
    [InlineData("/a/.b", true)]
    [InlineData("/%2Eb", true)]
    [InlineData("/a/%2eb/c", true)]
    [InlineData("/...", true)]
    [InlineData("/a.b", false)]
    [InlineData("/a/./b", false)]
    [InlineData("/a/../b", false)]
    public void Segments_that_begin_with_a_dot_are_hidden(string encoded, bool hidden) => Assert.Equal(hidden, MediaPath.Parse(encoded)!.IsHidden);

    [Fact]
    public void Paths_that_name_the_same_file_are_equal()
    {
        var path = MediaPath.Parse("/a/b%20c")!;
        Assert.Equal(MediaPath.OfFile("a/b c"), path);
        Assert.Equal(MediaPath.OfFile("a/b c").GetHashCode(), path.GetHashCode());
        Assert.NotEqual(MediaPath.OfFile("A/b c"), path);
        Assert.NotEqual(MediaPath.Parse("/a/b%20c/"), path);
        Assert.Equal(MediaPath.Root, MediaPath.Parse("/"));
        Assert.Equal("/a/b c", path.ToString());
    }

    [Fact]
    public void No_path_leaves_the_root_or_holds_what_a_file_name_cannot()
    {
        string[] pieces = ["/", ".", "..", "%2e", "%2F", "%5c", "%00", "%", "a", "confidential", "%C3%A9", "%C3", "%25", "\\", "é"];
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(pieces)).ToArbitrary(), parts =>
        {
            if (MediaPath.Parse("/" + string.Concat(parts)) is not { } path)
            {
                return;
            }

            Assert.All(path.Value.Split('/'), s => Assert.True((s is not ("" or "." or "..") || path.Value == "") && !s.Any(c => c == '\\' || char.IsControl(c))));
            Assert.Equal(path.Value, MediaPath.Parse("/" + Uri.EscapeDataString(path.Value).Replace("%2F", "/"))!.Value);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
