using Vod.Actors.Catalog;

namespace Vod.Actors.Tests.Catalog;

public class LinkTableTests
{
    [Theory]
    // links as link>target, the place, its aliases
    [InlineData("l>d", "d/a", "l/a")]
    [InlineData("l>d", "d", "l")]
    [InlineData("l>d", "de/a", "")]
    [InlineData("l>d", "l", "")]
    [InlineData("l>d m>d x/n>d", "d/a", "l/a m/a x/n/a")]
    [InlineData("l.mp4>d/a.mp4", "d/a.mp4", "l.mp4")]
    [InlineData("l.mp4>d/a.mp4", "d", "l.mp4")]
    [InlineData("l.mp4>d/a.mp4", "d/b.mp4", "")]
    [InlineData("d/l>e e/m>f d/l/m>f", "f/a", "d/l/m/a e/m/a")]
    public void A_place_is_also_served_under_the_links_that_lead_there(string links, string place, string aliases)
    {
        var table = new LinkTable();
        foreach (var link in links.Split(' ')) table.Put(new Link(link.Split('>')[0], link.Split('>')[1]), scan: 1);

        Assert.Equal(aliases, string.Join(' ', table.Aliases(place).Order(StringComparer.Ordinal)));
    }
}
