using Microsoft.Net.Http.Headers;
using Vod.Actors.Http;

namespace Vod.Actors.Tests.Http;

public class EntityTagTests
{
    private static readonly EntityTag Strong = new("a");
    private static readonly EntityTag Weak = new("a", IsWeak: true);

    [Fact]
    public void Comparison_is_strong_or_weak()
    {
        Assert.True(Strong.StronglyEquals(Strong));
        Assert.False(Strong.StronglyEquals(Weak));
        Assert.False(Weak.StronglyEquals(Weak));
        Assert.False(Strong.StronglyEquals(new EntityTag("A")));
        Assert.True(Strong.WeaklyEquals(Weak));
        Assert.False(Strong.WeaklyEquals(new EntityTag("b")));
    }

    [Theory]
    [InlineData("*", true, true)]
    [InlineData("\"a\"", true, true)]
    [InlineData("W/\"a\"", false, true)]
    [InlineData("\"b\"", false, false)]
    [InlineData("\"b\", \"a\"", true, true)]
    [InlineData("\"b\",\"a\"", true, true)]
    [InlineData("\"b\"\t,\t\"a\"", true, true)]
    [InlineData(" , ,\"a\",", true, true)]
    [InlineData("\"b\", W/\"a\"", false, true)]
    [InlineData("W/\"a\", \"a\"", true, true)]
    [InlineData("\"b,a\", \"c\"", false, false)]
    [InlineData("\"b, \"a\"", false, false)]
    [InlineData("\"A\"", false, false)]
    [InlineData("a", false, false)]
    [InlineData("w/\"a\"", false, false)]
    [InlineData("W\"a\"", false, false)]
    [InlineData("W/ \"a\"", false, false)]
    [InlineData("\"b\" \"a\"", false, false)]
    [InlineData("\"a", false, false)]
    [InlineData("", false, false)]
    [InlineData(",", false, false)]
    [InlineData("\"\"", false, false)]
    [InlineData("\"b\", *", false, false)]
    [InlineData("'a'", false, false)]
    public void A_list_names_the_tag_or_not(string list, bool strongly, bool weakly)
    {
        Assert.Equal(strongly, EntityTagList.Matches(list, Strong, strongly: true));
        Assert.Equal(weakly, EntityTagList.Matches(list, Strong, strongly: false));
    }

    [Theory]
    [InlineData("\"a\"", "a", false)]
    [InlineData("W/\"a\"", "a", true)]
    [InlineData("\"\"", "", false)]
    [InlineData("\"a\u00e9!\"", "a\u00e9!", false)]
    public void One_tag_is_read(string text, string opaque, bool isWeak) => Assert.Equal(new EntityTag(opaque, isWeak), EntityTagList.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("*")]
    [InlineData("\"a\", \"b\"")]
    [InlineData("\"a\"b")]
    [InlineData("\"a b\"")]
    [InlineData("\"a\u007f\"")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    public void What_is_not_one_tag_is_none(string text) => Assert.Null(EntityTagList.Parse(text));

    [Fact]
    public void A_file_has_another_tag_when_its_size_or_time_changes()
    {
        var tag = EntityTag.ForFile(10, 20);
        Assert.False(tag.IsWeak);
        Assert.Equal("\"14-a\"", tag.ToString());
        Assert.NotEqual(tag, EntityTag.ForFile(11, 20));
        Assert.NotEqual(tag, EntityTag.ForFile(10, 21));
        Assert.Equal(tag, EntityTag.ForFile(10, 20));
        Assert.Equal("\"14-a-ff\"", EntityTag.ForFile(10, 20, version: 255).ToString());
    }

    [Theory]
    [InlineData("14-a", true)]
    [InlineData("14-a-ff", true)]
    [InlineData("14-ab", false)]
    [InlineData("14-", false)]
    [InlineData("214-a", false)]
    [InlineData("14-b-a", false)]
    public void A_tag_tells_which_size_and_time_it_is_for(string opaque, bool expected) => Assert.Equal(expected, new EntityTag(opaque).IsFor(10, 20));

    [Fact]
    public void The_longest_tag_is_told_too() => Assert.True(EntityTag.ForFile(long.MaxValue, long.MaxValue, ulong.MaxValue).IsFor(long.MaxValue, long.MaxValue));

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("W/\"a\"")]
    public void Tags_are_written_as_others_read_them(string text) =>
        Assert.Equal(text, EntityTagHeaderValue.Parse(EntityTagList.Parse(text)!.Value.ToString()).ToString());
}
