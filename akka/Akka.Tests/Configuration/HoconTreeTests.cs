using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

/// <summary>The tree of values behind a configuration.</summary>
public class HoconTreeTests
{
    private static HoconObject Parsed(string hocon) => Parser.Parse(hocon, null).Value.GetObject()!;

    [Fact]
    public void An_object_takes_in_what_another_one_has_and_it_lacks()
    {
        var root = Parser.Parse("a { b = 123, c = 456, d = 789, sub { aa = 123 } }", null);
        var other = Parsed("a { c = 999, e = 888, sub { bb = 456 } }, f = 1");

        root.Value.GetObject()!.Merge(other);

        var config = new Config(root);
        Assert.Equal((123, 456, 789, 888), (config.GetInt("a.b"), config.GetInt("a.c"), config.GetInt("a.d"), config.GetInt("a.e")));
        Assert.Equal((123, 456, 1), (config.GetInt("a.sub.aa"), config.GetInt("a.sub.bb"), config.GetInt("f")));
        Assert.Equal(["c", "e", "sub"], other.GetKey("a")!.GetObject()!.Items.Keys);
        Assert.Equal(["bb"], other.GetKey("a")!.GetChildObject("sub")!.GetObject()!.Items.Keys);
    }

    [Fact]
    public void A_key_can_be_created_and_given_a_value()
    {
        var obj = Parsed("a = 1");

        Assert.Equal("1", obj.GetOrCreateKey("a").GetString());
        var created = obj.GetOrCreateKey("b");
        Assert.True(created.IsEmpty);
        Assert.Same(created, obj.GetKey("b"));
        Assert.Null(obj.GetKey("c"));
    }

    [Fact]
    public void A_value_is_put_together_of_pieces()
    {
        var value = new HoconValue();
        Assert.False(value.IsString());
        Assert.Null(value.GetString());

        value.AppendValue(new HoconLiteral { Value = "one " });
        value.AppendValue(new HoconLiteral { Value = "two" });
        Assert.Equal("one two", value.GetString());
        Assert.Equal(2, value.Values.Count);

        value.AppendValue(Parsed("x = 1"));
        Assert.True(value.IsObject());
        Assert.Single(value.Values);

        value.NewValue(new HoconArray { value.GetChildObject("x")! });
        Assert.Equal([1], value.GetIntList());
        Assert.False(value.IsObject());

        value.Clear();
        Assert.True(value.IsEmpty);
        Assert.Empty(value.GetArray());
    }

