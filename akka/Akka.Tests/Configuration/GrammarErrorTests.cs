using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class GrammarErrorTests
{
    [Theory]
    [InlineData("a", "Line 1, column 2: the text ends after a key.")]
    [InlineData("a =", "Line 1, column 4: the text ends where a value is expected.")]
    [InlineData("a {\n b = 1\n", "Line 1, column 3: this '{' has no '}': the text ends before it.")]
    [InlineData("a {\n b { c = 1 }\n", "Line 1, column 3: this '{' has no '}': the text ends before it.")]
    [InlineData("x = 1\na = [1, 2", "Line 2, column 5: this '[' has no ']': the text ends before it.")]
    [InlineData("a = \"x", "Line 1, column 5: this text has no closing '\"': the document ends before it.")]
    [InlineData("a = \"\"\"x\"\"", "Line 1, column 5: this text has no closing '\"\"\"': the document ends before it.")]
    [InlineData("a = ${b", "Line 1, column 5: this '${' has no '}': the text ends before it.")]
    public void A_text_that_ends_too_early_is_refused(string hocon, string message) =>
        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(hocon)).Message);

    [Theory]
    [InlineData("}", "Line 1, column 1: expected a key or the end of the text, found '}'.")]
    [InlineData("a = 1 }", "Line 1, column 7: expected a key or the end of the text, found '}'.")]
    [InlineData("{ a = 1 } b = 2", "Line 1, column 11: expected a key or the end of the text, found 'b'.")]
    [InlineData("[1, 2]", "Line 1, column 1: expected a key or the end of the text, found '['.")]
    [InlineData("a = }", "Line 1, column 5: expected a value (text with such a character needs quotes), found '}'.")]
    [InlineData("a = me@host", "Line 1, column 7: expected ',', a new line or '}', found '@'.")]
    [InlineData("a = *", "Line 1, column 5: expected a value (text with such a character needs quotes), found '*'.")]
    [InlineData("a = b = c", "Line 1, column 7: expected ',', a new line or '}', found '='.")]
    [InlineData("a\nb = 1", "Line 2, column 1: expected ':', '=', '+=' or '{' after a key, found 'b'.")]
    [InlineData("a..b = 1", "Line 1, column 3: expected a key (one that is empty or has such a character needs quotes), found '.'.")]
    [InlineData(".a = 1", "Line 1, column 1: expected a key (one that is empty or has such a character needs quotes), found '.'.")]
    [InlineData("a. = 1", "Line 1, column 4: expected a key (one that is empty or has such a character needs quotes), found '='.")]
    [InlineData("a* = 1", "Line 1, column 2: expected ':', '=', '+=' or '{' after a key, found '*'.")]
    [InlineData("a = 1,, b = 2", "Line 1, column 7: expected a key or the end of the text, found ','.")]
    [InlineData("a { b = 1,, }", "Line 1, column 11: expected a key or '}', found ','.")]
    [InlineData("a = [1,, 2]", "Line 1, column 8: expected a value (text with such a character needs quotes), found ','.")]
    [InlineData("a = [1 }", "Line 1, column 8: expected ',', a new line or ']', found '}'.")]
    [InlineData("a = \"x\ny\"", "Line 1, column 7: expected a closing '\"' (text of several lines stands in triple quotes), found the end of the line.")]
    [InlineData("a = \"\\q\"", "Line 1, column 7: expected one of \" \\ / b f n r t, or u and four hexadecimal digits, after a backslash, found 'q'.")]
    [InlineData("a = \"\\u12g4\"", "Line 1, column 7: expected one of \" \\ / b f n r t, or u and four hexadecimal digits, after a backslash, found 'u'.")]
    [InlineData("a = ${b c=}", "Line 1, column 10: expected a path and '}', found '='.")]
    [InlineData("a = ${}", "Line 1, column 7: expected a key (one that is empty or has such a character needs quotes), found '}'.")]
    [InlineData("a = $b", "Line 1, column 5: expected a value (text with such a character needs quotes), found '$'.")]
    [InlineData("a = [1] x", "Line 1, column 5: text, lists and objects cannot be joined to one value.")]
    [InlineData("a = { x = 1 } [1]", "Line 1, column 5: text, lists and objects cannot be joined to one value.")]
    [InlineData("b = [1]\na = ${b} x", "Line 2, column 5: text, lists and objects cannot be joined to one value.")]
    [InlineData("a = 1\n  b = ${none}", "Line 2, column 7: unresolved substitution ${none}: no such value, no such environment variable, or a circle.")]
    [InlineData("include file(x)", "Line 1, column 14: expected a name in quotes, found 'x'.")]
    [InlineData("include file(\"x\"", "Line 1, column 17: expected ')', found the end of the text.")]
    [InlineData("a = \0", "Line 1, column 5: expected a value (text with such a character needs quotes), found the control character U+0000.")]
    public void What_stands_where_it_cannot_is_refused(string hocon, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(hocon)).Message);

    [Theory]
    [InlineData("", "a {")]
    [InlineData("a = ", "[")]
    [InlineData("a = ", "[{ a = ")]
    public void Nesting_without_end_is_refused(string start, string level) => Assert.Contains(
        "nested deeper",
        Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(start + string.Concat(Enumerable.Repeat(level, 5000)))).Message);
}
