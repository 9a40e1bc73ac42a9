using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

public class ContentRulesTests
{
    [Theory]
    [InlineData("a.mp4", true)]
    [InlineData("a", true)]
    [InlineData("ä ö.mp4", true)]
    [InlineData("...", false)]
    [InlineData(".hidden", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\u007fb", false)]
    [InlineData("a/b", false)]
    public void A_name_is_served_when_it_is_not_hidden_and_can_be_requested(string name, bool expected) =>
        Assert.Equal(expected, ContentRules.IsServedName(name));

    [Theory]
    [InlineData("a/b/c.mp4", true)]
    [InlineData("a/confidential/c.mp4", true)]
    [InlineData("confidential.mp4", true)]
    [InlineData("confidential", false)]
    [InlineData("Confidential/c.mp4", false)]
    [InlineData("CONFIDENTIAL/a/b", false)]
    [InlineData("a/.git/c.mp4", false)]
    [InlineData("a//b", false)]
    [InlineData("/a", false)]
    [InlineData("a/", false)]
    [InlineData("a/..", false)]
    [InlineData("", false)]
    public void A_path_is_served_when_all_its_names_are_and_it_is_not_confidential(string path, bool expected) =>
        Assert.Equal(expected, ContentRules.IsServedPath(path));

    [SkippableTheory]
    [InlineData("/srv/films", "/srv/films", "")]
    [InlineData("/srv/films", "/srv/films/a/b", "a/b")]
    [InlineData("/srv/films/", "/srv/films/a", "a")]
    [InlineData("/srv/films", "/srv/films2/a", null)]
    [InlineData("/srv/films", "/srv/film", null)]
    [InlineData("/srv/films", "/srv", null)]
    [InlineData("/srv/films", "/etc/passwd", null)]
    [InlineData("/srv/films", "/srv/Films/a", null)]
    [InlineData("/", "/a", "a")]
    public void What_is_beneath_the_root_is_known_by_its_path_from_there(string root, string path, string? expected)
    {
        Skip.If(Path.DirectorySeparatorChar != '/', "the table has Unix paths");
        Assert.Equal(expected, ContentRules.Beneath(root, path));
    }

    [SkippableTheory]
    [InlineData("/srv/films/a", true)]
    [InlineData("/srv/films", true)]
    [InlineData("/srv/films/Confidential", false)]
    [InlineData("/srv/films/confidential/a", false)]
    [InlineData("/srv/films/.store/a", false)]
    [InlineData("/srv/other/a", false)]
    public void A_link_may_lead_to_what_is_inside_and_neither_hidden_nor_confidential(string path, bool expected)
    {
        Skip.If(Path.DirectorySeparatorChar != '/', "the table has Unix paths");
        Assert.Equal(expected, ContentRules.MayLeadTo("/srv/films", path));
    }

    [Theory]
    [InlineData("a/b", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("ab", "a", false)]
    [InlineData("a", "a/b", false)]
    [InlineData("a", "", true)]
    public void A_path_is_within_a_folder_when_it_is_that_or_beneath_it(string path, string folder, bool expected) =>
        Assert.Equal(expected, ContentRules.IsWithin(path, folder));
}