    /// <summary>A literal, a list and an object, with whether they are text, a list, an object.</summary>
    public static TheoryData<string, bool, bool, bool> Kinds => new()
    {
        { "a = text", true, false, false },
        { "a = 5", true, false, false },
        { "a = null", true, false, false },
        { "a = [1]", false, true, false },
        { "a = []", false, true, false },
        { "a {}", false, false, true },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_value_and_its_piece_are_of_the_same_kind(string hocon, bool isString, bool isArray, bool isObject)
    {
        var value = Parsed(hocon).GetKey("a")!;
        var piece = Assert.Single(value.Values);

        Assert.Equal((isString, isArray, isObject), (value.IsString(), value.IsArray(), value.IsObject()));
        Assert.Equal((isString, isArray, isObject), (piece.IsString(), piece.IsArray(), piece is HoconObject));
        Assert.Equal(isObject, ((IMightBeAHoconObject)value).IsObject());
        if (isString) Assert.Equal(value.GetString(), piece.GetString());
        else Assert.Throws<NotSupportedException>(() => piece.GetString());
        if (isArray) Assert.Same(value.GetArray(), piece.GetArray());
        else Assert.Throws<NotSupportedException>(() => piece.GetArray());
    }

    [Fact]
    public void Each_piece_knows_what_it_is()
    {
        var literal = new HoconLiteral { Value = "x" };
        Assert.True(literal.IsString());
        Assert.False(literal.IsArray());
        Assert.Equal("x", literal.GetString());
        Assert.Null(new HoconLiteral().GetString());
        Assert.Throws<NotSupportedException>(() => literal.GetArray());

        HoconArray array = [new HoconValue()];
        Assert.False(array.IsString());
        Assert.True(array.IsArray());
        Assert.Same(array, array.GetArray());
        Assert.Throws<NotSupportedException>(() => array.GetString());

        var obj = new HoconObject();
        Assert.False(obj.IsString());
        Assert.False(obj.IsArray());
        Assert.Throws<NotSupportedException>(() => obj.GetString());
        Assert.Throws<NotSupportedException>(() => obj.GetArray());
    }

    [Fact]
    public void Values_convert_to_what_they_are_asked_for()
    {
        var obj = Parsed("on = yes, number = 42, part = 2.5, size = 64 KiB, time = 3 s, for-ever = infinite, none = \"\"");

        Assert.True(obj.GetKey("on")!.GetBoolean());
        var number = obj.GetKey("number")!;
        Assert.Equal((42, 42L, (byte)42, 42m, 42f, 42d), (number.GetInt(), number.GetLong(), number.GetByte(), number.GetDecimal(), number.GetFloat(), number.GetDouble()));
        Assert.Equal(2.5m, obj.GetKey("part")!.GetDecimal());
        Assert.Equal(65536, obj.GetKey("size")!.GetByteSize());
        Assert.Null(obj.GetKey("none")!.GetByteSize());
        Assert.Equal(TimeSpan.FromSeconds(3), obj.GetKey("time")!.GetTimeSpan());
        Assert.Equal(Timeout.InfiniteTimeSpan, obj.GetKey("for-ever")!.GetTimeSpan());
        Assert.Throws<FormatException>(() => obj.GetKey("for-ever")!.GetTimeSpan(allowInfinite: false));
        Assert.Throws<FormatException>(() => obj.GetKey("part")!.GetInt());
        Assert.Throws<FormatException>(() => Parsed("a = 256").GetKey("a")!.GetByte());
        Assert.Throws<NotSupportedException>(() => number.GetBoolean());
    }

    [Fact]
    public void Lists_are_read_by_the_type_of_their_values()
    {
        var config = ConfigurationFactory.ParseString("numbers = [1, 2], parts = [0.5, 1e3], switches = [on, off, true, no], texts = [a b, \"c, d\", 5], none = []");

        Assert.Equal([1, 2], config.GetIntList("numbers"));
        Assert.Equal([1L, 2L], config.GetLongList("numbers"));
        Assert.Equal([(byte)1, (byte)2], config.GetByteList("numbers"));
        Assert.Equal([0.5m, 1000m], config.GetDecimalList("parts"));
        Assert.Equal([0.5f, 1000f], config.GetFloatList("parts"));
        Assert.Equal([0.5, 1000], config.GetDoubleList("parts"));
        Assert.Equal([true, false, true, false], config.GetBooleanList("switches"));
        Assert.Equal(["a b", "c, d", "5"], config.GetStringList("texts"));
        Assert.Empty(config.GetIntList("none"));
        Assert.Empty(config.GetStringList("none", ["default"]));

        Assert.Empty(config.GetIntList("missing"));
        Assert.Empty(config.GetLongList("missing"));
        Assert.Empty(config.GetByteList("missing"));
        Assert.Empty(config.GetDecimalList("missing"));
        Assert.Empty(config.GetFloatList("missing"));
        Assert.Empty(config.GetDoubleList("missing"));
        Assert.Empty(config.GetBooleanList("missing"));
        Assert.Throws<FormatException>(() => config.GetIntList("parts"));
        Assert.Throws<FormatException>(() => config.GetByteList("texts"));
        Assert.Throws<NotSupportedException>(() => config.GetBooleanList("numbers"));
    }

    [Fact]
    public void A_part_of_the_tree_is_a_configuration_too()
    {
        var value = Parsed("a { b = 1, \"c.d\" = 2 }").GetKey("a")!;

        Assert.Equal(1, value.ToConfig().GetInt("b"));
        Assert.Equal(2, value.AtKey("x").GetInt("x.\"c.d\""));
        Assert.Equal(["b", "c.d"], value.GetObject()!.Unwrapped.Keys);
        Assert.Equal("  b : 1\n  \"c.d\" : 2\n", value.ToString());
        Assert.Equal("{\n    b : 1\n    \"c.d\" : 2\n  }", value.ToString(1));
    }

    [Theory]
    [InlineData("a = \"Some.Type, Some.Assembly\"", "\"Some.Type, Some.Assembly\"")]
    [InlineData("a = \"Some.Type,Some.Assembly\"", "Some.Type,Some.Assembly")]
    [InlineData("a = \"akka://sys@host:1/user\"", "akka://sys@host:1/user")]
    [InlineData("a = 5 s", "\"5 s\"")]
    [InlineData("a = on", "on")]
    [InlineData("a = \"\"", "")]
    [InlineData("a = [1, \"b c\"]", "[1, \"b c\"]")]
    public void A_value_prints_as(string hocon, string expected) => Assert.Equal(expected, Parsed(hocon).Unwrapped["a"]!.ToString());

    [Fact]
    public void A_root_without_a_value_is_no_configuration()
    {
        Assert.Throws<ArgumentException>(() => new Config(new HoconRoot(null!)));
        Assert.Throws<ArgumentNullException>(() => new Config(null!, Config.Empty));
    }
}
