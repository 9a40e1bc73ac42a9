using Vod.Actors.Settings;

namespace Vod.Actors.Tests.Settings;

public class HoconScanTests
{
    private const string Q = "\"\"\"";

    [Theory]
    [InlineData("")]
    [InlineData("a = 1")]
    [InlineData("a { b { c = [1, [2, 3], { d = 4 }] } }")]
    [InlineData("{ a = 1 }")]
    [InlineData("a = {b = 1}, c = 2")]
    [InlineData("a = [{b = 1}, {b = 2}]")]
    [InlineData("a { b = 1 }\nc = 2, d = 3")]
    [InlineData("a = \"}\"")]
    [InlineData("a = \"\\\"{\"")]
    [InlineData("a = \"\\\\\"")]
    [InlineData("a = \"\"")]
    [InlineData("\"/listener/*\" { b = 1 }")]
    [InlineData("a = " + Q + "{ \" \n ]" + Q)]
    [InlineData("# { it's \"open\na = 1")]
    [InlineData("// { it's \"open\na = 1 // [")]
    [InlineData("a = 1 # }")]
    [InlineData("a = \"http://host/{x\" // {")]
    [InlineData("a = \"# not a comment\"")]
    [InlineData("a = it's")]
    [InlineData("a = ${b}")]
    [InlineData("a = ${?b.c-d_1}")]
    [InlineData("a = \"${\"")]
    public void A_text_in_which_all_is_closed_passes(string text) => Assert.Null(HoconScan.Of(text).Fault);

    [Theory]
    [InlineData("a {", "line 1, column 3: { is not closed")]
    [InlineData("a {\n  b {\n}", "line 1, column 3: { is not closed")]
    [InlineData("a = [1, 2", "line 1, column 5: [ is not closed")]
    [InlineData("a = [\n  {\n", "line 2, column 3: { is not closed")]
    [InlineData("}", "line 1, column 1: } closes nothing")]
    [InlineData("a {\n}\n}", "line 3, column 1: } closes nothing")]
    [InlineData("a = x]", "line 1, column 6: ] closes nothing")]
    [InlineData("a = [1\n}", "line 2, column 1: } stands where the [ of line 1, column 5 is to be closed")]
    [InlineData("a {\r\n  b = 1 ]", "line 2, column 9: ] stands where the { of line 1, column 3 is to be closed")]
    [InlineData("a = \"open", "line 1, column 5: \" is not closed on its line")]
    [InlineData("a = \"open\nb = \"closed\"", "line 1, column 5: \" is not closed on its line")]
    [InlineData("a = \"open\\\"", "line 1, column 5: \" is not closed on its line")]
    [InlineData("a = \"open\\", "line 1, column 5: \" is not closed on its line")]
    [InlineData("\n\"a = 1", "line 2, column 1: \" is not closed on its line")]
    [InlineData("a = " + Q + "\n\"\"\n", "line 1, column 5: " + Q + " is not closed")]
    [InlineData("a = ${b", "line 1, column 5: ${ is not closed on its line")]
    [InlineData("a = ${b\n}", "line 1, column 5: ${ is not closed on its line")]
    [InlineData("a = ${}", "line 1, column 5: ${} must have the name of a key or of an environment variable in it")]
    [InlineData("a = ${ b }", "line 1, column 5: ${ b } must have the name of a key or of an environment variable in it")]
    [InlineData("a { b = 1 }, c = 2", "line 1, column 12: a comma may not follow the closing brace of a group")]
    [InlineData("a { b { c = 1 } # {\n , d = 1 }", "line 2, column 2: a comma may not follow the closing brace of a group")]
    [InlineData("a = 1 # {\nb }", "line 2, column 3: } closes nothing")]
    [InlineData("a = \"//\" }", "line 1, column 10: } closes nothing")]
    public void What_is_not_closed_is_told_with_its_place(string text, string message) =>
        Assert.Equal(message, HoconScan.Of(text).Fault?.In(text));

    [Theory]
    [InlineData("a = ${b}", "b from 0 alone")]
    [InlineData("a = ${?b}", "b? from 0 alone")]
    [InlineData("a.b : ${?c.d}\n", "c.d? from 0 alone")]
    [InlineData("a = 1\n  b = ${?c} # more\nd = 2", "c? from 8 alone")]
    [InlineData("a { b = ${?c}, d = ${e} }", "c? from 4 alone; e from 15 alone")]
    [InlineData("a = ${?b}/x", "b? from 0")]
    [InlineData("a = x ${?b}", "b? from 0")]
    [InlineData("a = ${?b}${?c}", "b? from 0; c? from 0")]
    [InlineData("a = [${?b}, 1, ${?c}\n${?d} x]", "b? from 5 alone; c? from 15 alone; d? from 21")]
    [InlineData("a = 1, b = ${?c}", "c? from 7 alone")]
    [InlineData("a { }\nb = ${?c}", "c? from 6 alone")]
    [InlineData("a = \"${b}\" # ${c}", "")]
    public void Substitutions_are_found_with_the_field_that_they_stand_in(string text, string found) => Assert.Equal(
        found,
        string.Join("; ", HoconScan.Of(text).References.Select(r => $"{r.Name}{(r.IsOptional ? "?" : "")} from {r.FieldStart}{(r.IsAlone ? " alone" : "")}")));
}
