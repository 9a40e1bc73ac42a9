using Akka.Util;

namespace Akka.Tests.Util;

public class OptionTests
{
    [Fact]
    public void None_has_no_value_and_is_the_default()
    {
        Assert.True(Option<int>.None.IsEmpty);
        Assert.False(default(Option<int>).HasValue);
        Assert.Equal(7, Option<int>.None.GetOrElse(7));
        Assert.Equal("None", Option<int>.None.ToString());
    }

    [Fact]
    public void A_value_is_kept()
    {
        Option<int> some = 5;
        Assert.True(some.HasValue);
        Assert.Equal(5, some.GetOrElse(7));
        Assert.Equal("Some<5>", some.ToString());
    }

    [Fact]
    public void Null_is_none_unless_said_otherwise()
    {
        Assert.True(Option<string>.Create(null).IsEmpty);
        Option<string> converted = null;
        Assert.True(converted.IsEmpty);
        Assert.Null(converted.Value);
        Assert.Throws<ArgumentNullException>(() => new Option<string>(null!));
        Assert.True(new Option<string>("a").Select(_ => (string?)null).IsEmpty);
    }

    [Fact]
    public void Equal_are_those_with_equal_values()
    {
        Assert.Equal(new Option<int>(1), new Option<int>(1));
        Assert.NotEqual(new Option<int>(0), Option<int>.None);
        Assert.True(new Option<int>(1) != new Option<int>(2));
        Assert.True(new Option<int>(1) == 1);
        Assert.True(Option<int>.None == default);
        Assert.Equal(new Option<string>("a").GetHashCode(), Option<string>.Create("a").GetHashCode());
        Assert.False(new Option<int>(1).Equals("1"));
    }

    [Fact]
    public void It_can_be_changed_where_there_is_a_value()
    {
        Assert.Equal(new Option<string>("1"), new Option<int>(1).Select(i => $"{i}"));
        Assert.True(Option<int>.None.Select(i => $"{i}").IsEmpty);
        Assert.True(new Option<int>(1).FlatSelect(_ => Option<string>.None).IsEmpty);
        var got = 0;
        new Option<int>(1).OnSuccess(value => got = value);
        Assert.Equal(1, got);
        Option<int>.None.OnSuccess(_ => Assert.Fail("there is none"));
    }
}
